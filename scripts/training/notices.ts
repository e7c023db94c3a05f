import type { Labelled } from './corpora.ts';
import { filledAnew, type Filling } from './forms.ts';
import { chance, NOISE_WITHIN, sentencesOf } from './noise.ts';
import { isKept, pick, withNoise, type OtherReport, type Twins } from './pools.ts';

/** Sentences of a notice at most: what a feed tells of an article, or an agency of an event in a line. */
const MOST_SENTENCES = 3;

/** In so few words more than half of the names and figures are others where a form is filled anew. */
const FILLING: Filling = { leastFigures: 0.6, leastNames: 0.6, leastFilled: 0.1, mostChanged: 0 };

/** What notices go through on their way. One in which a name or a figure was put right may as well be of another event: from that nothing is learned. */
const KINDS = ['copy', 'a tenth reworded'] as const;

/** A document, and its beginning as if that were all. */
interface Noticed {
  readonly document: Labelled;
  readonly notice: Labelled;
}

function noticesOf(documents: readonly Labelled[], share: number): readonly Noticed[] {
  return documents.filter((document) => isKept(document, document, share)).map((document) => ({ document, notice: noticeOf(document) }));
}

function noticeOf(document: Labelled): Labelled {
  const { title: _, ...head } = document.article.document;
  // As many sentences of each version of a report.
  const count = 1 + Math.floor(MOST_SENTENCES * chance(`${document.gold} notice`));
  return withNoise({ ...document, article: { ...document.article, document: head } }, (text) => sentencesOf(text).slice(0, count).join('\n'), []);
}

/** The documents, every other one cut to a notice: what a notice meets where it is one among many. */
export function amongNotices(documents: readonly Labelled[]): Labelled[] {
  return documents.map((document) => (chance(`${document.article.document.id} among`) < 0.5 ? noticeOf(document) : document));
}

/** Notices with what comes of them, and with the articles that they are of. */
export function noticeTwins(documents: readonly Labelled[], share: number): Twins[] {
  const noticed = noticesOf(documents, share);
  const texts = noticed.map(({ notice }) => notice.article.document.text);
  return noticed.flatMap(({ document, notice }) =>
    KINDS.flatMap((kind) => {
      const noise = NOISE_WITHIN[kind];
      if (noise === undefined) return [];
      const twin = withNoise(notice, noise, texts);
      return [{ document: notice, twin, kind: `notice, ${kind}` }, { document, twin, kind: `article and notice, ${kind}` }];
    }),
  );
}

/**
 * Notices and articles, and their versions in other languages, with notices in their form, but of other people, places and figures:
 * results, verdicts, appointments, accidents.
 */
export function noticeForms(documents: readonly Labelled[], share: number): OtherReport[] {
  return noticesOf(documents, share).flatMap(({ document, notice }, at) => {
    const source = pick(documents, `noticed by ${at}`, (other) => other.gold !== document.gold && other.topic !== document.topic && other.language === document.language);
    const other = source === undefined ? undefined : filledAnew(notice, source, FILLING);
    if (other === undefined || other.article.language.code !== notice.article.language.code) return [];
    const version = pick(documents, `version of ${at}`, ({ gold, language, independent }) => gold === document.gold && language !== document.language && !independent);
    return [{ document: notice, other }, { document, other }, ...(version === undefined ? [] : [{ document: noticeOf(version), other }, { document: version, other }])];
  });
}
