import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineIn, type Acceptance, type Baseline } from '../../src/gate/baseline.ts';
import { gateOf } from '../../src/gate/gate.ts';
import { baselineText, updatedBaseline } from '../../src/gate/update.ts';
import type { PairReport, Report } from '../../src/types.ts';
import { clusterOf, documentOf, pairOf, reportOf } from '../report/reports.ts';

/** A report whose cluster has these documents, each pair a translation; the names before a `|` are those of the content. */
function clustered(...groups: readonly (readonly string[])[]): Report {
  const documents = groups.flat().map((name) => ({ ...documentOf(idOf(name), 'de'), contentHash: name.split('|')[0] ?? '' }));
  const clusters = groups.filter((group) => group.length > 1).map((group) => {
    const ids = group.map(idOf).sort();
    return clusterOf(ids, ids[0] ?? '', ids.map(() => 0.97));
  });
  const pairs = clusters.flatMap(({ documents: ids }): PairReport[] => ids.flatMap((a, at) => ids.slice(at + 1).map((b) => pairOf(a, b, 'translation', 0.97, 0.99))));
  return reportOf(documents, clusters, pairs);
}

function idOf(name: string): string {
  return name.split('|')[1] ?? name;
}

function accepting(...acceptances: readonly (Partial<Acceptance> & { readonly of: readonly string[] })[]): Baseline {
  return {
    source: 'baseline',
    accepted: acceptances.map(({ of, reason = 'wire copy', ...rest }) => ({ ...rest, reason, documents: of.map((name) => ({ contentHash: name.split('|')[0] ?? '', id: idOf(name) })) })),
  };
}

function foundIn(report: Report, options: Parameters<typeof gateOf>[1] = {}): readonly string[] {
  return gateOf(report, options).gate.findings.map(({ document, original }) => `${document} < ${original}`);
}

test('among incoming documents all but the representative were told before', () => {
  expect(foundIn(clustered(['a', 'b', 'c'], ['d']))).toEqual(['b < a', 'c < a']);
});

test('every incoming document of a cluster with the archive was told before, and is tied to the archive', () => {
  const report = clustered(['a', 'b', 'old'], ['older', 'oldest'], ['new']);
  expect(foundIn(report, { incoming: new Set(['a', 'b', 'new']) })).toEqual(['a < old', 'b < old']);
  expect(gateOf(report, { incoming: new Set(['a', 'b', 'new']) }).gate).toMatchObject({ incoming: ['a', 'b', 'new'], archive: 3, max: 0 });
});

test('the nearest version is the one named', () => {
  const report = clustered(['a', 'old-1', 'old-2']);
  const pairs = [pairOf('a', 'old-1', 'translation', 0.93, 0.97), pairOf('a', 'old-2', 'copy', 0.99, 0.99), pairOf('old-1', 'old-2', 'copy', 0.9, 0.9)];
  const [finding] = gateOf({ ...report, pairs }, { incoming: new Set(['a']) }).gate.findings;
  expect(finding).toMatchObject({ document: 'a', original: 'old-2', relation: 'copy', probability: 0.99 });
});

test('at the level of stories the probability is that of one story', () => {
  const report = clustered(['a', 'b']);
  const [finding] = gateOf({ ...report, options: { ...report.options, level: 'story' } }).gate.findings;
  expect(finding?.probability).toBe(0.99);
});

test('what was accepted is no finding, by whatever name it goes now', () => {
  const baseline = accepting({ of: ['A|de/dam.txt', 'B|it/diga.txt'], reason: 'both desks keep theirs', expires: '2026-05-31' });
  const { gate, diagnostics } = gateOf(clustered(['A|x.txt', 'B|y.txt']), { baseline, today: '2026-05-31' });
  expect(gate.findings).toEqual([]);
  expect(gate.accepted).toMatchObject([{ document: 'y.txt', original: 'x.txt', reason: 'both desks keep theirs', expires: '2026-05-31' }]);
  expect(diagnostics).toEqual([]);
});

test('another version that joins what was accepted is new, be it the first by id or another copy of an accepted text', () => {
  const baseline = accepting({ of: ['B|b', 'C|c'] });
  expect(foundIn(clustered(['A|a', 'B|b', 'C|c']), { baseline })).toEqual(['a < b']);
  expect(foundIn(clustered(['B|b', 'B|b2', 'C|c']), { baseline })).toEqual(['b2 < b']);
  expect(foundIn(clustered(['B|a', 'B|b', 'C|c']), { baseline })).toEqual(['a < b']);
});

test('an acceptance of two copies of one text covers two, and a third is new', () => {
  const baseline = accepting({ of: ['A|one', 'A|two'] });
  expect(foundIn(clustered(['A|one', 'A|two']), { baseline })).toEqual([]);
  expect(foundIn(clustered(['A|one', 'A|three', 'A|two']), { baseline })).toEqual(['three < one']);
});

test('an acceptance of which one text only is left covers nothing', () => {
  expect(foundIn(clustered(['A|a', 'C|c']), { baseline: accepting({ of: ['A|a', 'B|b'] }) })).toEqual(['c < a']);
});

test('after its last day an acceptance counts no more, and is reported', () => {
  const baseline = accepting({ of: ['A|a', 'B|b'], expires: '2026-05-31' });
  const { gate, diagnostics } = gateOf(clustered(['A|a', 'B|b']), { baseline, today: '2026-06-01' });
  expect(gate.findings).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: 'expired-acceptance', severity: 'warning', message: expect.stringMatching(/a, b .*expired after 2026-05-31/) }]);
});

