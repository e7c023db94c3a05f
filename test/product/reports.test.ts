import { existsSync, readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { FLOOD_DE, FLOOD_EN } from '../cli/articles.ts';
import { bash, folderWith } from '../cli/command.ts';

const PAGE = readFileSync('docs/reports.md', 'utf8');
const SHELL = 'npx() { shift; "$DEDUPE" "$@"; }; dedupe() { "$DEDUPE" "$@"; };';

/** The blocks of one language. */
function blocksOf(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, content = '']) => content);
}

// `npx vitest run test/product/reports.test.ts -u` writes what the commands print now into docs/reports.md.
test('docs/reports.md shows what its commands print', async () => {
  let expected = PAGE;
  const blocks = blocksOf('console');
  expect(blocks.length).toBeGreaterThan(1);
  for (const block of blocks) {
    const [command = ''] = block.split('\n', 1);
    const { stdout } = await bash(`${SHELL} ${command.replace(/^\$ /, '')} 2>&1`);
    expected = expected.replace(block, () => `${command}\n${stdout}`);
  }
  await expect(expected).toMatchFileSnapshot('../../docs/reports.md');
});

test('its other commands do what they say', async () => {
  const cwd = await folderWith({ 'articles.jsonl': [FLOOD_DE, FLOOD_EN].map((text) => JSON.stringify({ text })).join('\n') });
  await symlink(resolve('seeds'), join(cwd, 'seeds'), 'junction');
  const commands = blocksOf('sh').flatMap((block) => block.trimEnd().split('\n'));
  expect(commands.length).toBeGreaterThan(1);
  for (const command of commands) expect(await bash(`${SHELL} ${command}`, { cwd }), command).toEqual({ code: 0, stdout: '', stderr: '' });
  for (const file of ['report.html', 'report.csv', 'report.json', 'unique.jsonl']) expect(readFileSync(join(cwd, file), 'utf8'), file).not.toBe('');
});

test('each file that it links to is there', () => {
  const links = [...PAGE.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((path) => !existsSync(resolve('docs', path)))).toEqual([]);
});
