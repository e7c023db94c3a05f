import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { FLAGS } from '../../src/cli/flags.ts';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN } from '../cli/articles.ts';
import { bash, folderWith, type Ran } from '../cli/command.ts';
import { blocksOf, commandsIn, SHELL } from './transcript.ts';

const PAGE = readFileSync('docs/ci.md', 'utf8');
const HAS_JQ = spawnSync('jq', ['--version']).status === 0;

// `npx vitest run test/product/ci.test.ts -u` writes what the commands print now into docs/ci.md.
test('docs/ci.md shows what its commands print, one after the other in a copy of the newsroom', async () => {
  const cwd = await folderWith({});
  await cp('fixtures/newsroom', cwd, { recursive: true });
  let expected = PAGE;
  for (const block of blocksOf(PAGE).filter(({ language }) => language === 'console')) {
    const outputs: string[] = [];
    for (const command of commandsIn(block)) {
      const { stdout } = await bash(`${SHELL} { ${command}; } 2>&1`, { cwd });
      outputs.push(`$ ${command}\n${stdout}`);
    }
    if (HAS_JQ || !block.source.includes('| jq ')) expected = expected.replace(block.source, () => `\`\`\`console\n${outputs.join('')}\`\`\``);
  }
  await expect(expected).toMatchFileSnapshot('../../docs/ci.md');
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly { readonly id?: string; readonly run?: string; readonly env?: Readonly<Record<string, string>> }[] };
}

const ACTION = parse(readFileSync('action.yml', 'utf8')) as Action;
const CHECK = ACTION.runs.steps.find(({ id }) => id === 'check');

interface Job extends Ran {
  readonly summary: string;
  readonly outputs: string;
}

/** Runs the step of the action as GitHub's runner does, with these inputs. */
async function job(cwd: string, inputs: Readonly<Record<string, string>>): Promise<Job> {
  const filled = (text: string): string =>
    text.replace(/\$\{\{ (?:inputs\.([\w-]+)|github\.action_path) \}\}/g, (_, name?: string) => (name === undefined ? resolve('.') : (inputs[name] ?? ACTION.inputs[name]?.default ?? '')));
  const env = Object.fromEntries(Object.entries(CHECK?.env ?? {}).map(([key, value]) => [key, filled(value)]));
  const [summary, outputs] = [join(cwd, 'summary.md'), join(cwd, 'outputs.txt')];
  const script = join(await folderWith({ 'step.sh': CHECK?.run ?? 'false' }), 'step.sh');
  // The helper sets DEDUPE to the executable as well; here it is the step that does.
  const set = Object.entries(env).map(([key, value]) => `export ${key}='${value.replaceAll("'", String.raw`'\''`)}'`).join('\n');
  const ran = await bash(`${set}\nbash --noprofile --norc -e -o pipefail '${script}'`, { cwd, env: { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputs } });
  return { ...ran, summary: await readFile(summary, 'utf8').catch(() => ''), outputs: await readFile(outputs, 'utf8').catch(() => '') };
}

const DESK = { 'in coming/flood 1.txt': FLOOD_DE, 'in coming/election.txt': ELECTION_EN, 'archive/flood.txt': FLOOD_EN, '.keep': '' };

test('the action marks a duplicate, writes summary, outputs and SARIF, and fails the job', async () => {
  const cwd = await folderWith(DESK);
  const ran = await job(cwd, { incoming: 'in coming\n', against: 'archive\n', sarif: 'out.sarif' });
  expect(ran).toMatchObject({ code: 1, stderr: '', outputs: 'duplicates=1\naccepted=0\nincoming=2\n' });
  expect(ran.stdout).toMatch(/^::error file=in coming\/flood 1\.txt,title=Told before%3A translation::/);
  expect(ran.summary).toContain('| in coming/flood 1.txt | archive/flood.txt | translation |');
  expect(JSON.parse(await readFile(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'translation' }] }] });
});

test('the inputs of the action decide, several paths are a line each, and an input that is left out is none', async () => {
  const cwd = await folderWith(DESK);
  expect((await job(cwd, { incoming: 'in coming/election.txt', against: 'archive' })).code).toBe(0);
  expect((await job(cwd, { incoming: 'in coming/election.txt\nin coming/flood 1.txt', against: 'archive', max: '1' })).code).toBe(0);
  expect((await job(cwd, { incoming: 'in coming', against: 'nowhere' })).code).toBe(2);
  expect((await job(cwd, { incoming: 'in coming', level: 'topic' })).stderr).toContain('DEDUPE_LEVEL was given "topic".');
});

test('what an input holds is never run', async () => {
  const cwd = await folderWith(DESK);
  const ran = await job(cwd, { incoming: '$(touch owned)\n`touch owned`\n*; touch owned\n--help', sarif: '$(touch owned).sarif' });
  expect(ran.code).toBe(2);
  expect((await bash('ls', { cwd })).stdout).not.toMatch(/^owned$/m);
});

test('the action has no code but the command, and each variable it sets is a flag of it', () => {
  expect(ACTION.runs.using).toBe('composite');
  expect(ACTION.runs.steps.flatMap(({ run }) => run ?? []).join('')).not.toMatch(/curl|eval|\$\{\{/);
  const set = Object.keys(CHECK?.env ?? {}).filter((name) => name.startsWith('DEDUPE_'));
  const known = FLAGS.map(({ name }) => `DEDUPE_${name.replaceAll('-', '_').toUpperCase()}`);
  expect(set.filter((name) => !known.includes(name))).toEqual([]);
  expect(set.length).toBeGreaterThan(5);
});

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The steps that the page shows: those of its workflow, and those to put into it. */
function stepsOfPage(): readonly Step[] {
  const [workflow, steps] = blocksOf(PAGE).filter(({ language }) => language === 'yaml').map(({ lines }) => parse(lines.join('\n')) as unknown);
  const whole = workflow as { readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>> };
  return [...Object.values(whole.jobs).flatMap((each) => each.steps), ...(steps as readonly Step[])];
}

test('the workflows of the page use inputs and outputs that the action has', () => {
  const own = stepsOfPage().filter(({ uses = '' }) => uses.startsWith('OWNER/dedupe'));
  expect(own).toHaveLength(2);
  for (const step of own) expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  expect(Object.keys(ACTION.outputs)).toEqual(['duplicates', 'accepted', 'incoming']);
});

test('the step that lists the articles of a pull request names those that are new or changed, and no others', async () => {
  const step = stepsOfPage().find(({ id }) => id === 'changed');
  const cwd = await folderWith({ 'articles/old.txt': FLOOD_EN, 'articles/gone.txt': FLOOD_DE, 'other.txt': 'x', 'step.sh': step?.run ?? 'false' });
  const git = 'git -c user.name=Desk -c user.email=desk@example.org -c init.defaultBranch=main';
  const history = `${git} init -q; ${git} add .; ${git} commit -qm old; git update-ref refs/remotes/origin/main HEAD
    git rm -q articles/gone.txt; echo more >> articles/old.txt; echo x > 'articles/Über uns.txt'; echo y > other.txt; ${git} add .; ${git} commit -qm new`;
  const ran = await bash(`${history}; bash -e step.sh; cat outputs.txt`, { cwd, env: { GITHUB_OUTPUT: 'outputs.txt', GITHUB_BASE_REF: 'main', HOME: cwd } });
  expect(ran).toEqual({ code: 0, stderr: '', stdout: 'files<<END-OF-FILES\narticles/old.txt\narticles/Über uns.txt\nEND-OF-FILES\n' });
});
