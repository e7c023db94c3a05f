import { NOISE_ACROSS, NOISE_WITHIN, type Noise } from './noise.ts';
import { readRows, type Labelled } from './corpora.ts';
import { candidatePairs } from '../../src/block/candidates.ts';
import { compare } from '../../src/compare/compare.ts';
import { hashText } from '../../src/extract/shingles.ts';
import { fingerprint, type Fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { featuresOf } from '../../src/judge/features.ts';
import { takeApart } from '../../src/pipeline.ts';
import type { Background } from '../../src/fingerprint/background.ts';
import type { Example } from './logistic.ts';

/** A labelled pair with the folds of its two documents: it is tested by the model of one and trained on by those of neither. */
export interface PairExample extends Example {
  readonly a: Labelled;
  readonly b: Labelled;
  readonly folds: readonly [number, number];
  /** What it is counted under in the report. */
  readonly group: string;
  readonly oneLanguage: boolean;
}

/** Parts of the cross-validation. */
export const FOLDS = 5;

/** Documents of one topic in one fold, the same in every run. */
export function foldOf({ topic }: Labelled): number {
  return hashText(topic) % FOLDS;
}

/** Whether two documents are one report; undefined where the labels do not say: independent reports of one story. */
function isOneReport(a: Labelled, b: Labelled): boolean | undefined {
  if (a.gold !== b.gold) return false;
  return a.independent ? undefined : true;
}

function example(a: Labelled, b: Labelled, x: Fingerprint, y: Fingerprint, positive: boolean, group: string, weight = 1): PairExample {
  const oneLanguage = x.language === y.language;
  return { a, b, folds: [foldOf(a), foldOf(b)], group, oneLanguage, positive, weight, features: featuresOf(compare(x, y)) };
}

/** The candidate pairs of a pool as examples; of those, the `share` whose hash falls under it. */
export function poolExamples(documents: readonly Labelled[], background: Background, group: string, share = 1): PairExample[] {
  const fingerprints = documents.map(({ article }) => fingerprint(article, background));
  return candidatePairs(fingerprints).flatMap(({ a, b }) => {
    const [left, right, x, y] = [documents[a], documents[b], fingerprints[a], fingerprints[b]];
    if (left === undefined || right === undefined || x === undefined || y === undefined) return [];
    const positive = isOneReport(left, right);
    if (positive === undefined || !isKept(left, right, share)) return [];
    return [example(left, right, x, y, positive, group)];
  });
}

function isKept(a: Labelled, b: Labelled, share: number): boolean {
  return share >= 1 || hashText(`${a.article.document.id} ${b.article.document.id}`) / 2 ** 32 < share;
}

/** The documents, each with one kind of damage that its id chooses (or none). */
export function damaged(documents: readonly Labelled[], only?: string): Labelled[] {
  const kinds = ['none', ...Object.keys(NOISE_ACROSS)];
  const texts = documents.map(({ article }) => article.document.text);
  return documents.map((document) => {
    const kind = only ?? kinds[hashText(`noise ${document.article.document.id}`) % kinds.length] ?? 'none';
    const noise = NOISE_ACROSS[kind];
    return noise === undefined ? document : withNoise(document, noise, texts);
  });
}

function withNoise(document: Labelled, noise: Noise, others: readonly string[]): Labelled {
  const { document: original } = document.article;
  const text = noise(original.text, original.id, others);
  return { ...document, article: takeApart({ ...original, text }, { clean: true }) };
}

/**
 * The documents, those in every other language without the keys that the dictionary and the entity table give: so the judge
 * learns what to expect of languages that have no column there.
 */
export function withoutDictionary(documents: readonly Labelled[]): Labelled[] {
  return documents.map((document) => {
    if (hashText(`blind ${document.language}`) % 2 === 0) return document;
    const sentences = document.article.sentences.map((sentence) => ({ ...sentence, keys: sentence.keys.filter(({ text }) => !/^[we]:/u.test(text)) }));
    return { ...document, article: { ...document.article, sentences } };
  });
}

/**
 * Other events with the same actors: each document against an article of another report in which every sentence's names are
 * those of some sentence of the document's own version in that language. What a follow-up is like, and what the sets have
 * too little of.
 */
export function sameActorExamples(documents: readonly Labelled[], background: Background, share: number): PairExample[] {
  return documents.flatMap((document, at) => {
    const version = pick(documents, `version ${at}`, (other) => other.gold === document.gold && other.language !== document.language);
    if (version === undefined || !isKept(document, version, share)) return [];
    const stranger = pick(documents, `stranger ${at}`, (other) => other.gold !== document.gold && other.language === version.language);
    if (stranger === undefined) return [];
    const actors = withNamesOf(stranger, version);
    const [x, y] = [fingerprint(document.article, background), fingerprint(actors.article, background)];
    return x.language === y.language ? [] : [example(document, actors, x, y, false, 'same actors, other event')];
  });
}

/** One of the documents that fit, the same in every run. */
function pick(documents: readonly Labelled[], seed: string, fits: (document: Labelled) => boolean): Labelled | undefined {
  const start = hashText(seed) % documents.length;
  for (let step = 0; step < documents.length; step++) {
    const candidate = documents[(start + step) % documents.length];
    if (candidate !== undefined && fits(candidate)) return candidate;
  }
  return undefined;
}

/** A document with its names replaced, sentence by sentence in a shuffled order, by those of another in its language. */
function withNamesOf(document: Labelled, other: Labelled): Labelled {
  const theirs = other.article.sentences.map(({ keys }) => keys.filter(({ family }) => family === 'name'));
  const sentences = document.article.sentences.map((sentence, at) => {
    const names = theirs[hashText(`${document.article.document.id} ${at}`) % Math.max(1, theirs.length)] ?? [];
    return { ...sentence, keys: [...sentence.keys.filter(({ family }) => family !== 'name'), ...names] };
  });
  return { ...document, article: { ...document.article, sentences } };
}

/** Every document against a damaged copy of itself, in each of the ways one text comes twice in a language. */
export function copyExamples(documents: readonly Labelled[], background: Background, share: number): PairExample[] {
  const texts = documents.map(({ article }) => article.document.text);
  return documents
    .filter((document) => isKept(document, document, share) && document.article.document.text.length > 300)
    .flatMap((document) =>
      Object.entries(NOISE_WITHIN).map(([kind, noise]) => {
        const twin = withNoise(document, noise, texts);
        const [x, y] = [fingerprint(document.article, background), fingerprint(twin.article, background)];
        return { ...example(document, twin, x, y, true, `copy: ${kind}`), oneLanguage: true };
      }),
    );
}

/** Pairs of independent articles in one language: of one story (no copies unless they share their words) or of two. */
export function storyExamples(documents: readonly Labelled[], background: Background, group: string): PairExample[] {
  const fingerprints = documents.map(({ article }) => fingerprint(article, background));
  return candidatePairs(fingerprints).flatMap(({ a, b }) => {
    const [left, right, x, y] = [documents[a], documents[b], fingerprints[a], fingerprints[b]];
    if (left === undefined || right === undefined || x === undefined || y === undefined) return [];
    return [example(left, right, x, y, left.gold === right.gold, group)];
  });
}

/** All pairs of a topic's documents: each topic holds two look-alike events, so half of them are of two stories. */
export function lookAlikeExamples(documents: readonly Labelled[], background: Background): PairExample[] {
  const fingerprints = documents.map(({ article }) => fingerprint(article, background));
  return documents.flatMap((left, a) =>
    documents.slice(a + 1).flatMap((right, offset) => {
      const [x, y] = [fingerprints[a], fingerprints[a + 1 + offset]];
      if (left.topic !== right.topic || x === undefined || y === undefined) return [];
      return [example(left, right, x, y, left.gold === right.gold, 'look-alike events')];
    }),
  );
}

/** Scores from 1 (one story) to 4 (unrelated); up to this a pair counts as one story. */
const SAME_STORY = 2;

/** The pairs of articles that people scored. */
export function scoredExamples(documents: readonly Labelled[], background: Background): PairExample[] {
  const byId = new Map(documents.map((document) => [document.article.document.id, document]));
  return readRows('semeval22.pairs.jsonl.gz').flatMap((row) => {
    const [a, b] = [byId.get(row['a'] ?? ''), byId.get(row['b'] ?? '')];
    if (a === undefined || b === undefined) return [];
    const [x, y] = [fingerprint(a.article, background), fingerprint(b.article, background)];
    return [example(a, b, x, y, Number(row['score']) <= SAME_STORY, 'semeval22')];
  });
}
