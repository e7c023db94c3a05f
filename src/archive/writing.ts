import type { Store, Writer } from '../store/store.ts';
import type { PipelineOptions } from '../options.ts';
import { clusterAt, clusterName, clusterOf, eventsOf, putCluster, putEvent, removeCluster, succeed, type ClusterEvent, type KeptCluster } from './clusters.ts';
import { componentsOf, groupBeside, maySpeakAgainst } from './component.ts';
import type { Finder } from './finder.ts';
import { keyOf, KIND } from './keys.ts';
import type { Marks } from './marks.ts';
import { writeMeta } from './meta.ts';
import { putNames, removeNames } from './names.ts';
import { partnersKept, putPair, removePair } from './pairs.ts';
import { findPartners, newcomer, NOBODY, type Sighting } from './partners.ts';
import { dayOf, encodeKept, type Kept } from './record.ts';
import type { View } from './view.ts';

/** A write that goes on: what it stands on, and which documents' clusters are to be made anew. */
export interface Writing {
  readonly view: View;
  readonly writer: Writer;
  readonly finder: Finder;
  readonly options: PipelineOptions;
  readonly touched: Set<number>;
}

/** Documents that one write takes in: another process that waits has its turn within a second. */
export const BATCH = 256;

/** Does some work in one write to an archive; `viewOf` gives it as it stands then. */
export function writeTo<T>(store: Store, viewOf: () => View, { finder, options }: Pick<Writing, 'finder' | 'options'>, work: (writing: Writing) => T): T {
  return store.write((writer) => {
    const view = viewOf();
    const answer = work({ view, writer, finder, options, touched: new Set() });
    view.meta = { ...view.meta, version: view.meta.version + 1 };
    view.writeDirectory(writer);
    writeMeta(writer, view.meta);
    return answer;
  });
}

/** What has been worked out of a document before it is taken in. */
export interface Groundwork {
  readonly marks: Marks;
  /** Its fingerprint as it is kept. */
  readonly stored?: Uint8Array | undefined;
  /** What was seen for it, as long as that holds. */
  readonly sighting?: Sighting | undefined;
}

/** Takes a document in, and keeps what it is to those that are there. */
export function insert({ view, writer, finder, options, touched }: Writing, kept: Kept, { marks, stored, sighting }: Partial<Groundwork> = {}): void {
  const own = newcomer(kept.prepared, marks);
  const { partners, isCrowded } = findPartners(view, finder, own, options, NOBODY, sighting);
  const number = view.meta.next;
  const { document, language } = kept.prepared;
  view.meta = { ...view.meta, next: number + 1, documents: view.meta.documents + 1, pairs: view.meta.pairs + partners.length };
  view.enter(number, language.code, dayOf(document.date));
  writer.put(keyOf(KIND.fresh, number), encodeKept({ ...kept, isPosted: !isCrowded }, stored));
  view.holdPrint(number, kept.prepared.print);
  putNames(writer, number, document);
  if (!isCrowded) view.freshMarks.add(number, own.marks);
  for (const { number: other, ...pair } of partners) {
    putPair(view.store, writer, { a: other, b: number, ...pair });
    touched.add(number);
    if (maySpeakAgainst(pair.judgement, options)) touched.add(other);
  }
}

/** Takes a document out, and all that is known of it. Those that only went with it are taken in anew. */
export function take(writing: Writing, number: number): void {
  const { view, writer, touched } = writing;
  const kept = view.keptAt(number);
  if (kept === undefined) return;
  const neighbours = partnersKept(view.store, number);
  leaveCluster(writing, number);
  for (const neighbour of neighbours) {
    removePair(view.store, writer, number, neighbour);
    touched.add(neighbour);
  }
  touched.delete(number);
  removeNames(writer, number, kept.prepared.document);
  view.erase(writer, number);
  view.meta = { ...view.meta, documents: view.meta.documents - 1, pairs: view.meta.pairs - neighbours.length };
  for (const neighbour of neighbours) {
    const follower = view.keptAt(neighbour);
    if (follower?.isPosted !== false) continue;
    take(writing, neighbour);
    insert(writing, { ...follower, isPosted: true });
  }
}

function leaveCluster({ view, writer, touched }: Writing, number: number): void {
  const cluster = clusterOf(view.store, number);
  if (cluster === undefined) return;
  const documents = (clusterAt(view.store, cluster)?.documents ?? []).filter((document) => document !== number);
  removeCluster(writer, { number: cluster, documents: [number] });
  if (documents.length > 0) putCluster(writer, { number: cluster, documents });
  else {
    view.meta = { ...view.meta, clusters: view.meta.clusters - 1 };
    tell(view, writer, { kind: 'end', cluster: clusterName(cluster) });
  }
  for (const document of documents) touched.add(document);
}

/** Makes the clusters anew of all that may be grouped with what was touched. */
export function regroup({ view, writer, options, touched }: Writing): void {
  const alive = [...touched].filter((number) => view.isThere(number)).sort((x, y) => x - y);
  const components = componentsOf(view.store, alive, options).map(({ numbers, beside, pairs }) => {
    if (numbers.length === 1) return { numbers, groups: [] };
    const documents = [...numbers, ...beside].flatMap((number) => {
      const prepared = view.heldAt(number)?.prepared;
      return prepared === undefined ? [] : [{ number, prepared }];
    });
    const byId = new Map(documents.map(({ number, prepared }) => [prepared.document.id, number]));
    const { clusters } = groupBeside(documents, pairs, new Set(beside), options);
    return { numbers, groups: clusters.map(({ documents: ids }) => ids.flatMap((id) => byId.get(id) ?? []).sort((x, y) => x - y)) };
  });
  keepClusters(view, writer, components.flatMap(({ numbers }) => numbers), components.flatMap(({ groups }) => groups));
}

/** Keeps the clusters of some components, and tells what became of those before. */
function keepClusters(view: View, writer: Writer, numbers: readonly number[], groups: readonly (readonly number[])[]): void {
  const { store } = view;
  const oldNumbers = new Set(numbers.flatMap((number) => clusterOf(store, number) ?? []));
  const old: KeptCluster[] = [...oldNumbers].sort((x, y) => x - y).flatMap((number) => clusterAt(store, number) ?? []);
  const succession = succeed(old, groups, view.meta.nextCluster);
  const idOf = (number: number): string => view.documentAt(number)?.id ?? String(number);
  for (const cluster of old) removeCluster(writer, cluster);
  for (const [at, documents] of groups.entries()) putCluster(writer, { number: succession.numbers[at] ?? 0, documents });
  view.meta = { ...view.meta, nextCluster: succession.next, clusters: view.meta.clusters - old.length + groups.length };
  for (const event of eventsOf(old, groups, succession, idOf)) tell(view, writer, event);
}

function tell(view: View, writer: Writer, event: ClusterEvent): void {
  putEvent(writer, view.meta.nextEvent, event);
  view.meta = { ...view.meta, nextEvent: view.meta.nextEvent + 1 };
}
