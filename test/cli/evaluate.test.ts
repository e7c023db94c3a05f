import { expect, test } from 'vitest';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

const DOCUMENTS = [
  { id: 'en', text: FLOOD_EN },
  { id: 'de', text: FLOOD_DE },
  { id: 'other', text: ELECTION_EN },
];
const GOLD = [
  { id: 'en', lang: 'en', gold: 'flood' },
  { id: 'de', lang: 'de', gold: 'flood' },
  { id: 'other', lang: 'en', gold: 'election' },
];

function jsonl(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

test('evaluate prints the scores, with a row per language pair', async () => {
  const cwd = await folderWith({ 'docs.jsonl': jsonl(DOCUMENTS), 'gold.jsonl': jsonl(GOLD) });
  const ran = await dedupe(['evaluate', '--gold', 'gold.jsonl', 'docs.jsonl'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toBe(`Level report, 3 gold rows

               precision  recall      F1    right    wrong   missed
pairwise          1.0000  1.0000  1.0000        1        0        0
cross-lingual     1.0000  1.0000  1.0000        1        0        0
BCubed            1.0000  1.0000  1.0000
de-en             1.0000  1.0000  1.0000        1        0        0
`);
  expect((await dedupe(['evaluate', '--gold', 'gold.jsonl', 'docs.jsonl', '--no-by-pair'], { cwd })).stdout).not.toContain('de-en');
});

test('evaluate counts gold rows without a document and documents without a gold row, and says so', async () => {
  const cwd = await folderWith({ 'docs.jsonl': jsonl(DOCUMENTS), 'gold.jsonl': jsonl([...GOLD.slice(0, 2), { id: 'gone', gold: 'flood' }]) });
  const ran = await dedupe(['evaluate', '--gold', 'gold.jsonl', 'docs.jsonl', '--json'], { cwd });
  expect(ran.code).toBe(0);
  expect(ran.stderr).toMatch(/^warning: 1 gold row is without a document.*"gone"/m);
  expect(ran.stderr).toMatch(/^warning: 1 document is without a gold row.*"other"/m);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    documents: 3,
    missing: 1,
    unlabelled: 1,
    pairwise: { precision: 1, recall: 0.333333, right: 1, wrong: 0, missed: 2 },
    byPair: { 'de-en': { recall: 1 }, 'de-und': { recall: 0 }, 'en-und': { recall: 0 } },
    diagnostics: [{ code: 'gold-without-document' }, { code: 'document-without-gold' }],
  });
});

test('evaluate takes independent gold, several files and labels to ignore', async () => {
  const cwd = await folderWith({
    'docs.jsonl': jsonl(DOCUMENTS),
    'one.jsonl': jsonl([{ id: 'other', lang: 'en', gold: 'election' }]),
    'stories.jsonl': jsonl(GOLD.slice(0, 2)),
    'close.tsv': 'flood\telection\tboth of May\n',
  });
  const ran = await dedupe(['evaluate', 'docs.jsonl', '--gold', 'one.jsonl', '--independent', 'stories.jsonl', '--ignore', 'close.tsv', '--json'], { cwd });
  expect(JSON.parse(ran.stdout)).toMatchObject({ documents: 3, pairwise: { right: 0, wrong: 0, missed: 0 }, bcubed: { f1: 1 } });
});

test('evaluate names the line of a gold row that is none', async () => {
  const cwd = await folderWith({ 'docs.jsonl': jsonl(DOCUMENTS), 'gold.jsonl': '{"id":"en","gold":"flood"}\n{"id":' });
  const ran = await dedupe(['evaluate', '--gold', 'gold.jsonl', 'docs.jsonl'], { cwd });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('error: Line 2 of gold.jsonl is no {id, lang?, gold} row.');
});
