/**
 * Measures the dictionary (`src/data/concepts.tsv`) on parallel sentences: what share of a sentence's concepts each language
 * finds, how often what it finds is borne out by the others, and which forms and gaps are the worst, so that a person can mend
 * the table. `npm run coverage`; `-- --languages hu,fi` for some, `-- --worst 40` for longer lists, `-- --ntrex` to count
 * NTREX sentences too.
 */
import { parseArgs } from 'node:util';
import { formsOf } from './dictionary/concepts.ts';
import { coverageOf, tabulate, type Coverage } from './dictionary/measure.ts';
import { floresRows, ntrexRows } from './dictionary/parallel.ts';

const { values } = parseArgs({
  options: { languages: { type: 'string' }, worst: { type: 'string', default: '20' }, ntrex: { type: 'boolean', default: false } },
});
const most = Number(values.worst);
if (!Number.isInteger(most) || most < 0) throw new RangeError(`--worst is ${values.worst}: a whole number is expected`);

const flores = floresRows();
const languages = values.languages?.split(',') ?? Object.keys(flores[0] ?? {});
const table = tabulate(values.ntrex ? [...flores, ...ntrexRows()] : flores);
const measured = languages.map((language) => coverageOf(table, language));

const write = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);

write('language  sentences  concepts  found of them   finds  borne out');
for (const { language, sentences, concepts, covered, found, borneOut } of measured) {
  const counts = [sentences, concepts].map((count) => String(count).padStart(9)).join(' ');
  write(`${language.padEnd(8)} ${counts}        ${percent(covered, concepts)} ${String(found).padStart(7)}    ${percent(borneOut, found)}`);
}
if (most > 0) measured.forEach((each) => write(details(each)));

/** The forms most in doubt and the concepts most often missed. */
function details({ language, worstForms, missed }: Coverage): string {
  const doubtful = worstForms.slice(0, most).map(({ concept, form, found, borneOut, words }) => `  ${concept}\t${form}\t${borneOut}/${found}\t${words.slice(0, 6).join(' ')}`);
  const gaps = missed.slice(0, most).map(({ concept, missed: times, seen }) => `  ${concept}\t${times}/${seen}\t${formsOf(concept, language).join('|')}`);
  return [`\n${language}: concept, form, borne out of found, words it was falsely found in`, ...doubtful, `${language}: concept, missed of seen, its forms`, ...gaps].join('\n');
}
