import { f1Of } from '../../src/evaluate/counts.ts';

/** What became of a pair of documents that was, or ought to have been, joined. */
export interface Outcome {
  readonly kind: 'right' | 'wrong' | 'missed';
  /** The gold labels of both. */
  readonly groups: readonly [string, string];
  /** The languages of both, in ascending order. */
  readonly languages: readonly [string, string];
}

/** A figure with its 95 % bootstrap interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Precision, recall and F1, each with its interval. */
export interface Estimates {
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly f1: Estimate;
}

/** Any number will do; the same one makes the page the same in every run. */
const SEED = 20_260_101;

/** Two and a half per cent on either side: an interval of 95 %. */
const TAIL = 0.025;

/** Gold groups drawn with replacement, again and again: how often each was drawn, in each resample. */
export class Resamples {
  readonly #places: ReadonlyMap<string, number>;
  readonly #draws: readonly Uint8Array[];

  /** The order of the labels makes no difference. */
  constructor(labels: Iterable<string>, count: number) {
    const groups = [...new Set(labels)].sort();
    this.#places = new Map(groups.map((group, place) => [group, place]));
    const random = mulberry32(SEED);
    this.#draws = Array.from({ length: count }, () => drawn(groups.length, random));
  }

  /** The value of a statistic under each resample, given how often each of some groups was drawn there. */
  map(groups: readonly string[], statistic: (times: (at: number) => number) => number): number[] {
    const places = groups.map((group) => this.#places.get(group) ?? -1);
    return this.#draws.map((draw) => statistic((at) => draw[places[at] ?? -1] ?? 0));
  }
}

function drawn(count: number, random: () => number): Uint8Array {
  const draw = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const place = Math.floor(random() * count);
    draw[place] = (draw[place] ?? 0) + 1;
  }
  return draw;
}

/** A small generator of numbers in [0, 1) with a period of 2³² (Tommy Ettinger, 2017; public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The interval of a value from its values under resampling: their percentiles (Efron and Tibshirani 1993, 13.3). */
export function intervalOf(value: number, resampled: readonly number[]): Estimate {
  const sorted = [...resampled].sort((x, y) => x - y);
  const last = sorted.length - 1;
  return { value, low: sorted[Math.floor(TAIL * last)] ?? value, high: sorted[Math.ceil((1 - TAIL) * last)] ?? value };
}

interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Cell {
  readonly groups: readonly [number, number];
  right: number;
  wrong: number;
  missed: number;
}

/**
 * Outcomes added up by pair of groups. A pair within a group counts as often as the group was drawn, one between two groups
 * as often as the one was drawn times as often as the other.
 */
class Tally {
  readonly groups: readonly string[];
  readonly #cells: readonly Cell[];

  constructor(outcomes: readonly Outcome[]) {
    this.groups = [...new Set(outcomes.flatMap(({ groups }) => groups))].sort();
    const places = new Map(this.groups.map((group, place) => [group, place]));
    const cells = new Map<string, Cell>();
    for (const { kind, groups } of outcomes) {
      const [a, b] = [places.get(groups[0]) ?? 0, places.get(groups[1]) ?? 0];
      const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
      const cell = cells.get(key) ?? { groups: [a, b] as const, right: 0, wrong: 0, missed: 0 };
      cell[kind]++;
      cells.set(key, cell);
    }
    this.#cells = [...cells.values()];
  }

  scores(times: (at: number) => number): Scores {
    let [right, wrong, missed] = [0, 0, 0];
    for (const { groups: [a, b], ...counts } of this.#cells) {
      const weight = a === b ? times(a) : times(a) * times(b);
      right += weight * counts.right;
      wrong += weight * counts.wrong;
      missed += weight * counts.missed;
    }
    const precision = right + wrong === 0 ? 1 : right / (right + wrong);
    const recall = right + missed === 0 ? 1 : right / (right + missed);
    return { precision, recall, f1: f1Of(precision, recall) };
  }
}

/** Precision, recall and F1 of outcomes. */
export function estimatesOf(outcomes: readonly Outcome[], resamples: Resamples): Estimates {
  const tally = new Tally(outcomes);
  const whole = tally.scores(() => 1);
  const scores: Scores[] = [];
  resamples.map(tally.groups, (times) => scores.push(tally.scores(times)));
  const estimate = (name: keyof Scores): Estimate => intervalOf(whole[name], scores.map((each) => each[name]));
  return { precision: estimate('precision'), recall: estimate('recall'), f1: estimate('f1') };
}

/** How far the F1 of `changed` lies above that of `base`, both under the same resamples. */
export function differenceOf(changed: readonly Outcome[], base: readonly Outcome[], resamples: Resamples): Estimate {
  const [after, before] = [new Tally(changed), new Tally(base)];
  const afterwards = resamples.map(after.groups, (times) => after.scores(times).f1);
  const first = resamples.map(before.groups, (times) => before.scores(times).f1);
  const value = after.scores(() => 1).f1 - before.scores(() => 1).f1;
  return intervalOf(value, afterwards.map((f1, at) => f1 - (first[at] ?? 0)));
}

/** The outcomes of pairs in two languages. */
export function acrossLanguages(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ languages: [a, b] }) => a !== b);
}
