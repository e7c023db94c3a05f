import { expect, test } from 'vitest';
import { pipelineOptions } from '../../../src/options.ts';
import { takeApart } from '../../../src/pipeline.ts';
import { markMentions } from '../../../src/report/html/mentions.ts';
import { FLOOD_DE, FLOOD_EN } from '../../cli/articles.ts';

function marked(...texts: readonly string[]): ReturnType<typeof markMentions> & { readonly articles: ReturnType<typeof takeApart>[] } {
  const options = pipelineOptions();
  const articles = texts.map((text, at) => takeApart({ id: `${at}`, path: `${at}`, text }, options));
  return { ...markMentions(articles), articles };
}

const LUKASHENKO = marked(FLOOD_EN.replaceAll('Brandt', 'Lukashenko'), FLOOD_DE.replaceAll('Brandt', 'Lukaschenko'));

test('a name is one mention in all its spellings, and a figure however it is written', () => {
  expect(LUKASHENKO.mentions).toContainEqual({ kind: 'name', forms: ['Helena Lukashenko', 'Helena Lukaschenko'], in: [0, 1] });
  expect(LUKASHENKO.mentions).toContainEqual({ kind: 'quantity', forms: ['4.72', '4,72'], in: [0, 1] });
});

test('marks are the stretches that the texts have there, in order, and none overlaps another', () => {
  for (const [version, { document, sentences }] of LUKASHENKO.articles.entries()) {
    for (const [at, { start, end }] of sentences.entries()) {
      const marks = LUKASHENKO.marks[version]?.[at] ?? [];
      let before = 0;
      for (let mark = 0; mark < marks.length; mark += 3) {
        const [from = 0, to = 0, place = 0] = marks.slice(mark, mark + 3);
        expect(from).toBeGreaterThanOrEqual(before);
        expect(to).toBeLessThanOrEqual(end - start);
        const text = document.text.slice(start + from, start + to).replace(/\s+/g, ' ');
        expect(LUKASHENKO.mentions[place]?.forms.map((form) => form.toLowerCase())).toContain(text.toLowerCase());
        before = to;
      }
    }
  }
});

test('names that one text alone has are left out, and its figures are kept: by them a difference is told', () => {
  const { mentions } = marked(FLOOD_EN, FLOOD_DE.replace('18 Millionen', '21 Millionen').replace('Hartwell', 'Osterwald'));
  const alone = mentions.filter(({ in: versions }) => versions.length === 1);
  expect(new Set(alone.map(({ forms }) => forms[0]))).toEqual(new Set(['18', '21']));
});
