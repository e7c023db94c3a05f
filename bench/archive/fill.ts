import { postedOf } from '../../src/block/posted.ts';
import { flush, MOST_IN_A_WRITE, tailOf } from '../../src/archive/indexing.ts';
import { keyOf, KIND } from '../../src/archive/keys.ts';
import { marksOf } from '../../src/archive/marks.ts';
import { beginMerge, goOnMerging, isMerging } from '../../src/archive/merging.ts';
import { writeMeta } from '../../src/archive/meta.ts';
import { putNames } from '../../src/archive/names.ts';
import { dayOf, encodeKept, keptOf } from '../../src/archive/record.ts';
import { View } from '../../src/archive/view.ts';
import type { Prepared } from '../../src/pair.ts';
import type { Store, Writer } from '../../src/store/store.ts';

/** Documents of one write, as many as one new segment holds. */
const AT_ONCE = 8192;

/**
 * Puts documents into an archive as `Archive.add` does, but for the search for partners: a million would take a day. What is kept is the
 * same, without pairs and clusters; blocks and segments are those of an archive that grew.
 */
export function fill(store: Store, documents: number, next: () => Prepared, done: (count: number) => void): void {
  const view = new View(store);
  const write = (work: (writer: Writer) => void): void => {
    store.write((writer) => {
      work(writer);
      view.meta = { ...view.meta, version: view.meta.version + 1 };
      view.writeDirectory(writer);
      writeMeta(writer, view.meta);
    });
  };
  for (let made = 0; made < documents; ) {
    const batch = Array.from({ length: Math.min(AT_ONCE, documents - made) }, next);
    write((writer) => {
      for (const prepared of batch) {
        const number = view.meta.next;
        view.meta = { ...view.meta, next: number + 1, documents: view.meta.documents + 1 };
        view.enter(number, prepared.language.code, dayOf(prepared.document.date));
        writer.put(keyOf(KIND.fresh, number), encodeKept(keptOf(prepared)));
        putNames(writer, number, prepared.document);
        view.freshMarks.add(number, marksOf(postedOf(prepared.print)));
      }
      flush(view, writer);
    });
    const tail = tailOf(view.meta.segments);
    if (tail !== undefined) write(() => beginMerge(view, tail));
    while (isMerging(view)) write((writer) => goOnMerging(view, writer, MOST_IN_A_WRITE));
    made += batch.length;
    done(made);
  }
}
