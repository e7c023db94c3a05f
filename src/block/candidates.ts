import { BestByLanguage } from './best-by-language.ts';
import { firstAlike } from './copies.ts';
import { PairList } from './pair-list.ts';
import { PartnerScores } from './partner-scores.ts';
import { buildPostings, type Posted, type Postings } from './postings.ts';
import type { Fingerprint } from '../fingerprint/fingerprint.ts';

/** Two documents worth comparing, by their places in the list given; `a < b`. */
export interface CandidatePair {
  readonly a: number;
  readonly b: number;
}

/**
 * A key this light is in too many documents to look for a partner by: it stands for a rate of 8 % in the background
 * (2.5 nats). The cut-off is the background's and not the folder's, so that what is found does not depend on what else is there.
 */
const LEAST_WEIGHT = 2.5;

/** Partners looked at for each document in each language, the most promising first: the prototype's figure (design notes: it missed none of 1,368). */
const BEST_PER_LANGUAGE = 8;

/**
 * Of documents alike to the last key so many are entered, one more than a document has partners; each further one has the
 * first as its only partner. What it shares with any other, the first shares too.
 */
const MOST_ALIKE = BEST_PER_LANGUAGE + 1;

/**
 * The pairs worth comparing: each document's most alike partners in every language, by the keys and word sequences they
 * share. Ascending; symmetric in the documents' order. Linear in the number of documents, whatever they share.
 */
export function candidatePairs(fingerprints: readonly Fingerprint[]): CandidatePair[] {
  const { first, rank } = firstAlike(fingerprints);
  const isEntered = (document: number): boolean => (rank[document] ?? 0) < MOST_ALIKE;
  const { languageOf, languages } = numberLanguages(fingerprints);
  const indexes = { keys: buildPostings(postedKeys(fingerprints, isEntered)), shingles: buildPostings(postedShingles(fingerprints, isEntered)) };
  const scores = new PartnerScores(fingerprints.length);
  const best = new BestByLanguage(languageOf, languages, BEST_PER_LANGUAGE);
  const pairs = new PairList(fingerprints.length);
  for (const [index, fingerprint] of fingerprints.entries()) {
    if (!isEntered(index)) {
      pairs.add(first[index] ?? 0, index);
      continue;
    }
    scorePartners(index, fingerprint, indexes, languageOf, scores);
    scores.take((partner, score) => best.offer(partner, score));
    best.take((partner) => pairs.add(index, partner));
  }
  return pairs.ascending();
}

interface Indexes {
  readonly keys: Postings;
  readonly shingles: Postings;
}

function scorePartners(index: number, fingerprint: Fingerprint, indexes: Indexes, languageOf: Uint16Array, scores: PartnerScores): void {
  const { keys, weights, shingles } = fingerprint;
  const isOther = (partner: number): boolean => partner !== index;
  const isInLanguage = (partner: number): boolean => partner !== index && languageOf[partner] === languageOf[index];
  scores.addShared(indexes.keys, keys, (at) => ((weights[at] ?? 0) < LEAST_WEIGHT ? 0 : shareOf(fingerprint, at)), isOther);
  scores.addShared(indexes.shingles, shingles, () => 1 / shingles.length, isInLanguage);
}

/** A key's part of the document: the cosine of two documents is the sum of the products. */
function shareOf({ documentWeights, norms }: Fingerprint, at: number): number {
  return (documentWeights[at] ?? 0) / (norms.at(-1) ?? 1);
}

const NOTHING = new Uint32Array();

function postedKeys(fingerprints: readonly Fingerprint[], isEntered: (document: number) => boolean): Posted {
  return {
    documents: fingerprints.length,
    keysOf: (document) => (isEntered(document) ? (fingerprints[document]?.keys ?? NOTHING) : NOTHING),
    weightsOf: (document) => fingerprints[document]?.weights,
    least: LEAST_WEIGHT,
    shareOf: (document, at) => {
      const fingerprint = fingerprints[document];
      return fingerprint === undefined ? 0 : shareOf(fingerprint, at);
    },
  };
}

function postedShingles(fingerprints: readonly Fingerprint[], isEntered: (document: number) => boolean): Posted {
  return {
    documents: fingerprints.length,
    keysOf: (document) => (isEntered(document) ? (fingerprints[document]?.shingles ?? NOTHING) : NOTHING),
    weightsOf: () => undefined,
    least: 0,
    shareOf: () => 1,
  };
}

function numberLanguages(fingerprints: readonly Fingerprint[]): { languageOf: Uint16Array; languages: number } {
  const numbers = new Map<string, number>();
  const languageOf = Uint16Array.from(fingerprints, ({ language }) => {
    const number = numbers.get(language) ?? numbers.size;
    numbers.set(language, number);
    return number;
  });
  return { languageOf, languages: numbers.size };
}
