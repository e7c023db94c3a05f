import { contentHash } from '../../fingerprint/content-hash.ts';
import type { Ledger, Verdict } from '../../gate/ledger.ts';
import type { ReadOptions } from '../../read/read.ts';
import { placeOf } from '../../report/place.ts';
import type { Document } from '../../types.ts';
import { diagnosticEvent, judgedEvent, removedEvent, type WatchCounts } from './events.ts';
import { readOne, type FolderLook } from './look.ts';
import type { Changes } from './settle.ts';

/** Turns changes of the folders into events. */
export interface Desk {
  /** Reads what arrived, forgets what is gone, and says so. */
  readonly handle: (changes: Changes, look: FolderLook) => Promise<readonly string[]>;
  readonly counts: () => WatchCounts;
}

/** A desk at a ledger that knows the archive. */
export function openDesk(ledger: Ledger, reading: ReadOptions): Desk {
  const documentsOf = new Map<string, readonly Document[]>();
  const verdicts: { -readonly [Count in keyof WatchCounts]: number } = { judged: 0, duplicates: 0, accepted: 0 };
  const drop = (path: string): readonly string[] => {
    const dropped = documentsOf.get(path) ?? [];
    documentsOf.delete(path);
    for (const { id } of dropped) ledger.forget(id);
    return dropped.map(removedEvent);
  };
  const count = ({ duplicate, accepted }: Verdict): void => {
    verdicts.judged += 1;
    verdicts.duplicates += Number(duplicate);
    verdicts.accepted += Number(accepted !== undefined);
  };
  return {
    counts: () => verdicts,
    handle: async ({ arrived, gone }, { files }) => {
      const events = gone.flatMap(drop);
      const newcomers: Document[] = [];
      for (const path of arrived) {
        const { documents, diagnostics } = await readOne(path, files.get(path)?.id ?? path, reading);
        events.push(...diagnostics.map(diagnosticEvent));
        // Touched, and not changed: nothing came.
        if (haveSameTexts(documents, documentsOf.get(path) ?? [])) continue;
        events.push(...drop(path));
        const taken = new Set(newcomers.map(({ id }) => id));
        const named = documents.map((document) => calledApart(document, (id) => taken.has(id) || ledger.has(id)));
        documentsOf.set(path, named);
        newcomers.push(...named);
      }
      const judged = newcomers.length === 0 ? [] : ledger.judge(newcomers);
      for (const verdict of judged) count(verdict);
      return [...events, ...judged.map(judgedEvent)];
    },
  };
}

function haveSameTexts(documents: readonly Document[], before: readonly Document[]): boolean {
  return documents.length > 0 && documents.length === before.length && documents.every(({ text }, at) => contentHash(text) === contentHash(before[at]?.text ?? ''));
}

function calledApart(document: Document, isTaken: (id: string) => boolean): Document {
  let id = document.id;
  for (let count = 1; isTaken(id); count++) id = count === 1 ? placeOf(document) : `${placeOf(document)}~${count}`;
  return { ...document, id };
}
