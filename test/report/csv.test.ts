import { expect, test } from 'vitest';
import { csvReport } from '../../src/report/csv.ts';
import { clusterOf, documentOf, EXERCISES, reportOf } from './reports.ts';

test('a table has a row for each document, with its cluster and what stands for it', () => {
  expect([...csvReport(EXERCISES)].join('')).toBe(`id,cluster,representative,probability,cluster_probability,cluster_size,language,title,date,url,path
de.txt,cluster-de.txt-it.txt,no,0.9871,0.9892,2,de,Russland und Belarus üben eine weitere Woche gemeinsam,,,news/de.txt
en.txt,,,,,,en,Putin pays a rare visit to Minsk,,,news/en.txt
it.txt,cluster-de.txt-it.txt,yes,0.9913,0.9892,2,it,,,,news/it.txt
`);
});

/** The cells of a row, as RFC 4180 has them. */
function cellsOf(row: string): string[] {
  return [...row.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

test('cells with commas, quotation marks and line ends come back whole', () => {
  const title = 'Said "no", he\nleft';
  const [, row = ''] = [...csvReport(reportOf([documentOf('a', 'en', title)], [], []))];
  expect(cellsOf(row)[7]).toBe('Said "no", he left');
  expect(row.match(/\n/g)).toHaveLength(1);
});

test.each(['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1'])('a title that a spreadsheet would run, %j, is text there', (title) => {
  const documents = [documentOf('=id', 'en', title), documentOf('b', 'en', 'B')];
  const rows = [...csvReport(reportOf(documents, [clusterOf(['=id', 'b'], 'b', [0.9, 0.9])], []))];
  const cells = cellsOf(rows[1] ?? '');
  expect(cells[7]).toMatch(/^'/);
  expect(cells[0]).toBe("'=id");
  expect(rows.join('')).not.toMatch(/(?:^|,)"?\s*[=+\-@]/m);
});

test('no cell can write to a terminal', () => {
  const rows = [...csvReport(reportOf([documentOf('a\u001B[2J', 'en', 'One\u202E two\u009B31m')], [], []))];
  expect(rows.join('').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
});
