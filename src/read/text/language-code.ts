/** Codes of two letters, and the three-letter ones that news uses for languages without one. */
const MORE = ['ckb', 'fil', 'haw', 'hmn', 'ceb', 'yue', 'prs', 'tet', 'bho', 'mai'];

let codes: ReadonlyMap<string, string> | undefined;

/** The BCP 47 tag of what a source calls a language: `en_US`, `eng`, `English`, `DE`. Another word comes back as it is. */
export function languageTag(raw: string): string {
  const text = raw.trim();
  if (/^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,3}$/i.test(text)) return canonical(text.replaceAll('_', '-')) ?? text;
  codes ??= codesByName();
  return codes.get(text.toLowerCase()) ?? text;
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    // Well-formed to the pattern and not to the standard: as the source has it.
    return undefined;
  }
}

/** English names of languages, and their own: GDELT says German, others Deutsch. */
function codesByName(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(0x61 + at));
  const all = [...letters.flatMap((first) => letters.map((second) => first + second)), ...MORE];
  const found = new Map<string, string>();
  for (const code of all) {
    const own = canonical(code) ?? code;
    for (const name of [english.of(code), new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code)]) {
      if (name !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), own);
    }
  }
  return found;
}
