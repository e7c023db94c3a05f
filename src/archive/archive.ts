import { postedOf } from '../block/posted.ts';
import { candidatesAmong } from '../grouping.ts';
import { encodePrint } from '../fingerprint/stored.ts';
import { judgeCandidates } from '../judging.ts';
import type { Judgement } from '../judge/judge.ts';
import { pipelineOptions, type PipelineOptions } from '../options.ts';
import { printList, type Found, type Prepared } from '../pair.ts';
import type { Store } from '../store/store.ts';
import { checkStamp, isCurrent } from './check-stamp.ts';
import { componentsOf, groupBeside, groupNumbered, type GroupedPair, type Numbered } from './component.ts';
import { clusterAt, clusterName, clusterOf, clustersIn, historyOf, putCluster, putEvent, removeCluster, type ClusterEvent } from './clusters.ts';
import { Finder } from './finder.ts';
import { indexFresh, mergeAll } from './indexing.ts';
import { marksOf, type Marks } from './marks.ts';
import { emptyMeta, readMeta, writeMeta, type ArchiveSettings } from './meta.ts';
import { numbersOfId } from './names.ts';
import { pairsOf } from './pairs.ts';
import { findPartners, newcomer, sight, type Unmarked } from './partners.ts';
import { keptOf, type Kept } from './record.ts';
import { shippedStamp } from './stamp.ts';
import { checkUpgrade, makeAnew } from './upgrade.ts';
import { BATCH, insert, regroup, take, writeTo, type Groundwork, type Writing } from './writing.ts';
import { View } from './view.ts';

/** What became of documents that were to be added. */
export interface Added {
  /** Their ids: taken in; taken in, in place of another text of the same id; there already. */
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly known: readonly string[];
}

/** What the archive has for documents that came in. */
export interface Checked {
  readonly found: Found;
  readonly before: readonly Kept[];
  /** Documents in the archive. */
  readonly archived: number;
}

/** What was worked out of some documents, in their order, beside an archive as one write had left it. */
export interface Scouted {
  /** That write: what was seen holds as long as it is the last. */
  readonly version: number;
  readonly groundworks: readonly Required<Groundwork>[];
}

/** What an archive holds. */
export interface ArchiveStats {
  readonly documents: number;
  readonly pairs: number;
  readonly clusters: number;
  /** Documents by language code, the codes in ascending order. */
  readonly languages: Readonly<Record<string, number>>;
  /** Those in which a mark is looked for. */
  readonly segments: number;
  readonly settings: ArchiveSettings;
  readonly history: readonly ClusterEvent[];
}

/** Documents that are looked at in one write when some are to be forgotten: their blocks are 7 MB. */
const FORGOTTEN_AT_ONCE = 4096;

/** A memory of documents on a disk. What it says goes by the last whole state of the store. */
export class Archive {
  readonly #store: Store;
  readonly #forUpgrade: boolean;
  readonly #finder = new Finder();
  readonly #options: PipelineOptions;
  #view: View;

  /** Throws `UsageError` where another version has made it; `forUpgrade` lets that be. */
  constructor(store: Store, forUpgrade = false) {
    this.#store = store;
    this.#forUpgrade = forUpgrade;
    this.#view = this.#look();
    this.#options = optionsOf(this.#view.meta.settings);
  }

  get settings(): ArchiveSettings {
    return this.#view.meta.settings;
  }

  /** What documents are prepared and judged by here. */
  get options(): PipelineOptions {
    return this.#options;
  }

