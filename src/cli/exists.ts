import { access } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Whether there is a file; any fault but that there is none is told when it is read in earnest. */
export async function isThere(file: string, cwd: string): Promise<boolean> {
  try {
    await access(resolve(cwd, file));
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
