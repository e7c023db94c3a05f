import { buildLexeme, spellingsOf, type Lexeme } from './lexeme.ts';
import { isWrittenWithParticles } from './lexicon.ts';
import { OwnKeys } from './own-keys.ts';
import { traitsOf } from './traits.ts';
import { firstHash, secondHash, seedOf } from './word-hash.ts';

/**
 * The numbers kept of a word, side by side, so that a look at one brings the others into the cache. The traits share theirs with the
 * folded form's first code unit, and the concepts' count with that of the spellings.
 */
const Field = { firstHash: 0, secondHash: 1, foldedHash: 2, traits: 3, keys: 4, counts: 5, spellings: 6, following: 7 } as const;
const FIELDS = 8;
const HALF = 16;
const LOW_HALF = 0xffff;

/** What stands for the number of a word that one look does not find. */
export const NOT_FOUND = -1;

/** Of a word whose spellings nobody has asked for. */
const UNSPELT = -1;

/** Slots to begin with, a power of two: twice as many as there is room for words. */
const FIRST_SLOTS = 4096;

/** Words, and letters of words, that a vocabulary takes in before another follows it: room for those of a dozen languages that come again within some thousand articles. */
const MOST_WORDS = 200_000;
const MOST_LETTERS = 4_000_000;

/**
 * The words of the texts of late, each with a number, and what they mean by themselves in numbers: what a text is made of is then read
 * without an object for each word. Numbers hold within one vocabulary.
 *
 * A word is found by two hashes of 32 bits; two words of which both agree, one pair in 10¹⁹, would be taken for one.
 */
export class Vocabulary {
  /** The keys of the words. */
  readonly keys = new OwnKeys();
  /** By slot, open addressing: the word's number plus one, 0 where free. */
  #slots = new Int32Array(FIRST_SLOTS);
  #records = new Int32Array((FIRST_SLOTS / 2) * FIELDS);
  readonly #lexemes: Lexeme[] = [];
  #letters = 0;
  /** The vocabulary before, in which words are looked for that this one does not have yet. */
  #before: Vocabulary | undefined;

  constructor(before?: Vocabulary) {
    this.#before = before;
    if (before !== undefined) before.#before = undefined;
  }

  /** Whether it is time for another. */
  get isFull(): boolean {
    return this.#lexemes.length >= MOST_WORDS || this.#letters >= MOST_LETTERS;
  }

