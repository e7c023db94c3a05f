/**
 * Writes the byte n-grams by which the package eld (Nito T.M., Apache 2.0; its extra small model) tells languages into a table that a person
 * can read:
 *
 *     npm run ngrams
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';

/** As much of eld's model as is read here: languages by number, and the scores of each n-gram by language. */
interface Model {
  readonly ngramsData: { readonly languages: Readonly<Record<string, string>>; readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>> };
}

/** eld takes so much off each score to make its file smaller. */
const TAKEN_OFF = 53;

const eld = import.meta.resolve('eld/extrasmall');
const { version }: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', eld), 'utf8'));
const { ngramsData: model }: Model = await import(new URL('../ngrams/extrasmall.js', eld).href);
const { dictionary }: { dictionary: readonly string[] } = await import(new URL('../dictionary.js', eld).href);
const { avgScore: usual }: { avgScore: Readonly<Record<string, number>> } = await import(new URL('../avgScore.js', eld).href);

const scores = new Map<string, string[]>(Object.entries(model.languages).map(([number]) => [number, []]));
for (const [ngram, byLanguage] of Object.entries(model.ngrams)) {
  for (const [number, score] of Object.entries(byLanguage)) scores.get(number)?.push(`${written(ngram)} ${score + TAKEN_OFF}`);
}
const rows = [...scores].map(([number, ngrams]) => {
  const code = model.languages[number] ?? '';
  return `${code}\t${usual[code] ?? 0}\t${ngrams.sort().join(' ')}`;
});

writeFileSync(
  new URL('../src/data/ngrams.tsv', import.meta.url),
  `# One row a language, in the order in which the first of equals is taken: its code, the score that texts in it usually have, and its n-grams with what each
# adds to the sum. An n-gram is up to four bytes of UTF-8 in lower case; _ is the beginning or the end of a word, %XX a byte that is no letter of ASCII.
# Source: eld ${version} (Nito T.M., Apache License 2.0, whose text is in ngrams.LICENSE), its extra small model; made by scripts/ngrams.ts, not to be changed by hand.
${rows.join('\n')}\n`,
);

// Whoever passes the n-grams on passes on their licence.
copyFileSync(new URL('../../LICENSE', eld), new URL('../src/data/ngrams.LICENSE', import.meta.url));

/** eld has a letter for each byte. */
function written(ngram: string): string {
  return [...ngram].map((letter, at) => (letter === ' ' && (at === 0 || at === ngram.length - 1) ? '_' : byteWritten(dictionary.indexOf(letter)))).join('');
}

function byteWritten(byte: number): string {
  const letter = String.fromCharCode(byte);
  return /[a-z'`]/u.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
