import { logistic } from './judge.ts';
import type { PlacedJudgement } from './judgements.ts';
import { RELATIONS } from '../types.ts';

/** Judgements in columns, the n-th of each that of the n-th pair: a message between threads copies five lists, and not an object, its fields and a string for each pair. */
export interface PackedJudgements {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Places in `RELATIONS`. */
  readonly relations: Uint8Array;
  readonly logOdds: Float64Array;
  readonly stories: Float64Array;
}

export function packJudgements(list: readonly PlacedJudgement[]): PackedJudgements {
  return {
    a: Uint32Array.from(list, ({ a }) => a),
    b: Uint32Array.from(list, ({ b }) => b),
    relations: Uint8Array.from(list, ({ judgement }) => RELATIONS.indexOf(judgement.relation)),
    logOdds: Float64Array.from(list, ({ judgement }) => judgement.logOdds),
    stories: Float64Array.from(list, ({ judgement }) => judgement.story),
  };
}

/** The judgements of several packs, made into objects one pack after the other whenever they are gone through. */
export function unpackedJudgements(packs: readonly PackedJudgements[]): Iterable<PlacedJudgement> {
  return {
    *[Symbol.iterator]() {
      for (const pack of packs) yield* unpack(pack);
    },
  };
}

function unpack({ a, b, relations, logOdds, stories }: PackedJudgements): PlacedJudgement[] {
  return Array.from(a, (first, at) => {
    const odds = logOdds[at] ?? 0;
    return { a: first, b: b[at] ?? 0, judgement: { relation: RELATIONS[relations[at] ?? 0] ?? 'unrelated', probability: logistic(odds), logOdds: odds, story: stories[at] ?? 0 } };
  });
}
