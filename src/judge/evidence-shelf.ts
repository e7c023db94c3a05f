import { placesOn } from '../fingerprint/shelf.ts';
import type { Evidence, SharedForm } from '../types.ts';

/** The evidence on some pairs, as the texts give it, side by side in memory that threads share: as objects it takes several times as much. */
export interface PackedEvidence {
  /** Of each pair `FIGURES` in a row. */
  readonly figures: Float64Array<SharedArrayBuffer>;
  /** What is told in words, in UTF-8, a line each: how many names both have, these as the one writes them and as the other, and so the quantities. */
  readonly words: Uint8Array<SharedArrayBuffer>;
  /** Where that of each pair ends, in bytes. */
  readonly ends: Uint32Array;
}

type Words = Pick<Evidence, 'names' | 'quantities'>;

const FIGURES = 12;

function figuresOf({ likeness, families, alignment, coverage, alignedSentences, lengthRatio, wordSequences }: Evidence): readonly number[] {
  return [likeness, families.name, families.quantity, families.word, families.cognate, alignment, coverage.a, coverage.b, alignedSentences, lengthRatio, wordSequences.a, wordSequences.b];
}

function evidenceIn(figures: Float64Array, { names, quantities }: Words): Evidence {
  const [likeness = 0, name = 0, quantity = 0, word = 0, cognate = 0, alignment = 0, coverageA = 0, coverageB = 0, alignedSentences = 0, lengthRatio = 0, sequencesA = 0, sequencesB = 0] = figures;
  return {
    likeness,
    families: { name, quantity, word, cognate },
    alignment,
    coverage: { a: coverageA, b: coverageB },
    alignedSentences,
    lengthRatio,
    wordSequences: { a: sequencesA, b: sequencesB },
    names,
    quantities,
  };
}

/** Forms have no line breaks. */
function linesOf({ names, quantities }: Words): string {
  return [names.length, ...[...names, ...quantities].flatMap(({ a, b }) => [a, b])].join('\n');
}

function wordsIn(lines: string): Words {
  const [count, ...forms] = lines.split('\n');
  const shared = Array.from({ length: forms.length / 2 }, (_, at): SharedForm => ({ a: forms[2 * at] ?? '', b: forms[2 * at + 1] ?? '' }));
  return { names: shared.slice(0, Number(count)), quantities: shared.slice(Number(count)) };
}

/** Puts evidence together. */
export function packEvidence(list: readonly Evidence[]): PackedEvidence {
  const texts = list.map((each) => Buffer.from(linesOf(each)));
  const figures = new Float64Array(new SharedArrayBuffer(8 * FIGURES * list.length));
  for (const [at, each] of list.entries()) figures.set(figuresOf(each), at * FIGURES);
  let end = 0;
  const ends = Uint32Array.from(texts, ({ length }) => (end += length));
  const words = new Uint8Array(new SharedArrayBuffer(end));
  for (const [at, text] of texts.entries()) words.set(text, ends[at - 1] ?? 0);
  return { figures, words, ends };
}

/** The evidence on the pairs of several packs, by their places in all packs together. Throws `RangeError` for a place that is not there. */
export function evidenceShelfOf(packs: readonly PackedEvidence[]): (place: number) => Evidence {
  const sizes = packs.map(({ ends }) => ends.length);
  const placed = placesOn(sizes, Uint32Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, place) => place));
  const texts = packs.map(({ words }) => Buffer.from(words.buffer));
  return (place) => {
    const { pack, at } = placed(place);
    const { figures, ends } = packs[pack] ?? NO_PACK;
    const lines = (texts[pack] ?? NO_TEXT).toString('utf8', ends[at - 1] ?? 0, ends[at]);
    return evidenceIn(figures.subarray(at * FIGURES, (at + 1) * FIGURES), wordsIn(lines));
  };
}

const NO_PACK: PackedEvidence = packEvidence([]);
const NO_TEXT = Buffer.alloc(0);
