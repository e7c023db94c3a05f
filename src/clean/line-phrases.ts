import type { Span } from '../types.ts';
import { eachLine, type Draft, type Rule } from './draft.ts';
import { endsWithStop, isParagraph, type Line } from './lines.ts';
import { headAt, longestAt, phrasesAt, type PhraseMatch, type Scope } from './phrases.ts';

/** No link, label or caption that a phrase opens is longer. */
const START_CHARACTERS = 300;

/** A line that is known by a phrase in its midst is no longer than a copyright note. */
const CONTAINS_CHARACTERS = 160;

/** A cookie notice is a paragraph; the longest seen are consent forms of this length. */
const NOTICE_CHARACTERS = 600;

/** Lines that are a phrase of scope `line` and nothing else, no full stop either: furniture wherever they stand. */
export const exactLines: Rule = eachLine((draft, line) => {
  const match = wholeLine(draft, line, 'line');
  // Buttons have no full stop; an answer in a dialogue has: "I agree."
  return match === undefined || endsWithStop(draft.body.slice(line.start, line.end)) ? undefined : match.phrase.reason;
});

/** Lines without a letter or digit: a lone full stop, asterisks, rules. */
export const fragments: Rule = eachLine(({ body }, line) =>
  saysSomething(body, line.start, line.end) ? undefined : 'fragment');

/** Lines that begin with a phrase of scope `start`, unless they are article text. */
export const startPhrases: Rule = eachLine((draft, line, index) => {
  const match = matchAtStart(draft, line, 'start');
  if (match === undefined || line.end - line.start > START_CHARACTERS) return undefined;
  // The first line may be the headline: "Photos: the war in pictures".
  if (index === 0 && !ABOUT_THE_SITE.has(match.phrase.reason)) return undefined;
  return isParagraph(draft.body.slice(line.start, line.end)) ? undefined : match.phrase.reason;
});

const ABOUT_THE_SITE: ReadonlySet<string> = new Set(['navigation', 'subscription', 'cookie-notice', 'comments']);

/** Short lines with a phrase of scope `contains` anywhere in them. */
export const containedPhrases: Rule = eachLine((draft, line) => {
  if (line.end - line.start > CONTAINS_CHARACTERS) return undefined;
  const match = contained(draft, line);
  return match === undefined || isParagraph(draft.body.slice(line.start, line.end)) ? undefined : match.phrase.reason;
});

/** Lines made of several buttons: "Accept Read More", "Share Tweet E-mail". */
export const phraseChains: Rule = eachLine((draft, line) => {
  const first = matchAtStart(draft, line, 'line', 'separator');
  let match = first;
  for (let parts = 1; match !== undefined; parts += 1) {
    if (!saysSomething(draft.body, match.end, line.end)) return parts > 1 ? first?.phrase.reason : undefined;
    match = longestAt(draft.phrases, draft.body, match.end, 'line', 'separator');
  }
  return undefined;
});

/** Whole paragraphs that open as a cookie notice does. */
export const cookieNotices: Rule = eachLine((draft, line) => {
  const match = matchAtStart(draft, line, 'sentence');
  return match?.phrase.reason === 'cookie-notice' && line.end - line.start <= NOTICE_CHARACTERS
    ? 'cookie-notice' : undefined;
});

/** The longest phrase of one of the scopes that the line begins with. */
export function matchAtStart(draft: Draft, line: Line, ...scopes: readonly Scope[]): PhraseMatch | undefined {
  return draft.matches.get(line.start)?.findLast((match) => scopes.includes(match.phrase.scope));
}

/** The phrase of that scope that makes up the whole line, symbols aside. */
function wholeLine(draft: Draft, line: Span, scope: Scope): PhraseMatch | undefined {
  return draft.matches.get(line.start)
    ?.findLast((match) => match.phrase.scope === scope && !saysSomething(draft.body, match.end, line.end));
}

/** Whether there is a letter or digit between two offsets. */
export function saysSomething(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

function contained(draft: Draft, line: Line): PhraseMatch | undefined {
  const { body, phrases } = draft;
  for (let at = line.start; at < line.end; at += 1) {
    const mayBegin = at === line.start || endsWord(body.charCodeAt(at - 1));
    if (!mayBegin || !phrases.containedHeads.has(headAt(body, at))) continue;
    const match = phrasesAt(phrases, body, at).find(({ phrase }) => phrase.scope === 'contains');
    if (match !== undefined) return match;
  }
  return undefined;
}

/** Spaces, digits and punctuation of the blocks ASCII, Latin-1, General Punctuation and CJK; faster than a regular expression. */
function endsWord(code: number): boolean {
  return code < 0x41 || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0xc0)
    || (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff10);
}
