import { buildLexeme, spellingsOf, type Lexeme, type Meaning } from './lexeme.ts';
import { isWrittenWithParticles } from './lexicon.ts';
import { OwnKeys } from './own-keys.ts';
import { packPart, PairKeys } from './pair-keys.ts';
import { TextPool } from './text-pool.ts';
import { Trait, traitsOf } from './traits.ts';
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

/** What a vocabulary keeps of a word. */
interface Kept extends Pick<Lexeme, 'folded' | 'conceptNames' | 'cognateName' | 'meaning'> {
  /** The hash of the folded form, signed. */
  readonly foldedHash: number;
  readonly traits: number;
}

/** Words, and letters of words, that a vocabulary takes in before another follows it: room for those of a dozen languages that come again within some thousand articles. */
const MOST_WORDS = 200_000;
const MOST_LETTERS = 4_000_000;

/**
 * The words of the texts of late, each with a number, and what they mean by themselves in numbers: what a text is made of is then read
 * without an object for each word, and a garbage collector finds nothing to go through. Numbers hold within one vocabulary.
 *
 * A word is found by two hashes of 32 bits; two words of which both agree, one pair in 10¹⁹, would be taken for one.
 */
export class Vocabulary {
  /** The keys of the words. */
  readonly keys = new OwnKeys();
  /** The keys of names of two words, by what each gives (`part`). */
  readonly pairs = new PairKeys();
  /** By slot, open addressing: the word's number plus one, 0 where free. */
  #slots = new Int32Array(FIRST_SLOTS);
  #records = new Int32Array((FIRST_SLOTS / 2) * FIELDS);
  /** The folded forms. */
  readonly #folded = new TextPool();
  readonly #meanings: Meaning[] = [];
  /** What the first spelling of a word gives to the key of a name of two; known with the spellings. */
  #parts = new Int32Array(FIRST_SLOTS / 2);
  #letters = 0;
  /** The vocabulary before, in which words are looked for that this one does not have yet. */
  #before: Vocabulary | undefined;

  constructor(before?: Vocabulary) {
    this.#before = before;
    if (before !== undefined) before.#before = undefined;
  }

  /** Whether it is time for another. */
  get isFull(): boolean {
    return this.#meanings.length >= MOST_WORDS || this.#letters >= MOST_LETTERS;
  }

