/**
 * Characters that terminals show two columns wide: East Asian Width W and F (Unicode Standard Annex 11, version 16) in
 * ranges that run together over unassigned code points, as the annex itself gives those to W.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], // Hangul initials
  [0x231a, 0x231b], // watch, hourglass
  [0x2329, 0x232a], // angle brackets
  [0x2e80, 0x303e], // CJK radicals and punctuation
  [0x3041, 0x33ff], // kana, bopomofo, enclosed and squared CJK
  [0x3400, 0x4dbf], // CJK extension A
  [0x4e00, 0xa4cf], // CJK unified ideographs, Yi
  [0xa960, 0xa97c], // Hangul initials, extended
  [0xac00, 0xd7a3], // Hangul syllables
  [0xf900, 0xfaff], // CJK compatibility ideographs
  [0xfe10, 0xfe19], // vertical forms
  [0xfe30, 0xfe6b], // CJK compatibility and small forms
  [0xff01, 0xff60], // fullwidth ASCII
  [0xffe0, 0xffe6], // fullwidth signs
  [0x16fe0, 0x18dff], // Tangut, Khitan, Nüshu
  [0x1aff0, 0x1b2ff], // kana supplements
  [0x1f200, 0x1f265], // enclosed ideographic supplement
  [0x20000, 0x3fffd], // CJK extensions B and on
];

/** Marks that sit on the letter before, format characters, and Hangul vowels and finals, which join their initial. */
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff]/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
/** No character here is wide, and none joins another: most lines need no closer look. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]*$/;

let segmenter: Intl.Segmenter | undefined;

/** The characters as a reader counts them. The segmenter takes milliseconds to make, and most runs need none. */
function graphemesOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The terminal columns a line of text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const segment of graphemesOf(text)) columns += graphemeWidth(segment);
  return columns;
}

/** An emoji is two columns whatever it is joined from; other characters are the sum of their parts, as in wcwidth. */
function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2;
  let columns = 0;
  for (const character of grapheme) columns += characterWidth(character);
  return columns;
}

function characterWidth(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** The text cut to so many columns, with "…" where something is lost. Never cuts a character in two. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  let left = columns - 1;
  for (const segment of graphemesOf(text)) {
    left -= graphemeWidth(segment);
    if (left < 0) break;
    kept += segment;
  }
  return columns < 1 ? '' : `${kept.trimEnd()}…`;
}

/** The same, cut at its beginning: of a path the end is what tells. */
export function cutStartTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const segments = graphemesOf(text);
  let left = columns - 1;
  let from = segments.length;
  while (from > 0 && left >= graphemeWidth(segments[from - 1] ?? '')) left -= graphemeWidth(segments[--from] ?? '');
  return `…${segments.slice(from).join('')}`;
}

/** The text filled up with blanks to so many columns. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** Pieces laid out in lines of at most so many columns, broken between pieces only, unless one alone is longer. */
export function flow(pieces: readonly string[], separator: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line === '' ? piece : `${line}${separator}${piece}`;
    if (line !== '' && widthOf(longer) > columns) {
      lines.push(line);
      line = cutTo(piece, columns);
    } else {
      line = cutTo(longer, columns);
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A text broken into lines between its words, and within a word, or a script without blanks, that is longer than a line. */
export function wrap(text: string, columns: number): readonly string[] {
  return flow(text.split(' ').flatMap((word) => broken(word, columns)), ' ', columns);
}

function broken(word: string, columns: number): readonly string[] {
  if (widthOf(word) <= columns) return [word];
  const parts: string[] = [];
  let part = '';
  for (const segment of graphemesOf(word)) {
    if (part !== '' && widthOf(part + segment) > columns) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
