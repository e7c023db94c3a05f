import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { flagsOf } from '../../src/cli/flags.ts';
import { bash, dedupe, folderWith } from './command.ts';

/** What bash would offer for the last of the words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const cwd = await folderWith({ 'flood one.txt': 'x', 'settings.json': '{}' });
  const typed = words.map((word) => `'${word}'`).join(' ');
  const { stdout } = await bash(`source <("$DEDUPE" completion bash); COMP_WORDS=(dedupe ${typed}); COMP_CWORD=${words.length}; _dedupe; printf '%s\\n' "\${COMPREPLY[@]}"`, { cwd });
  return stdout.trimEnd().split('\n');
}

test('bash is offered the commands, and the flags of the command typed', async () => {
  expect(await offered('')).toEqual(expect.arrayContaining(['check', 'evaluate', 'compare', 'completion', 'settings.json']));
  expect(await offered('che')).toEqual(['check']);
  expect(await offered('--expl')).toEqual(['--explain']);
  expect(await offered('check', 'new', '--aga')).toEqual(['--against']);
  expect(await offered('evaluate', '--aga')).toEqual(['']);
});

test('bash is offered the choices of a flag, the shells, and files with blanks in their names', async () => {
  expect(await offered('--level', '')).toEqual(['report', 'story']);
  expect(await offered('check', 'new', '--format', 's')).toEqual(['sarif']);
  expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  expect(await offered('check', 'flood')).toEqual(['flood one.txt']);
  expect(await offered('--config', 'set')).toEqual(['settings.json']);
  expect(await offered('--threshold', '')).toEqual(['']);
});

test.each(['bash', 'zsh', 'fish'])('the completion for %s names every command and flag, and the shell takes it where it is installed', async (shell) => {
  const { code, stdout, stderr } = await dedupe(['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { name } of COMMANDS) {
    expect(stdout).toContain(name);
    for (const flag of flagsOf(name)) expect(stdout).toContain(shell === 'fish' ? `-l ${flag.name}` : `--${flag.name}`);
  }
  const script = join(await folderWith({ 'completion.sh': stdout }), 'completion.sh');
  const parsed = spawnSync(shell, ['-n', script], { encoding: 'utf8' });
  if (parsed.error === undefined) expect(parsed).toMatchObject({ status: 0, stderr: '' });
});

test.each([
  [[], '`dedupe completion` was given no shell.', 'source <(dedupe completion bash)'],
  [['bsh'], '`dedupe completion` was given "bsh".', 'Did you mean "bash"?'],
  [['powershell'], 'given "powershell"', 'source <('],
])('a completion for %j is refused', async (argv, happened, advice) => {
  const ran = await dedupe(['completion', ...argv]);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(happened);
  expect(ran.stderr).toContain(advice);
});
