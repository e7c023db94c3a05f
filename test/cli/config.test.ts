import { expect, test } from 'vitest';
import { NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

type Printed = Readonly<Record<string, { readonly value: unknown; readonly from: string }>>;

async function printed(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Printed> {
  const ran = await dedupe([...argv, '--print-config'], { cwd, env });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ran.stdout) as Printed;
}

test('a flag outdoes the environment, which outdoes the file, which outdoes the default', async () => {
  const cwd = await folderWith({ 'dedupe.config.json': '{"$schema": "x", "threshold": 0.7, "level": "story", "clean": false}' });
  const settings = await printed(cwd, ['--threshold', '0.95'], { DEDUPE_THRESHOLD: '0.8', DEDUPE_LEVEL: 'report' });
  expect(settings).toMatchObject({
    threshold: { value: 0.95, from: 'flag --threshold' },
    level: { value: 'report', from: 'environment DEDUPE_LEVEL' },
    clean: { value: false, from: 'file dedupe.config.json' },
    format: { value: 'text', from: 'default' },
  });
});

test('the settings of the file and of the environment decide a run', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'dedupe.config.json': '{"format": "ndjson", "failOn": "duplicates"}' });
  const ran = await dedupe(['.'], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.stdout).toMatch(/^\{"type":"run"/);
  expect((await dedupe(['.'], { cwd, env: { DEDUPE_FORMAT: 'json' } })).stdout).toMatch(/^\{\n/);
  expect((await dedupe(['.', '--json'], { cwd })).stdout).toMatch(/^\{\n/);
});

test('the default threshold printed is that of the level in force', async () => {
  const cwd = await folderWith({});
  expect((await printed(cwd, []))['threshold']).toEqual({ value: 0.6, from: 'default' });
  expect((await printed(cwd, ['--level', 'story']))['threshold']).toEqual({ value: 0.5, from: 'default' });
});

test('a flag puts aside what stands against it at a weaker place, and not at its own', async () => {
  const cwd = await folderWith({ 'dedupe.config.json': '{"verbose": true}' });
  const settings = await printed(cwd, ['-q']);
  expect(settings).toMatchObject({ quiet: { value: true }, verbose: { value: false, from: 'default' } });
  expect((await dedupe(['-q', '-v', 'x'], { cwd })).stderr).toContain('--quiet and --verbose were both given.');
});

test('a file of settings may lie elsewhere, and its paths are seen from there', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'desk/dedupe.config.json': '{"cannotLink": "apart.txt"}', 'desk/apart.txt': 'flood-en.txt flood-de.txt\n' });
  const ran = await dedupe(['.', '--json', '--config', 'desk/dedupe.config.json'], { cwd });
  expect(JSON.parse(ran.stdout)).toMatchObject({ summary: { clusters: 0 } });
  expect((await dedupe(['.', '--json'], { cwd, env: { DEDUPE_CONFIG: 'desk/dedupe.config.json' } })).stdout).toBe(ran.stdout);
});

test.each([
  ['{"treshold": 0.8}', 'dedupe.config.json has the key "treshold", which sets nothing.', 'Did you mean "threshold"?'],
  ['{"must-link": "x"}', 'has the key "must-link"', 'Did you mean "mustLink"?'],
  ['{"explain": ["a", "b"]}', 'has the key "explain"', 'stays on the command line'],
  ['{"threshold": "0.8"}', '"threshold" in dedupe.config.json was given "0.8".', 'Leave it out'],
  ['{"level": "reprot"}', '"level" in dedupe.config.json was given "reprot".', 'Did you mean "report"?'],
  ['{"clean": "no"}', '"clean" in dedupe.config.json was given "no".', 'Leave it out'],
  ['{"mustLink": [7]}', '"mustLink" in dedupe.config.json was given "7".', 'Leave it out'],
  ['[]', 'dedupe.config.json holds no JSON object.', '--print-config'],
  ['{"level": "story",}', 'dedupe.config.json is no JSON: line 1, column 19', 'a comma too many'],
])('settings %j end the run with what is wrong and what to do', async (content, happened, advice) => {
  const ran = await dedupe(['.'], { cwd: await folderWith({ ...NEWSROOM, 'dedupe.config.json': content }) });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(happened);
  expect(ran.stderr).toContain(advice);
});

test('a file of settings that was named and is not there ends the run', async () => {
  const ran = await dedupe(['.', '--config', 'none.json'], { cwd: await folderWith(NEWSROOM) });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain("none.json can't be read: there is no such file.");
});

test('the environment is checked as flags are; empty counts as not set, and a slip of the hand is told', async () => {
  const cwd = await folderWith(NEWSROOM);
  expect((await dedupe(['.'], { cwd, env: { DEDUPE_THRESHOLD: 'high' } })).stderr).toContain('DEDUPE_THRESHOLD was given "high".');
  expect((await dedupe(['.'], { cwd, env: { DEDUPE_CLEAN: 'perhaps' } })).stderr).toContain('DEDUPE_CLEAN was given "perhaps".');
  expect(await printed(cwd, [], { DEDUPE_THRESHOLD: '' })).toMatchObject({ threshold: { from: 'default' } });
  const slip = await dedupe(['.'], { cwd, env: { DEDUPE_LEVLE: 'story', DEDUPE_SOMETHING_OF_MINE: 'x' } });
  expect(slip.code).toBe(0);
  expect(slip.stderr).toMatch(/^warning: The variable DEDUPE_LEVLE .*"DEDUPE_LEVEL"\? \[unknown-variable\]\n$/);
});

test('a list in the environment has an entry a line', async () => {
  const settings = await printed(await folderWith({}), [], { DEDUPE_MUST_LINK: 'one.txt\ntwo with blanks.txt\n' });
  expect(settings['mustLink']).toEqual({ value: ['one.txt', 'two with blanks.txt'], from: 'environment DEDUPE_MUST_LINK' });
});
