import { UsageError } from '../errors.ts';
import { SCHEMA, type Meta } from './meta.ts';
import { shippedStamp } from './stamp.ts';

/** Whether the fingerprints of an archive can be read: those of another version name keys by their places in other tables. */
export function isReadable({ schema, stamp }: Meta): boolean {
  return schema === SCHEMA && stamp.prints === shippedStamp().prints;
}

/** Whether the archive is of this version in all. */
export function isCurrent(meta: Meta): boolean {
  return isReadable(meta) && meta.stamp.figures === shippedStamp().figures;
}

/** Throws `UsageError` where fingerprints or figures of an archive are of another version. */
export function checkStamp(meta: Meta): void {
  if (!isCurrent(meta)) throw ofOtherVersion(meta);
}

/** What to do with an archive of another version. */
export function ofOtherVersion(meta: Meta): UsageError {
  const { happened, advice } = differenceOf(meta);
  return new UsageError({
    code: 'archive-version',
    happened: `The archive was made by another version of dedupe: ${happened}.`,
    expected: 'An archive of this version: to mix the two would judge by halves.',
    advice,
  });
}

function differenceOf(meta: Meta): { readonly happened: string; readonly advice: string } {
  if (meta.schema !== SCHEMA) return { happened: 'its records are laid out otherwise', advice: 'Add its articles to a new archive.' };
  if (isReadable(meta)) return { happened: 'its pairs were judged by other figures', advice: 'Run `dedupe archive upgrade --archive DIR`: its fingerprints still serve, and all pairs are judged anew.' };
  return { happened: 'its fingerprints are of another kind', advice: 'Run `dedupe archive upgrade --archive DIR` if it keeps texts; else add its articles to a new archive.' };
}
