import { NOISE_ACROSS, NOISE_WITHIN, type Noise } from './noise.ts';
import { readRows, type Labelled } from './corpora.ts';
import { candidatePairs } from '../../src/block/candidates.ts';
import type { CandidatePair } from '../../src/block/pair-list.ts';
import { screening, shippedScreen } from '../../src/compare/screen.ts';
import { compare } from '../../src/compare/compare.ts';
import { hashText } from '../../src/extract/shingles.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { BRIEF } from '../../src/fingerprint/print.ts';
import { packed } from '../../src/fingerprint/packed-print.ts';
import type { PrintCore } from '../../src/fingerprint/print.ts';
import { listOf, type PrintList } from '../../src/fingerprint/shelf.ts';
import { featuresOf, partOf, partWithin } from '../../src/judge/features.ts';
import { takeApart } from '../../src/pipeline.ts';
import type { Article } from '../../src/types.ts';
import type { PipelineOptions } from '../../src/options.ts';
import type { Example } from './logistic.ts';

/** A labelled pair with the folds of its two documents: it is tested by a model of neither. */
export interface PairExample extends Example {
  readonly a: Labelled;
  readonly b: Labelled;
  readonly folds: readonly [number, number];
  /** What it is counted under in the report. */
  readonly group: string;
  /** The model that learns from it. */
  readonly part: ReturnType<typeof partOf>;
}

/** What was learned of keys and sentences, which the judge stands on. */
export type Figures = Pick<PipelineOptions, 'background' | 'sentences'>;

/** Parts of the cross-validation. */
const FOLDS = 5;

/** Documents of one topic in one fold, the same in every run. */
export function foldOf({ topic }: Labelled): number {
  return hashText(topic) % FOLDS;
}

/** Documents looked at together: each fingerprinted once, each pair compared once, when it is asked for. */
export class Pool {
  readonly documents: readonly Labelled[];
  readonly fingerprints: readonly PrintCore[];
  readonly prints: PrintList;
  /** All that are near enough to be learned from. */
  readonly pairs: readonly CandidatePair[];
  readonly #figures: Figures;
  readonly #features = new Map<number, readonly number[]>();

  constructor(documents: readonly Labelled[], figures: Figures) {
    this.documents = documents;
    this.#figures = figures;
    this.fingerprints = documents.map(({ article }) => fingerprint(article, figures.background));
    this.prints = listOf(this.fingerprints);
    this.pairs = [...candidatePairs(this.prints, () => true)];
  }

  /** Those that the product judges. */
  screened(): readonly CandidatePair[] {
    return [...candidatePairs(this.prints, screening(this.prints, shippedScreen()))];
  }

