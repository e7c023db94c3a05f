import type { Diagnostic } from '../types.ts';

/** A reason to leave the file that is being read; it ends as one error diagnostic, and the run goes on. */
export class ReadFault extends Error {
  override readonly name = 'ReadFault';
  /** As `Diagnostic.code`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** How messages call a source: its path, or standard input by its name. */
export function nameOf(path: string): string {
  return path === '-' ? 'Standard input' : path;
}

/**
 * The diagnostic for what was thrown while a file was found, opened, unpacked or read.
 * Rethrows what is no matter of the file: a mistake in this program must not pass for a bad file.
 */
export function diagnosticOfFault(error: unknown, path: string): Diagnostic {
  const { code, message } = error instanceof ReadFault ? error : systemFault(error, path);
  return { code, severity: 'error', message, document: path };
}

function systemFault(error: unknown, path: string): { code: string; message: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') throw error;
  const name = nameOf(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const message = `There is no file or folder "${path}". Check the spelling, and that the path is relative to the working folder.`;
    return { code: 'no-such-file', message };
  }
  if (code.startsWith('Z_')) {
    const message = `${name} is not a whole gzip file: it is cut short or damaged (${code}). Fetch or pack it again, or give it unpacked.`;
    return { code: 'broken-gzip', message };
  }
  const message = `${name} can't be read: ${REASONS.get(code) ?? code}. A file open to this user was expected; change that, or leave the file out.`;
  return { code: 'unreadable-file', message };
}

/** The system's error codes in words; its own messages differ between systems and hold absolute paths. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission is denied (EACCES)'],
  ['EPERM', 'permission is denied (EPERM)'],
  ['ELOOP', 'its symbolic links go round in a circle (ELOOP)'],
  ['ENAMETOOLONG', 'its name is too long (ENAMETOOLONG)'],
  ['EIO', 'the disk reports an error (EIO)'],
  ['EMFILE', 'too many files are open (EMFILE)'],
]);
