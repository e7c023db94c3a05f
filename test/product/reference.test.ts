import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referenceFiles } from '../../scripts/reference/files.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { environmentNameOf, flagsSetBy, keyOf } from '../../src/cli/flag-names.ts';
import { FLAGS, type Flag } from '../../src/cli/flags.ts';
import { bash } from '../cli/command.ts';
import manifest from '../../package.json' with { type: 'json' };

const FILES = referenceFiles();

test.each([...FILES.keys()])('%s is what `npm run reference` makes of the flags', (path) => {
  expect(readFileSync(path, 'utf8')).toBe(FILES.get(path));
});

test('the page and the manual have every command and flag, the schema every key', () => {
  const page = FILES.get('docs/cli.md') ?? '';
  const manual = (FILES.get('man/dedupe.1') ?? '').replaceAll('\\-', '-');
  for (const { name } of FLAGS) for (const text of [page, manual]) expect(text).toContain(`--${name}`);
  for (const { name } of COMMANDS) for (const text of [page, manual]) expect(text).toContain(name === 'dedupe' ? 'dedupe' : `dedupe ${name}`);
  for (const flag of flagsSetBy('file')) expect(FILES.get('schema/config.schema.json')).toContain(`"${keyOf(flag)}":`);
  for (const flag of flagsSetBy('environment')) expect(page).toContain(environmentNameOf(flag));
});

test('no two flags of a command share a name, a letter or a key, save for a switch and its no-', () => {
  const rows: readonly Flag[] = FLAGS;
  for (const { name: command } of COMMANDS) {
    const own = rows.filter(({ commands }) => commands.includes(command));
    const letters = own.flatMap(({ short }) => short ?? []);
    expect(new Set(letters).size).toBe(letters.length);
    const keys = own.filter(({ name }) => !name.startsWith('no-') || !own.some((other) => other.name === name.slice(3))).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('the manual page has no request that troff takes for another, and man shows it where it is installed', async () => {
  const manual = FILES.get('man/dedupe.1') ?? '';
  const requests = new Set(manual.split('\n').filter((line) => /^[.']/.test(line)).map((line) => line.split(' ')[0]));
  expect(requests).toEqual(new Set(['.\\"', '.TH', '.SH', '.B', '.br', '.SS', '.TP', '.PP', '.I']));
  const shown = await bash('command -v mandoc > /dev/null && mandoc -T lint -W error man/dedupe.1 || true');
  expect(shown.stdout).toBe('');
});

test('the manual page and the schemas are in the package', () => {
  expect(manifest.man).toEqual(['./man/dedupe.1']);
  expect(manifest.files).toEqual(expect.arrayContaining(['man', 'schema']));
});
