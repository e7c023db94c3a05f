import type { Span } from '../types.ts';

/** A line that is not blank, without the white space around it. */
export interface Line extends Span {
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean;
}

/** The sentence end: stop, what closes with it, and white space or the end; the stops of other scripts need no space. */
const SENTENCE_END = /[.!?؟۔…]["'”’»)\]]*(?=\s|$)|[。！？।።။។]/g;

/** A sentence that ends within a line: no abbreviation before the full stop, a capital after it. */
const SENTENCE_AND_MORE = /[^.]{8}\p{Ll}{4}\.["'”’»)]{0,3}\s{1,3}["'“‘«„(]{0,3}\p{Lu}/u;

/** What may stand after a full stop that ends a line, white space aside. */
const CLOSERS = new Set('"\'”“’‘»«)]」』】');

const FULL_STOPS = new Set('.。।۔።။។');

/** Thai and Lao, which have no full stop. */
const WITHOUT_STOPS = /[\u0e01-\u0edf]/;

/** A sentence with fewer characters may be a headline, a label or a button. */
const SENTENCE_CHARACTERS = 40;

/** A line with a full stop at its end and more characters than this is a paragraph of an article. */
const PARAGRAPH_CHARACTERS = 120;

/** No headline or caption is longer. */
const HEADLINE_CHARACTERS = 220;

/** The lines of a text that are not blank, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = false;
  for (let from = 0; from < text.length; ) {
    const stop = text.indexOf('\n', from);
    const to = stop === -1 ? text.length : stop;
    const line = trimmed(text, from, to);
    if (line.start < line.end) lines.push({ ...line, afterBlank });
    afterBlank = line.start === line.end;
    from = to + 1;
  }
  return lines;
}

/**
 * Whether a line is the article's own text whatever phrase it begins with: it ends in a full stop and is long,
 * or holds two ordinary sentences.
 */
export function isParagraph(line: string): boolean {
  if (!endsWithStop(line)) return false;
  if (breadth(line) > PARAGRAPH_CHARACTERS) return true;
  return sentencesOf(line).filter((sentence) => breadth(sentence) >= SENTENCE_CHARACTERS).length > 1;
}

/** Whether a line could be the headline of another article: short, without a full stop at its end or after a sentence. */
export function isHeadlineLike(line: string): boolean {
  return !endsWithStop(line) && breadth(line) <= HEADLINE_CHARACTERS
    && !(line.includes('.') && SENTENCE_AND_MORE.test(line));
}

/**
 * Whether the last thing a line says is a full stop, or it is long and in a script that has none; an ellipsis,
 * a question or a call may end a headline.
 */
export function endsWithStop(line: string): boolean {
  // Not a regular expression: anchored at the end only, it would try every run of quotation marks and spaces before.
  let last = line.length - 1;
  while (last >= 0 && (isSpace(line.charCodeAt(last)) || CLOSERS.has(line.charAt(last)))) last -= 1;
  if (line.length > PARAGRAPH_CHARACTERS && WITHOUT_STOPS.test(line.charAt(last))) return true;
  return FULL_STOPS.has(line.charAt(last)) && !(line[last] === '.' && line[last - 1] === '.');
}

/** The sentences of a line, trimmed. */
export function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of line.matchAll(SENTENCE_END)) {
    sentences.push(line.slice(from, end.index + end[0].length).trim());
    from = end.index + end[0].length;
  }
  const rest = line.slice(from).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

/** Characters, those of scripts that say twice as much with one (Han, kana, Hangul) counted double. */
function breadth(line: string): number {
  return line.length + (line.match(/[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** White space as `trim` has it, as far as news pages use it. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x3000
    || (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029 || code === 0x202f;
}
