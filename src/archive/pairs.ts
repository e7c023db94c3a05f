import { logistic, type Judgement } from '../judge/judge.ts';
import type { Store, Writer } from '../store/store.ts';
import { RELATIONS } from '../types.ts';
import { keyOf, KIND } from './keys.ts';

/** A pair of documents as it is kept. */
export interface KeptPair {
  readonly a: number;
  readonly b: number;
  /** By their texts alone. */
  readonly judgement: Judgement;
  /** Whether the texts alone made it worth keeping; else only the sources tie the two. */
  readonly isJudged: boolean;
  /** Whether the sources tie the two. */
  readonly isTied: boolean;
}

/** Bytes of an entry: the other document; where that is the earlier one, also relation and marks, log-odds, and the probability of one story. */
const NUMBER_BYTES = 4;
const JUDGED_BYTES = NUMBER_BYTES + 1 + 8 + 8;

/** What is marked of a pair, in the low bits of the byte that has its relation. */
const JUDGED = 1;
const TIED = 2;

/**
 * What one document is known to be paired with, ascending by number: a record a document. The later of two has the judgement, the
 * earlier only the number of the later.
 */
interface Entry {
  readonly other: number;
  readonly bytes: Uint8Array;
}

/** Keeps a pair, or another judgement of it, under both of its documents. */
export function putPair(store: Store, writer: Writer, { a, b, judgement, isJudged, isTied }: KeptPair): void {
  const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
  const bytes = new Uint8Array(JUDGED_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, earlier);
  bytes[NUMBER_BYTES] = (RELATIONS.indexOf(judgement.relation) << 2) | (isJudged ? JUDGED : 0) | (isTied ? TIED : 0);
  view.setFloat64(NUMBER_BYTES + 1, judgement.logOdds);
  view.setFloat64(NUMBER_BYTES + 9, judgement.story);
  putEntries(writer, later, withEntry(entriesOf(store, later), { other: earlier, bytes }));
  putEntries(writer, earlier, withEntry(entriesOf(store, earlier), { other: later, bytes: keyOf(KIND.pair, later).subarray(1) }));
}

export function removePair(store: Store, writer: Writer, a: number, b: number): void {
  for (const [own, other] of [[a, b], [b, a]] as const) putEntries(writer, own, entriesOf(store, own).filter((entry) => entry.other !== other));
}

/** The pairs of a document, which is their `a`; ascending by `b`. */
export function pairsOf(store: Store, number: number): KeptPair[] {
  return entriesOf(store, number).flatMap(({ other, bytes }) => {
    const judged = other < number ? bytes : entriesOf(store, other).find((entry) => entry.other === number)?.bytes;
    return judged === undefined || judged.length < JUDGED_BYTES ? [] : [{ a: number, b: other, ...judgementIn(judged) }];
  });
}

/** The numbers of the documents that one is paired with, ascending. */
export function partnersKept(store: Store, number: number): number[] {
  return entriesOf(store, number).map(({ other }) => other);
}

function judgementIn(bytes: Uint8Array): Pick<KeptPair, 'judgement' | 'isJudged' | 'isTied'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marks = bytes[NUMBER_BYTES] ?? 0;
  const logOdds = view.getFloat64(NUMBER_BYTES + 1);
  const judgement = { relation: RELATIONS[marks >>> 2] ?? 'unrelated', probability: logistic(logOdds), logOdds, story: view.getFloat64(NUMBER_BYTES + 9) };
  return { judgement, isJudged: (marks & JUDGED) !== 0, isTied: (marks & TIED) !== 0 };
}

function entriesOf(store: Store, number: number): Entry[] {
  const record = store.get(keyOf(KIND.pair, number));
  if (record === undefined) return [];
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at < record.length; ) {
    const other = view.getUint32(at);
    const length = other < number ? JUDGED_BYTES : NUMBER_BYTES;
    entries.push({ other, bytes: record.subarray(at, at + length) });
    at += length;
  }
  return entries;
}

function withEntry(entries: readonly Entry[], entry: Entry): Entry[] {
  return [...entries.filter(({ other }) => other < entry.other), entry, ...entries.filter(({ other }) => other > entry.other)];
}

function putEntries(writer: Writer, number: number, entries: readonly Entry[]): void {
  if (entries.length === 0) writer.remove(keyOf(KIND.pair, number));
  else writer.put(keyOf(KIND.pair, number), Buffer.concat(entries.map(({ bytes }) => bytes)));
}
