import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { placesOn } from '../fingerprint/shelf.ts';
import type { Evidence } from '../types.ts';

/** The evidence on some pairs, side by side in memory that threads share: as objects it takes ten times as much. */
export interface PackedEvidence {
  /** Of each pair `FIGURES` in a row. */
  readonly figures: Float64Array<SharedArrayBuffer>;
  /** What is told in words, as JSON: that of `GROUP` pairs deflated together, these side by side. */
  readonly words: Uint8Array<SharedArrayBuffer>;
  /** Where each group ends. */
  readonly groups: Uint32Array;
  /** Where what is told of each pair ends within its group as it was before, in bytes of UTF-8. */
  readonly ends: Uint32Array;
}

/** Pairs are told in another order than they lie in: with more a group takes longer to inflate for each, with fewer it is larger. */
const GROUP = 16;

/** The lowest level of deflate, as for mentions. */
const LEVEL = 1;

type Words = Pick<Evidence, 'names' | 'quantities' | 'hint'>;

const FIGURES = 12;

function figuresOf({ likeness, families, alignment, coverage, alignedSentences, lengthRatio, wordSequences }: Evidence): readonly number[] {
  return [likeness, families.name, families.quantity, families.word, families.cognate, alignment, coverage.a, coverage.b, alignedSentences, lengthRatio, wordSequences.a, wordSequences.b];
}

function evidenceIn(figures: Float64Array, { names, quantities, hint }: Words): Evidence {
  const [likeness = 0, name = 0, quantity = 0, word = 0, cognate = 0, alignment = 0, coverageA = 0, coverageB = 0, alignedSentences = 0, lengthRatio = 0, sequencesA = 0, sequencesB = 0] = figures;
  return {
    likeness,
    families: { name, quantity, word, cognate },
    alignment,
    coverage: { a: coverageA, b: coverageB },
    alignedSentences,
    lengthRatio,
    wordSequences: { a: sequencesA, b: sequencesB },
    ...(hint === undefined ? {} : { hint }),
    names,
    quantities,
  };
}

/** Puts evidence together. */
export function packEvidence(list: readonly Evidence[]): PackedEvidence {
  const texts = list.map(({ names, quantities, hint }) => Buffer.from(JSON.stringify({ names, quantities, hint })));
  const ends = new Uint32Array(texts.length);
  const deflated: Buffer[] = [];
  for (let from = 0; from < texts.length; from += GROUP) {
    const group = texts.slice(from, from + GROUP);
    ends.set(endsOf(group), from);
    deflated.push(deflateRawSync(Buffer.concat(group), { level: LEVEL }));
  }
  const groups = Uint32Array.from(endsOf(deflated));
  const words = new Uint8Array(new SharedArrayBuffer(groups.at(-1) ?? 0));
  for (const [at, each] of deflated.entries()) words.set(each, groups[at - 1] ?? 0);
  const figures = new Float64Array(new SharedArrayBuffer(8 * FIGURES * list.length));
  for (const [at, each] of list.entries()) figures.set(figuresOf(each), at * FIGURES);
  return { figures, words, groups, ends };
}

/** Where each of some pieces ends that lie side by side. */
function endsOf(pieces: readonly Uint8Array[]): number[] {
  let end = 0;
  return pieces.map(({ length }) => (end += length));
}

/** The evidence on the pairs of several packs, by their places in all packs together. Throws `RangeError` for a place that is not there. */
export function evidenceShelfOf(packs: readonly PackedEvidence[]): (place: number) => Evidence {
  const sizes = packs.map(({ ends }) => ends.length);
  const placed = placesOn(sizes, Uint32Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, place) => place));
  // Pairs of one document lie together, and most are told one after the other.
  let latest = { pack: -1, group: -1, text: Buffer.alloc(0) };
  const textOf = (pack: number, group: number): Buffer => {
    const { words, groups } = packs[pack] ?? NO_PACK;
    if (latest.pack !== pack || latest.group !== group) latest = { pack, group, text: inflateRawSync(words.subarray(groups[group - 1] ?? 0, groups[group])) };
    return latest.text;
  };
  return (place) => {
    const { pack, at } = placed(place);
    const { figures, ends } = packs[pack] ?? NO_PACK;
    const text = textOf(pack, Math.floor(at / GROUP));
    const told: Words = JSON.parse(text.toString('utf8', at % GROUP === 0 ? 0 : ends[at - 1], ends[at]));
    return evidenceIn(figures.subarray(at * FIGURES, (at + 1) * FIGURES), told);
  };
}

const NO_PACK: PackedEvidence = packEvidence([]);