  /** The number of the word between two offsets of a text; the hashes are those of its code units after the seed of its language. */
  numberOf(text: string, start: number, end: number, first: number, second: number, language: string): number {
    const slot = this.#slotOf(first, second);
    const number = (this.#slots[slot] ?? 0) - 1;
    return number >= 0 ? number : this.#add(slot, first, second, this.#known(first, second) ?? buildLexeme(copied(text, start, end), language));
  }

  /**
   * The numbers of some words by their hashes, as far as each lies in the first slot where it may, as most do; `NOT_FOUND` for others, known or not. Two
   * loops of little: so a processor waits for the memory of many words at once.
   */
  findAll(firsts: Int32Array, seconds: Int32Array, count: number, numbers: Int32Array): void {
    const [slots, records, mask] = [this.#slots, this.#records, this.#slots.length - 1];
    for (let at = 0; at < count; at++) numbers[at] = (slots[firstSlotOf(firsts[at] ?? 0, mask)] ?? 0) - 1;
    for (let at = 0; at < count; at++) {
      const record = (numbers[at] ?? NOT_FOUND) * FIELDS;
      if (record >= 0 && (records[record + Field.firstHash] !== firsts[at] || records[record + Field.secondHash] !== seconds[at])) numbers[at] = NOT_FOUND;
    }
  }

  lexeme(word: number): Lexeme {
    const lexeme = this.#lexemes[word];
    if (lexeme === undefined) throw new RangeError(`The vocabulary has ${this.#lexemes.length} words, and none of the number ${word}.`);
    return lexeme;
  }

  /** The bits of `Trait`; others are set besides. */
  traits(word: number): number {
    return this.#records[word * FIELDS + Field.traits] ?? 0;
  }

  /** The hash of the word's folded form, signed. */
  foldedHash(word: number): number {
    return this.#records[word * FIELDS + Field.foldedHash] ?? 0;
  }

  /** The place in `keys` of the first of the word's: those of its concepts, then, where it has one, that of a cognate. */
  firstKey(word: number): number {
    return this.#records[word * FIELDS + Field.keys] ?? 0;
  }

  conceptCount(word: number): number {
    return (this.#records[word * FIELDS + Field.counts] ?? 0) & LOW_HALF;
  }

  /** The place of the first key of how the word may be spelt elsewhere; `spellingCount` tells how many. */
  firstSpelling(word: number): number {
    const first = this.#records[word * FIELDS + Field.spellings] ?? UNSPELT;
    return first === UNSPELT ? this.#spell(word) : first;
  }

  /** Known once `firstSpelling` was asked for. */
  spellingCount(word: number): number {
    return (this.#records[word * FIELDS + Field.counts] ?? 0) >>> HALF;
  }

  /** Whether a phrase that begins with `word` may go on with `next`, by the letter that this begins with: most words are told from each other so. */
  mayGoOn(word: number, next: number): boolean {
    const initial = this.traits(next) >>> HALF;
    return isWrittenWithParticles(initial) || ((this.#records[word * FIELDS + Field.following] ?? 0) & bitOf(initial)) !== 0;
  }

  /** What the vocabulary before has of a word. */
  #known(first: number, second: number): Lexeme | undefined {
    const before = this.#before;
    return before === undefined ? undefined : before.#lexemes[(before.#slots[before.#slotOf(first, second)] ?? 0) - 1];
  }

  /** The slot that holds a word, or the free one where it would go. */
  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = firstSlotOf(first, mask);
    for (let number = this.#slots[slot] ?? 0; number !== 0; number = this.#slots[slot] ?? 0) {
      const at = (number - 1) * FIELDS;
      if (this.#records[at + Field.firstHash] === first && this.#records[at + Field.secondHash] === second) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #add(slot: number, first: number, second: number, lexeme: Lexeme): number {
    const word = this.#lexemes.length;
    this.#lexemes.push(lexeme);
    this.#letters += lexeme.text.length;
    this.#slots[slot] = word + 1;
    const at = word * FIELDS;
    this.#records[at + Field.firstHash] = first;
    this.#records[at + Field.secondHash] = second;
    this.#records[at + Field.foldedHash] = lexeme.hash;
    this.#records[at + Field.traits] = traitsOf(lexeme) | (lexeme.folded.charCodeAt(0) << HALF);
    this.#records[at + Field.keys] = this.keys.add(lexeme.conceptNames);
    if (lexeme.cognateName !== undefined) this.keys.add([lexeme.cognateName]);
    this.#records[at + Field.counts] = lexeme.conceptNames.length;
    this.#records[at + Field.spellings] = UNSPELT;
    this.#records[at + Field.following] = followingOf(lexeme);
    if (2 * this.#lexemes.length >= this.#slots.length) this.#grow();
    return word;
  }

  #grow(): void {
    const records = this.#records;
    this.#records = new Int32Array(2 * records.length);
    this.#records.set(records);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let word = 0; word < this.#lexemes.length; word++) {
      const at = word * FIELDS;
      this.#slots[this.#slotOf(this.#records[at + Field.firstHash] ?? 0, this.#records[at + Field.secondHash] ?? 0)] = word + 1;
    }
  }

  #spell(word: number): number {
    const names = spellingsOf(this.lexeme(word)).flatMap((spelling) => spelling.names);
    const first = this.keys.add(names);
    this.#records[word * FIELDS + Field.spellings] = first;
    this.#records[word * FIELDS + Field.counts] = this.conceptCount(word) | (names.length << HALF);
    return first;
  }
}

function firstSlotOf(first: number, mask: number): number {
  return (first ^ (first >>> 15)) & mask;
}

/** The first letters that the second word of a phrase may have, a bit for several of them. */
function followingOf({ phrases }: Lexeme): number {
  return phrases.reduce((bits, { rest }) => bits | bitOf(rest[0]?.text.charCodeAt(0) ?? 0), 0);
}

function bitOf(unit: number): number {
  return 1 << (unit & 31);
}

let current = new Vocabulary();

/** The vocabulary that a text is to be read with: another once one is full, which bounds the memory. What it says of a word is always the same. */
export function currentVocabulary(): Vocabulary {
  if (current.isFull) current = new Vocabulary(current);
  return current;
}

/** The number of a word at hand. */
export function wordIn(vocabulary: Vocabulary, text: string, language: string): number {
  let [first, second] = [seedOf(language), seedOf(language)];
  for (let at = 0; at < text.length; at++) {
    first = firstHash(first, text.charCodeAt(at));
    second = secondHash(second, text.charCodeAt(at));
  }
  return vocabulary.numberOf(text, 0, text.length, first, second, language);
}

/** What a word by itself stands for in a text of the language. */
export function lexemeOf(word: string, language: string): Lexeme {
  const vocabulary = currentVocabulary();
  return vocabulary.lexeme(wordIn(vocabulary, word, language));
}

/** A slice of 13 letters and more would keep the whole text in memory: V8 makes a view of it. */
function copied(text: string, start: number, end: number): string {
  if (end - start < LONGEST_COPY) return text.slice(start, end);
  const units: number[] = [];
  for (let at = start; at < end; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}

const LONGEST_COPY = 13;
