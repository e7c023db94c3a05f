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
 * The pairs worth comparing: each document's most alike partners in every language, by the keys and word sequences they
 * share. Ascending; symmetric in the documents' order.
 */
export function candidatePairs(fingerprints: readonly Fingerprint[]): CandidatePair[] {
  const postings = buildPostings(fingerprints);
  const scores = new Float64Array(fingerprints.length);
  const chosen = new Set<number>();
  for (const [index, fingerprint] of fingerprints.entries()) {
    const touched = scorePartners(index, fingerprint, postings, fingerprints, scores);
    for (const partner of bestByLanguage(touched, scores, fingerprints)) {
      chosen.add(Math.min(index, partner) * fingerprints.length + Math.max(index, partner));
    }
    for (const partner of touched) scores[partner] = 0;
  }
  return [...chosen]
    .sort((x, y) => x - y)
    .map((pair) => ({ a: Math.floor(pair / fingerprints.length), b: pair % fingerprints.length }));
}

interface Posting {
  readonly document: number;
  readonly weight: number;
}

interface Postings {
  readonly keys: ReadonlyMap<number, readonly Posting[]>;
  readonly shingles: ReadonlyMap<number, readonly number[]>;
}

function buildPostings(fingerprints: readonly Fingerprint[]): Postings {
  const keys = new Map<number, Posting[]>();
  const shingles = new Map<number, number[]>();
  for (const [document, { keys: own, weights, documentWeights, norms, shingles: sample }] of fingerprints.entries()) {
    const norm = norms.at(-1) ?? 1;
    for (const [at, key] of own.entries()) {
      if ((weights[at] ?? 0) < LEAST_WEIGHT) continue;
      const posting = { document, weight: (documentWeights[at] ?? 0) / norm };
      const list = keys.get(key);
      if (list === undefined) keys.set(key, [posting]);
      else list.push(posting);
    }
    for (const shingle of sample) {
      const list = shingles.get(shingle);
      if (list === undefined) shingles.set(shingle, [document]);
      else list.push(document);
    }
  }
  return { keys, shingles };
}

/** Adds up each partner's likeness in `scores`; returns the partners touched. */
function scorePartners(
  index: number,
  { keys, weights, documentWeights, norms, shingles, language }: Fingerprint,
  postings: Postings,
  all: readonly Fingerprint[],
  scores: Float64Array,
): number[] {
  const touched: number[] = [];
  const add = (document: number, score: number): void => {
    if (document === index || score <= 0) return;
    if (scores[document] === 0) touched.push(document);
    scores[document] = (scores[document] ?? 0) + score;
  };
  const norm = norms.at(-1) ?? 1;
  for (const [at, key] of keys.entries()) {
    if ((weights[at] ?? 0) < LEAST_WEIGHT) continue;
    const own = (documentWeights[at] ?? 0) / norm;
    for (const { document, weight } of postings.keys.get(key) ?? []) add(document, own * weight);
  }
  for (const shingle of shingles) {
    for (const document of postings.shingles.get(shingle) ?? []) {
      if (all[document]?.language === language) add(document, 1 / shingles.length);
    }
  }
  return touched;
}

function bestByLanguage(touched: readonly number[], scores: Float64Array, fingerprints: readonly Fingerprint[]): number[] {
  const byLanguage = new Map<string, number[]>();
  for (const partner of touched) {
    const language = fingerprints[partner]?.language ?? '';
    const list = byLanguage.get(language);
    if (list === undefined) byLanguage.set(language, [partner]);
    else list.push(partner);
  }
  return [...byLanguage.values()].flatMap((partners) =>
    partners.sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0) || x - y).slice(0, BEST_PER_LANGUAGE),
  );
}
