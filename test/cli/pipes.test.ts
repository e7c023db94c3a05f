import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { FLOOD_EN, NEWSROOM } from './articles.ts';
import { bash, folderWith } from './command.ts';

test.each([['--json | head -c 100'], ['| head -1'], ['--format ndjson | true']])('a reader that leaves early makes no noise: dedupe %s', async (line) => {
  const rows = Array.from({ length: 40 }, (_, at) => JSON.stringify({ id: `wire-${at}`, text: `${FLOOD_EN} ${at}` }));
  const cwd = await folderWith({ 'rows.jsonl': rows.join('\n') });
  const ran = await bash(`"$DEDUPE" rows.jsonl ${line} > /dev/null; exit "\${PIPESTATUS[0]}"`, { cwd });
  expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('fifty megabytes arrive whole through a pipe, also where the reader is slow', async () => {
  const [write, loader] = ['src/cli/write.ts', 'node_modules/tsx/dist/loader.mjs'].map((path) => pathToFileURL(resolve(path)).href);
  const script = `import { writeWhole } from '${write}'; const line = 'x'.repeat(999) + '\\n'; await writeWhole(process.stdout, Array.from({ length: 50_000 }, () => line));`;
  const ran = await bash(`node --import "$LOADER" --input-type=module -e "$SCRIPT" | (sleep 0.2; wc -c)`, { env: { SCRIPT: script, LOADER: loader ?? '' } });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(Number(ran.stdout)).toBe(50_000_000);
});

test('a long report arrives whole through a pipe', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => JSON.stringify({ id: `wire-${at}`, url: `https://example.org/${'x'.repeat(3000)}`, text: `Item ${at}.` }));
  const cwd = await folderWith({ 'rows.jsonl': rows.join('\n') });
  const ran = await bash('"$DEDUPE" rows.jsonl --json | (sleep 0.2; cat)', { cwd });
  expect(ran.stdout.length).toBeGreaterThan(300_000);
  expect((JSON.parse(ran.stdout) as { documents: unknown[] }).documents).toHaveLength(100);
});

test('standard output that takes nothing is a failure', async () => {
  const ran = await bash('"$DEDUPE" . > /dev/full', { cwd: await folderWith(NEWSROOM) });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("error: Standard output can't be written");
});
