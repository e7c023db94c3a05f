import { Archive, type Scouted } from '../archive/archive.ts';
import { UsageError } from '../errors.ts';
import { unpackPrints, type PackedPrints } from '../fingerprint/shelf.ts';
import { openStore } from '../store/open.ts';

/** Does what can be done beside an archive for documents that are to be added, by their fingerprints and dates; undefined where it can't be read. */
export type Scout = (packed: readonly PackedPrints[], dates: readonly (string | undefined)[]) => Scouted | undefined;

/** One that reads the archive of a folder beside whoever writes it. */
export async function scoutOf(folder: string): Promise<Scout> {
  const archive = new Archive(await openStore(folder, { readOnly: true }));
  return (packed, dates) => {
    try {
      return archive.scout(packed.flatMap(unpackPrints).map((print, at) => ({ document: dated(dates[at]), print })));
    } catch (error) {
      // What is damaged the writer comes upon too, and can say so: an error that goes from thread to thread is no longer what it was.
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  };
}

function dated(date: string | undefined): { readonly date?: string } {
  return date === undefined ? {} : { date };
}
