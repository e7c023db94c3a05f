/** Ranges of the scripts told apart here, by first and last code unit; Unicode 15 blocks, Latin by default. */
const RANGES: readonly (readonly [number, number, string])[] = [
  [0x41, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x530, 0x58f, 'Armn'],
  [0x590, 0x5ff, 'Hebr'],
  [0x600, 0x77f, 'Arab'],
  [0x900, 0x97f, 'Deva'],
  [0x980, 0x9ff, 'Beng'],
  [0xa00, 0xa7f, 'Guru'],
  [0xa80, 0xaff, 'Gujr'],
  [0xb00, 0xb7f, 'Orya'],
  [0xb80, 0xbff, 'Taml'],
  [0xc00, 0xc7f, 'Telu'],
  [0xc80, 0xcff, 'Knda'],
  [0xd00, 0xd7f, 'Mlym'],
  [0xd80, 0xdff, 'Sinh'],
  [0xe00, 0xe7f, 'Thai'],
  [0xe80, 0xeff, 'Laoo'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1200, 0x139f, 'Ethi'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x3040, 0x30ff, 'Kana'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7a3, 'Hang'],
  [0xfb50, 0xfeff, 'Arab'],
];

/** The least share of kana among kana and Chinese characters in Japanese text; news text has 40 % and more. */
const JAPANESE_KANA_SHARE = 0.05;

/**
 * The script most letters of a text are in, as ISO 15924 (`Jpan` for Chinese characters among kana), or `Zyyy` where there
 * are no letters. Chinese characters and Hangul count double: one of them does the work of two letters.
 */
export function dominantScript(text: string): string {
  const counts = new Map<string, number>();
  for (let index = 0; index < text.length; index++) {
    const script = scriptOf(text.charCodeAt(index));
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + (script === 'Hani' || script === 'Hang' ? 2 : 1));
  }
  const kana = counts.get('Kana') ?? 0;
  if (kana > JAPANESE_KANA_SHARE * (kana + (counts.get('Hani') ?? 0))) {
    counts.set('Jpan', kana + (counts.get('Hani') ?? 0));
    counts.delete('Hani');
  }
  counts.delete('Kana');
  let best = 'Zyyy';
  for (const [script, count] of counts) if (count > (counts.get(best) ?? 0)) best = script;
  return best;
}

function scriptOf(unit: number): string | undefined {
  if (unit < 0x41 || (unit > 0x5a && unit < 0x61) || (unit > 0x7a && unit < 0xc0)) return undefined;
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last, script] = RANGES[middle] ?? [0, 0, ''];
    if (unit < first) high = middle - 1;
    else if (unit > last) low = middle + 1;
    else return script;
  }
  return undefined;
}
