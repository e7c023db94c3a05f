import { postedOf } from '../block/posted.ts';
import { DamagedRecord, type Store } from '../store/store.ts';
import { isReadable, ofOtherVersion } from './check-stamp.ts';
import { clusterOf, clustersIn, historyOf, clusterName } from './clusters.ts';
import { KIND, keyAfter, keyOf, numbersIn, type Kind } from './keys.ts';
import { marksOf } from './marks.ts';
import { readMeta, type Meta } from './meta.ts';
import { numbersOfId } from './names.ts';
import { pairsOf, partnersKept } from './pairs.ts';
import { BLOCK_BITS } from './block.ts';
import type { Kept } from './record.ts';
import { SegmentScan } from './segments.ts';
import { View } from './view.ts';

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  [KIND.meta]: 'what the archive says of itself',
  [KIND.fresh]: 'document',
  [KIND.block]: 'block of documents',
  [KIND.directory]: 'part of the directory',
  [KIND.name]: 'name',
  [KIND.id]: 'id',
  [KIND.pair]: 'pairs of document',
  [KIND.clusterOf]: 'cluster of document',
  [KIND.cluster]: 'cluster',
  [KIND.event]: 'event',
  [KIND.postings]: 'posting lists of segment',
};

/**
 * What is wrong with an archive, each damage by itself: first every record by its checksum, then whether ids, pairs, clusters and
 * posting lists agree with the documents. Nothing where all is well. Throws `UsageError` where no record is damaged and another version made it.
 */
export function* verify(store: Store): Generator<string> {
  let damaged = 0;
  for (const key of Array.from(store.keys(new Uint8Array([0]), new Uint8Array([255])))) {
    const damage = damageOf(store, key);
    if (damage === undefined) continue;
    damaged++;
    yield damage;
  }
  // What follows reads the same records again, and would only stop at the first.
  if (damaged > 0) return;
  const meta = readMeta(store);
  if (meta === undefined) {
    yield 'the store holds no archive';
    return;
  }
  if (!isReadable(meta)) throw ofOtherVersion(meta);
  yield* disagreements(store, new View(store));
}

function damageOf(store: Store, key: Uint8Array): string | undefined {
  try {
    store.get(key);
    return undefined;
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    return `${recordName(key)} is damaged: its checksum is another`;
  }
}

/** What a record is, for people: `block of documents 3 (documents 48 to 63)`. */
function recordName(key: Uint8Array): string {
  const kind = Object.values(KIND).find((each) => each === key[0]);
  const numbers = numbersIn(key);
  if (kind === undefined) return `a record of no known kind (key ${Buffer.from(key).toString('hex')})`;
  const [first = 0] = numbers;
  const documents = kind === KIND.block ? ` (documents ${first << BLOCK_BITS} to ${((first + 1) << BLOCK_BITS) - 1})` : '';
  return `${KIND_NAMES[kind]}${numbers.length === 0 ? '' : ` ${numbers.join(' ')}`}${documents}`;
}

function* disagreements(store: Store, view: View): Generator<string> {
  const sums = new Map<number, number>();
  let documents = 0;
  for (const number of view.numbers()) {
    const kept = view.keptAt(number);
    if (kept === undefined) {
      yield `document ${number} is in the directory, and its record is not there`;
      continue;
    }
    documents++;
    if (kept.isPosted) sums.set(number, marksSum(kept));
    yield* aboutDocument(store, view, number, kept);
  }
  yield* strays(store, view);
  yield* aboutPostings(store, view, sums);
  yield* aboutClusters(store, view);
  yield* aboutCounts(store, view.meta, documents);
}

function* aboutDocument(store: Store, view: View, number: number, kept: Kept): Generator<string> {
  const { document } = kept.prepared;
  const same = numbersOfId(store, document.id).filter((other) => view.documentAt(other)?.id === document.id);
  if (!same.includes(number)) yield `document ${number} (${document.id}) can't be found by its id`;
  if (same.length > 1) yield `the id ${document.id} is there ${same.length} times`;
  const judged = new Set(pairsOf(store, number).map(({ b }) => b));
  for (const other of partnersKept(store, number)) {
    if (!view.isThere(other)) yield `document ${number} (${document.id}) is in a pair with ${other}, which is not there`;
    if (!judged.has(other) || !partnersKept(store, other).includes(number)) yield `the pair of ${number} and ${other} does not stand under both`;
  }
}

