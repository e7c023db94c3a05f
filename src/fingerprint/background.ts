import { figuresIn } from './rates.ts';
import { readTable, tableRows } from '../data/load.ts';

/** What was learned of news at large, so that a pair is judged alike whatever else lies in the folder. */
export interface Background {
  /** Highest share of documents of any language that hold the key, in [0, 1]; 0 where it was not seen often enough. `hash` is that of the key (`hashKey`), and spares a look at most. */
  readonly rateOf: (key: string, hash?: number) => number;
  /** Whether the figures were measured in this language too. */
  knows(language: string): boolean;
  /** Letters that a language needs for what English says in one. */
  lengthFactor(language: string): number;
}

let shipped: Background | undefined;

/** The figures in `src/data/background.tsv` and `lengths.tsv`, learned by `npm run train`. */
export function shippedBackground(): Background {
  shipped ??= backgroundOf(figuresIn(readTable('background.tsv')), readLengths());
  return shipped;
}

/** A background from figures at hand: what the training script measures before it writes them. */
export function makeBackground(rates: ReadonlyMap<string, number>, lengths: ReadonlyMap<string, number>): Background {
  return backgroundOf((key) => rates.get(key), lengths, 1);
}

/** `rateOf` tells rates as the table does, per thousand, or in `unit`s. */
function backgroundOf(rateOf: (key: string, hash?: number) => number | undefined, lengths: ReadonlyMap<string, number>, unit = 1_000): Background {
  return {
    rateOf: (key, hash) => (rateOf(key, hash) ?? 0) / unit,
    knows: (language) => lengths.has(language),
    lengthFactor: (language) => lengths.get(language) ?? 1,
  };
}

function readLengths(): ReadonlyMap<string, number> {
  return new Map(tableRows(readTable('lengths.tsv')).map(([language = '', factor]) => [language, Number(factor)]));
}
