/**
 * Writes what a run would otherwise work out of the tables at every start: the second half of `npm run build`.
 *
 *     dist/data/forms/LANGUAGE.json   the words and names of a language, folded and stemmed
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { compileForms } from '../src/extract/compiled-forms.ts';
import { LANGUAGES } from '../src/language/table.ts';

const DATA = new URL('../dist/data/', import.meta.url);

write('forms', [...LANGUAGES.keys(), 'und'].map((language) => [`${language}.json`, compileForms(language)]));

function write(folder: string, files: readonly (readonly [name: string, text: string])[]): void {
  const place = new URL(`${folder}/`, DATA);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [name, text] of files) writeFileSync(new URL(name, place), text);
}
