import { eachLine, type Draft, type Rule } from './draft.ts';
import { saysSomething } from './line-phrases.ts';
import { sentencesOf, isParagraph } from './lines.ts';
import { longestAt, phrasesAt } from './phrases.ts';
import { wordsOf } from './words.ts';

/** A caption is a sentence or two. */
const CAPTION_CHARACTERS = 350;

/** A credit names an agency, sometimes a photographer: "(AP Photo/Jane Roe)", "(Foto: John Doe/dpa)". */
const CREDIT = /[([（]([^()[\]（）\n]{2,60})[)\]）]$/u;

/**
 * Photo captions: a line that ends in the name of an agency or medium in brackets, without a full stop before them.
 * (German papers name the agency of an article so, but after its last full stop.)
 */
export const captions: Rule = eachLine((draft, line, index) => {
  // A headline may name its source.
  if (index === 0 || line.end - line.start > CAPTION_CHARACTERS) return undefined;
  const text = draft.body.slice(line.start, line.end);
  const credit = CREDIT.exec(text);
  if (credit === null) return undefined;
  const caption = text.slice(0, credit.index).trim();
  if (sentencesOf(caption).length > 2 || isParagraph(caption)) return undefined;
  const names = credit[1] ?? '';
  if (opensWithPhoto(draft, names)) return 'caption';
  return namesMedium(draft, names) && !/[.!?。।]["”’»]?$/u.test(caption) ? 'caption' : undefined;
});

function opensWithPhoto(draft: Draft, names: string): boolean {
  return phrasesAt(draft.phrases, names, 0).some(({ phrase }) => phrase.scope === 'start' && phrase.reason === 'caption');
}

/** Whether the first or the last words are an agency, a medium or a word for one: "AP", "Roe/AFP", "Russian media". */
function namesMedium(draft: Draft, names: string): boolean {
  return wordsOf(names).some((word, index, words) => {
    const match = longestAt(draft.phrases, names, word.start, 'credit');
    if (match === undefined) return false;
    return match.end === words.at(-1)?.end || (index === 0 && !saysSomething(names, match.end, match.end + 1));
  });
}
