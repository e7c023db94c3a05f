import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable, tableRows } from '../../src/data/load.ts';
import { ARTICLE, cleaned, STORY } from './cleaning.ts';

const PHRASES = tableRows(readTable('furniture.tsv')).slice(1).map(([, , , phrase = '']) => phrase);

const phrase = fc.nat(PHRASES.length - 1).map((index) => PHRASES[index] ?? '');
const capital = phrase.map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const prose = fc.constantFrom(...ARTICLE, 'Ferry runs aground off Burgas', 'Warum das Schwarze Meer wärmer wird', 'Jane Roe', '.');
const mark = fc.constantFrom('\n', '\n\n', ' ', ': ', ' » ', '. ', '.', '\r\n', ' – ', ' (AP)\n', '“', '»');
const page = fc.array(fc.oneof(capital, phrase, prose, mark, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(''));
const text = fc.oneof(page, fc.string({ unit: 'binary', maxLength: 200 }));
const title = fc.option(prose, { nil: undefined });

describe('whatever the page', () => {
  test('the body has the length of the text, and is blank exactly where something was removed', () => {
    fc.assert(fc.property(text, title, (given, name) => {
      const { body, removed } = cleaned(given, name);
      let from = 0;
      let expected = '';
      for (const { start, end } of removed) {
        expected += given.slice(from, start) + given.slice(start, end).replaceAll(/[^\n\r]/g, ' ');
        from = end;
      }
      expect(body).toBe(expected + given.slice(from));
      expect(body).toHaveLength(given.length);
    }));
  });

  test('what is removed is in order, disjoint, within the text and not blank', () => {
    fc.assert(fc.property(text, title, (given, name) => {
      let end = 0;
      for (const removal of cleaned(given, name).removed) {
        expect(removal.start).toBeGreaterThanOrEqual(end);
        expect(removal.end).toBeGreaterThan(removal.start);
        expect(given.slice(removal.start, removal.end).trim()).not.toBe('');
        end = removal.end;
      }
      expect(end).toBeLessThanOrEqual(given.length);
    }));
  });

  test('cleaning a cleaned body finds nothing', () => {
    fc.assert(fc.property(text, title, (given, name) => {
      expect(cleaned(cleaned(given, name).body, name).removed).toEqual([]);
    }), { numRuns: 300 });
  });

  test('the long paragraphs of the article stay, whatever lines of furniture stand around them', () => {
    fc.assert(fc.property(fc.array(capital, { maxLength: 6 }), fc.array(capital, { maxLength: 6 }), (over, under) => {
      const { body } = cleaned([...over, STORY, ...under].join('\n\n'), 'Storm closes the harbour of Varna');
      for (const paragraph of ARTICLE) expect(body).toContain(paragraph);
    }), { numRuns: 300 });
  });

  test('a page of a hundred thousand links is cleaned in time that grows with its length', () => {
    for (const link of ['Read more » ', '\nRelated: ', 'Leave a Reply. ', 'We use cookies. ', '» ', '\n“A. B. C. D.”', '"', ' ']) {
      const started = process.cpuUsage();
      cleaned(`${STORY} ${link.repeat(100_000 / link.length)}`);
      const { user } = process.cpuUsage(started);
      expect(user / 1e6, `seconds for ${JSON.stringify(link)}`).toBeLessThan(10);
    }
  });
});
