import type { Span } from '../types.ts';

/** Sentence-final marks; those of scripts that put no space after them end a sentence by themselves. */
const FINAL = /(?<![.!?…‽؟۔।॥։])[.!?…‽؟۔।॥։]+(?:["'”“’‘»«›‹)\]]|[\s\u00a0]»)*(?=\s|$)|[。！？｡]+["'”’」』）)]*|\n+/gu;

/** Words that end in a full stop without ending a sentence, folded; titles, months and the like in the languages of the press. */
const ABBREVIATIONS = new Set(
  ('st mr mrs ms dr prof sen rep gov gen col lt vs jr sr inc corp ltd nr dept approx ' +
    'bzw ca usw evtl ggf inkl mio mrd tel abs hl geb str ' +
    'sig dott avv ee sr sra srta ud uds dña exmo ' +
    'mme mlle bd env feb apr aug sept oct okt nov dec dez ' +
    'ул гг тыс млн млрд руб стр tzv tj např mj atd tzn godz tys mln mld').split(' '),
);

/** Words that are abbreviations only before a number: `No. 5`, `St. 3`, `Art. 12`. */
const BEFORE_NUMBERS = new Set('no art op fig p pp vol abs ziff mar jan jun jul sep núm'.split(' '));

/** A paragraph is cut here at the latest: one sentence of a megabyte would make the alignment meaningless. */
const LONGEST_SENTENCE = 2_000;

/**
 * The sentences of a text as spans, in order, without the white space around them. A line end always parts, since news
 * text has no hard wraps; a full stop does not after an initial, an abbreviation or a number that goes on in lower case.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(FINAL)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && !endsSentence(text, match.index, end)) continue;
    pushTrimmed(spans, text, start, end);
    start = end;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

function endsSentence(text: string, stop: number, end: number): boolean {
  const next = /\S/u.exec(text.slice(end, end + 4))?.[0] ?? '';
  if (next !== '' && next !== next.toUpperCase()) return false;
  const word = /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  if (/^\d{1,2}$/u.test(word)) return !/\p{L}/u.test(next) || stop - word.length < 1 || !/\s/u.test(text[stop - word.length - 1] ?? '');
  const initial = word.length === 1 && (word !== word.toLowerCase() || text[stop - 2] === '.');
  if (BEFORE_NUMBERS.has(word.toLowerCase())) return !/\p{N}/u.test(next);
  return !initial && !ABBREVIATIONS.has(word.toLowerCase());
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  for (; end - start > LONGEST_SENTENCE; start += LONGEST_SENTENCE) spans.push({ start, end: start + LONGEST_SENTENCE });
  if (end > start) spans.push({ start, end });
}
