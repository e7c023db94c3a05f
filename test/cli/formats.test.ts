import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

const BEGINNINGS = {
  'out.txt': /^Cluster 1/,
  'out.json': /^\{\n {2}"schemaVersion": 1/,
  'out.ndjson': /^\{"type":"run"/,
  'out.md': /^# 1 cluster, 1 duplicate\n/,
  'out.csv': /^id,cluster,/,
  'out.html': /^<!DOCTYPE html>/,
  'OUT.HTM': /^<!DOCTYPE html>/,
};

test('one run writes as many reports as are asked for, each in the form of its ending', async () => {
  const cwd = await folderWith(NEWSROOM);
  const ran = await dedupe(['flood-en.txt', 'flood-de.txt', ...Object.keys(BEGINNINGS).flatMap((file) => ['-o', file]), '--format', 'csv'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const written = await Promise.all(Object.keys(BEGINNINGS).map((file) => readFile(join(cwd, file), 'utf8')));
  for (const [at, beginning] of Object.values(BEGINNINGS).entries()) expect(written[at]).toMatch(beginning);
  expect(ran.stdout).toBe(written[4]);
});

test('an ending that names no form is told with those that do', async () => {
  const ran = await dedupe(['.', '-o', 'out.docx'], { cwd: await folderWith(NEWSROOM) });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('.md, .markdown, .csv, .html');
});

test('an explanation has no table and no page, and says so', async () => {
  const ran = await dedupe(['.', '--explain', 'flood-en.txt', 'flood-de.txt', '--format', 'csv'], { cwd: await folderWith(NEWSROOM) });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('[contradicting-flags]');
});

/** The functions of the chunks of `dist` that a run loads: the modules are put together, but each form is in a chunk of its own. */
async function functionsLoadedBy(...flags: readonly string[]): Promise<ReadonlySet<string>> {
  const cwd = await folderWith({ ...NEWSROOM, 'coverage/.keep': '' });
  await dedupe(['.', ...flags], { cwd, env: { NODE_V8_COVERAGE: join(cwd, 'coverage') } });
  const profiles = (await readdir(join(cwd, 'coverage'))).filter((name) => name.endsWith('.json'));
  const loaded = await Promise.all(profiles.map(async (name) => JSON.parse(await readFile(join(cwd, 'coverage', name), 'utf8')) as { result: { url: string; functions: { functionName: string }[] }[] }));
  return new Set(loaded.flatMap(({ result }) => result.filter(({ url }) => url.includes('/dist/')).flatMap(({ functions }) => functions.map(({ functionName }) => functionName))));
}

test('what makes a report is loaded only where that form is asked for', async () => {
  const WRITERS = ['jsonReport', 'csvReport', 'htmlReport', 'markdownReport', 'ndjsonReport'];
  const [json, csv, html] = await Promise.all([functionsLoadedBy('--json'), functionsLoadedBy('--format', 'csv'), functionsLoadedBy('--format', 'html')]);
  const writersOf = (loaded: ReadonlySet<string>): string[] => WRITERS.filter((name) => loaded.has(name));
  expect([json, csv, html].map(writersOf)).toEqual([['jsonReport'], ['csvReport'], ['htmlReport']]);
});
