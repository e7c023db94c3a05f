import { UsageError } from '../errors.ts';

/** The folder of an archive is not there, or not open to this user. */
export function cannotOpen(folder: string, readOnly: boolean, cause: unknown): UsageError {
  return new UsageError({
    code: 'cannot-open-archive',
    happened: `The archive ${folder} can't be opened: ${cause instanceof Error ? cause.message : String(cause)}.`,
    expected: readOnly ? 'A folder that `dedupe add --archive` has made.' : 'A folder that may be written to, or may be made.',
    advice: 'Check the path, its permissions and the disk.',
    cause,
  });
}