  /** The number of the word between two offsets of a text; the hashes are those of its code units after the seed of its language. */
  numberOf(text: string, start: number, end: number, first: number, second: number, language: string): number {
    const slot = this.#slotOf(first, second);
    const number = (this.#slots[slot] ?? 0) - 1;
    return number >= 0 ? number : this.#add(slot, first, second, this.#known(first, second) ?? keptOf(buildLexeme(text.slice(start, end), language)));
  }

  /**
   * The numbers of some words by their hashes, as far as each lies in the first slot where it may, as most do; `NOT_FOUND` for others, known or not. Three
   * loops of little, the last over the first keys of the words, which are soon asked for: so a processor waits for the memory of many words at once.
   */
  findAll(firsts: Int32Array, seconds: Int32Array, count: number, numbers: Int32Array): void {
    const [slots, records, mask] = [this.#slots, this.#records, this.#slots.length - 1];
    for (let at = 0; at < count; at++) numbers[at] = (slots[firstSlotOf(firsts[at] ?? 0, mask)] ?? 0) - 1;
    for (let at = 0; at < count; at++) {
      const record = (numbers[at] ?? NOT_FOUND) * FIELDS;
      if (record >= 0 && (records[record + Field.firstHash] !== firsts[at] || records[record + Field.secondHash] !== seconds[at])) numbers[at] = NOT_FOUND;
    }
    for (let at = 0; at < count; at++) {
      const record = (numbers[at] ?? NOT_FOUND) * FIELDS;
      if (record >= 0) this.keys.touch(records[record + Field.keys] ?? 0);
    }
  }

  meaning(word: number): Meaning {
    const meaning = this.#meanings[word];
    if (meaning === undefined) throw new RangeError(`The vocabulary has ${this.#meanings.length} words, and none of the number ${word}.`);
    return meaning;
  }

  folded(word: number): string {
    return this.#folded.at(word);
  }

  /** The bits of `Trait`; others are set besides. */
  traits(word: number): number {
    return this.#field(word, Field.traits);
  }

  /** The hash of the word's folded form, signed. */
  foldedHash(word: number): number {
    return this.#field(word, Field.foldedHash);
  }

  /** The place in `keys` of the first of the word's: those of its concepts, then, where it has one, that of a cognate. */
  firstKey(word: number): number {
    return this.#field(word, Field.keys);
  }

  conceptCount(word: number): number {
    return this.#field(word, Field.counts) & LOW_HALF;
  }

  /** The place of the first key of how the word may be spelt elsewhere; `spellingCount` tells how many. */
  firstSpelling(word: number): number {
    const first = this.#field(word, Field.spellings);
    return first === UNSPELT ? this.#spell(word) : first;
  }

  /** Known once `firstSpelling` was asked for. */
  spellingCount(word: number): number {
    return this.#field(word, Field.counts) >>> HALF;
  }

  /** What the word gives to the key of a name of two words (`packPart`). */
  part(word: number): number {
    if (this.#field(word, Field.spellings) === UNSPELT) this.#spell(word);
    return this.#parts[word] ?? 0;
  }

  /** Whether a phrase that begins with `word` may go on with `next`, by the letter that this begins with: most words are told from each other so. */
  mayGoOn(word: number, next: number): boolean {
    const initial = this.traits(next) >>> HALF;
    return isWrittenWithParticles(initial) || (this.#field(word, Field.following) & bitOf(initial)) !== 0;
  }

  #field(word: number, field: number): number {
    return this.#records[word * FIELDS + field] ?? 0;
  }

  /** What the vocabulary before has of a word. */
  #known(first: number, second: number): Kept | undefined {
    const before = this.#before;
    const word = before === undefined ? NOT_FOUND : (before.#slots[before.#slotOf(first, second)] ?? 0) - 1;
    return before === undefined || word === NOT_FOUND ? undefined : before.#kept(word);
  }

  #kept(word: number): Kept {
    const [traits, first, concepts] = [this.traits(word), this.firstKey(word), this.conceptCount(word)];
    return {
      folded: this.folded(word),
      foldedHash: this.foldedHash(word),
      traits: traits & LOW_HALF,
      conceptNames: Array.from({ length: concepts }, (_, at) => this.keys.name(first + at)),
      cognateName: (traits & Trait.cognate) === 0 ? undefined : this.keys.name(first + concepts),
      meaning: this.meaning(word),
    };
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

  #add(slot: number, first: number, second: number, { folded, foldedHash, traits, conceptNames, cognateName, meaning }: Kept): number {
    const word = this.#folded.add(folded);
    this.#meanings.push(meaning);
    this.#letters += folded.length;
    this.#slots[slot] = word + 1;
    const at = word * FIELDS;
    this.#records[at + Field.firstHash] = first;
    this.#records[at + Field.secondHash] = second;
    this.#records[at + Field.foldedHash] = foldedHash;
    this.#records[at + Field.traits] = traits | (folded.charCodeAt(0) << HALF);
    this.#records[at + Field.keys] = this.keys.add(conceptNames);
    if (cognateName !== undefined) this.keys.add([cognateName]);
    this.#records[at + Field.counts] = conceptNames.length;
    this.#records[at + Field.spellings] = UNSPELT;
    this.#records[at + Field.following] = followingOf(meaning);
    if (2 * this.#meanings.length >= this.#slots.length) this.#grow();
    return word;
  }

  #grow(): void {
    const [records, parts] = [this.#records, this.#parts];
    this.#records = new Int32Array(2 * records.length);
    this.#records.set(records);
    this.#parts = new Int32Array(2 * parts.length);
    this.#parts.set(parts);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let word = 0; word < this.#meanings.length; word++) {
      const at = word * FIELDS;
      this.#slots[this.#slotOf(this.#records[at + Field.firstHash] ?? 0, this.#records[at + Field.secondHash] ?? 0)] = word + 1;
    }
  }

  #spell(word: number): number {
    const spellings = spellingsOf(this.folded(word));
    const names = spellings.flatMap((spelling) => spelling.names);
    const first = this.keys.add(names);
    this.#parts[word] = packPart(spellings[0]?.part ?? '');
    this.#records[word * FIELDS + Field.spellings] = first;
    this.#records[word * FIELDS + Field.counts] = this.conceptCount(word) | (names.length << HALF);
    return first;
  }
}

function firstSlotOf(first: number, mask: number): number {
  return (first ^ (first >>> 15)) & mask;
}

/** The first letters that the second word of a phrase may have, a bit for several of them. */
function followingOf({ phrases }: Meaning): number {
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

function keptOf(lexeme: Lexeme): Kept {
  const { folded, hash, conceptNames, cognateName, meaning } = lexeme;
  return { folded, foldedHash: hash, traits: traitsOf(lexeme), conceptNames, cognateName, meaning };
}
