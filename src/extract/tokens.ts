import type { Meaning } from './lexeme.ts';
import { Trait } from './traits.ts';
import { wordIn, type Vocabulary } from './vocabulary.ts';

/** A run of letters or digits; offsets are into the scanned text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'run';
  /** As it is written, but without the stops of initials. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The first letter is upper case. Always false in scripts without case. */
  readonly capital: boolean;
}

/** What stands for a word's number where a token is none. */
export const NUMBER = -1;
export const RUN = -2;

/** Numbers kept of a token: its word, its start and its end. */
const FIELDS = 3;

/** The tokens of a stretch of text, as numbers: most are words of which their number in the vocabulary tells all. */
export class Tokens implements Iterable<Token> {
  readonly text: string;
  readonly language: string;
  readonly vocabulary: Vocabulary;
  readonly length: number;
  /** Letters and digits of all tokens together. */
  readonly letters: number;
  /** Whether capitals tell nothing here, once that is known. */
  isHeadline: boolean | undefined = undefined;
  readonly #numbers: readonly number[];

  /** `numbers` has for each token the number of its word, `NUMBER` or `RUN`, its start and its end. */
  constructor(text: string, language: string, vocabulary: Vocabulary, numbers: readonly number[], letters: number) {
    this.text = text;
    this.language = language;
    this.vocabulary = vocabulary;
    this.length = numbers.length / FIELDS;
    this.letters = letters;
    this.#numbers = numbers;
  }

  /** The number of the word at a place, `NUMBER` or `RUN`. */
  word(at: number): number {
    return this.#numbers[at * FIELDS] ?? RUN;
  }

  start(at: number): number {
    return this.#numbers[at * FIELDS + 1] ?? 0;
  }

  end(at: number): number {
    return this.#numbers[at * FIELDS + 2] ?? 0;
  }

  /** The token at a place as an object, for what is done with few of them; undefined outside. */
  at(at: number): Token | undefined {
    if (at < 0 || at >= this.length) return undefined;
    const [word, start, end] = [this.word(at), this.start(at), this.end(at)];
    if (word < 0) return { kind: word === NUMBER ? 'number' : 'run', text: this.text.slice(start, end), start, end, capital: false };
    return { kind: 'word', text: this.text.slice(start, end).replaceAll('.', ''), start, end, capital: (this.vocabulary.traits(word) & Trait.capital) !== 0 };
  }

  /** What the word, or the number taken for one, at a place stands for. */
  meaning(at: number): Meaning {
    return this.vocabulary.meaning(this.#wordAt(at));
  }

  /** Its folded form. */
  folded(at: number): string {
    return this.vocabulary.folded(this.#wordAt(at));
  }

  #wordAt(at: number): number {
    const word = this.word(at);
    return word < 0 ? wordIn(this.vocabulary, this.text.slice(this.start(at), this.end(at)), this.language) : word;
  }

  *[Symbol.iterator](): Generator<Token> {
    for (let at = 0; at < this.length; at++) {
      const token = this.at(at);
      if (token !== undefined) yield token;
    }
  }
}
