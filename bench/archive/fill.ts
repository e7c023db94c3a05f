import { postedOf } from '../../src/block/posted.ts';
import { Finder } from '../../src/archive/finder.ts';
import { indexFresh } from '../../src/archive/indexing.ts';
import { keyOf, KIND } from '../../src/archive/keys.ts';
import { marksOf } from '../../src/archive/marks.ts';
import { putNames } from '../../src/archive/names.ts';
import { dayOf, encodeKept, keptOf } from '../../src/archive/record.ts';
import { View } from '../../src/archive/view.ts';
import { BATCH, writeTo, type Writing } from '../../src/archive/writing.ts';
import type { Prepared } from '../../src/pair.ts';
import { pipelineOptions } from '../../src/options.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * Puts documents into an archive as `Archive.add` does, but for the search for partners: a million would take a day. What is kept is the
 * same, without pairs and clusters; blocks and segments are those of an archive that grew.
 */
export function fill(store: Store, documents: number, next: () => Prepared, done: (count: number) => void): void {
  const view = new View(store);
  const [finder, options] = [new Finder(), pipelineOptions()];
  const write = (work: (writing: Writing) => void): void => {
    writeTo(store, () => view, { finder, options }, work);
  };
  for (let made = 0; made < documents; ) {
    const batch = Array.from({ length: Math.min(BATCH, documents - made) }, next);
    write(({ writer }) => {
      for (const prepared of batch) {
        const number = view.meta.next;
        view.meta = { ...view.meta, next: number + 1, documents: view.meta.documents + 1 };
        view.enter(number, prepared.language.code, dayOf(prepared.document.date));
        writer.put(keyOf(KIND.fresh, number), encodeKept(keptOf(prepared)));
        putNames(writer, number, prepared.document);
        view.freshMarks.add(number, marksOf(postedOf(prepared.print)));
      }
      indexFresh(view, writer, batch.length);
    });
    made += batch.length;
    done(made);
  }
}
