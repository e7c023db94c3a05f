import type { Store, Writer } from '../store/store.ts';
import { keyAfter, keyOf, KIND, numbersIn } from './keys.ts';

/** A cluster as it is kept: its number stays as long as it lasts. */
export interface KeptCluster {
  readonly number: number;
  /** Of its documents, ascending. */
  readonly documents: readonly number[];
}

/** What became of a cluster. */
export type ClusterEvent =
  /** It went into an older one. */
  | { readonly kind: 'merge'; readonly cluster: string; readonly into: string }
  /** A part of it has become a cluster of its own, or gone into another. */
  | { readonly kind: 'split'; readonly cluster: string; readonly into: string; readonly documents: readonly string[] }
  /** No two of its documents are together any more. */
  | { readonly kind: 'end'; readonly cluster: string };

/** What a cluster is called by: its number after a letter, so that nobody takes it for a count. */
export function clusterName(number: number): string {
  return `c${number}`;
}

/** The numbers for new groups in place of old clusters, and which old ones end. */
export interface Succession {
  /** By group, its number. */
  readonly numbers: readonly number[];
  /** Old numbers that no group has. */
  readonly ended: readonly number[];
  readonly next: number;
}

/**
 * Who keeps which number: the oldest cluster chooses first, the group with most of its documents (of equals the one with the earliest
 * document). So a cluster that grows keeps its number, of those that merge the oldest's stays, and of one that splits the largest part
 * has it. What no old one chose gets a new number, in the order of the groups.
 */
export function succeed(old: readonly KeptCluster[], groups: readonly (readonly number[])[], next: number): Succession {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((document) => [document, at] as const)));
  const numbers = new Map<number, number>();
  const ended: number[] = [];
  for (const { number, documents } of old.toSorted((x, y) => x.number - y.number)) {
    const shares = new Map<number, number>();
    for (const document of documents) {
      const group = groupOf.get(document);
      if (group !== undefined && !numbers.has(group)) shares.set(group, (shares.get(group) ?? 0) + 1);
    }
    const first = (group: number): number => groups[group]?.[0] ?? 0;
    const [chosen] = [...shares].sort(([x, most], [y, more]) => more - most || first(x) - first(y));
    if (chosen === undefined) ended.push(number);
    else numbers.set(chosen[0], number);
  }
  let free = next;
  return { numbers: groups.map((_, at) => numbers.get(at) ?? free++), ended, next: free };
}

/** What is to be told of a succession; `idOf` names a document. */
export function eventsOf(old: readonly KeptCluster[], groups: readonly (readonly number[])[], { numbers, ended }: Succession, idOf: (document: number) => string): ClusterEvent[] {
  const events: ClusterEvent[] = [];
  for (const { number, documents } of old) {
    const cluster = clusterName(number);
    const parts = groups.flatMap((group, at) => {
      const common = group.filter((document) => documents.includes(document));
      return common.length === 0 ? [] : [{ into: clusterName(numbers[at] ?? 0), common }];
    });
    const others = parts.filter(({ into }) => into !== cluster);
    if (!ended.includes(number)) for (const { into, common } of others) events.push({ kind: 'split', cluster, into, documents: common.map(idOf) });
    else if (others.length === 0) events.push({ kind: 'end', cluster });
    else for (const { into } of others) events.push({ kind: 'merge', cluster, into });
  }
  return events;
}

/** The number of a document's cluster. */
export function clusterOf(store: Store, document: number): number | undefined {
  const value = store.get(keyOf(KIND.clusterOf, document));
  return value === undefined ? undefined : new DataView(value.buffer, value.byteOffset).getUint32(0);
}

/** The cluster of a number. */
export function clusterAt(store: Store, number: number): KeptCluster | undefined {
  const value = store.get(keyOf(KIND.cluster, number));
  return value === undefined ? undefined : { number, documents: documentsIn(value) };
}

/** Every cluster, the oldest first. */
export function* clustersIn(store: Store): Generator<KeptCluster> {
  for (const { key, value } of store.entries(keyOf(KIND.cluster), keyAfter(KIND.cluster))) yield { number: numbersIn(key)[0] ?? 0, documents: documentsIn(value) };
}

export function putCluster(writer: Writer, { number, documents }: KeptCluster): void {
  const value = new Uint8Array(4 * documents.length);
  const view = new DataView(value.buffer);
  for (const [at, document] of documents.entries()) {
    view.setUint32(4 * at, document);
    writer.put(keyOf(KIND.clusterOf, document), keyOf(KIND.cluster, number).subarray(1));
  }
  writer.put(keyOf(KIND.cluster, number), value);
}

/** Takes a cluster away, and its documents out of it. */
export function removeCluster(writer: Writer, { number, documents }: KeptCluster): void {
  writer.remove(keyOf(KIND.cluster, number));
  for (const document of documents) writer.remove(keyOf(KIND.clusterOf, document));
}

/** All that became of clusters, in order. */
export function* historyOf(store: Store): Generator<ClusterEvent> {
  for (const { value } of store.entries(keyOf(KIND.event), keyAfter(KIND.event))) {
    const event: ClusterEvent = JSON.parse(Buffer.from(value).toString('utf8'));
    yield event;
  }
}

export function putEvent(writer: Writer, number: number, event: ClusterEvent): void {
  writer.put(keyOf(KIND.event, number), Buffer.from(JSON.stringify(event)));
}

function documentsIn(value: Uint8Array): number[] {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  return Array.from({ length: value.byteLength >>> 2 }, (_, at) => view.getUint32(4 * at));
}
