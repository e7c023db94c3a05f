import { expect, test } from 'vitest';
import { markdownReport } from '../../src/report/markdown.ts';
import { clusterOf, documentOf, EXERCISES, reportOf } from './reports.ts';

test('Markdown has the counts, a table for each cluster, what is shared, and the pairs that were not joined', () => {
  const openings = new Map([['it.txt', 'Russia e Bielorussia']]);
  expect([...markdownReport(EXERCISES, openings)].join('')).toBe(`# 1 cluster, 1 duplicate

3 documents (1 German, 1 English, 1 Italian), joined as the same report from 50.0 % on.

## 1. same report, 98.9 %

| Language | Title | Date | Document | Probability |
|---|---|---|---|---:|
| Italian | **Russia e Bielorussia** |  | it.txt | 99.1 % |
| German | Russland und Belarus üben eine weitere Woche gemeinsam |  | de.txt | 98.7 % |

Shared: Lukashenko = Lukaschenko · Union Shield · Putin · 150 · 1200 = 1.200

## Same story, other report

- same story, same report 4.0 %, same story 62.0 %
  - Russland und Belarus üben eine weitere Woche gemeinsam (de.txt)
  - Putin pays a rare visit to Minsk (en.txt)

## Near misses

- related, same report 3.1 %, same story 21.5 %
  - Putin pays a rare visit to Minsk (en.txt)
  - Russia e Bielorussia (it.txt)
`);
});

test('a title makes no markup, link, HTML, table cell, or call to anyone', () => {
  const title = '<img src=x onerror=alert(1)> [click](javascript:x) | **bold** `code` ~~gone~~ @everyone #12 ![i](u) \\| https://evil.example www.evil.example';
  const documents = [documentOf('a', 'en', title), documentOf('b', 'en', '- # B')];
  const shown = [...markdownReport(reportOf(documents, [clusterOf(['a', 'b'], 'b', [0.9, 0.9])], []), new Map())].join('');
  const row = shown.split('\n').find((line) => line.includes('click')) ?? '';
  expect(row.replace(/\\./g, '').match(/\|/g)).toHaveLength(6);
  expect(row.replace(/\\./g, '')).not.toMatch(/[<>[\]*`~!@]|#(?!\d+;)|:\/\/|www\./);
  expect(shown).toContain('| **\\- &#35; B** |');
});
