import { hashText } from '../extract/shingles.ts';
import { isCased } from '../language/table.ts';
import { KEY_FAMILIES, type Article, type Key, type KeyFamily, type Sentence } from '../types.ts';
import type { Background } from './background.ts';

/**
 * All that is kept of a document to compare it. Keys are in ascending order; a key's low two bits are its family's place in
 * `KEY_FAMILIES`.
 */
export interface Fingerprint {
  readonly id: string;
  readonly language: string;
  /** Letters of each sentence, in English letters: what it would need there. */
  readonly lengths: Float32Array;
  /** Sum of `lengths`. */
  readonly length: number;
  readonly keys: Uint32Array;
  /** Weight of the key within a sentence. */
  readonly weights: Float32Array;
  /** Weight of the key within the document: more often is more, by the root. */
  readonly documentWeights: Float32Array;
  /** The sentences of key `i` are `places[first[i]]` to `places[first[i + 1] - 1]`. */
  readonly first: Uint32Array;
  readonly places: Uint16Array;
  /** Euclidean norm of each sentence's weights. */
  readonly sentenceNorms: Float32Array;
  /** Sum of each sentence's weights by family: those of sentence `i` from `i * KEY_FAMILIES.length` on. */
  readonly sentenceWeights: Float32Array;
  /** Euclidean norm of the document weights: of each family, and last of all. */
  readonly norms: Float32Array;
  readonly shingles: Uint32Array;
}

/** Added to a rate so that a key never seen weighs 7.6 and not infinitely much (the prototype's figure). */
const RATE_FLOOR = 0.0005;

/** The rate of a word of middling frequency: what an unmeasured word is taken for. */
const UNMEASURED_RATE = 0.02;

/** Keys in half of all documents tell nothing, and cost the most. */
const LEAST_WEIGHT = 0.7;

/** Longer texts are told by their first sentences: an alignment of 2,000 by 2,000 takes 16 MB and 50 ms. */
const MOST_SENTENCES = 2_000;

interface Gathered {
  readonly weight: number;
  readonly sentences: number[];
  count: number;
}

/** The fingerprint of a document: its keys weighted by how rare they are in news (idf by the background). */
export function fingerprint(article: Article, background: Background): Fingerprint {
  const { document, language, shingles } = article;
  const sentences = article.sentences.slice(0, MOST_SENTENCES);
  const gathered = gatherKeys(sentences, language.code, background);
  const keys = Uint32Array.from(gathered.keys()).sort();
  const entries = Array.from(keys, (key) => gathered.get(key) ?? { weight: 0, sentences: [], count: 0 });
  const factor = background.lengthFactor(language.code);
  const lengths = Float32Array.from(sentences, ({ length }) => length / factor);
  const documentWeights = Float32Array.from(entries, ({ weight, count }) => weight * Math.sqrt(count));
  return {
    id: document.id,
    language: language.code,
    lengths,
    length: lengths.reduce((sum, length) => sum + length, 0),
    keys,
    weights: Float32Array.from(entries, ({ weight }) => weight),
    documentWeights,
    ...placesOf(entries),
    sentenceNorms: sentenceNorms(entries, sentences.length),
    sentenceWeights: sentenceWeights(keys, entries, sentences.length),
    norms: familyNorms(keys, documentWeights),
    shingles,
  };
}

/** The place of a key's family in `KEY_FAMILIES`. */
export function familyIndex(key: number): number {
  return key & 3;
}

/** The 32-bit form of a key. */
export function hashKey(text: string, family: KeyFamily): number {
  return ((hashText(text) & ~3) | KEY_FAMILIES.indexOf(family)) >>> 0;
}

function gatherKeys(sentences: readonly Sentence[], language: string, background: Background): Map<number, Gathered> {
  const gathered = new Map<number, Gathered>();
  for (const [index, sentence] of sentences.entries()) {
    for (const key of sentence.keys) {
      const hash = hashKey(key.text, key.family);
      const known = gathered.get(hash);
      if (known !== undefined) {
        known.count++;
        if (known.sentences.at(-1) !== index) known.sentences.push(index);
        continue;
      }
      const weight = weightOf(key, language, background);
      if (weight >= LEAST_WEIGHT) gathered.set(hash, { weight, sentences: [index], count: 1 });
    }
  }
  return gathered;
}

/** How much sharing the key tells: minus the logarithm of how often news has it, times the share of the meaning. */
export function weightOf({ text, share }: Pick<Key, 'text' | 'share'>, language: string, background: Background): number {
  const rate = background.rateOf(text);
  const floor = rate === 0 && mayBeCommon(text, language, background) ? UNMEASURED_RATE : RATE_FLOOR;
  return -Math.log(rate + floor) * share;
}

/**
 * Whether a key never seen may be a common word of a language in which nothing was measured: a spelling that is no name for
 * certain, since the script has no capitals or the word has none.
 */
function mayBeCommon(key: string, language: string, background: Background): boolean {
  if (background.knows(language)) return false;
  return key.startsWith('c:') || (/^[ns]:/u.test(key) && !isCased(language));
}

function placesOf(entries: readonly Gathered[]): { first: Uint32Array; places: Uint16Array } {
  const first = new Uint32Array(entries.length + 1);
  for (const [index, { sentences }] of entries.entries()) first[index + 1] = (first[index] ?? 0) + sentences.length;
  return { first, places: Uint16Array.from(entries.flatMap(({ sentences }) => sentences)) };
}

function sentenceNorms(entries: readonly Gathered[], count: number): Float32Array {
  const squares = new Float32Array(count);
  for (const { weight, sentences } of entries) for (const at of sentences) squares[at] = (squares[at] ?? 0) + weight * weight;
  return squares.map(Math.sqrt);
}

function sentenceWeights(keys: Uint32Array, entries: readonly Gathered[], count: number): Float32Array {
  const sums = new Float32Array(count * KEY_FAMILIES.length);
  for (const [index, { weight, sentences }] of entries.entries()) {
    for (const at of sentences) {
      const cell = at * KEY_FAMILIES.length + familyIndex(keys[index] ?? 0);
      sums[cell] = (sums[cell] ?? 0) + weight;
    }
  }
  return sums;
}

function familyNorms(keys: Uint32Array, weights: Float32Array): Float32Array {
  const squares = new Float32Array(KEY_FAMILIES.length + 1);
  for (const [index, key] of keys.entries()) {
    const square = (weights[index] ?? 0) ** 2;
    squares[familyIndex(key)] = (squares[familyIndex(key)] ?? 0) + square;
    squares[KEY_FAMILIES.length] = (squares[KEY_FAMILIES.length] ?? 0) + square;
  }
  return squares.map(Math.sqrt);
}
