import { clean } from './clean/clean.ts';
import { shippedPhrases } from './clean/phrases.ts';
import { extract, takeParts } from './extract/extract.ts';
import { contentHash } from './fingerprint/content-hash.ts';
import { printOf } from './fingerprint/fingerprint.ts';
import { candidatesAmong, groupPrepared } from './grouping.ts';
import { judgeCandidates } from './judging.ts';
import { byLanguage } from './language/by-language.ts';
import { detectLanguage } from './language/detect.ts';
import type { PipelineOptions } from './options.ts';
import { printList, type Found, type Prepared } from './pair.ts';
import { onceForSameText } from './same-text.ts';
import type { Article, Document } from './types.ts';

/** clean → language → extract. */
export function takeApart(document: Document, options: Pick<PipelineOptions, 'clean'>): Article {
  const cleaned = clean(document, { enabled: options.clean, phrases: shippedPhrases() });
  return extract(cleaned, detectLanguage(cleaned));
}

/** All that is done to a document by itself. Of its text nothing is held any more. */
export function prepare(document: Document, options: PipelineOptions): Prepared {
  const cleaned = clean(document, { enabled: options.clean, phrases: shippedPhrases() });
  const parts = takeParts(cleaned, detectLanguage(cleaned));
  const { text, ...head } = document;
  const letters = parts.sentences.reduce((sum, { length }) => sum + length, 0);
  return { document: head, contentHash: contentHash(text), characters: text.length, language: parts.language, removed: parts.removed, letters, ...printOf(parts, options.background) };
}

/** The whole job: prepare → block → compare → judge → group. Documents in any order; the answer is in order of their ids. */
export function findClusters(documents: readonly Document[], options: PipelineOptions): Found {
  const prepared = byLanguage(documents).map(onceForSameText((document) => prepare(document, options))).sort(byId);
  const pairs = candidatesAmong(prepared, options);
  return groupPrepared(prepared, judgeCandidates(pairs, printList(prepared), options), options);
}

/** The order in which documents are told. */
export function byId({ document: x }: Identified, { document: y }: Identified): number {
  return x.id < y.id ? -1 : 1;
}

/** As much of what was prepared as its order is told by. */
interface Identified {
  readonly document: Pick<Document, 'id'>;
}
