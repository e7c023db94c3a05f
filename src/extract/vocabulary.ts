import type { KeyName } from './key-name.ts';
import { buildLexeme, spellingsOf, type Lexeme } from './lexeme.ts';
import { isWrittenWithParticles } from './lexicon.ts';
import { firstHash, secondHash, seedOf } from './word-hash.ts';

/** What is asked of every word, as bits of its traits. */
export const Trait = {
  /** The first letter is upper case. Never in scripts without case. */
  capital: 1,
  /** One letter. */
  letter: 2,
  /** More than three letters, as the words have by which a headline is told. */
  long: 4,
  /** A grammar word of the language. */
  stop: 8,
  /** A grammar word without any key: most words of a text. */
  silent: 16,
  /** It stands for a concept. */
  concept: 32,
  /** It names an entity. */
  entity: 64,
  /** It may be the first word of a phrase. */
  phrase: 128,
  /** It stands for a day of the week or beside today. */
  day: 256,
  /** It has a key that related languages share. */
  cognate: 512,
} as const;

/**
 * The numbers kept of a word, side by side, so that a look at one brings the others into the cache. The traits share theirs with the
 * folded form's first code unit, and the concepts' count with that of the spellings.
 */
const Field = { firstHash: 0, secondHash: 1, foldedHash: 2, traits: 3, keys: 4, counts: 5, spellings: 6, following: 7 } as const;
const FIELDS = 8;
const HALF = 16;
const LOW_HALF = 0xffff;

/** Of a word whose spellings nobody has asked for. */
const UNSPELT = -1;

/** A figure of a key that nobody has asked for. */
const NO_FIGURE = 255;

/** Slots, twice as many as words, and keys to begin with: powers of two. */
const FIRST_SLOTS = 4096;
const FIRST_KEYS = 4096;

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
  /** By slot, open addressing: the word's number plus one, 0 where free. */
  #slots = new Int32Array(FIRST_SLOTS);
  #records = new Int32Array((FIRST_SLOTS / 2) * FIELDS);
  readonly #lexemes: Lexeme[] = [];
  #letters = 0;
  /** The keys that words have by themselves: what is kept of each, and how it is called. */
  #keys = new Int32Array(FIRST_KEYS);
  #figures = new Uint8Array(FIRST_KEYS).fill(NO_FIGURE);
  readonly #names: KeyName[] = [];
  #figuresOf: object | undefined;
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

  /** The first of the word's own keys: those of its concepts, then, where it has one, that of a cognate. */
  firstKey(word: number): number {
    return this.#records[word * FIELDS + Field.keys] ?? 0;
  }

  conceptCount(word: number): number {
    return (this.#records[word * FIELDS + Field.counts] ?? 0) & LOW_HALF;
  }

  /** The first of the keys of how the word may be spelt elsewhere; `spellingCount` tells how many. */
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

  /** A key in `KEY_BITS` bits. */
  key(at: number): number {
    return this.#keys[at] ?? 0;
  }

  name(at: number): KeyName {
    const name = this.#names[at];
    if (name === undefined) throw new RangeError(`The vocabulary has ${this.#names.length} keys, and none of the number ${at}.`);
    return name;
  }

  /** A figure of a key, under 255: what `figureOf` says, asked once as long as `owner` is the same. */
  figure(at: number, share: number, owner: object, figureOf: (name: KeyName, share: number) => number): number {
    if (this.#figuresOf !== owner) {
      this.#figures.fill(NO_FIGURE);
      this.#figuresOf = owner;
    }
    const known = this.#figures[at] ?? NO_FIGURE;
    return known === NO_FIGURE ? (this.#figures[at] = figureOf(this.name(at), share)) : known;
  }

  /** What the vocabulary before has of a word. */
  #known(first: number, second: number): Lexeme | undefined {
    const before = this.#before;
    return before === undefined ? undefined : before.#lexemes[(before.#slots[before.#slotOf(first, second)] ?? 0) - 1];
  }

  /** The slot that holds a word, or the free one where it would go. */
  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = (first ^ (first >>> 15)) & mask;
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
    this.#records[at + Field.keys] = this.#addKeys(lexeme.conceptNames);
    if (lexeme.cognateName !== undefined) this.#addKeys([lexeme.cognateName]);
    this.#records[at + Field.counts] = lexeme.conceptNames.length;
    this.#records[at + Field.spellings] = UNSPELT;
    this.#records[at + Field.following] = followingOf(lexeme);
    if (2 * this.#lexemes.length >= this.#slots.length) this.#grow();
    return word;
  }

  #grow(): void {
    this.#records = longer(this.#records, new Int32Array(2 * this.#records.length));
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let word = 0; word < this.#lexemes.length; word++) {
      const at = word * FIELDS;
      this.#slots[this.#slotOf(this.#records[at + Field.firstHash] ?? 0, this.#records[at + Field.secondHash] ?? 0)] = word + 1;
    }
  }

  #spell(word: number): number {
    const names = spellingsOf(this.lexeme(word)).flatMap((spelling) => spelling.names);
    const first = this.#addKeys(names);
    this.#records[word * FIELDS + Field.spellings] = first;
    this.#records[word * FIELDS + Field.counts] = this.conceptCount(word) | (names.length << HALF);
    return first;
  }

  /** Takes in some keys side by side; the place of the first. */
  #addKeys(names: readonly KeyName[]): number {
    const first = this.#names.length;
    while (first + names.length > this.#keys.length) {
      this.#keys = longer(this.#keys, new Int32Array(2 * this.#keys.length));
      this.#figures = longer(this.#figures, new Uint8Array(2 * this.#figures.length).fill(NO_FIGURE));
    }
    for (const name of names) {
      this.#keys[this.#names.length] = name.hash;
      this.#names.push(name);
    }
    return first;
  }
}

function traitsOf(lexeme: Lexeme): number {
  const { text, capital, stop, silent, concepts, entities, phrases, days, cognateName } = lexeme;
  return (
    (capital ? Trait.capital : 0) |
    (text.length < 2 ? Trait.letter : 0) |
    (text.length > 3 ? Trait.long : 0) |
    (stop ? Trait.stop : 0) |
    (silent ? Trait.silent : 0) |
    (concepts.length > 0 ? Trait.concept : 0) |
    (entities.length > 0 ? Trait.entity : 0) |
    (phrases.length > 0 ? Trait.phrase : 0) |
    (days.length > 0 ? Trait.day : 0) |
    (cognateName === undefined ? 0 : Trait.cognate)
  );
}

/** The first letters that the second word of a phrase may have, a bit for several of them. */
function followingOf({ phrases }: Lexeme): number {
  return phrases.reduce((bits, { rest }) => bits | bitOf(rest[0]?.text.charCodeAt(0) ?? 0), 0);
}

function bitOf(unit: number): number {
  return 1 << (unit & 31);
}

function longer<A extends Int32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
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
