import { describe, expect, test } from 'vitest';
import { asCsv, asPage } from '../read/formats/articles.ts';
import { FLOOD_DE, FLOOD_EN, NEWSROOM } from './articles.ts';
import { bash, dedupe, folderWith } from './command.ts';

describe('--fields and --input-format', () => {
  const table = `nr;text_de;kopf\n1;"${FLOOD_DE.replaceAll('"', '""')}";A\n2;"${FLOOD_EN.replaceAll('"', '""')}";B\n`;

  test('say where a table has what', async () => {
    const cwd = await folderWith({ 'export.dat': table });
    const ran = await dedupe(['export.dat', '--input-format', 'csv', '--fields', 'text=text_de,id=nr', '--fields', 'title=kopf', '--json'], { cwd });
    expect(JSON.parse(ran.stdout)).toMatchObject({ summary: { documents: 2, clusters: 1 }, clusters: [{ documents: ['1', '2'] }] });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  test('teach how they are written', async () => {
    const wrong = await dedupe(['seeds', '--fields', 'txt=body']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('error: --fields was given "txt=body".');
    expect(wrong.stderr).toContain('Did you mean "text"?');
    expect((await dedupe(['seeds', '--input-format', 'htm'])).stderr).toContain('Did you mean "html"?');
    for (const [flag, given] of [['--max-depth', '0'], ['--max-document', '-1'], ['--max-expansion', 'x']] as const) {
      expect((await dedupe(['seeds', flag, given])).stderr).toContain(`error: ${flag} was given "${given}".`);
    }
  });
});

test('--max-document, --max-depth and --max-expansion set the limits', async () => {
  const cwd = await folderWith({ 'a.txt': FLOOD_EN.repeat(3), 'b.html': `<html><body>${'<div>'.repeat(30)}x` });
  const ran = await dedupe(['a.txt', 'b.html', '--max-document', '1k', '--max-depth', '20'], { cwd });
  expect(ran.stderr).toContain('[document-cut]');
  expect(ran.stderr).toContain('more than 20 deep in each other');
});

describe('--list-files', () => {
  test('prints the files that would be read, in their order, and reads none', async () => {
    const cwd = await folderWith({ 'b.txt': '', 'a/c.html': 'x', '.hidden': 'x', '.dedupeignore': 'd.*', 'd.txt': 'x', 'two\nlines.txt': 'x' });
    expect(await dedupe(['.', '--list-files'], { cwd })).toEqual({ code: 0, stdout: 'a/c.html\nb.txt\n"two\\nlines.txt"\n', stderr: '' });
    expect((await dedupe(['.', '--list-files', '-v'], { cwd })).stderr).toContain('[ignored-files]');
  });

  test('expands patterns, and fails where there is nothing', async () => {
    const cwd = await folderWith({ 'a/b.txt': 'x', 'a/c.md': 'x' });
    expect((await dedupe(['a/*.txt', '--list-files'], { cwd })).stdout).toBe('a/b.txt\n');
    expect(await dedupe(['a/*.pdf', '--list-files'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  });
});

test('an address is not fetched, and what to do instead is said', async () => {
  const ran = await dedupe(['https://news.example/feed'], {});
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('https://news.example/feed is an address, and only files are read: nothing leaves this machine.');
});

describe('what sources say', () => {
  const files = {
    'en.html': asPage({ id: 'en', language: 'en', title: 'Ferry aground', text: 'A ferry ran aground off Weston on Tuesday. Nobody was hurt.' }, '<link rel="canonical" href="https://a.example/en/ferry">'),
    'fi.html': asPage({ id: 'fi', language: 'fi', title: 'Lautta karilla', text: 'Lautta ajoi karille tiistaina. Kukaan ei loukkaantunut.' }, '<link rel="canonical" href="https://a.example/fi/lautta"><link rel="alternate" hreflang="en" href="https://a.example/en/ferry">'),
  };

  test('is told in the text view and in --explain', async () => {
    const cwd = await folderWith(files);
    expect((await dedupe(['.'], { cwd })).stdout).toContain('versions of one page (hreflang)');
    expect((await dedupe(['.', '--explain', 'en.html', 'fi.html'], { cwd })).stdout).toMatch(/source: +versions of one page \(hreflang\)/);
  });

  test('does not count with --no-hints', async () => {
    const cwd = await folderWith(files);
    const ran = await dedupe(['.', '--no-hints', '--json'], { cwd });
    expect(JSON.parse(ran.stdout)).toMatchObject({ options: { hints: false }, clusters: [] });
  });
});

/** Prints each module that is asked for on standard error: a hook of Node, and what puts it in place. */
const LOGGER = {
  'hook.mjs': "import { writeSync } from 'node:fs';\nexport async function resolve(name, context, next) {\n  writeSync(2, `asked for ${name}\\n`);\n  return next(name, context);\n}\n",
  'logger.mjs': "import { register } from 'node:module';\nregister('./hook.mjs', import.meta.url);\n",
};

test('a folder of plain text loads no parser of pages, feeds or tables, and a page does', async () => {
  const cwd = await folderWith({ ...NEWSROOM, ...LOGGER, 'pages/a.html': asPage({ id: 'a', text: FLOOD_EN }), 'table.csv': asCsv([{ id: 'a', text: FLOOD_EN }]) });
  const loaded = async (path: string): Promise<readonly string[]> => {
    const { stderr } = await bash(`node --no-warnings --import ./logger.mjs "$DEDUPE" ${path} > /dev/null`, { cwd });
    return [...stderr.matchAll(/asked for (\S+)/g)].map(([, name = '']) => name);
  };
  const heavy = ['linkedom', '@mozilla/readability', 'feedsmith', 'htmlparser2', 'csv-parse', 'yauzl', 'fzstd', 'picomatch', 'ignore'];
  const plain = await loaded('flood-en.txt flood-de.txt');
  expect(plain).toContain('franc/data.js');
  expect(plain.filter((name) => heavy.includes(name))).toEqual([]);
  expect(await loaded('pages')).toEqual(expect.arrayContaining(['linkedom', '@mozilla/readability']));
  expect(await loaded('table.csv')).toContain('csv-parse');
});
