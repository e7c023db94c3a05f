import { expect, test } from 'vitest';
import type { Report } from '../../src/types.ts';
import { NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

const FILES = {
  'news/flood-en.txt': NEWSROOM['flood-en.txt'],
  'news/flood-de.txt': NEWSROOM['flood-de.txt'],
  'news/election-en.txt': NEWSROOM['election-en.txt'],
};

function reportOf(stdout: string): Report {
  return JSON.parse(stdout) as Report;
}

test('--must-link joins what the evidence keeps apart, says so, and leaves the probability to the model', async () => {
  const cwd = await folderWith({ ...FILES, 'must.txt': '# by hand\nflood-de.txt, election-en.txt one desk\n' });
  const ran = await dedupe(['news', '--must-link', 'must.txt', '--json'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const { clusters, pairs } = reportOf(ran.stdout);
  expect(clusters.map(({ documents }) => documents)).toEqual([['election-en.txt', 'flood-de.txt', 'flood-en.txt']]);
  const bound = pairs.filter(({ constraint }) => constraint === 'must-link');
  expect(bound).toMatchObject([{ a: 'election-en.txt', b: 'flood-de.txt' }]);
  expect(bound[0]?.probability).toBeLessThan(0.5);
  expect((await dedupe(['news', '--must-link', 'must.txt'], { cwd })).stdout).toMatch(/flood-de\.txt.* · must-link/);
});

test('--cannot-link keeps apart what is one report, and --fail-on heeds it', async () => {
  const cwd = await folderWith({ ...FILES, 'cannot.txt': 'flood-en.txt\tflood-de.txt\tlicensed twice\n' });
  const ran = await dedupe(['news', '--cannot-link', 'cannot.txt', '--json', '--fail-on', 'duplicates'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const { clusters, pairs } = reportOf(ran.stdout);
  expect(clusters).toEqual([]);
  expect(pairs[0]).toMatchObject({ a: 'flood-de.txt', b: 'flood-en.txt', relation: 'translation', constraint: 'cannot-link' });
  const text = await dedupe(['news', '--cannot-link', 'cannot.txt'], { cwd });
  expect(text.stdout).toContain('cannot-link · translation');
});

test('links of several files are closed together, and a contradiction names the chain before anything is read', async () => {
  const cwd = await folderWith({ ...FILES, 'one.txt': 'flood-en.txt flood-de.txt\n', 'two.txt': '\nflood-de.txt election-en.txt\n', 'no.txt': 'flood-en.txt election-en.txt\n' });
  const ran = await dedupe(['news', '--must-link', 'one.txt', '--must-link', 'two.txt', '--cannot-link', 'no.txt'], { cwd });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(
    'error: one.txt line 1 joins "flood-en.txt" and "flood-de.txt", two.txt line 2 joins "flood-de.txt" and "election-en.txt", and no.txt line 1 keeps "flood-en.txt" and "election-en.txt" apart. [contradicting-links]',
  );
});

test('an id that no document has is a warning with file and line, and the rest holds', async () => {
  const cwd = await folderWith({ ...FILES, 'cannot.txt': 'flood-en.txt flood-fr.txt\nflood-en.txt flood-de.txt\n' });
  const ran = await dedupe(['news', '--cannot-link', 'cannot.txt', '--json'], { cwd });
  expect(ran.code).toBe(0);
  expect(ran.stderr).toMatch(/^warning: cannot\.txt line 1: no document has the id "flood-fr\.txt".*\[unknown-link-id\]\n$/);
  expect(reportOf(ran.stdout)).toMatchObject({ clusters: [], diagnostics: [{ code: 'unknown-link-id', document: 'flood-fr.txt' }] });
});

test('--explain says that a pair is bound', async () => {
  const cwd = await folderWith({ ...FILES, 'cannot.txt': 'flood-en.txt flood-de.txt\n' });
  const argv = ['news', '--explain', 'flood-en.txt', 'flood-de.txt', '--cannot-link', 'cannot.txt'];
  const ran = await dedupe([...argv, '--fail-on', 'duplicates'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/same story .* · cannot-link\n/);
  expect(JSON.parse((await dedupe([...argv, '--json'], { cwd })).stdout)).toMatchObject({ constraint: 'cannot-link' });
});

test('a links file that is not there ends the run', async () => {
  const cwd = await folderWith(FILES);
  const ran = await dedupe(['news', '--must-link', 'must.txt'], { cwd });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain("must.txt can't be read: there is no such file.");
});
