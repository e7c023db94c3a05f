import { expect, test } from 'vitest';
import { baselineIn, check, dedupe } from '../../src/index.ts';
import { again, ELECTION, FLOOD, FLUT } from './news.ts';

test('the library checks what comes in against an archive, as the command does', () => {
  const report = check([FLUT, ELECTION], [FLOOD]);
  expect(report.gate).toMatchObject({ incoming: ['election', 'flut'], archive: 1, findings: [{ document: 'flut', original: 'flood', relation: 'translation' }] });
});

test('the report of a check tells of nothing that touches nothing incoming', () => {
  const report = check([ELECTION], [FLOOD, FLUT]);
  expect(report).toMatchObject({ summary: { documents: 1, clusters: 0, duplicates: 0, languages: { en: 1 } }, clusters: [], pairs: [] });
  expect(report.gate).toMatchObject({ incoming: ['election'], archive: 2, findings: [] });
});

test('the order of the documents makes no difference', () => {
  expect(check([ELECTION, FLUT], [again(FLOOD, 'old'), FLOOD])).toEqual(check([FLUT, ELECTION], [FLOOD, again(FLOOD, 'old')]));
});

test('a report accepts what it tells of', () => {
  const baseline = baselineIn(JSON.parse(JSON.stringify(dedupe([FLOOD, FLUT]))), 'report.json');
  expect(check([FLUT], [FLOOD], { baseline }).gate).toMatchObject({ findings: [], accepted: [{ document: 'flut' }] });
});

test('of pairs only those with an incoming document are looked at', () => {
  const documents = [FLOOD, FLUT, ELECTION];
  expect(dedupe(documents, { incoming: ['election'] }).clusters).toEqual([]);
  expect(dedupe(documents, { incoming: ['flut'] }).clusters).toMatchObject([{ documents: ['flood', 'flut'] }]);
});

test('a copy of what the archive has a dozen times is found, wherever its id stands', () => {
  const archive = Array.from({ length: 12 }, (_, at) => again(FLOOD, `m-${String(at).padStart(2, '0')}`));
  for (const id of ['a', 'z']) {
    const { gate } = check([again(FLOOD, id), again(FLOOD, `${id}-too`)], archive);
    expect(gate.findings.map(({ document }) => document)).toEqual([id, `${id}-too`]);
  }
});
