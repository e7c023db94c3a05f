import { postedOf } from '../block/posted.ts';
import { UsageError } from '../errors.ts';
import type { PipelineOptions } from '../options.ts';
import { prepare } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import { isReadable, ofOtherVersion } from './check-stamp.ts';
import { clusterAt, clusterOf } from './clusters.ts';
import { componentsOf } from './component.ts';
import { Finder } from './finder.ts';
import { indexFresh } from './indexing.ts';
import { keyAfter, keyOf, KIND } from './keys.ts';
import { marksOf } from './marks.ts';
import { emptyMeta, SCHEMA, writeMeta, type Meta } from './meta.ts';
import { keptOf, type Kept } from './record.ts';
import { shippedStamp } from './stamp.ts';
import { View } from './view.ts';
import { BATCH, insert, regroup, writeTo, type Writing } from './writing.ts';

/** Documents whose clusters one write makes anew. */
const REGROUPED_AT_ONCE = 4096;

/** Throws `UsageError` for an archive that can't be made one of this version. */
export function checkUpgrade(meta: Meta): void {
  if (meta.schema !== SCHEMA) throw ofOtherVersion(meta);
  if (!isReadable(meta) && !meta.settings.keepText) throw cannotUpgrade();
}

/**
 * Fills an empty store with what an archive of another version holds, as it is when judged by this one: documents under their numbers, one
 * after the other as they came; clusters under their names as far as they last, and what became of them.
 */
export function makeAnew(old: View, draft: Store, options: PipelineOptions): void {
  const { settings, version, next, clusters, nextCluster, nextEvent } = old.meta;
  draft.write((writer) => {
    for (const kind of [KIND.clusterOf, KIND.cluster, KIND.event]) for (const { key, value } of old.store.entries(keyOf(kind), keyAfter(kind))) writer.put(key, value);
    writeMeta(writer, { ...emptyMeta(settings, shippedStamp()), version, clusters, nextCluster, nextEvent });
  });
  const view = new View(draft);
  const finder = new Finder();
  const write = (work: (writing: Writing) => void): void => {
    writeTo(draft, () => view, { finder, options }, work);
  };
  for (let from = 0; from < next; from += BATCH) {
    const documents = thereIn(old, from, from + BATCH).map((number) => {
      const kept = keptAnew(old, number, options);
      return { number, kept, marks: marksOf(postedOf(kept.prepared.print)) };
    });
    finder.prepareFor(view, documents.map(({ marks }) => marks));
    write((writing) => {
      for (const { number, kept, marks } of documents) {
        view.meta = { ...view.meta, next: number };
        insert(writing, kept, { marks });
      }
      indexFresh(view, writing.writer, documents.length);
    });
  }
  write(() => {
    view.meta = { ...view.meta, next };
  });
  for (let from = 0; from < next; from += REGROUPED_AT_ONCE) {
    write((writing) => {
      for (const number of thereIn(view, from, from + REGROUPED_AT_ONCE)) writing.touched.add(number);
      touchAllTied(writing);
      regroup(writing);
    });
  }
}

function thereIn(view: View, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at).filter((number) => view.isThere(number));
}

/** A document with its fingerprint, where that can be read; else with one made of its text: the old one may be written otherwise. */
function keptAnew(old: View, number: number, options: PipelineOptions): Kept {
  if (isReadable(old.meta)) {
    const kept = old.keptAt(number);
    if (kept === undefined) throw new RangeError(`document ${number} is in the directory, and its record is not there`);
    return kept;
  }
  const head = old.headAt(number);
  if (head?.text === undefined) throw cannotUpgrade();
  return keptOf(prepare({ ...head.document, ...(head.title === undefined ? {} : { title: head.title }), text: head.text }, options), head.text);
}

/** Adds to what is touched all that it may be grouped with, or was: else a cluster that falls apart would end with its first part. */
function touchAllTied({ view: { store }, touched, options }: Writing): void {
  for (let before = -1; before < touched.size; ) {
    before = touched.size;
    for (const { numbers } of componentsOf(store, [...touched], options)) for (const number of numbers) touched.add(number);
    for (const number of Array.from(touched)) {
      const cluster = clusterOf(store, number);
      for (const document of cluster === undefined ? [] : (clusterAt(store, cluster)?.documents ?? [])) touched.add(document);
    }
  }
}

function cannotUpgrade(): UsageError {
  return new UsageError({
    code: 'archive-version',
    happened: 'The archive has fingerprints of another version and no texts to make new ones of.',
    expected: 'An archive of the same kind of fingerprints, or one made with --keep-text.',
    advice: 'Add its articles to a new archive.',
  });
}
