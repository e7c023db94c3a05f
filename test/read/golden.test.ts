import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';

const FOLDER = 'fixtures/inputs';
const FILES = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).toSorted();

test('there are feeds, pages, interfaces, agencies, exports and crawls among the fixtures', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(11);
});

// `npx vitest run test/read/golden.test.ts -u` writes what is read now into test/read/golden.
test.each(FILES)('%s is read as it always was: its texts, titles, dates, languages, addresses and hints', async (name) => {
  const { documents, diagnostics } = await collectDocuments([name], { cwd: resolve(FOLDER) });
  await expect(`${JSON.stringify({ documents, diagnostics }, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
});
