import { readFileSync } from 'node:fs';

/** The folder of the installed package, told from where this runs: below its `src/`, or below its `dist/`, in which modules are put together. */
export const PACKAGE: URL = new URL(import.meta.url.slice(0, 1 + Math.max(import.meta.url.lastIndexOf('/src/'), import.meta.url.lastIndexOf('/dist/'))));

/** The version of the installed package, from its package.json. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', PACKAGE), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
