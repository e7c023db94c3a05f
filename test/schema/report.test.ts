import { expect, test } from 'vitest';
import { check, dedupe, explain } from '../../src/index.ts';
import { explainJson } from '../../src/report/explain-json.ts';
import { jsonReport } from '../../src/report/json.ts';
import type { Diagnostic } from '../../src/types.ts';
import { FLOOD_DE, FLOOD_EN, ELECTION_EN } from '../cli/articles.ts';
import { documentOf, EXERCISES, EXPLANATION, reportOf } from '../report/reports.ts';
import { validatorOf } from './strict.ts';

const DOCUMENTS = [FLOOD_EN, FLOOD_DE, `${ELECTION_EN}\nLeave a Reply\n`].map((text, at) => ({
  id: `${at}`, path: `news/${at}.txt`, text, title: `Report ${at}`, date: `2024-03-0${at + 1}`, url: `https://example.org/${at}`,
}));
const DIAGNOSTICS: readonly Diagnostic[] = [{ code: 'empty-document', severity: 'warning', message: 'Empty.', document: 'x.txt' }];

function problemsWith(name: 'report' | 'explanation', chunks: Iterable<string>, closed = true): unknown {
  const validate = validatorOf(name, closed);
  validate(JSON.parse([...chunks].join('')));
  return validate.errors ?? [];
}

test('a report is as the schema shipped says, and has no field that the schema leaves out', () => {
  const report = dedupe(DOCUMENTS, { diagnostics: DIAGNOSTICS, mustLink: [['0', '2']] });
  expect(report.clusters.length).toBeGreaterThan(0);
  expect(report.pairs.some(({ constraint }) => constraint !== undefined)).toBe(true);
  const removed = new Map(report.documents.map((document) => [document.id, document.removed.map(({ reason }) => ({ reason, text: 'Leave a Reply' }))]));
  expect(problemsWith('report', jsonReport(report, removed))).toEqual([]);
  expect(problemsWith('report', jsonReport(EXERCISES))).toEqual([]);
  expect(problemsWith('report', jsonReport(reportOf([], [], [])))).toEqual([]);
});

test('so is one in which sources tell of their kin, or would, and one in which a better version stands between', () => {
  const [flood, flut] = DOCUMENTS.map((document) => ({ ...document, url: 'https://example.org/flood' }));
  if (flood === undefined || flut === undefined) throw new Error('two documents');
  const reports = [dedupe([flood, flut]), dedupe([flood, flut], { hints: false }), { ...EXERCISES, pairs: EXERCISES.pairs.map((pair) => ({ ...pair, rival: 'c' })) }];
  expect(reports[0]?.pairs[0]?.evidence.hint).toBe('canonical');
  for (const report of reports) expect(problemsWith('report', jsonReport(report))).toEqual([]);
  expect(problemsWith('explanation', [explainJson(explain(flood, flut), [])])).toEqual([]);
});

test('the report of a check is too, with what it found and what was accepted', () => {
  const [flood, flut] = DOCUMENTS;
  if (flood === undefined || flut === undefined) throw new Error('two documents');
  const found = check([flut], [flood]);
  expect(found.gate.findings).toHaveLength(1);
  const accepted = { source: 'baseline', accepted: [{ documents: found.documents, reason: 'two desks', expires: '2026-12-31' }] } as const;
  for (const report of [found, check([flut], [flood], { baseline: accepted })]) expect(problemsWith('report', jsonReport(report))).toEqual([]);
});

test('an explanation is as the schema shipped says, for a pair that matched and for one that did not', () => {
  const [a, b, c] = DOCUMENTS;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three documents');
  for (const explanation of [explain(a, b), explain(a, c, { cannotLink: [['0', '2']] }), EXPLANATION]) {
    expect(problemsWith('explanation', [explainJson(explanation, DIAGNOSTICS)])).toEqual([]);
  }
});

test('the schema catches what is not a report', () => {
  const report = JSON.parse([...jsonReport(EXERCISES)].join('')) as Record<string, unknown>;
  const wrong = [{ ...report, schemaVersion: 2 }, { ...report, clusters: [{}] }, { ...report, pairs: undefined }, { ...report, documents: [{ ...documentOf('a', 'en'), characters: '12' }] }];
  for (const each of wrong) expect(problemsWith('report', [JSON.stringify(each)])).not.toEqual([]);
});

test('a later version may add fields, and still is a report by the schema', () => {
  const report = JSON.parse([...jsonReport(EXERCISES)].join('')) as Record<string, unknown>;
  expect(problemsWith('report', [JSON.stringify({ ...report, added: 1 })], false)).toEqual([]);
});