  /** Holds documents against the archive and each other, and keeps nothing. `given` may say how they are grouped. */
  check(incoming: readonly Prepared[], given: Partial<PipelineOptions> = {}): Checked {
    this.#refresh();
    const view = this.#view;
    const ids = new Set(incoming.map(({ document }) => document.id));
    const options = { ...this.#options, ...given, incoming: ids };
    const documents = new Map<number, Numbered>();
    const pairs: GroupedPair[] = [];
    const before = new Map<number, Kept>();
    let marks: readonly Marks[] = [];
    for (const [at, prepared] of incoming.entries()) {
      if (at % BATCH === 0) marks = this.#markAll(view, incoming.slice(at, at + BATCH));
      documents.set(-1 - at, { number: -1 - at, prepared });
      for (const { number, ...pair } of findPartners(view, this.#finder, newcomer(prepared, marks[at % BATCH]), options).partners) {
        const kept = before.get(number) ?? view.heldAt(number);
        if (kept === undefined || ids.has(kept.prepared.document.id)) continue;
        before.set(number, kept);
        documents.set(number, { number, prepared: kept.prepared });
        pairs.push({ a: -1 - at, b: number, ...pair });
      }
    }
    pairs.push(...pairsAmong(incoming, options));
    return { found: groupNumbered([...documents.values()], pairs, options), before: [...before.values()], archived: view.meta.documents };
  }

  /** Does for documents that are to be added, at most `BATCH`, what several threads or processes may, while nobody writes. */
  scout(documents: readonly Unmarked[]): Scouted {
    this.#refresh();
    const view = this.#view;
    const marks = this.#markAll(view, documents);
    const groundworks = documents.map((document, at) => {
      const own = newcomer(document, marks[at]);
      return { marks: own.marks, stored: encodePrint(own.print), sighting: sight(view, this.#finder, own, this.#options) };
    });
    return { version: view.meta.version, groundworks };
  }

  /**
   * Takes documents in, at most `BATCH`; when it returns they lie on the disk. `textOf` gives the text by id where texts are kept;
   * `scouted`, what was worked out of them, spares the search. Throws `UsageError`, and then none of them is there.
   */
  add(documents: readonly Prepared[], textOf?: (id: string) => string | undefined, scouted?: Scouted): Added {
    const isKeeping = this.settings.keepText;
    return this.addKept(documents.map((prepared) => ({ prepared, kept: keptOf(prepared, isKeeping ? textOf?.(prepared.document.id) : undefined) })), scouted);
  }

  /** The same of documents as they are kept. */
  addKept(documents: readonly { readonly prepared: Prepared; readonly kept: Kept }[], scouted?: Scouted): Added {
    return this.#write((writing) => {
      const [added, replaced, known]: [string[], string[], string[]] = [[], [], []];
      // What somebody has written since was not seen.
      let isSighted = scouted?.version === writing.view.meta.version;
      const groundworks: readonly Groundwork[] = isSighted && scouted !== undefined ? scouted.groundworks : this.#markAll(writing.view, documents.map(({ prepared }) => prepared)).map((marks) => ({ marks }));
      for (const [at, { prepared, kept }] of documents.entries()) {
        const { id } = prepared.document;
        const same = this.#numberOf(id);
        const old = same === undefined ? undefined : writing.view.keptAt(same);
        if (old?.prepared.contentHash === prepared.contentHash) {
          known.push(id);
          continue;
        }
        if (same !== undefined) {
          take(writing, same);
          // It may have kept another out of sight.
          isSighted = false;
        }
        (same === undefined ? added : replaced).push(id);
        const groundwork = groundworks[at];
        insert(writing, kept, isSighted ? groundwork : { ...groundwork, sighting: undefined });
      }
      regroup(writing);
      indexFresh(writing.view, writing.writer, documents.length);
      return { added, replaced, known };
    });
  }

  /**
   * What is grouped with some documents of the archive, by their ids, under its names for clusters, and all that these are paired with;
   * `known` has more to show of some of them than is kept.
   */
  told(ids: readonly string[], known: ReadonlyMap<string, Prepared>): { readonly found: Found; readonly before: readonly Kept[] } {
    this.#refresh();
    const numbers = ids.flatMap((id) => this.#numberOf(id) ?? []);
    const asked = new Set(numbers);
    const components = componentsOf(this.#store, numbers, this.#options, (number) => asked.has(number));
    const before: Kept[] = [];
    const grouped = components.flatMap((component) => component.numbers);
    const beside = new Set(components.flatMap((component) => component.beside));
    for (const number of grouped) beside.delete(number);
    const documents = [...grouped, ...beside].flatMap((number) => {
      const kept = this.#view.heldAt(number);
      if (kept === undefined) return [];
      if (!asked.has(number)) before.push(kept);
      return [{ number, prepared: known.get(kept.prepared.document.id) ?? kept.prepared }];
    });
    const found = groupBeside(documents, components.flatMap(({ pairs }) => pairs), beside, this.#options);
    const clusters = found.clusters.map((cluster) => ({ ...cluster, id: this.clusterNameOf(cluster.documents[0] ?? '') ?? cluster.id }));
    return { before, found: { ...found, clusters: clusters.sort((x, y) => y.documents.length - x.documents.length || (x.id < y.id ? -1 : 1)) } };
  }

  /** The archive's name of the cluster that a document is in. */
  clusterNameOf(id: string): string | undefined {
    const number = this.#numberOf(id);
    const cluster = number === undefined ? undefined : clusterOf(this.#store, number);
    return cluster === undefined ? undefined : clusterName(cluster);
  }

  #numberOf(id: string): number | undefined {
    return numbersOfId(this.#store, id).find((number) => this.#view.documentAt(number)?.id === id);
  }

  /** Takes out the documents that `isOld` says; those there are named by its answer. Their bytes are gone after `compact`. */
  forget(isOld: (kept: Kept) => boolean): readonly string[] {
    this.#refresh();
    const ids: string[] = [];
    // Up to what is the last then: what only went with a document that is gone is taken in anew, at the end.
    for (let from = 0; from < this.#view.meta.next; from += FORGOTTEN_AT_ONCE) {
      this.#write((writing) => {
        for (let number = from; number < Math.min(from + FORGOTTEN_AT_ONCE, writing.view.meta.next); number++) {
          const kept = writing.view.keptAt(number);
          if (kept === undefined || !isOld(kept)) continue;
          ids.push(kept.prepared.document.id);
          take(writing, number);
        }
        regroup(writing);
      });
    }
    return ids;
  }

  /** Makes one segment of all, in which nothing is left of what is gone. */
  merge(): void {
    mergeAll({ view: () => this.#view, write: (work) => this.#write(work) });
  }

  /**
   * Makes an archive of another version one of this: of its fingerprints where they still serve, else of its texts, if it keeps them. It is
   * made beside the old one and then takes its place. Returns whether there was something to do. Throws `UsageError` where there are no texts.
   */
  async upgrade(): Promise<boolean> {
    const { meta } = this.#view;
    if (isCurrent(meta)) return false;
    checkUpgrade(meta);
    await this.#store.replace((draft) => {
      makeAnew(this.#view, draft, this.#options);
    });
    this.#refresh();
    return true;
  }

  /** Takes over the names of clusters that have the same documents here, and events, from an archive that was written into this one. */
  adopt(clusters: readonly { readonly cluster: string; readonly documents: readonly string[] }[], events: readonly ClusterEvent[]): void {
    const names = new Map(clusters.map(({ cluster, documents }) => [documents.join('\n'), Number(cluster.slice(1))]));
    this.#write(({ view, writer }) => {
      const own = [...this.clusters()].map(({ name, documents }, at) => ({ at, kept: clusterAt(this.#store, Number(name.slice(1))), number: names.get(documents.join('\n')) }));
      let next = 1 + Math.max(0, ...names.values());
      for (const { kept } of own) if (kept !== undefined) removeCluster(writer, kept);
      for (const { kept, number } of own) if (kept !== undefined) putCluster(writer, { ...kept, number: number ?? next++ });
      for (const [at, event] of events.entries()) putEvent(writer, view.meta.nextEvent + at, event);
      view.meta = { ...view.meta, nextCluster: next, nextEvent: view.meta.nextEvent + events.length };
    });
  }

  /** Every document, in the order in which they came. */
  *documents(): Generator<Kept> {
    this.#refresh();
    for (const number of this.#view.numbers()) {
      const kept = this.#view.keptAt(number);
      if (kept !== undefined) yield kept;
    }
  }

  /** Every judged pair, by ids, the lower first. */
  *pairs(): Generator<{ readonly a: string; readonly b: string; readonly judgement: Judgement; readonly isJudged: boolean }> {
    this.#refresh();
    const idOf = (number: number): string => this.#view.documentAt(number)?.id ?? '';
    for (const number of this.#view.numbers()) {
      for (const { a, b, judgement, isJudged } of pairsOf(this.#store, number)) {
        if (a >= b) continue;
        const [first = '', second = ''] = [idOf(a), idOf(b)].sort();
        yield { a: first, b: second, judgement, isJudged };
      }
    }
  }

  /** Every cluster by its name, the oldest first, with the ids of its documents. */
  *clusters(): Generator<{ readonly name: string; readonly documents: readonly string[] }> {
    this.#refresh();
    for (const { number, documents } of clustersIn(this.#store)) {
      yield { name: clusterName(number), documents: documents.map((document) => this.#view.documentAt(document)?.id ?? '').sort() };
    }
  }

  /** How much there is, at no cost. */
  counts(): Pick<ArchiveStats, 'documents' | 'pairs' | 'clusters'> {
    this.#refresh();
    const { documents, pairs, clusters } = this.#view.meta;
    return { documents, pairs, clusters };
  }

  stats(): ArchiveStats {
    this.#refresh();
    const { meta, languageOf } = this.#view;
    const counts = new Map<string, number>();
    for (const number of this.#view.numbers()) {
      const code = meta.languages[(languageOf[number] ?? 0) - 1] ?? 'und';
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const languages = Object.fromEntries([...counts].sort(([x], [y]) => (x < y ? -1 : 1)));
    const { documents, pairs, clusters, settings, segments } = meta;
    return { documents, pairs, clusters, languages, segments: segments.filter(({ least }) => least === 0).length, settings, history: [...historyOf(this.#store)] };
  }

  /** The marks of at most `BATCH` documents; the index is read for all of them at once. */
  #markAll(view: View, documents: readonly Unmarked[]): readonly Marks[] {
    const marks = documents.map(({ print }) => marksOf(postedOf(print)));
    this.#finder.prepareFor(view, marks);
    return marks;
  }

  #write<T>(work: (writing: Writing) => T): T {
    const current = (): View => {
      this.#refresh();
      return this.#view;
    };
    try {
      return writeTo(this.#store, current, { finder: this.#finder, options: this.#options }, work);
    } catch (error) {
      // What was held in memory of the write that came to nothing.
      this.#view = new View(this.#store);
      throw error;
    }
  }

  /** Looks whether another process has written. */
  #refresh(): void {
    this.#store.follow();
    if (readMeta(this.#store)?.version !== this.#view.meta.version) this.#view = this.#look();
  }

  /** What the store holds now. Throws `UsageError` where that is of another version, as after an upgrade by another process. */
  #look(): View {
    const view = new View(this.#store, this.#view);
    if (!this.#forUpgrade) checkStamp(view.meta);
    return view;
  }
}

/** Whether a store holds an archive. */
export function isArchive(store: Store): boolean {
  return readMeta(store) !== undefined;
}

/** Makes an archive in an empty store; leaves one that is there. */
export function createArchive(store: Store, settings: ArchiveSettings): void {
  store.write((writer) => {
    if (readMeta(store) === undefined) writeMeta(writer, emptyMeta(settings, shippedStamp()));
  });
}

function optionsOf({ level, threshold, clean, hints, window }: ArchiveSettings): PipelineOptions {
  return pipelineOptions({ level, threshold, clean, hints, ...(window === undefined ? {} : { window }) });
}

function pairsAmong(incoming: readonly Prepared[], options: PipelineOptions): GroupedPair[] {
  if (incoming.length < 2) return [];
  return judgeCandidates(candidatesAmong(incoming, options), printList(incoming), options).map(({ a, b, judgement }) => ({ a: -1 - a, b: -1 - b, judgement, isJudged: true }));
}
