import { expect, test } from 'vitest';
import { FLAGS } from '../../src/cli/flags.ts';
import manifest from '../../package.json' with { type: 'json' };
import { COMMANDS } from '../../src/cli/commands.ts';
import { dedupe } from './command.ts';

test('--version prints the version of the package', async () => {
  expect(await dedupe(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  expect((await dedupe(['evaluate', '-V'])).stdout).toBe(`${manifest.version}\n`);
});

test('the help of the commands names every flag, on lines of at most 80 columns', async () => {
  const helps = await Promise.all(COMMANDS.map(({ name }) => dedupe(name === 'dedupe' ? ['--help'] : [name, '-h'])));
  const text = helps.map(({ stdout }) => stdout).join('');
  for (const { name } of FLAGS) expect(text).toContain(`--${name}`);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(helps.map(({ code, stderr }) => ({ code, stderr }))).toEqual(helps.map(() => ({ code: 0, stderr: '' })));
});

test.each([
  [['seeds', '--jsn'], '`dedupe` has no flag --jsn.', 'Did you mean "--json"?'],
  [['seeds', '--gold', 'x'], '`dedupe` has no flag --gold.', '--gold belongs to `dedupe evaluate`.'],
  [['evaluate', 'seeds', '--explain', 'a', 'b'], '`dedupe evaluate` has no flag --explain.', '--explain belongs to `dedupe`.'],
  [['--fail-on', 'duplicates', 'compare', 'seeds'], '`dedupe compare` has no flag --fail-on.', '--fail-on belongs to `dedupe`.'],
  [['seeds', '--level', 'reprot'], '--level was given "reprot".', 'Did you mean "report"?'],
  [['seeds', '--level'], '--level was given without its argument.', 'Give one of report, story.'],
  [['seeds', '--threshold', '1'], '--threshold was given "1".', 'Leave it out for the default (0.6'],
  [['seeds', '--threshold', ''], '--threshold was given "".', 'Leave it out for the default (0.6'],
  [['seeds', '--json', '--format', 'text'], '--json and --format text were both given.', 'Leave out --json or --format text.'],
  [['seeds', '-q', '-v'], '--quiet and --verbose were both given.', 'Leave out'],
  [['seeds', '-o', 'report.pdf'], '--output was given "report.pdf", whose ending names no format.', 'Rename it'],
  [['evalute', 'nowhere'], 'No document could be read from "evalute", "nowhere"', 'Did you mean `dedupe evaluate`?'],
  [['chek', 'seeds'], 'There is no command, file or folder "chek".', 'Did you mean `dedupe check`?'],
  [['evaluate', 'seeds'], '`dedupe evaluate` was given no --gold.', 'For example'],
  [['compare', 'seeds'], '`dedupe compare` was given no --pairs.', 'For example'],
  [['seeds', '--explain', 'one'], '--explain was given "one" alone.', 'For example'],
])('%j teaches what to do instead', async (argv, happened, advice) => {
  const ran = await dedupe(argv);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(`error: ${happened}`);
  expect(ran.stderr).toContain(`  try: `);
  expect(ran.stderr).toContain(advice);
});

test('a path that looks like a flag goes after two dashes', async () => {
  expect((await dedupe(['--', '--json'])).stderr).toContain('"--json"');
});
