import { readFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

const DESK = { 'new/flood.txt': FLOOD_DE, 'new/election.txt': ELECTION_EN, 'archive/flood.txt': FLOOD_EN };

interface Checked {
  readonly documents: readonly { readonly id: string }[];
  readonly clusters: readonly { readonly documents: readonly string[] }[];
  readonly gate: { readonly incoming: readonly string[]; readonly archive: number; readonly findings: readonly Record<string, unknown>[]; readonly accepted: readonly Record<string, unknown>[] };
}

async function check(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; report: Checked; stderr: string }> {
  const { code, stdout, stderr } = await dedupe(['check', ...argv, '--json'], { cwd, env });
  return { code, report: JSON.parse(stdout) as Checked, stderr };
}

test('an incoming translation of an article of the archive is found, and ends with 1', async () => {
  const cwd = await folderWith(DESK);
  const { code, stdout, stderr } = await dedupe(['check', 'new', '--against', 'archive'], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^New duplicates\n {2}translation · /);
  expect(stdout).toMatch(/de {2}new\/flood\.txt .*\n.*en {2}archive\/flood\.txt /);
  expect(stdout).toMatch(/\n2 incoming documents against 1: 1 new duplicate, 0 accepted\.\n$/);
});

test('an article that nobody told before ends with 0', async () => {
  const cwd = await folderWith(DESK);
  expect((await dedupe(['check', 'new/election.txt', '--against', 'archive'], { cwd })).code).toBe(0);
});

test('what the archive holds twice is left alone, and incoming articles are held against each other', async () => {
  const cwd = await folderWith({ 'new/a.txt': ELECTION_EN, 'archive/a.txt': FLOOD_EN, 'archive/b.txt': FLOOD_DE });
  const { code, report } = await check(cwd, ['new', '--against', 'archive']);
  expect(code).toBe(0);
  expect(report).toMatchObject({ clusters: [], gate: { incoming: ['a.txt'], archive: 2, findings: [] } });
  const among = await check(cwd, ['archive']);
  expect(among.code).toBe(1);
  expect(among.report.gate.findings).toHaveLength(1);
});

test('a file of the folder it is held against is not held against itself, by whatever way it is reached', async () => {
  const cwd = await folderWith({ 'content/flood.txt': FLOOD_EN, 'content/election.txt': ELECTION_EN });
  await symlink(join(cwd, 'content'), join(cwd, 'link'));
  const { code, report } = await check(cwd, ['content/flood.txt', '--against', 'link']);
  expect(code).toBe(0);
  expect(report.gate).toMatchObject({ incoming: ['flood.txt'], archive: 1, findings: [] });
});

test('two articles of one name in both folders are told apart by their paths', async () => {
  const { report } = await check(await folderWith(DESK), ['new', '--against', 'archive']);
  expect(report.gate.findings).toMatchObject([{ document: 'flood.txt', original: 'archive/flood.txt', relation: 'translation' }]);
});

test('--max lets so many through, --threshold and --level decide', async () => {
  const cwd = await folderWith(DESK);
  const codes = await Promise.all([['--max', '1'], ['--max', '0'], ['--threshold', '0.99999999999999'], ['--level', 'story']].map(async (flags) => (await dedupe(['check', 'new', '--against', 'archive', ...flags], { cwd })).code));
  expect(codes).toEqual([0, 1, 0, 1]);
  expect((await dedupe(['check', 'new', '--max', 'many'], { cwd })).stderr).toContain('--max was given "many".');
});

test.each([
  ['nothing incoming is there', ['check', 'nowhere', '--against', 'archive'], 'nothing-readable'],
  ['nothing incoming can be read', ['check', 'empty.txt', '--against', 'archive'], 'nothing-readable'],
  ['the archive is not there', ['check', 'new', '--against', 'nowhere'], 'nothing-readable'],
  ['a part of the archive is not there', ['check', 'new', '--against', 'archive', 'nowhere'], 'nothing-readable'],
  ['nothing is incoming', ['check', '--against', 'archive', 'new'], 'no-paths'],
  ['standard input is both', ['check', '-', '--against', '-'], 'contradicting-flags'],
])('where %s the check ends with 2 and prints no result', async (_, argv, code) => {
  const ran = await dedupe(argv, { cwd: await folderWith({ ...DESK, 'empty.txt': ' ' }), stdin: 'x' });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(`[${code}]`);
});

test('an archive that is empty yet lets everything pass, with a warning', async () => {
  const cwd = await folderWith({ 'new/a.txt': FLOOD_EN, 'archive/.keep': '' });
  const { code, stderr } = await check(cwd, ['new', '--against', 'archive']);
  expect(code).toBe(0);
  expect(stderr).toContain('[empty-folder]');
});

test('several archives may be given, at once and one by one', async () => {
  const cwd = await folderWith({ 'new/a.txt': FLOOD_DE, 'x/b.txt': FLOOD_EN, 'y/c.txt': ELECTION_EN });
  for (const against of [['--against', 'x', 'y'], ['--against', 'x', '--against', 'y']]) {
    expect((await check(cwd, ['new', ...against])).report.gate).toMatchObject({ archive: 2, findings: [{}] });
  }
});

test('an accepted duplicate passes after a rename, expires with its day, and another copy of it is new', async () => {
  const cwd = await folderWith(DESK);
  const gate = ['new', '--against', 'archive', '--baseline', 'accepted.json'];
  const update = await check(cwd, [...gate, '--update-baseline', '--reason', 'both desks keep theirs', '--expires', '2026-05-31', '--today', '2026-05-01']);
  expect(update.code).toBe(0);
  expect(update.report.gate).toMatchObject({ findings: [], accepted: [{ reason: 'both desks keep theirs', expires: '2026-05-31' }] });

  await rename(join(cwd, 'new/flood.txt'), join(cwd, 'new/hochwasser.txt'));
  const renamed = await check(cwd, gate, { DEDUPE_TODAY: '2026-05-31' });
  expect(renamed).toMatchObject({ code: 0, stderr: '' });

  const later = await check(cwd, [...gate, '--today', '2026-06-01']);
  expect(later.code).toBe(1);
  expect(later.stderr).toContain('[expired-acceptance]');
});

test('another copy of an accepted text fails the gate', async () => {
  const cwd = await folderWith({ ...DESK, 'more/again.txt': FLOOD_DE });
  const gate = ['--against', 'archive', '--baseline', 'accepted.json', '--today', '2026-05-01'];
  await check(cwd, ['new', ...gate, '--update-baseline', '--reason', 'wire copy']);
  const { code, report } = await check(cwd, ['new', 'more', ...gate]);
  expect(code).toBe(1);
  expect(report.gate.findings.map(({ document }) => document)).toEqual(['again.txt']);
});

test('--update-baseline wants a reason for what is new, and drops without one what is stale', async () => {
  const cwd = await folderWith(DESK);
  const gate = ['--against', 'archive', '--baseline', 'accepted.json', '--update-baseline'];
  const ran = await dedupe(['check', 'new', ...gate], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('[missing-reason]');
  await check(cwd, ['new', ...gate, '--reason', 'wire copy']);
  const dropped = await check(cwd, ['new/election.txt', ...gate]);
  expect(dropped.code).toBe(0);
  expect(dropped.stderr).toMatch(/flood\.txt.* is stale: .* It was dropped from the baseline\. \[stale-acceptance\]/);
  expect(JSON.parse(await readFile(join(cwd, 'accepted.json'), 'utf8'))).toEqual({ schemaVersion: 1, accepted: [] });
});

test('an earlier report of --json serves as a baseline, and is not written over', async () => {
  const cwd = await folderWith({ 'a.txt': FLOOD_EN, 'b.txt': FLOOD_DE });
  await dedupe(['.', '-o', 'yesterday.json'], { cwd });
  const gate = ['a.txt', 'b.txt', '--fail-on', 'duplicates', '--baseline', 'yesterday.json'];
  const ran = await dedupe(gate, { cwd });
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain('Cluster 1');
  expect(ran.stdout).toContain('accepted: in yesterday.json');
  expect((await dedupe(['a.txt', 'b.txt', '--fail-on', 'duplicates'], { cwd })).code).toBe(1);
  expect((await dedupe([...gate, '--update-baseline'], { cwd })).stderr).toContain('yesterday.json is a report');
});

test.each([
  [['--baseline', 'none.json'], "none.json can't be read: there is no such file."],
  [['--baseline', 'new/flood.txt'], 'new/flood.txt is no JSON: line 1, column 1'],
  [['--baseline', 'new'], "new can't be read: it is a folder."],
  [['--baseline', 'no/such/x.json', '--update-baseline'], 'no/such does not exist'],
  [['--update-baseline'], '--update-baseline was given without --baseline FILE.'],
  [['--reason', 'x'], '--reason was given without --update-baseline.'],
  [['--expires', '2026-02-30', '--update-baseline', '--baseline', 'x.json'], '--expires was given "2026-02-30".'],
])('wrong use of a baseline, %j, is told', async (flags, message) => {
  const ran = await dedupe(['check', 'new', ...flags], { cwd: await folderWith(DESK) });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(message);
});
