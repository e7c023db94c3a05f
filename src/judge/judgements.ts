import { logistic, type Judgement } from './judge.ts';
import { RELATIONS } from '../types.ts';

/** Judges two documents, given by their places; symmetric. */
export type JudgePlaces = (a: number, b: number) => Judgement;

/** A judgement on two documents, by their places; `a < b`. */
export interface PlacedJudgement {
  readonly a: number;
  readonly b: number;
  readonly judgement: Judgement;
}

/** Judgements to begin with, a power of two; doubled whenever they are full. */
const FIRST_ROOM = 1024;

/** Slots for each judgement there is room for. */
const SLOTS = 2;

/**
 * Judgements on pairs of a list of documents: each pair is judged once, when it is first asked for. In columns, which a hash table of places
 * in them leads to: as objects in a map those of a million documents take half a gigabyte.
 */
export class Judgements {
  readonly #judge: JudgePlaces;
  /** The lesser and the greater place of each pair. */
  #pairs = new Uint32Array(2 * FIRST_ROOM);
  /** Places in `RELATIONS`. */
  #relations = new Uint8Array(FIRST_ROOM);
  /** The log-odds of one report, and the probability of one story. */
  #figures = new Float64Array(2 * FIRST_ROOM);
  #count = 0;
  /** One more than the place in the columns; 0 where free. */
  #slots = new Uint32Array(SLOTS * FIRST_ROOM);

  constructor(judge: JudgePlaces) {
    this.#judge = judge;
  }

  /** The judgement on two documents; kept. */
  of(x: number, y: number): Judgement {
    const [a, b] = [Math.min(x, y), Math.max(x, y)];
    const slot = this.#slotOf(a, b);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return this.#at(known - 1);
    const judgement = this.#judge(a, b);
    this.#enter(slot, { a, b, judgement });
    return judgement;
  }

  /** Keeps what was judged elsewhere. */
  keep({ a: x, b: y, judgement }: PlacedJudgement): void {
    const [a, b] = [Math.min(x, y), Math.max(x, y)];
    const slot = this.#slotOf(a, b);
    if (this.#slots[slot] === 0) this.#enter(slot, { a, b, judgement });
  }

  #at(place: number): Judgement {
    const logOdds = this.#figures[2 * place] ?? 0;
    return { relation: RELATIONS[this.#relations[place] ?? 0] ?? 'unrelated', probability: logistic(logOdds), logOdds, story: this.#figures[2 * place + 1] ?? 0 };
  }

  #enter(slot: number, { a, b, judgement: { relation, logOdds, story } }: PlacedJudgement): void {
    const place = this.#count++;
    this.#slots[slot] = this.#count;
    this.#pairs[2 * place] = a;
    this.#pairs[2 * place + 1] = b;
    this.#relations[place] = RELATIONS.indexOf(relation);
    this.#figures[2 * place] = logOdds;
    this.#figures[2 * place + 1] = story;
    if (this.#count === this.#relations.length) this.#grow();
  }

  #grow(): void {
    const [pairs, relations, figures] = [this.#pairs, this.#relations, this.#figures];
    const room = 2 * relations.length;
    this.#pairs = new Uint32Array(2 * room);
    this.#relations = new Uint8Array(room);
    this.#figures = new Float64Array(2 * room);
    this.#pairs.set(pairs);
    this.#relations.set(relations);
    this.#figures.set(figures);
    this.#slots = new Uint32Array(SLOTS * room);
    for (let place = 0; place < this.#count; place++) this.#slots[this.#slotOf(pairs[2 * place] ?? 0, pairs[2 * place + 1] ?? 0)] = place + 1;
  }

  /** The slot that leads to a pair, or the free one where it would go. */
  #slotOf(a: number, b: number): number {
    const mask = this.#slots.length - 1;
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const known = this.#slots[slot] ?? 0;
      if (known === 0 || (this.#pairs[2 * known - 2] === a && this.#pairs[2 * known - 1] === b)) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
