import { placesOn } from '../fingerprint/shelf.ts';
import type { Evidence } from '../types.ts';

/** The evidence on some pairs as JSON, side by side in memory that threads share: as objects it takes six times as much. */
export interface PackedEvidence {
  /** Where that on each pair ends, in bytes of UTF-8. */
  readonly ends: Uint32Array;
  readonly text: Uint8Array<SharedArrayBuffer>;
}

/** Puts evidence together. */
export function packEvidence(list: readonly Evidence[]): PackedEvidence {
  const texts = list.map((each) => Buffer.from(JSON.stringify(each)));
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [at, each] of texts.entries()) {
    end += each.length;
    ends[at] = end;
  }
  const text = new Uint8Array(new SharedArrayBuffer(end));
  for (const [at, each] of texts.entries()) text.set(each, ends[at - 1] ?? 0);
  return { ends, text };
}

/** The evidence on the pairs of several packs, by their places in all packs together. Throws `RangeError` for a place that is not there. */
export function evidenceShelfOf(packs: readonly PackedEvidence[]): (place: number) => Evidence {
  const sizes = packs.map(({ ends }) => ends.length);
  const placed = placesOn(sizes, Uint32Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, place) => place));
  return (place) => {
    const { pack, at } = placed(place);
    const { ends, text } = packs[pack] ?? NO_PACK;
    const evidence: Evidence = JSON.parse(Buffer.from(text.subarray(ends[at - 1] ?? 0, ends[at])).toString());
    return evidence;
  };
}

const NO_PACK: PackedEvidence = packEvidence([]);
