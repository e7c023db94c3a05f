import type { DocumentParts } from '../extract/extract.ts';
import { keyName, type KeyName } from '../extract/key-name.ts';
import { takeKeys } from '../extract/keys.ts';
import { KEY_FAMILIES, type Article } from '../types.ts';
import { KeyGatherer, type Gathered } from './gather.ts';
import { nameWeight } from './weight.ts';
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

/** Keys in half of all documents tell nothing, and cost the most. */
const LEAST_WEIGHT = 0.7;

/** Longer texts are told by their first sentences: an alignment of 2,000 by 2,000 takes 16 MB and 50 ms. */
const MOST_SENTENCES = 2_000;

/** Gathers document after document, one at a time. */
const gatherer = new KeyGatherer();

/** The fingerprint of a document: its keys weighted by how rare they are in news (idf by the background). */
export function fingerprint(article: Article, background: Background): Fingerprint {
  const { document, language, shingles } = article;
  const sentences = article.sentences.slice(0, MOST_SENTENCES);
  for (const [index, sentence] of sentences.entries()) {
    for (const { text, family, share } of sentence.keys) gather(keyName(family, text), share, index, language.code, background);
  }
  return printOf(document.id, language.code, sentences, gatherer.finish(), shingles, background);
}

/** The same straight from the tokens of a document: no object is made for a key. */
export function fingerprintOf(parts: DocumentParts, background: Background): Fingerprint {
  const { document, language, sentences, context } = parts;
  const read = sentences.slice(0, MOST_SENTENCES);
  for (const [index, { tokens }] of read.entries()) {
    takeKeys(tokens, context, (name, _start, _end, share) => gather(name, share, index, language.code, background));
  }
  return printOf(document.id, language.code, read, gatherer.finish(), parts.shingles, background);
}

function gather(name: KeyName, share: number, sentence: number, language: string, background: Background): void {
  if (gatherer.again(name.hash, sentence)) return;
  const weight = nameWeight(name, language, background) * share;
  if (weight >= LEAST_WEIGHT) gatherer.enter(name.hash, weight, sentence);
}

function printOf(
  id: string, language: string, sentences: readonly { readonly length: number }[], gathered: Gathered, shingles: Uint32Array, background: Background,
): Fingerprint {
  const factor = background.lengthFactor(language);
  const lengths = Float32Array.from(sentences, ({ length }) => length / factor);
  const { keys, weights, counts, first, places } = gathered;
  const documentWeights = Float32Array.from(weights, (weight, at) => weight * Math.sqrt(counts[at] ?? 0));
  return {
    id,
    language,
    lengths,
    length: lengths.reduce((sum, length) => sum + length, 0),
    keys,
    weights: Float32Array.from(weights),
    documentWeights,
    first,
    places,
    ...sentenceSums(gathered, sentences.length),
    norms: familyNorms(keys, documentWeights),
    shingles,
  };
}

/** The place of a key's family in `KEY_FAMILIES`. */
export function familyIndex(key: number): number {
  return key & 3;
}

/** The norm of each sentence's weights, and their sums by family. */
function sentenceSums({ keys, weights, first, places }: Gathered, count: number): Pick<Fingerprint, 'sentenceNorms' | 'sentenceWeights'> {
  const squares = new Float32Array(count);
  const sums = new Float32Array(count * KEY_FAMILIES.length);
  for (let at = 0; at < keys.length; at++) {
    const [weight, family] = [weights[at] ?? 0, familyIndex(keys[at] ?? 0)];
    for (let place = first[at] ?? 0; place < (first[at + 1] ?? 0); place++) {
      const sentence = places[place] ?? 0;
      const cell = sentence * KEY_FAMILIES.length + family;
      squares[sentence] = (squares[sentence] ?? 0) + weight * weight;
      sums[cell] = (sums[cell] ?? 0) + weight;
    }
  }
  return { sentenceNorms: squares.map(Math.sqrt), sentenceWeights: sums };
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
