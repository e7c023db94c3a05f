import { expect, test } from 'vitest';
import { jsonReport } from '../../src/report/json.ts';
import { ndjsonReport } from '../../src/report/ndjson.ts';
import { documentOf, EXERCISES, reportOf } from './reports.ts';

function json(...given: Parameters<typeof jsonReport>): string {
  return [...jsonReport(...given)].join('');
}

test('JSON is what JSON.stringify makes of it with two blanks, line for line', () => {
  const text = json(EXERCISES);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  const empty = json(reportOf([], [], []));
  expect(empty).toBe(`${JSON.stringify(JSON.parse(empty), null, 2)}\n`);
});

test('JSON has its keys in the order of the schema, whatever made the report', () => {
  const backwards = Object.fromEntries(Object.entries(EXERCISES).reverse()) as unknown as typeof EXERCISES;
  expect(json(backwards)).toBe(json(EXERCISES));
  const report = JSON.parse(json(EXERCISES)) as Record<string, readonly object[]>;
  expect(Object.keys(report)).toEqual(['schemaVersion', 'tool', 'options', 'summary', 'documents', 'clusters', 'pairs', 'diagnostics']);
  expect(Object.keys(report['documents']?.[0] ?? {})).toEqual(['id', 'path', 'contentHash', 'language', 'title', 'characters', 'removed']);
  expect(Object.keys(report['clusters']?.[0] ?? {})).toEqual(['id', 'level', 'documents', 'representative', 'languages', 'probability', 'members']);
  expect(Object.keys(report['pairs']?.[0] ?? {})).toEqual(['a', 'b', 'relation', 'probability', 'story', 'evidence']);
});

test('figures have four decimals, and the threshold all of its own', () => {
  const options = { level: 'report', threshold: 0.123456789, clean: true } as const;
  const report = JSON.parse(json({ ...EXERCISES, options })) as typeof EXERCISES;
  expect(report.pairs[0]?.evidence.likeness).toBe(0.6123);
  expect(report.documents[0]?.language.confidence).toBe(0.9877);
  expect(report.options.threshold).toBe(0.123456789);
});

test('characters that a terminal would act on are escaped, and read back as they were', () => {
  const title = 'C1 \u009B31m, bidi \u202E and \u2066, tab \t, DEL \u007F';
  const text = json(reportOf([documentOf('a', 'en', title)], [], []));
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E\u2066]/u);
  expect((JSON.parse(text) as typeof EXERCISES).documents[0]?.title).toBe(title);
});

test('the text of what was set aside is told where asked for', () => {
  const document = { ...documentOf('a', 'en'), removed: [{ start: 0, end: 4, reason: 'fragment' as const }] };
  const report = reportOf([document], [], []);
  const removedOf = (text: string) => (JSON.parse(text) as { documents: { removed: unknown[] }[] }).documents[0]?.removed;
  expect(removedOf(json(report))).toEqual([{ start: 0, end: 4, reason: 'fragment' }]);
  expect(removedOf(json(report, new Map([['a', [{ reason: 'fragment', text: 'Home' }]]])))).toEqual([{ start: 0, end: 4, reason: 'fragment', text: 'Home' }]);
});

test('NDJSON has the same records, one a line, between the run and the summary', () => {
  const diagnostics = [{ code: 'empty-document', severity: 'warning', message: 'Empty.', document: 'x' }] as const;
  const lines = [...ndjsonReport({ ...EXERCISES, diagnostics })];
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const whole = JSON.parse(json({ ...EXERCISES, diagnostics })) as Record<string, unknown>;
  const ofType = (type: string) => records.filter((record) => record['type'] === type);
  const typed = (type: string, list: unknown) => (list as object[]).map((record) => ({ type, ...record }));
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(records.map(({ type }) => type)).toEqual(['run', 'document', 'document', 'document', 'cluster', 'pair', 'pair', 'pair', 'diagnostic', 'summary']);
  expect(records[0]).toEqual({ type: 'run', schemaVersion: 1, tool: whole['tool'], options: whole['options'] });
  for (const type of ['document', 'cluster', 'pair', 'diagnostic']) expect(ofType(type)).toEqual(typed(type, whole[`${type}s`]));
  expect(ofType('summary')).toEqual(typed('summary', [whole['summary']]));
});
