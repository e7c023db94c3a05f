import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { textReport, type TextOptions } from '../../src/report/text.ts';
import type { Report } from '../../src/types.ts';
import { clusterOf, documentOf, EXERCISES, pairOf, reportOf } from './reports.ts';

function text(report: Report, options: Partial<TextOptions> = {}): string {
  const openings = new Map([['it.txt', 'Russia e Bielorussia terranno un’altra settimana di esercitazioni militari congiunte']]);
  return [...textReport(report, { columns: 80, chalk: new Chalk({ level: 0 }), openings, ...options })].join('');
}

test('the text view shows clusters, pairs of one story, near misses and counts', () => {
  expect(text(EXERCISES)).toBe(`Cluster 1 · same report · 98.9 %
  * it Italian  Russia e Bielorussia terranno un’altra settimana di es…   99.1 %
                it.txt · representative
    de German   Russland und Belarus üben eine weitere Woche gemeinsam    98.7 %
                de.txt

  names:     Lukashenko = Lukaschenko · Union Shield · Putin
  figures:   150 · 1200 = 1.200
  evidence:  11 sentences aligned in order · 80–90 % of each text

Same story, other report
  same story 62.0 % · same report 4.0 %
    de  de.txt  Russland und Belarus üben eine weitere Woche gemeinsam
    en  en.txt  Putin pays a rare visit to Minsk

Near misses
  related · same report 3.1 % · same story 21.5 %
    en  en.txt  Putin pays a rare visit to Minsk
    it  it.txt  Russia e Bielorussia terranno un’altra settimana di esercitazio…

3 documents (1 de, 1 en, 1 it): 1 cluster, 1 duplicate; 1 near miss.
`);
});

test('no cluster is said plainly', () => {
  const alone = reportOf([documentOf('a', 'en', 'A'), documentOf('b', 'en', 'B')], [], []);
  expect(text(alone)).toBe('No two documents are the same report.\n\n2 documents (2 en): 0 clusters, 0 duplicates; 0 near misses.\n');
  expect(text(reportOf([documentOf('a', 'en', 'A')], [], []))).toMatch(/^One document only: there is nothing to compare it with\.\n/);
});

test('at the level of stories the heading says so, and a story that was not joined is a near miss', () => {
  const documents = ['a', 'b', 'c'].map((id) => documentOf(id, 'en', id.toUpperCase()));
  const cluster = clusterOf(['a', 'b'], 'a', [0.7, 0.7], { level: 'story' });
  const options = { level: 'story', threshold: 0.5, clean: true } as const;
  const shown = text(reportOf(documents, [cluster], [pairOf('a', 'c', 'story', 0.01, 0.55)], { options }));
  expect(shown).toContain('Cluster 1 · same story · 70.0 %');
  expect(shown).not.toContain('Same story, other report');
  expect(shown).toContain('; 1 near miss.');
});

test('spellings of a name are brought together over all pairs of a cluster', () => {
  const documents = [documentOf('a', 'en', 'A'), documentOf('b', 'de', 'B'), documentOf('c', 'fr', 'C')];
  const names = (a: string, b: string) => ({ names: [{ a, b }] });
  const pairs = [
    pairOf('a', 'b', 'translation', 0.9, 0.9, { names: [{ a: 'Kyiv', b: 'Kiew' }, { a: 'Moscow', b: 'Moskau' }] }),
    pairOf('a', 'c', 'translation', 0.9, 0.9, names('Moscow', 'Moscou')),
    pairOf('b', 'c', 'translation', 0.9, 0.9, names('Moskau', 'Moscou')),
  ];
  const shown = text(reportOf(documents, [clusterOf(['a', 'b', 'c'], 'b', [0.9, 0.9, 0.9])], pairs));
  expect(shown).toContain('  names:     Moskau = Moscow = Moscou · Kiew = Kyiv\n');
  expect(shown).toContain('80–90 % of each text · over 3 pairs');
});

test('of a name with more spellings than a line holds, as many are told as fit', () => {
  const ids = Array.from({ length: 6 }, (_, at) => `document-${at}`);
  const pairs = ids.slice(1).map((id, at) => pairOf('document-0', id, 'translation', 0.9, 0.9, { names: [{ a: 'Alexander Lukashenko', b: `Spelling Number ${at}` }] }));
  const shown = text(reportOf(ids.map((id) => documentOf(id, 'en', id)), [clusterOf(ids, 'document-0', ids.map(() => 0.9))], pairs));
  expect(shown).toContain('  names:     Alexander Lukashenko = Spelling Number 0 = Spelling Number 1 = …\n');
});

test('wide characters count as two columns, and no line is wider than the terminal', () => {
  const title = '普京访问明斯克讨论联合军事演习与天然气价格问题并会见白俄罗斯总统卢卡申科以及国防部长';
  const documents = [documentOf('zh.txt', 'zh', title), documentOf('ja.txt', 'ja', 'プーチン氏がミンスク訪問')];
  const shown = text(reportOf(documents, [clusterOf(['ja.txt', 'zh.txt'], 'zh.txt', [0.9, 0.9])], []));
  expect(shown).toContain('* zh Chinese   普京访问明斯克讨论联合军事演习与天然气价格问题并会见…    90.0 %');
  expect(shown).toContain('    ja Japanese  プーチン氏がミンスク訪問                                 90.0 %');
});

test('titles, ids and languages of documents can not write to the terminal', () => {
  const escape = String.fromCodePoint(27);
  const documents = [documentOf(`a${escape}[2J`, `en${escape}[31m`, `One\u202E two\nthree${escape}]8;;http://x${escape}\\`), documentOf('b', 'en', 'B')];
  const shown = text(reportOf(documents, [], [pairOf(`a${escape}[2J`, 'b', 'related', 0.2, 0.3)]));
  expect(shown).toContain('    en  a  One two three\n');
  expect(shown).not.toContain(escape);
});

test('of many near misses the first twenty are shown, and the rest counted', () => {
  const documents = [documentOf('a', 'en', 'A'), documentOf('b', 'en', 'B')];
  const shown = text(reportOf(documents, [], Array.from({ length: 23 }, () => pairOf('a', 'b', 'related', 0.2, 0.3))));
  expect(shown.match(/related ·/g)).toHaveLength(20);
  expect(shown).toContain('  … and 3 more; --json lists them all.\n');
});

test('what was set aside is listed where asked for', () => {
  const [de, ...rest] = EXERCISES.documents;
  if (de === undefined) throw new Error('no document');
  const removed = [{ start: 0, end: 120, reason: 'navigation' as const }];
  const report = { ...EXERCISES, documents: [{ ...de, removed }, ...rest] };
  const shown = text(report, { removedTexts: new Map([['de.txt', [{ reason: 'navigation', text: `Home »\n${'Politik '.repeat(20)}` }]]]) });
  expect(shown).toContain(`
Set aside before comparing
  de.txt · 1 stretch, 10 % of the text
    navigation       Home » Politik Politik Politik Politik Politik Politik Pol…
`);
  expect(text(EXERCISES, { removedTexts: new Map() })).toContain('\nNothing was set aside.\n');
});
