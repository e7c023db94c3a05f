import type { Judgement } from '../judge/judge.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Relation } from '../types.ts';
import { keyAfter, keyOf, KIND, numbersIn } from './keys.ts';

/** A pair of documents as it is kept. */
export interface KeptPair {
  readonly a: number;
  readonly b: number;
  /** By their texts alone. */
  readonly judgement: Judgement;
  /** Whether the texts alone made it worth keeping; else only the sources tie the two. */
  readonly isJudged: boolean;
}

const RELATIONS: readonly Relation[] = ['copy', 'translation', 'story', 'related', 'unrelated'];

/** Keeps a pair under both of its documents. */
export function putPair(writer: Writer, { a, b, judgement, isJudged }: KeptPair): void {
  const value = new Uint8Array(26);
  const view = new DataView(value.buffer);
  value[0] = RELATIONS.indexOf(judgement.relation);
  value[1] = isJudged ? 1 : 0;
  view.setFloat64(2, judgement.probability);
  view.setFloat64(10, judgement.logOdds);
  view.setFloat64(18, judgement.story);
  writer.put(keyOf(KIND.pair, a, b), value);
  writer.put(keyOf(KIND.pair, b, a), value);
}

export function removePair(writer: Writer, a: number, b: number): void {
  writer.remove(keyOf(KIND.pair, a, b));
  writer.remove(keyOf(KIND.pair, b, a));
}

/** The pairs of a document, which is their `a`. */
export function pairsOf(store: Store, number: number): KeptPair[] {
  return pairsIn(store.entries(keyOf(KIND.pair, number), keyAfter(KIND.pair, number)));
}

/** The pairs in some records. */
function pairsIn(entries: ReturnType<Store['entries']>): KeptPair[] {
  return Array.from(entries, ({ key, value }) => {
    const [a = 0, b = 0] = numbersIn(key);
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
    const judgement = { relation: RELATIONS[value[0] ?? 0] ?? 'unrelated', probability: view.getFloat64(2), logOdds: view.getFloat64(10), story: view.getFloat64(18) };
    return { a, b, judgement, isJudged: value[1] === 1 };
  });
}
