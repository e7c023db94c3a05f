import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { configLayer } from '../../src/cli/config.ts';
import { baselineIn } from '../../src/gate/baseline.ts';
import baselineSchema from '../../schema/baseline.schema.json' with { type: 'json' };
import configSchema from '../../schema/config.schema.json' with { type: 'json' };
import { FLOOD_DE, FLOOD_EN } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const isConfig = ajv.compile(configSchema);
const isBaseline = ajv.compile(baselineSchema);

test.each([
  [{}, true],
  [{ $schema: './schema.json', threshold: 0.95, level: 'story', clean: false, mustLink: ['a', 'b'], cannotLink: 'c' }, true],
  [{ against: ['archive'], max: 3, baseline: 'accepted.json', failOn: 'duplicates', format: 'sarif', color: true }, true],
  [{ threshold: 1 }, false],
  [{ threshold: '0.9' }, false],
  [{ level: 'topic' }, false],
  [{ clean: 'no' }, false],
  [{ max: 1.5 }, false],
  [{ max: -1 }, false],
  [{ mustLink: [1] }, false],
  [{ baseline: null }, false],
  [{ watch: true }, false],
  [{ help: true }, false],
  [{ treshold: 0.9 }, false],
])('the schema of the settings and the command agree on %j', async (settings, isFit) => {
  expect(isConfig(settings)).toBe(isFit);
  const cwd = await folderWith({ 'dedupe.config.json': JSON.stringify(settings) });
  const read = await configLayer(undefined, cwd).then(() => true, () => false);
  expect(read).toBe(isFit);
});

const DOCUMENTS = [{ contentHash: 'a', id: 'a.txt' }, { contentHash: 'b' }];

test.each([
  [{ schemaVersion: 1, accepted: [] }, true],
  [{ $schema: 'x', schemaVersion: 1, accepted: [{ reason: 'kept', expires: '2026-05-31', documents: DOCUMENTS }] }, true],
  [{ schemaVersion: 1 }, false],
  [{ schemaVersion: 2, accepted: [] }, false],
  [{ schemaVersion: 1, accepted: [{ documents: DOCUMENTS }] }, false],
  [{ schemaVersion: 1, accepted: [{ reason: ' ', documents: DOCUMENTS }] }, false],
  [{ schemaVersion: 1, accepted: [{ reason: 'kept', documents: DOCUMENTS.slice(1) }] }, false],
  [{ schemaVersion: 1, accepted: [{ reason: 'kept', expires: 'May', documents: DOCUMENTS }] }, false],
  [{ schemaVersion: 1, accepted: [{ reason: 'kept', until: '2026-05-31', documents: DOCUMENTS }] }, false],
  [{ schemaVersion: 1, accepted: [{ reason: 'kept', documents: [{ id: 'a' }, { id: 'b' }] }] }, false],
])('the schema of a baseline and the command agree on %j', (value, isFit) => {
  expect(isBaseline(value)).toBe(isFit);
  const read = (): unknown => baselineIn(value, 'accepted.json');
  if (isFit) expect(read()).toMatchObject({ source: 'baseline' });
  else expect(read).toThrow("can't be used as a baseline");
});

test('what --update-baseline writes fits the schema', async () => {
  const cwd = await folderWith({ 'a.txt': FLOOD_EN, 'b.txt': FLOOD_DE });
  await dedupe(['.', '--baseline', 'x.json', '--update-baseline', '--reason', 'two desks', '--expires', '2026-12-31'], { cwd });
  const written: unknown = JSON.parse(await readFile(join(cwd, 'x.json'), 'utf8'));
  expect(isBaseline(written) || isBaseline.errors).toBe(true);
  expect(written).toMatchObject({ accepted: [{ reason: 'two desks', expires: '2026-12-31', documents: [{ id: 'a.txt' }, { id: 'b.txt' }] }] });
});
