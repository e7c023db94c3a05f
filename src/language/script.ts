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

/** The scripts by number; 0 is none. */
const SCRIPTS: readonly string[] = ['Zyyy', ...new Set(RANGES.map(([, , script]) => script))];
const [HAN, KANA, HANGUL] = [SCRIPTS.indexOf('Hani'), SCRIPTS.indexOf('Kana'), SCRIPTS.indexOf('Hang')];

/** The number of each code unit's script. */
const scripts = new Uint8Array(65_536);
for (const [first, last, script] of RANGES) scripts.fill(SCRIPTS.indexOf(script), first, last + 1);
// Between and after the letters of ASCII, and up to À, Latin has its signs.
scripts.fill(0, 0x5b, 0x61);
scripts.fill(0, 0x7b, 0xc0);

/** The least share of kana among kana and Chinese characters in Japanese text; news text has 40 % and more. */
const JAPANESE_KANA_SHARE = 0.05;

/**
 * The script most letters of a text are in, as ISO 15924 (`Jpan` for Chinese characters among kana), or `Zyyy` where there
 * are no letters. Chinese characters and Hangul count double: one of them does the work of two letters.
 */
export function dominantScript(text: string): string {
  const counts = countScripts(text);
  const [kana = 0, han = 0] = [counts[KANA], counts[HAN]];
  const japanese = kana > JAPANESE_KANA_SHARE * (kana + han);
  let best = 0;
  for (let script = 1; script < SCRIPTS.length; script++) {
    if (script === KANA || (script === HAN && japanese)) continue;
    if ((counts[script] ?? 0) > (counts[best] ?? 0)) best = script;
  }
  return japanese && kana + han > (counts[best] ?? 0) ? 'Jpan' : (SCRIPTS[best] ?? 'Zyyy');
}

/** How many of a text's code units are letters of a script (ISO 15924), in [0, 1]. */
export function shareOfScript(text: string, script: string): number {
  const wanted = SCRIPTS.indexOf(script);
  let count = 0;
  for (let at = 0; at < text.length; at++) if (scripts[text.charCodeAt(at)] === wanted) count++;
  return text.length === 0 ? 0 : count / text.length;
}

function countScripts(text: string): Float64Array {
  const counts = new Float64Array(SCRIPTS.length);
  for (let at = 0; at < text.length; at++) {
    const script = scripts[text.charCodeAt(at)] ?? 0;
    counts[script] = (counts[script] ?? 0) + (script === HAN || script === HANGUL ? 2 : 1);
  }
  counts[0] = 0;
  return counts;
}
