import type { Section } from './section.ts';
import type { Workbench } from './workbench.ts';
import { coverageOf, tabulate } from '../dictionary/measure.ts';
import { learnedCoverage } from '../dictionary/learned.ts';
import { floresRows, ntrexRows } from '../dictionary/parallel.ts';

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** How much of parallel sentences the dictionary covers, how often it is borne out, and what words learned from other sentences would add. */
export function dictionarySection({ say }: Workbench): Section {
  say('dictionary');
  const [flores, ntrex] = [tabulate(floresRows()), tabulate(ntrexRows())];
  const languages = [...(flores[0]?.keys() ?? [])];
  const rows = languages.map((language) => {
    const [whole, news, learned] = [coverageOf(flores, language), coverageOf(ntrex, language), learnedCoverage(flores, ntrex, language)];
    const added = [`+${share(learned.added, learned.concepts).replace(' %', '')}`, share(learned.borneOut, learned.found)];
    return [language, share(whole.covered, whole.concepts), share(whole.borneOut, whole.found), share(news.covered, news.concepts), share(news.borneOut, news.found), ...added];
  });
  return {
    title: 'The dictionary',
    method:
      'What the words of `concepts.tsv` and `currencies.tsv` find in parallel sentences (`npm run coverage` prints more). A sentence has a concept if three of English, German, Italian, ' +
      'French and Spanish, the language itself left out, find it; a find is borne out if two of them find it too. These are lower bounds: translators choose other words. The words of the ' +
      'last two columns are no part of the product: words without a concept that stand in the FLORES sentences of a concept (Dice ≥ 0.5, three sentences and more), tried on NTREX: ' +
      'how many more of its concepts they would find, and how often that would be borne out.',
    tables: [{ columns: ['language', 'FLORES: concepts found', 'borne out', 'NTREX: concepts found', 'borne out', 'learned words: found besides', 'of these borne out'], rows }],
    goals: [],
  };
}
