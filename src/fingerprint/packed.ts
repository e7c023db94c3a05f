import type { Fingerprint } from './fingerprint.ts';
import { KEY_FAMILIES } from '../types.ts';

/** Fingerprints side by side in one piece of memory that threads can share: nothing is copied to read them. */
export interface PackedPrints {
  readonly heads: readonly PackedHead[];
  readonly buffer: SharedArrayBuffer;
}

interface PackedHead extends Pick<Fingerprint, 'id' | 'language' | 'length'> {
  readonly sentences: number;
  readonly keys: number;
  readonly places: number;
  readonly shingles: number;
}

/** Puts fingerprints together. */
export function packPrints(prints: readonly Fingerprint[]): PackedPrints {
  const heads = prints.map(({ id, language, length, lengths, keys, places, shingles }) => ({
    id, language, length, sentences: lengths.length, keys: keys.length, places: places.length, shingles: shingles.length,
  }));
  const buffer = new SharedArrayBuffer(heads.reduce((sum, head) => sum + sizeOf(head), 0));
  for (const [at, views] of viewsOf({ heads, buffer }).entries()) {
    const print = prints[at];
    if (print === undefined) continue;
    views.lengths.set(print.lengths);
    views.keys.set(print.keys);
    views.weights.set(print.weights);
    views.documentWeights.set(print.documentWeights);
    views.first.set(print.first);
    views.sentenceNorms.set(print.sentenceNorms);
    views.sentenceWeights.set(print.sentenceWeights);
    views.norms.set(print.norms);
    views.shingles.set(print.shingles);
    views.places.set(print.places);
  }
  return { heads, buffer };
}

/** The fingerprints that were put together: views of the same memory. */
export function unpackPrints(packed: PackedPrints): readonly Fingerprint[] {
  return viewsOf(packed);
}

const NORMS = KEY_FAMILIES.length + 1;

/** Bytes of one fingerprint: words of four, and the places, which are two each, rounded up to that. */
function sizeOf({ sentences, keys, places, shingles }: PackedHead): number {
  const words = sentences * (2 + KEY_FAMILIES.length) + keys * 3 + keys + 1 + NORMS + shingles;
  return 4 * (words + Math.ceil(places / 2));
}

function viewsOf({ heads, buffer }: PackedPrints): Fingerprint[] {
  let at = 0;
  const floats = (count: number): Float32Array => new Float32Array(buffer, (at += 4 * count) - 4 * count, count);
  const words = (count: number): Uint32Array => new Uint32Array(buffer, (at += 4 * count) - 4 * count, count);
  return heads.map((head) => {
    const end = at + sizeOf(head);
    const { id, language, length, sentences, keys, places, shingles } = head;
    const print = {
      id,
      language,
      length,
      lengths: floats(sentences),
      keys: words(keys),
      weights: floats(keys),
      documentWeights: floats(keys),
      first: words(keys + 1),
      sentenceNorms: floats(sentences),
      sentenceWeights: floats(sentences * KEY_FAMILIES.length),
      norms: floats(NORMS),
      shingles: words(shingles),
      places: new Uint16Array(buffer, at, places),
    };
    at = end;
    return print;
  });
}
