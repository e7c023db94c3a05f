import type { PipelineOptions } from '../../options.ts';
import { comparePair, type Prepared } from '../../pair.ts';
import { prepare, takeApart } from '../../pipeline.ts';
import type { Article, Document } from '../../types.ts';
import { markMentions } from './mentions.ts';
import type { PageVersion, PageVersions } from './page-data.ts';
import { supposedPairs } from './supposed.ts';

/** Of what was set aside its beginning is enough to see what it was. */
const REMOVED_CHARACTERS = 300;

/** A document taken apart, with what it is compared by. */
interface Part {
  readonly article: Article;
  readonly prepared: Prepared;
}

interface Partner {
  readonly partner: number;
  readonly isSupposed: boolean;
}

/**
 * The texts of documents that belong together, the sentences of each aligned with those of the one at `pivot`. The documents are
 * taken apart anew, so that a report of any size is written with the texts of one cluster in memory.
 */
export function versionsOf(documents: readonly Document[], pivot: number, options: PipelineOptions): PageVersions {
  const articles = documents.map((document) => takeApart(document, options));
  const parts = articles.map((article) => ({ article, prepared: prepare(article.document, options) }));
  const { mentions, marks } = markMentions(articles);
  const center = parts[pivot];
  const versions = parts.map((version, at): PageVersion => {
    const partners = center === undefined || at === pivot ? new Map<number, Partner>() : partnersOf(center, version, options);
    const sentences = version.article.sentences.map((_, place) => {
      const { partner, isSupposed } = partners.get(place) ?? { partner: -1, isSupposed: false };
      return { t: textOf(version.article, place), m: marks[at]?.[place] ?? [], p: partner, ...(isSupposed ? { s: 1 as const } : {}) };
    });
    return { sentences, removed: removedFrom(version.article) };
  });
  return { versions, mentions };
}

/** A gain is the probability that two sentences are versions of each other: under this they are likelier not, and shown as a guess. */
const LIKELY = 0.5;

/** By sentence of `version`, the sentence of `center` that it is aligned with, or that it must be if it is any. */
function partnersOf(center: Part, version: Part, options: PipelineOptions): ReadonlyMap<number, Partner> {
  const pair = comparePair(center.prepared, version.prepared, options);
  const isSwapped = pair.a !== center.prepared;
  const found = pair.comparison.pairs.map(({ a, b, gain }) => ({ ...(isSwapped ? { first: b, other: a } : { first: a, other: b }), gain }));
  const supposed = supposedPairs(found, lettersOf(center.article), lettersOf(version.article));
  return new Map<number, Partner>([
    ...found.map((each) => [each.other, { partner: each.first, isSupposed: each.gain < LIKELY }] as const),
    ...supposed.map((each) => [each.other, { partner: each.first, isSupposed: true }] as const),
  ]);
}

function lettersOf({ sentences }: Article): readonly number[] {
  return sentences.map(({ length }) => length);
}

function textOf({ document, sentences }: Article, place: number): string {
  const sentence = sentences[place];
  if (sentence === undefined) return '';
  return (sentence.inTitle ? (document.title ?? '') : document.text).slice(sentence.start, sentence.end);
}

function removedFrom({ document, removed }: Article): PageVersion['removed'] {
  return removed.map(({ reason, start, end }) => {
    const text = document.text.slice(start, end).trim();
    return { reason, text: text.length > REMOVED_CHARACTERS ? `${text.slice(0, REMOVED_CHARACTERS)}…` : text };
  });
}
