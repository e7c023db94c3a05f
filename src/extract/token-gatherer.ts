import { Tokens } from './tokens.ts';
import { NOT_FOUND, type Vocabulary } from './vocabulary.ts';

/** What stands for the number of a word of which only the hashes are known. */
const HASHED = -3;

/** Tokens of a stretch there is room for to begin with. */
const FIRST_ROOM = 256;

/** Gathers the tokens of one stretch of text after the other, in the same lists, which then need not grow anew. */
export class TokenGatherer {
  /** As `Tokens` has them. */
  readonly #numbers: number[] = [];
  /** Of each token, the hashes where it is a word; of others what was left there. */
  #firsts = new Int32Array(FIRST_ROOM);
  #seconds = new Int32Array(FIRST_ROOM);
  /** Of each token, the number of its word as far as one look tells. */
  #found = new Int32Array(FIRST_ROOM);
  #count = 0;
  #letters = 0;

  /** Adds a token: the number of a word, `NUMBER` or `RUN`, where it stands, and how many letters and digits it has. */
  push(word: number, start: number, end: number, letters: number): void {
    if (this.#count === this.#firsts.length) this.#grow();
    const at = 3 * this.#count++;
    this.#numbers[at] = word;
    this.#numbers[at + 1] = start;
    this.#numbers[at + 2] = end;
    this.#letters += letters;
  }

  /** The same of a word that is still to be looked up, by its hashes. */
  pushHashed(first: number, second: number, start: number, end: number, letters: number): void {
    this.push(HASHED, start, end, letters);
    this.#firsts[this.#count - 1] = first;
    this.#seconds[this.#count - 1] = second;
  }

  /** What was gathered of a text; begins anew. */
  finish(text: string, language: string, vocabulary: Vocabulary): Tokens {
    const numbers = this.#numbers.slice(0, 3 * this.#count);
    vocabulary.findAll(this.#firsts, this.#seconds, this.#count, this.#found);
    for (let token = 0, at = 0; token < this.#count; token++, at += 3) {
      if (numbers[at] !== HASHED) continue;
      const found = this.#found[token] ?? NOT_FOUND;
      numbers[at] = found === NOT_FOUND ? vocabulary.numberOf(text, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0, this.#firsts[token] ?? 0, this.#seconds[token] ?? 0, language) : found;
    }
    const letters = this.#letters;
    [this.#count, this.#letters] = [0, 0];
    return new Tokens(text, language, vocabulary, numbers, letters);
  }

  #grow(): void {
    const [firsts, seconds] = [this.#firsts, this.#seconds];
    this.#firsts = new Int32Array(2 * firsts.length);
    this.#firsts.set(firsts);
    this.#seconds = new Int32Array(2 * seconds.length);
    this.#seconds.set(seconds);
    this.#found = new Int32Array(2 * firsts.length);
  }
}
