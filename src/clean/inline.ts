import type { Removal } from '../types.ts';
import type { Draft, Rule } from './draft.ts';
import { saysSomething } from './line-phrases.ts';
import { phrasesAt, type PhraseMatch } from './phrases.ts';
import { isLowerCase, nextWord } from './words.ts';

/** A sentence of a notice is no longer; where no full stop comes within this, only the phrase goes. */
const SENTENCE_CHARACTERS = 200;

const SENTENCE_END = /[.!?]["'”’»)\]]*(?=\s|$|\p{Lu})|[。！？।]|(?=\n)|$/gu;

/**
 * Unmistakable phrases at the beginning of a line or sentence, also glued to the article: scope `inline` goes alone,
 * scope `sentence` takes the rest of its sentence along.
 */
export const inlinePhrases: Rule = (draft) => {
  const removals: Removal[] = [];
  let end = 0;
  for (const matches of draft.matches.values()) {
    let match = inlineOf(draft, matches);
    while (match !== undefined && match.start >= end) {
      end = endOf(draft.body, match);
      removals.push({ start: match.start, end, reason: match.phrase.reason });
      // Buttons come in rows: "Leave a Reply Cancel reply".
      match = inlineOf(draft, phrasesAt(draft.phrases, draft.body, end));
    }
  }
  return removals;
};

function inlineOf({ body }: Draft, matches: readonly PhraseMatch[]): PhraseMatch | undefined {
  return matches.findLast((match) =>
    match.phrase.scope === 'sentence' ? !isLowerCase(body, match.start)
      : match.phrase.scope === 'inline' && !isLowerCase(body, match.start) && standsAlone(body, match.end));
}

/** Whether the sentence does not go on: nothing follows, or a capital; without a space, not even that. */
function standsAlone(body: string, end: number): boolean {
  if (saysSomething(body, end, end + 1)) return false;
  const next = nextWord(body, end);
  return next === undefined || !isLowerCase(body, next.start);
}

function endOf(body: string, match: PhraseMatch): number {
  if (match.phrase.scope === 'inline') return match.end;
  SENTENCE_END.lastIndex = match.end;
  const stop = SENTENCE_END.exec(body.slice(0, match.end + SENTENCE_CHARACTERS));
  if (stop === null) return match.end;
  const end = stop.index + stop[0].length;
  return end === match.end + SENTENCE_CHARACTERS && stop[0] === '' ? match.end : end;
}
