/**
 * Spellings of one sound, longest first, as the class they fall into; an empty class is not heard. Classes: S sibilants,
 * K velars, F labial fricatives, P labial stops, T dentals, N nasals, R liquids (Chinese, Japanese and Korean have one
 * for both). Vowels, h, j and y vary too much between scripts to be kept.
 */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['tsch', 'S'], ['schtsch', 'S'], ['shch', 'S'], ['dzh', ''], ['sch', 'S'], ['tch', 'S'], ['tsh', 'S'],
  ['sh', 'S'], ['ch', 'S'], ['cz', 'S'], ['sz', 'S'], ['zh', 'S'], ['ts', 'S'], ['tz', 'S'], ['dz', 'S'], ['ck', 'K'], ['kh', 'K'], ['gh', 'K'],
  ['ce', 'S'], ['ci', 'S'], ['cy', 'S'], ['ph', 'F'], ['th', 'T'], ['dh', 'T'], ['dj', ''], ['x', 'KS'], ['ng', 'N'],
  ['s', 'S'], ['z', 'S'], ['c', 'K'], ['k', 'K'], ['q', 'K'], ['g', 'K'],
  ['f', 'F'], ['v', 'F'], ['w', 'F'], ['b', 'P'], ['p', 'P'], ['t', 'T'], ['d', 'T'],
  ['m', 'N'], ['n', 'N'], ['l', 'R'], ['r', 'R'],
];

const BY_FIRST = new Map<string, (readonly [string, string])[]>();
for (const sound of SOUNDS) {
  const first = sound[0][0] ?? '';
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), sound].sort((a, b) => b[0].length - a[0].length));
}

/**
 * The consonant skeleton of a romanised word: `lukaschenko`, `lukashenko` and `lukasenka` all give `RKSNK`.
 * Doubles are merged.
 */
export function skeleton(romanised: string): string {
  let classes = '';
  for (let at = 0; at < romanised.length; ) {
    const sound = BY_FIRST.get(romanised[at] ?? '')?.find(([spelling]) => romanised.startsWith(spelling, at));
    if (sound !== undefined && !classes.endsWith(sound[1])) classes += sound[1];
    else if (sound !== undefined && sound[1] !== '' && romanised[at - 1] !== romanised[at] && isVowel(romanised[at - 1])) classes += sound[1];
    at += sound?.[0].length ?? 1;
  }
  return classes;
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && 'aeiouy'.includes(letter);
}
