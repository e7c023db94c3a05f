/**
 * Makes `dist/` of `src/`, beside the types that the compiler has put there: `npm run build`.
 *
 *     dist/index.js, dist/cli/*.js      the modules put together, since to load ninety takes longer than five articles
 *     dist/kernel.wasm                  the loops in kernel/
 *     dist/data/forms/LANGUAGE.json     the words and names of a language, folded and stemmed
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileForms } from '../src/extract/compiled-forms.ts';
import { LANGUAGES } from '../src/language/table.ts';

const DIST = new URL('../dist/', import.meta.url);

rmSync(new URL('chunks/', DIST), { recursive: true, force: true });
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts', 'cli/worker': 'src/cli/worker.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});

writeFolder('data/forms/', [...LANGUAGES.keys(), 'und'].map((language) => [`${language}.json`, compileForms(language)]));

function writeFolder(folder: string, files: readonly (readonly [name: string, text: string])[]): void {
  const place = new URL(folder, DIST);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [name, text] of files) writeFileSync(new URL(name, place), text);
}