test('an acceptance of texts that are gone, or no versions of each other, is reported as stale', () => {
  const gone = gateOf(clustered(['A|a', 'C|c']), { baseline: accepting({ of: ['A|a', 'B|b'] }) });
  expect(gone.diagnostics).toMatchObject([{ code: 'stale-acceptance' }]);
  const apart = gateOf(clustered(['A|a'], ['B|b']), { baseline: accepting({ of: ['A|a', 'B|b'] }) });
  expect(apart.diagnostics).toMatchObject([{ code: 'stale-acceptance' }]);
});

test('whether two of the archive still are one report is not asked of a gate, so their acceptance is not stale', () => {
  const baseline = accepting({ of: ['A|old-a', 'B|old-b'] });
  const options = { baseline, incoming: new Set(['new']) };
  expect(gateOf(clustered(['A|old-a'], ['B|old-b'], ['new']), options).diagnostics).toEqual([]);
  expect(gateOf(clustered(['A|old-a'], ['new']), options).diagnostics).toMatchObject([{ code: 'stale-acceptance' }]);
});

test('an earlier report serves as a baseline, and says nothing of what is gone since', () => {
  const before = clustered(['A|a', 'B|b'], ['X|x', 'Y|y']);
  const baseline = baselineIn(JSON.parse(JSON.stringify(before)), 'yesterday.json');
  const { gate, diagnostics } = gateOf(clustered(['A|moved', 'B|b', 'C|c']), { baseline });
  expect(gate.findings.map(({ document }) => document)).toEqual(['c']);
  expect(gate.accepted).toMatchObject([{ reason: 'in yesterday.json' }]);
  expect(diagnostics).toEqual([]);
});

const ALL = (): boolean => true;

test('--update-baseline accepts what is new with its reason, keeps the reasons that are there, and drops what is stale or expired', () => {
  const report = clustered(['A|a', 'B|b'], ['C|c', 'D|d'], ['E|e', 'F|f']);
  const baseline = accepting({ of: ['A|a', 'B|b'], reason: 'kept' }, { of: ['X|x', 'Y|y'] }, { of: ['E|e', 'F|f'], reason: 'old', expires: '2026-01-01' });
  const { gate } = gateOf(report, { baseline, today: '2026-02-01' });
  const updated = updatedBaseline(baseline, report, gate, '2026-02-01', ALL, { reason: 'new', expires: '2026-12-31' });
  expect(updated.accepted.map(({ documents, reason, expires }) => [documents.map(({ id }) => id).join(' '), reason, expires])).toEqual([
    ['a b', 'kept', undefined],
    ['c d', 'new', '2026-12-31'],
    ['e f', 'new', '2026-12-31'],
  ]);
  const read = baselineIn(JSON.parse(baselineText(updated)), 'accepted.json');
  expect(gateOf(report, { baseline: read, today: '2026-02-01' })).toMatchObject({ gate: { findings: [] }, diagnostics: [] });
});

test('an acceptance that is part of a new one gives way to it', () => {
  const report = clustered(['A|a', 'B|b', 'C|c']);
  const baseline = accepting({ of: ['A|a', 'B|b'] });
  const updated = updatedBaseline(baseline, report, gateOf(report, { baseline }).gate, '', ALL, { reason: 'three desks' });
  expect(updated.accepted).toHaveLength(1);
  expect(gateOf(report, { baseline: updated }).gate.findings).toEqual([]);
});

const names = fc.uniqueArray(fc.stringMatching(/^[A-D]\|[a-h]$/), { minLength: 2, maxLength: 7, selector: idOf });

test('whatever a cluster holds, after --update-baseline nothing is new, and each further copy is one finding', () => {
  fc.assert(
    fc.property(names, fc.constantFrom('A', 'Z'), (cluster, content) => {
      const report = clustered(cluster);
      const { gate } = gateOf(report);
      expect(gate.findings).toHaveLength(cluster.length - 1);
      const baseline = updatedBaseline(accepting(), report, gate, '', ALL, { reason: 'kept' });
      expect(gateOf(report, { baseline }).gate.findings).toEqual([]);
      expect(gateOf(clustered([...cluster, `${content}|zz`]), { baseline }).gate.findings).toHaveLength(1);
    }),
  );
});

test.each([
  [{}, 'has neither "accepted" nor'],
  [[], 'has neither "accepted" nor'],
  [{ schemaVersion: 2, accepted: [] }, '"schemaVersion" is 2'],
  [{ schemaVersion: 1, accepted: [], expires: 'never' }, 'the key "expires"'],
  [{ schemaVersion: 1, accepted: [{ documents: [{ contentHash: 'a' }, { contentHash: 'b' }] }] }, '"reason" is missing'],
  [{ schemaVersion: 1, accepted: [{ reason: 'x', documents: [{ contentHash: 'a' }] }] }, 'fewer than two'],
  [{ schemaVersion: 1, accepted: [{ reason: 'x', expires: 'soon', documents: [] }] }, '"expires" is "soon"'],
  [{ schemaVersion: 1, accepted: [{ reason: 'x', expiry: '2026-01-01', documents: [] }] }, 'the key "expiry"'],
  [{ clusters: [{ documents: ['a', 'b'] }], documents: [{ id: 'a' }, { id: 'b' }] }, 'no "contentHash"'],
])('a baseline %j is refused, and told why', (value, fault) => {
  expect(() => baselineIn(value, 'accepted.json')).toThrow(expect.objectContaining({ code: 'bad-baseline', message: expect.stringContaining(fault) }));
});
