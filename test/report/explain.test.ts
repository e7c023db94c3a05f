import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { explainJson } from '../../src/report/explain-json.ts';
import { explainText } from '../../src/report/explain.ts';
import { EXPLANATION } from './reports.ts';

function explain(columns: number, explanation = EXPLANATION): string {
  const openings = new Map([['it.txt', 'Russia e Bielorussia']]);
  return [...explainText(explanation, { columns, chalk: new Chalk({ level: 0 }), openings })].join('');
}

test('an explanation at 80 columns has the sentences one above the other', () => {
  expect(explain(80)).toBe(`A  de German   Russland und Belarus üben gemeinsam
               de.txt
B  it Italian  Russia e Bielorussia
               it.txt

Translation · same report 98.7 % · same story 99.5 %
The log-odds of one report are 4.34: 4.34 above the threshold of 50.0 %.

Shared
  names:     Lukaschenko = Lukashenko
  figures:   150
  words:     Übungen = esercitazioni

In one text only
  only in A: Alarmglocken

Evidence, strongest first
                            value  log-odds        against | for
  an average pair                     +2.34
  lesser coverage           0.878     +4.00                | ++++++++++++
  likeness                 -1.049     -2.00         ------ |
  in all                              +4.34

Sentences aligned: 1, versions of each other to 51 % on average
   51 %  A  Die Übungen finden in Belarus statt.
         B  Gli esercizi si svolgono in Bielorussia.

Set aside in A: 0
  None.

Set aside in B: 1
    comments         Leave a Reply

What would change the verdict
  The pair would no longer be one report if the coverage were as in an average
  pair.
`);
});

test('from 100 columns on the sentences stand side by side', () => {
  expect(explain(100)).toContain('\n   51 %  Die Übungen finden in Belarus statt.         │ Gli esercizi si svolgono in Bielorussia.\n');
  expect(explain(99)).toContain('\n         B  Gli esercizi');
});

test('with room for it each kind of evidence is told in words, and no line is wider than the terminal', () => {
  expect(explain(160)).toContain('-2.00         ------ |               the overall likeness of the texts\n');
  for (const columns of [60, 80, 100, 116, 160]) {
    for (const line of explain(columns).split('\n')) expect(line.length).toBeLessThanOrEqual(Math.max(80, columns));
  }
});

test('the evidence adds up: what an average pair has, each kind that tells, the little ones together, and the sum', () => {
  const contributions = [...EXPLANATION.contributions, { name: 'words', value: 1, logOdds: 0.06 }, { name: 'names', value: 1, logOdds: -0.01 }];
  const shown = explain(80, { ...EXPLANATION, contributions });
  expect(shown).toContain('  an average pair                     +2.29\n');
  expect(shown).toContain('  2 more, little each                 +0.05\n  in all                              +4.34\n');
});

test('a pair that was not joined says which threshold would join it, unless that would join nearly anything', () => {
  const near = { ...EXPLANATION, relation: 'related', probability: 0.093, logOdds: -2.28, margin: -4.47, threshold: 0.9 } as const;
  expect(explain(120, near)).toContain('4.47 below the threshold of 90.0 %. A threshold of 9.3 % or less would join it.\n');
  expect(explain(120, { ...near, probability: 0.0001 })).not.toContain('would join it');
  expect(explain(120)).not.toContain('would join it');
});

test('a pair that is nothing says how far it lies below the threshold', () => {
  const apart = { ...EXPLANATION, relation: 'unrelated', probability: 0.0001, story: 0, logOdds: -9.21, margin: -11.41, threshold: 0.9 } as const;
  const shown = explain(80, { ...apart, words: [], sentences: [], contributions: [], onlyInA: [], evidence: { ...apart.evidence, names: [], quantities: [] } });
  expect(shown).toContain('Unrelated · same report < 0.1 % · same story 0.0 %\nThe log-odds of one report are -9.21: 11.41 below the threshold of 90.0 %.');
  expect(shown).toContain('Shared\n  No rare name, figure or word.\n');
  expect(shown).toContain('Sentences aligned: 0\n  None.\n');
});

test('the JSON of an explanation has its figures to four decimals and what reading had to say', () => {
  const diagnostic = { code: 'empty-document', severity: 'warning', message: 'Empty.' } as const;
  const text = explainJson(EXPLANATION, [diagnostic]);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(JSON.parse(text)).toMatchObject({
    schemaVersion: 1,
    relation: 'translation',
    logOdds: 4.3381,
    sentences: [{ gain: 0.5124 }],
    contributions: [{ name: 'lesserCoverage', value: 0.878, logOdds: 4 }, { name: 'likeness', value: -1.0494 }, { name: 'oneLanguage' }],
    diagnostics: [diagnostic],
  });
});
