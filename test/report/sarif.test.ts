import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log, Result } from 'sarif';
import { expect, test } from 'vitest';
import { sarifReport } from '../../src/report/sarif.ts';
import type { GatedReport } from '../../src/report/finding-text.ts';
import { GATED, gatedReport, HOSTILE } from './gates.ts';
import { documentOf } from './reports.ts';
import { SARIF_SCHEMA } from './sarif-schema.ts';

const validate = new Ajv2020().compile(SARIF_SCHEMA);

function logOf(report: GatedReport): Log {
  return JSON.parse(sarifReport(report)) as Log;
}

function resultsOf(report: GatedReport): readonly Result[] {
  return logOf(report).runs[0]?.results ?? [];
}

const BARE: GatedReport = { ...GATED, gate: { ...GATED.gate, findings: [], accepted: [] }, diagnostics: [] };
const STRANGE = gatedReport([documentOf('a#1', 'de', HOSTILE), { ...documentOf(HOSTILE, 'zz'), path: 'news/ä ö%#?.jsonl' }, { ...documentOf('c', 'it'), path: '-' }], HOSTILE);

test.each([['findings', GATED], ['nothing found', BARE], ['fields full of tricks', STRANGE]])('a report with %s is SARIF 2.1.0', (_, report) => {
  const log = logOf(report);
  expect(validate(log) || validate.errors).toBe(true);
});

test('every result names a rule of the driver, the place, the other version and the sentence about both', () => {
  const rules = logOf(GATED).runs[0]?.tool.driver.rules?.map(({ id }) => id) ?? [];
  const [found] = resultsOf(GATED);
  expect(rules).toContain(found?.ruleId);
  expect(found).toMatchObject({
    message: { text: 'A translation of news/de.txt (German), 97.0 %.' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'news/fr.txt' } } }],
    relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'news/de.txt' } } }],
  });
});

test('what was accepted is suppressed, with the reason; what is new is not', () => {
  const [found, accepted] = resultsOf(GATED);
  expect(found?.suppressions).toBeUndefined();
  expect(accepted?.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'the Rome desk keeps its own' }]);
});

test('what could not be read is a notification of the run', () => {
  expect(logOf(GATED).runs[0]?.invocations?.[0]?.toolExecutionNotifications).toMatchObject([{ level: 'error', descriptor: { id: 'no-such-file' } }]);
});

test('fingerprints outlive a rename, differ between pairs of texts, and number repeated pairs', () => {
  const documents = ['de', 'fr', 'it'].map((code) => documentOf(code, code));
  const printsOf = (...names: readonly string[]): readonly (string | undefined)[] => {
    const [a, b, c] = documents.map((document, at) => ({ ...document, id: names[at] ?? '', path: `x/${names[at]}` }));
    if (a === undefined || b === undefined || c === undefined) return [];
    return resultsOf(gatedReport([a, b, c])).map(({ partialFingerprints }) => partialFingerprints?.['contentPair/v1']);
  };
  expect(printsOf('k', 'l', 'm')).toEqual(printsOf('r', 's', 't'));
  expect(new Set(printsOf('k', 'l', 'm')).size).toBe(2);
  const same = resultsOf(gatedReport([documentOf('a', 'de'), { ...documentOf('b', 'fr'), contentHash: 'x' }, { ...documentOf('c', 'fr'), contentHash: 'x' }]));
  const [one, two] = same.map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash'] ?? '');
  expect(two).toBe(one?.replace(/:1$/, ':2'));
});

test('a path is a URI, whatever characters it has, and standard input has no file', () => {
  const [found, accepted] = resultsOf(STRANGE);
  expect(found?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('news/%C3%A4%20%C3%B6%25%23%3F.jsonl');
  expect(accepted?.locations?.[0]?.physicalLocation).toBeUndefined();
});
