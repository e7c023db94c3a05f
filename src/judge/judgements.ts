import type { Judgement } from './judge.ts';

/** Judges two documents, given by their places; symmetric. */
export type JudgePlaces = (a: number, b: number) => Judgement;

/** A judgement on two documents, by their places; `a < b`. */
export interface PlacedJudgement {
  readonly a: number;
  readonly b: number;
  readonly judgement: Judgement;
}

/** Judgements on pairs of a list of documents: each pair is judged once, when it is first asked for. */
export class Judgements {
  readonly #known = new Map<number, Judgement>();
  readonly #count: number;
  readonly #judge: JudgePlaces;

  constructor(count: number, judge: JudgePlaces) {
    this.#count = count;
    this.#judge = judge;
  }

  /** The judgement on two documents; kept. */
  of(a: number, b: number): Judgement {
    const code = this.#codeOf(a, b);
    const judgement = this.#known.get(code) ?? this.#judge(a, b);
    this.#known.set(code, judgement);
    return judgement;
  }

  /** Keeps what was judged elsewhere. */
  keep({ a, b, judgement }: PlacedJudgement): void {
    this.#known.set(this.#codeOf(a, b), judgement);
  }

  #codeOf(a: number, b: number): number {
    return Math.min(a, b) * this.#count + Math.max(a, b);
  }
}
