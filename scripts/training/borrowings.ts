import type { Labelled } from './corpora.ts';
import { chance, sentencesOf } from './noise.ts';
import { isKept, pick, withNoise, type OtherReport } from './pools.ts';

/**
 * Most that is borrowed, of the shorter of both texts: a paragraph on what came before, an agency's or a site's standing
 * text. A third would be an excerpt.
 */
const MOST_BORROWED = 0.2;

/**
 * Other reports that repeat a stretch of a document, in its language or in another (then as its version there has it). Follow-ups
 * do so, and so does any two articles' standing text; the sets have too few of either.
 */
export function borrowingsOf(documents: readonly Labelled[], share: number): OtherReport[] {
  return documents.flatMap((document, at) => {
    const sameLanguage = chance(`borrow ${document.article.document.id}`) < 0.5;
    const version = sameLanguage ? document : pick(documents, `lender ${at}`, (other) => other.gold === document.gold && other.language !== document.language);
    if (version === undefined || !isKept(document, version, share)) return [];
    const stranger = pick(documents, `borrower ${at}`, (other) => other.gold !== document.gold && other.topic !== document.topic && other.language === version.language);
    return stranger === undefined ? [] : [{ document, other: withBorrowed(stranger, version) }];
  });
}

function withBorrowed(document: Labelled, lender: Labelled): Labelled {
  const [own, lent] = [sentencesOf(document.article.document.text), sentencesOf(lender.article.document.text)];
  const seed = `${document.article.document.id} ${lender.article.document.id}`;
  const most = Math.max(1, Math.floor(MOST_BORROWED * Math.min(own.length, lent.length)));
  const count = 1 + Math.floor(chance(`${seed} count`) * most);
  const from = Math.floor(chance(`${seed} from`) * Math.max(1, lent.length - count + 1));
  const to = Math.floor(chance(`${seed} to`) * (own.length + 1));
  return withNoise(document, () => [...own.slice(0, to), ...lent.slice(from, from + count), ...own.slice(to)].join('\n'), []);
}
