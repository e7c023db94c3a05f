import { Tokens } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands for the number of a word of which only the hashes are known. */
const HASHED = -3;

/** Gathers the tokens of one stretch of text after the other, in the same lists, which then need not grow anew. */
export class TokenGatherer {
  /** As `Tokens` has them. */
  readonly #numbers: number[] = [];
  /** Of each token, the hashes where it is a word. */
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];
  #count = 0;
  #letters = 0;

  /** Adds a token: the number of a word, `NUMBER` or `RUN`, where it stands, and how many letters and digits it has. */
  push(word: number, start: number, end: number, letters: number): void {
    const at = 3 * this.#count++;
    this.#numbers[at] = word;
    this.#numbers[at + 1] = start;
    this.#numbers[at + 2] = end;
    this.#letters += letters;
  }

  /** The same of a word that is still to be looked up, by its hashes. */
  pushHashed(first: number, second: number, start: number, end: number, letters: number): void {
    this.#firsts[this.#count] = first;
    this.#seconds[this.#count] = second;
    this.push(HASHED, start, end, letters);
  }

  /** What was gathered of a text; begins anew. Words are looked up one right after the other: so a processor waits for the memory of several at once. */
  finish(text: string, language: string, vocabulary: Vocabulary): Tokens {
    const numbers = this.#numbers.slice(0, 3 * this.#count);
    for (let token = 0, at = 0; token < this.#count; token++, at += 3) {
      if (numbers[at] === HASHED) numbers[at] = vocabulary.numberOf(text, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0, this.#firsts[token] ?? 0, this.#seconds[token] ?? 0, language);
    }
    const letters = this.#letters;
    [this.#count, this.#letters] = [0, 0];
    return new Tokens(text, language, vocabulary, numbers, letters);
  }
}