/** Records of documents that the directory does not know. */
function* strays(store: Store, view: View): Generator<string> {
  for (const kind of [KIND.fresh, KIND.pair, KIND.clusterOf] as const) {
    for (const key of store.keys(keyOf(kind), keyAfter(kind))) {
      const [number = 0] = numbersIn(key);
      if (!view.isThere(number)) yield `${recordName(key)} is about a document that is not there`;
    }
  }
  for (const kind of [KIND.id, KIND.name] as const) {
    for (const key of store.keys(keyOf(kind), keyAfter(kind))) {
      const [, , number = 0] = numbersIn(key);
      if (!view.isThere(number)) yield `${recordName(key)} is about a document that is not there`;
    }
  }
}

/** Posting lists hold the marks of each document: no more, no fewer, and no other. */
function* aboutPostings(store: Store, view: View, sums: ReadonlyMap<number, number>): Generator<string> {
  const found = new Map<number, number>();
  for (const segment of view.meta.segments) {
    let postings = 0;
    const scan = new SegmentScan(store, segment);
    while (scan.next()) {
      scan.each((number, level) => {
        postings++;
        found.set(number, ((found.get(number) ?? 0) + markSum(scan.hash, level)) % MODULUS);
      });
    }
    if (postings !== segment.postings) yield `segment ${segment.id} has ${postings} postings in place of ${segment.postings}`;
  }
  for (const [number, sum] of sums) {
    const known = number < view.meta.freshFrom ? (found.get(number) ?? 0) : sum;
    if (known !== sum) yield `the posting lists do not agree with document ${number}`;
  }
}

/** A prime: sums under it stay exact, and two mistakes seldom make up for each other. */
const MODULUS = 2 ** 31 - 1;

function marksSum({ prepared: { print } }: Kept): number {
  const { hashes, levels } = marksOf(postedOf(print));
  let sum = 0;
  for (let at = 0; at < hashes.length; at++) sum = (sum + markSum(hashes[at] ?? 0, levels[at] ?? 0)) % MODULUS;
  return sum;
}

function markSum(hash: number, level: number): number {
  return ((hash % MODULUS) * 257 + level) % MODULUS;
}

function* aboutClusters(store: Store, view: View): Generator<string> {
  for (const { number, documents } of clustersIn(store)) {
    const name = clusterName(number);
    if (documents.length < 2) yield `cluster ${name} has ${documents.length} documents`;
    for (const document of documents) {
      if (!view.isThere(document)) yield `cluster ${name} has document ${document}, which is not there`;
      else if (clusterOf(store, document) !== number) yield `document ${document} does not know that it is in cluster ${name}`;
    }
  }
  for (const { key, value } of store.entries(keyOf(KIND.clusterOf), keyAfter(KIND.clusterOf))) {
    const [document = 0] = numbersIn(key);
    const number = new DataView(value.buffer, value.byteOffset).getUint32(0);
    const members = store.get(keyOf(KIND.cluster, number));
    if (members === undefined) yield `document ${document} is in cluster ${clusterName(number)}, which is not there`;
  }
}

function* aboutCounts(store: Store, meta: Meta, documents: number): Generator<string> {
  const clusters = [...clustersIn(store)].length;
  const events = [...historyOf(store)].length;
  let entries = 0;
  for (const key of Array.from(store.keys(keyOf(KIND.pair), keyAfter(KIND.pair)))) entries += partnersKept(store, numbersIn(key)[0] ?? 0).length;
  const pairs = entries / 2;
  for (const [what, counted, said] of [['documents', documents, meta.documents], ['pairs', pairs, meta.pairs], ['clusters', clusters, meta.clusters], ['events', events, meta.nextEvent - 1]] as const) {
    if (counted !== said) yield `the archive says that it has ${said} ${what}, and there are ${counted}`;
  }
}