  /** What the judge weighs of two documents, given by their places; `FEATURE_NAMES` tells the order. */
  featuresOf(a: number, b: number): readonly number[] {
    const key = Math.min(a, b) * this.documents.length + Math.max(a, b);
    const known = this.#features.get(key);
    if (known !== undefined) return known;
    const [x, y] = [this.fingerprints[a], this.fingerprints[b]];
    if (x === undefined || y === undefined) throw new RangeError(`no documents ${a} and ${b} in ${this.documents.length}`);
    const features = featuresOfPair(x, y, this.#figures);
    this.#features.set(key, features);
    return features;
  }
}

/** What the judge weighs of two fingerprints. */
function featuresOfPair(x: PrintCore, y: PrintCore, { sentences }: Figures): number[] {
  return featuresOf(compare(packed(x), packed(y), sentences));
}

/** Whether two documents are one report; undefined where the labels do not say: independent reports of one story. */
function isOneReport(a: Labelled, b: Labelled): boolean | undefined {
  if (a.gold !== b.gold) return false;
  return a.independent ? undefined : true;
}

/** A pair as an example, with the folds of its documents and the model that learns from it. */
function example(a: Labelled, b: Labelled, features: readonly number[], positive: boolean, group: string): PairExample {
  return { a, b, folds: [foldOf(a), foldOf(b)], group, part: partOf(features), positive, weight: 1, features };
}

/** The candidate pairs of a pool as examples; of those, the `share` whose hash falls under it. */
export function poolExamples(pool: Pool, group: string, share = 1): PairExample[] {
  return pool.pairs.flatMap(({ a, b }) => {
    const [left, right] = [pool.documents[a], pool.documents[b]];
    if (left === undefined || right === undefined) return [];
    const positive = isOneReport(left, right);
    if (positive === undefined || !isKept(left, right, share)) return [];
    return [example(left, right, pool.featuresOf(a, b), positive, group)];
  });
}

/** The candidate pairs of a pool of which one is brief, as examples; of those in two languages, a `share`. */
export function briefExamples(pool: Pool, group: string, share: number): PairExample[] {
  const isBrief = (place: number): boolean => (pool.fingerprints[place]?.lengths.length ?? 0) <= BRIEF;
  return pool.pairs.flatMap(({ a, b }) => {
    const [left, right] = [pool.documents[a], pool.documents[b]];
    if (left === undefined || right === undefined || (!isBrief(a) && !isBrief(b))) return [];
    const positive = isOneReport(left, right);
    if (positive === undefined || !isKept(left, right, left.article.language.code === right.article.language.code ? 1 : share)) return [];
    return [example(left, right, pool.featuresOf(a, b), positive, group)];
  });
}

/** Whether a pair is in the share that is taken, by a hash of its ids. */
export function isKept(a: Labelled, b: Labelled, share: number): boolean {
  return share >= 1 || hashText(`${a.article.document.id} ${b.article.document.id}`) / 2 ** 32 < share;
}

/** The documents, each with one kind of damage (or none) that its id and the seed choose. */
export function damaged(documents: readonly Labelled[], seed: string): Labelled[] {
  const kinds = ['none', ...Object.keys(NOISE_ACROSS)];
  const texts = documents.map(({ article }) => article.document.text);
  return documents.map((document) => {
    const noise = NOISE_ACROSS[kinds[hashText(`${seed} ${document.article.document.id}`) % kinds.length] ?? 'none'];
    return noise === undefined ? document : withNoise(document, noise, texts);
  });
}

/** A document after the noise, taken apart anew. */
export function withNoise(document: Labelled, noise: Noise, others: readonly string[]): Labelled {
  const { document: original } = document.article;
  const text = noise(original.text, original.id, others);
  return { ...document, article: takeApart({ ...original, text }, { clean: true }) };
}

/** The document with only those keys that `keep` accepts, by their canonical text. */
export function withKeys(document: Labelled, keep: (text: string) => boolean): Labelled {
  return { ...document, article: withArticleKeys(document.article, keep) };
}

/** An article with only those keys that `keep` accepts. */
export function withArticleKeys(article: Article, keep: (text: string) => boolean): Article {
  return { ...article, sentences: article.sentences.map((sentence) => ({ ...sentence, keys: sentence.keys.filter(({ text }) => keep(text)) })) };
}

/** Whether a key, by its canonical text, is none that the dictionary or the entity table gives. */
export function isNoTableKey(text: string): boolean {
  return !/^[we]:/u.test(text);
}

/**
 * The documents, those in every other language without the keys that the dictionary and the entity table give: so the judge
 * learns what to expect of languages that have no column there.
 */
export function withoutDictionary(documents: readonly Labelled[]): Labelled[] {
  return documents.map((document) => {
    return hashText(`blind ${document.language}`) % 2 === 0 ? document : withKeys(document, isNoTableKey);
  });
}

/** A document, and another report that looks like it. */
export interface OtherReport {
  readonly document: Labelled;
  readonly other: Labelled;
}

/**
 * Other events with the same actors: each document with an article of another report in which every sentence's names are
 * those of some sentence of the document's own version in that language. What a follow-up is like, and what the sets have
 * too little of.
 */
export function sameActors(documents: readonly Labelled[], share: number): OtherReport[] {
  return documents.flatMap((document, at) => {
    const version = pick(documents, `version ${at}`, (other) => other.gold === document.gold && other.language !== document.language);
    if (version === undefined || !isKept(document, version, share)) return [];
    const stranger = pick(documents, `stranger ${at}`, (other) => other.gold !== document.gold && other.language === version.language);
    if (stranger === undefined) return [];
    const other = withNamesOf(stranger, version);
    return document.article.language.code === other.article.language.code ? [] : [{ document, other }];
  });
}

/** One of the documents that fit, the same in every run. */
export function pick(documents: readonly Labelled[], seed: string, fits: (document: Labelled) => boolean): Labelled | undefined {
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

/** Other reports as examples, counted under `group`. */
export function otherReportExamples(pairs: readonly OtherReport[], group: string, figures: Figures): PairExample[] {
  return pairs.map(({ document, other }) => {
    const features = featuresOfPair(fingerprint(document.article, figures.background), fingerprint(other.article, figures.background), figures);
    return example(document, other, features, false, group);
  });
}

/** A document and a damaged copy of it. */
export interface Twins {
  readonly document: Labelled;
  readonly twin: Labelled;
  readonly kind: string;
}

/** Shorter texts are hardly cut or reworded. */
const SHORTEST_TEXT = 300;

/** Documents with damaged copies of themselves, in each of the ways one text comes twice in a language. */
export function twinsOf(documents: readonly Labelled[], share: number, kinds: readonly string[] = Object.keys(NOISE_WITHIN)): Twins[] {
  const texts = documents.map(({ article }) => article.document.text);
  return documents
    .filter((document) => isKept(document, document, share) && document.article.document.text.length > SHORTEST_TEXT)
    .flatMap((document) =>
      kinds.flatMap((kind) => {
        const noise = NOISE_WITHIN[kind];
        return noise === undefined ? [] : [{ document, twin: withNoise(document, noise, texts), kind }];
      }),
    );
}

/** Twins as examples: one report in one language, whatever was taken for their languages. */
export function copyExamples(twins: readonly Twins[], figures: Figures): PairExample[] {
  return twins.map(({ document, twin, kind }) => {
    const features = featuresOfPair(fingerprint(document.article, figures.background), fingerprint(twin.article, figures.background), figures);
    return { ...example(document, twin, features, true, `copy: ${kind}`), part: partWithin(features) };
  });
}

/** Candidate pairs of independent articles: of one story or of two. */
export function storyExamples(pool: Pool, group: string): PairExample[] {
  return pool.pairs.flatMap(({ a, b }) => {
    const [left, right] = [pool.documents[a], pool.documents[b]];
    if (left === undefined || right === undefined) return [];
    return [example(left, right, pool.featuresOf(a, b), left.gold === right.gold, group)];
  });
}

/** All pairs of a topic's documents: each topic holds two look-alike events, so half of them are of two stories. */
export function lookAlikeExamples(pool: Pool): PairExample[] {
  return pool.documents.flatMap((left, a) =>
    pool.documents.flatMap((right, b) => {
      if (b <= a || left.topic !== right.topic) return [];
      return [example(left, right, pool.featuresOf(a, b), left.gold === right.gold, 'look-alike events')];
    }),
  );
}

/** Scores from 1 (one story) to 4 (unrelated); up to this a pair counts as one story. */
export const SAME_STORY = 2;

/** A pair of articles with the score that people gave it. */
export interface ScoredPair {
  readonly a: Labelled;
  readonly b: Labelled;
  readonly score: number;
}

/** The pairs of `semeval22`. */
export function scoredPairs(documents: readonly Labelled[]): ScoredPair[] {
  const byId = new Map(documents.map((document) => [document.article.document.id, document]));
  return readRows('semeval22.pairs.jsonl.gz').flatMap((row) => {
    const [a, b] = [byId.get(row['a'] ?? ''), byId.get(row['b'] ?? '')];
    return a === undefined || b === undefined ? [] : [{ a, b, score: Number(row['score']) }];
  });
}

/** The pairs of articles that people scored, as examples of one story or of two. */
export function scoredExamples(pairs: readonly ScoredPair[], figures: Figures): PairExample[] {
  return pairs.map(({ a, b, score }) => {
    const features = featuresOfPair(fingerprint(a.article, figures.background), fingerprint(b.article, figures.background), figures);
    return example(a, b, features, score <= SAME_STORY, 'semeval22');
  });
}
