import { readTable } from '../data/load.ts';

/** An n-gram as a number of its bytes, and another of all else: how many there are, and whether a word begins or ends there. */
export const NgramKind = { beginning: 8, end: 16 } as const;

/** The most bytes of an n-gram. */
export const NGRAM_BYTES = 4;

/** Slots, a power of two: over twice the n-grams of the table. */
const SLOTS = 2 ** 17;

/** The byte n-grams of languages, with what each tells of every language that has it. */
export class ByteNgrams {
  readonly languages: readonly string[];
  /** The score that texts of each language usually have. */
  readonly usual: readonly number[];
  readonly #bytes = new Int32Array(SLOTS);
  /** 0 where a slot is free. */
  readonly #kinds = new Uint8Array(SLOTS);
  /** By slot, the first of the n-gram's scores, plus one; by score, the next of the same n-gram. */
  readonly #first = new Int32Array(SLOTS);
  readonly #next: Int32Array;
  readonly #language: Uint8Array;
  readonly #score: Uint8Array;
  #scores = 0;

  /** `rows` are those of `ngrams.tsv`. Throws `TypeError` for a table that is none. */
  constructor(rows: readonly string[]) {
    const cells = rows.map((row) => row.split('\t'));
    this.languages = cells.map(([code = '']) => code);
    this.usual = cells.map(([, usual]) => Number(usual));
    const most = rows.reduce((sum, row) => sum + row.length, 0) / SHORTEST_ENTRY;
    [this.#next, this.#language, this.#score] = [new Int32Array(most), new Uint8Array(most), new Uint8Array(most)];
    for (const [language, [, , ngrams = '']] of cells.entries()) this.#addAll(ngrams, language);
  }

  /** Adds what an n-gram tells of each language to the sums, which are in their order. */
  addScores(bytes: number, kind: number, sums: Float64Array): void {
    for (let at = (this.#first[slotOf(this.#bytes, this.#kinds, bytes, kind)] ?? 0) - 1; at >= 0; at = (this.#next[at] ?? 0) - 1) {
      const language = this.#language[at] ?? 0;
      sums[language] = (sums[language] ?? 0) + (this.#score[at] ?? 0);
    }
  }

  /** Takes in `_ab%C3 57 …`, code unit by code unit: cut into a hundred thousand strings it would be read in three times as long. */
  #addAll(ngrams: string, language: number): void {
    for (let at = 0; at < ngrams.length; at++) {
      let [bytes, kind] = [0, 0];
      for (let unit = ngrams.charCodeAt(at); unit !== SPACE; unit = ngrams.charCodeAt(++at)) {
        if (unit === UNDERSCORE) kind |= (kind & COUNT) === 0 ? NgramKind.beginning : NgramKind.end;
        else {
          const byte = unit === PERCENT ? hexAt(ngrams, at + 1) : unit;
          if (unit === PERCENT) at += 2;
          bytes = (bytes << 8) | byte;
          kind++;
        }
        if (!(at < ngrams.length)) throw new TypeError('ngrams.tsv: the last n-gram of a row has no score; run npm run ngrams');
      }
      let score = 0;
      for (at++; at < ngrams.length && ngrams.charCodeAt(at) !== SPACE; at++) score = 10 * score + ngrams.charCodeAt(at) - ZERO;
      this.#add(bytes, kind, language, score);
    }
  }

  #add(bytes: number, kind: number, language: number, score: number): void {
    const slot = slotOf(this.#bytes, this.#kinds, bytes, kind);
    this.#bytes[slot] = bytes;
    this.#kinds[slot] = kind;
    this.#next[this.#scores] = this.#first[slot] ?? 0;
    this.#language[this.#scores] = language;
    this.#score[this.#scores] = score;
    this.#first[slot] = ++this.#scores;
  }
}

/** The bits of a kind that count bytes. */
const COUNT = 7;

/** Characters of the shortest entry of the table: `a_ 9`, and a space. */
const SHORTEST_ENTRY = 5;

const [SPACE, PERCENT, ZERO, UNDERSCORE] = [0x20, 0x25, 0x30, 0x5f];

function hexAt(text: string, at: number): number {
  return 16 * hexDigit(text.charCodeAt(at)) + hexDigit(text.charCodeAt(at + 1));
}

function hexDigit(unit: number): number {
  return unit > 0x40 ? unit - 0x37 : unit - ZERO;
}

/** The slot that holds an n-gram, or the free one where it would go; both lists have a power of two of slots. */
export function slotOf(bytes: Int32Array, kinds: Uint8Array, wanted: number, kind: number): number {
  const mask = kinds.length - 1;
  const hash = Math.imul(wanted ^ Math.imul(kind, 0x85ebca6b), 0x9e3779b1);
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (kinds[slot] !== 0 && (bytes[slot] !== wanted || kinds[slot] !== kind)) slot = (slot + 1) & mask;
  return slot;
}

let shipped: ByteNgrams | undefined;

/** Those in `src/data/ngrams.tsv`. */
export function shippedNgrams(): ByteNgrams {
  shipped ??= new ByteNgrams(readTable('ngrams.tsv').split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  return shipped;
}
