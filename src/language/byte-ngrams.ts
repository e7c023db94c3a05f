import { readTable } from '../data/load.ts';

/** What an n-gram is beside its bytes, in one number: how many there are, and whether a word begins or ends there. Never 0. */
export const NgramKind = { beginning: 8, end: 16 } as const;

/** The bits of a kind, and those that count bytes. */
const KIND_BITS = 5;
const KIND = 2 ** KIND_BITS - 1;
const COUNT = 7;

/** The most bytes of an n-gram. */
export const NGRAM_BYTES = 4;

/** Slots, a power of two: over twice the n-grams of the table. */
const SLOTS = 2 ** 17;

/** What an n-gram tells of one language is one number: the score, the language, and where the next is told, plus one. */
const SCORE_BITS = 9;
const LANGUAGE_BITS = 6;
const NEXT_SHIFT = SCORE_BITS + LANGUAGE_BITS;

/** Languages there is room for. */
export const MOST_LANGUAGES = 2 ** LANGUAGE_BITS;

/** The byte n-grams of languages, with what each tells of every language that has it. */
export class ByteNgrams {
  readonly languages: readonly string[];
  /** The score that texts of each language usually have. */
  readonly usual: readonly number[];
  /** As `slotOf` has them; above the kind stands where the n-gram's first score is, plus one. */
  readonly #slots = new Int32Array(2 * SLOTS);
  readonly #scores: Int32Array;
  #count = 0;

  /** `rows` are those of `ngrams.tsv`. Throws `TypeError` for what does not fit. */
  constructor(rows: readonly string[]) {
    const cells = rows.map((row) => row.split('\t'));
    if (cells.length > MOST_LANGUAGES) throw new TypeError(`ngrams.tsv: ${cells.length} languages, where there is room for ${MOST_LANGUAGES}`);
    this.languages = cells.map(([code = '']) => code);
    this.usual = cells.map(([, usual]) => Number(usual));
    this.#scores = new Int32Array(2 ** (32 - NEXT_SHIFT));
    for (const [language, [, , ngrams = '']] of cells.entries()) this.#addAll(ngrams, language);
  }

  /** Adds what an n-gram tells of each language to the sums, which are in their order. */
  addScores(bytes: number, kind: number, sums: Float64Array): void {
    const told = this.#slots[2 * slotOf(this.#slots, bytes, kind) + 1] ?? 0;
    for (let at = (told >>> KIND_BITS) - 1; at >= 0; ) {
      const score = this.#scores[at] ?? 0;
      const language = (score >>> SCORE_BITS) & (MOST_LANGUAGES - 1);
      sums[language] = (sums[language] ?? 0) + (score & (2 ** SCORE_BITS - 1));
      at = (score >>> NEXT_SHIFT) - 1;
    }
  }

  /** Takes in `_ab%C3 57 …`, code unit by code unit: cut into a hundred thousand strings it would take far longer. */
  #addAll(ngrams: string, language: number): void {
    for (let at = 0; at < ngrams.length; at++) {
      let [bytes, kind] = [0, 0];
      for (let unit = ngrams.charCodeAt(at); unit !== SPACE; unit = ngrams.charCodeAt(++at)) {
        if (at >= ngrams.length) throw new TypeError('ngrams.tsv: the last n-gram of a row has no score; run npm run ngrams');
        if (unit === UNDERSCORE) kind |= (kind & COUNT) === 0 ? NgramKind.beginning : NgramKind.end;
        else {
          bytes = (bytes << 8) | (unit === PERCENT ? hexAt(ngrams, at + 1) : unit);
          if (unit === PERCENT) at += 2;
          kind++;
        }
      }
      let score = 0;
      for (at++; at < ngrams.length && ngrams.charCodeAt(at) !== SPACE; at++) score = 10 * score + ngrams.charCodeAt(at) - ZERO;
      this.#add(bytes, kind, language, score);
    }
  }

  #add(bytes: number, kind: number, language: number, score: number): void {
    if (score >= 2 ** SCORE_BITS || this.#count + 1 >= this.#scores.length) throw new TypeError(`ngrams.tsv: a score of ${score}, or more scores than there is room for`);
    const slot = slotOf(this.#slots, bytes, kind);
    const next = (this.#slots[2 * slot + 1] ?? 0) >>> KIND_BITS;
    this.#scores[this.#count++] = (next << NEXT_SHIFT) | (language << SCORE_BITS) | score;
    this.#slots[2 * slot] = bytes;
    this.#slots[2 * slot + 1] = (this.#count << KIND_BITS) | kind;
  }
}

const [SPACE, PERCENT, ZERO, UNDERSCORE] = [0x20, 0x25, 0x30, 0x5f];

function hexAt(text: string, at: number): number {
  return 16 * hexDigit(text.charCodeAt(at)) + hexDigit(text.charCodeAt(at + 1));
}

function hexDigit(unit: number): number {
  return unit > 0x40 ? unit - 0x37 : unit - ZERO;
}

/**
 * The slot that holds an n-gram, or the free one where it would go. A slot is two numbers, the bytes and, lowest in the other, the kind, which is 0
 * where it is free; their number is a power of two.
 */
export function slotOf(slots: Int32Array, bytes: number, kind: number): number {
  const mask = slots.length / 2 - 1;
  const hash = Math.imul(bytes ^ Math.imul(kind, 0x85ebca6b), 0x9e3779b1);
  for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const own = (slots[2 * slot + 1] ?? 0) & KIND;
    if (own === 0 || (own === kind && slots[2 * slot] === bytes)) return slot;
  }
}

let shipped: ByteNgrams | undefined;

/** Those in `src/data/ngrams.tsv`. */
export function shippedNgrams(): ByteNgrams {
  shipped ??= new ByteNgrams(readTable('ngrams.tsv').split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  return shipped;
}
