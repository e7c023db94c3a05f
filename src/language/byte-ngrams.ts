import { readTable } from '../data/load.ts';
import { ownMemory } from '../kernel/kernel.ts';

/** What an n-gram is beside its bytes, in one number: how many there are, and whether a word begins or ends there. Never 0; as in `kernel/ngrams.ts`. */
const NgramKind = { beginning: 8, end: 16 } as const;

/** The bits of a kind, and those that count bytes. */
const KIND_BITS = 5;
const KIND = 2 ** KIND_BITS - 1;
const COUNT = 7;

/** Slots, a power of two: over twice the n-grams of the table. */
const SLOTS = 2 ** 17;

/** What an n-gram tells of one language is one number of two bytes: the score, the language, and whether the next number is of the same n-gram. */
const SCORE_BITS = 9;
const LANGUAGE_BITS = 6;
const GOES_ON = 2 ** (SCORE_BITS + LANGUAGE_BITS);
const SCORE = 2 ** SCORE_BITS - 1;

/** While the table is read: what an n-gram tells, and above it where the one before is told, plus one. */
const BEFORE_SHIFT = SCORE_BITS + LANGUAGE_BITS;

/** Scores there is room for. */
const MOST_SCORES = 2 ** (32 - BEFORE_SHIFT);

/** Languages there is room for. */
export const MOST_LANGUAGES = 2 ** LANGUAGE_BITS;

/** The byte n-grams of languages, with what each tells of every language that has it. */
export class ByteNgrams {
  readonly languages: readonly string[];
  /** The score that texts of each language usually have. */
  readonly usual: readonly number[];
  /** As the kernel's `ngramSlot` has them; above the kind stands where the n-gram's first score is. */
  readonly slots: Uint32Array = ownMemory().uint32(2 * SLOTS);
  /** Those of an n-gram side by side, so that one wait for memory brings them all; the first place is nobody's. */
  readonly scores: Uint16Array;

  /** `rows` are those of `ngrams.tsv`. Throws `TypeError` for what does not fit. */
  constructor(rows: readonly string[]) {
    const cells = rows.map((row) => row.split('\t'));
    if (cells.length > MOST_LANGUAGES) throw new TypeError(`ngrams.tsv: ${cells.length} languages, where there is room for ${MOST_LANGUAGES}`);
    this.languages = cells.map(([code = '']) => code);
    this.usual = cells.map(([, usual]) => Number(usual));
    const chains = new Chains();
    for (const [language, [, , ngrams = '']] of cells.entries()) this.#addAll(ngrams, language, chains);
    this.scores = this.#sideBySide(chains);
  }

  /** Takes in `_ab%C3 57 …`, code unit by code unit: cut into a hundred thousand strings it would take far longer. */
  #addAll(ngrams: string, language: number, chains: Chains): void {
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
      const slot = 2 * ownMemory().kernel.ngramSlot(this.slots.byteOffset, SLOTS - 1, bytes, kind) + 1;
      this.slots[slot] = (chains.add((this.slots[slot] ?? 0) >>> KIND_BITS, language, score) << KIND_BITS) | kind;
      this.slots[slot - 1] = bytes;
    }
  }

  /** The scores of the chains in the order of their slots, which then tell where each begins. */
  #sideBySide(chains: Chains): Uint16Array {
    const scores = ownMemory().uint16(chains.count + 1);
    let end = 1;
    for (let slot = 1; slot < this.slots.length; slot += 2) {
      const told = this.slots[slot] ?? 0;
      if (told === 0) continue;
      this.slots[slot] = (end << KIND_BITS) | (told & KIND);
      end = chains.write(told >>> KIND_BITS, scores, end);
    }
    return scores;
  }
}

/** What n-grams tell while the table is read, language by language: of each n-gram a chain, the last language first. */
class Chains {
  readonly #links = new Int32Array(MOST_SCORES);
  count = 0;

  /** Adds a score before those of a chain (0 for none); the chain that begins there. */
  add(chain: number, language: number, score: number): number {
    if (score > SCORE || this.count + 1 >= MOST_SCORES) throw new TypeError(`ngrams.tsv: a score of ${score}, or more scores than there is room for`);
    this.#links[this.count++] = (chain << BEFORE_SHIFT) | (language << SCORE_BITS) | score;
    return this.count;
  }

  /** Writes the scores of a chain from a place on; the place after them. */
  write(chain: number, scores: Uint16Array, start: number): number {
    let end = start;
    for (let at = chain; at > 0; ) {
      const link = this.#links[at - 1] ?? 0;
      at = link >>> BEFORE_SHIFT;
      scores[end++] = (link & (GOES_ON - 1)) | (at > 0 ? GOES_ON : 0);
    }
    return end;
  }
}

const [SPACE, PERCENT, ZERO, UNDERSCORE] = [0x20, 0x25, 0x30, 0x5f];

function hexAt(text: string, at: number): number {
  return 16 * hexDigit(text.charCodeAt(at)) + hexDigit(text.charCodeAt(at + 1));
}

function hexDigit(unit: number): number {
  return unit > 0x40 ? unit - 0x37 : unit - ZERO;
}

let shipped: ByteNgrams | undefined;

/** Those in `src/data/ngrams.tsv`. */
export function shippedNgrams(): ByteNgrams {
  shipped ??= new ByteNgrams(readTable('ngrams.tsv').split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  return shipped;
}
