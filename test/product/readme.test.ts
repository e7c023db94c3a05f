import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { bash, folderWith } from '../cli/command.ts';
import { blocksOf, commandsIn, SHELL, type Block } from './transcript.ts';

const README = readFileSync('README.md', 'utf8');
const CONTRIBUTING = readFileSync('CONTRIBUTING.md', 'utf8');
const HAS_JQ = spawnSync('jq', ['--version']).status === 0;

/** A folder in which the package is installed, with the articles and the README's programs. */
async function folderOfUser(): Promise<string> {
  const programs = blocksOf(README).flatMap(({ language, lines: [first = '', ...rest] }) => {
    const name = /^\/\/ (\S+\.mjs)$/.exec(first)?.[1];
    return language === 'js' && name !== undefined ? [[name, rest.join('\n')] as const] : [];
  });
  const folder = await folderWith({});
  await mkdir(join(folder, 'node_modules'));
  await symlink(resolve('.'), join(folder, 'node_modules/dedupe-stories'), 'junction');
  await symlink(resolve('seeds'), join(folder, 'seeds'), 'junction');
  for (const [name, code] of programs) await writeFile(join(folder, name), code);
  return folder;
}

/** A block as it should be: its commands, each with what it prints now. */
async function rendered(block: Block, folder: string): Promise<string> {
  const outputs: string[] = [];
  for (const command of commandsIn(block)) {
    const isProgram = command.startsWith('node ');
    const line = `${SHELL} { ${command}; } 2>&1`;
    const { stdout } = await bash(line, isProgram ? { cwd: folder } : {});
    outputs.push(`$ ${command}\n${stdout}`);
  }
  return `\`\`\`console\n${outputs.join('')}\`\`\``;
}

const RUN = blocksOf(README).filter((block) => block.language === 'console' && commandsIn(block).every((command) => /^(?:npx )?dedupe |^node \S+\.mjs/.test(command)));

// `npx vitest run test/product/readme.test.ts -u` writes what the commands print now into README.md.
test('README.md shows what its commands print', async () => {
  expect(RUN.length).toBeGreaterThan(4);
  const folder = await folderOfUser();
  let expected = README;
  for (const block of RUN) {
    if (!HAS_JQ && block.source.includes('| jq ')) continue;
    const text = await rendered(block, folder);
    expected = expected.replace(block.source, () => text);
  }
  await expect(expected).toMatchFileSnapshot('../../README.md');
});

test('README.md begins with the seeds, and has the two commands word for word', () => {
  expect(commandsIn(RUN[0] ?? { source: '', language: '', lines: [] })).toEqual(['npx dedupe seeds/']);
  expect(README).toContain('\nnpm ci && npx dedupe seeds/');
  expect(README).toContain('\nnpm ci && npm test');
});

test('each file that README.md and CONTRIBUTING.md link to is there', () => {
  const links = [...`${README}\n${CONTRIBUTING}`.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter((path) => !existsSync(resolve(dirname('README.md'), path)))).toEqual([]);
});

test('every flag and command that README.md names is one of the help', async () => {
  const help = await bash('"$DEDUPE" --help; for each in check evaluate compare completion; do "$DEDUPE" $each --help; done');
  const named = new Set([...README.matchAll(/(?<=[\s`(])--[a-z][a-z-]+/g)].map(([flag]) => flag));
  expect([...named].filter((flag) => !help.stdout.includes(flag))).toEqual([]);
});
