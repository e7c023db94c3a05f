import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { htmlReport } from '../../src/report/html/html.ts';
import type { Cluster, Document } from '../../src/types.ts';
import { folderWith } from '../cli/command.ts';
import { documentOf, reportOf } from '../report/reports.ts';
import { HAS_BROWSER, openFile } from './browser.ts';

/** As many as a report must hold, in pairs: 10,000 clusters over some years. */
const COUNT = 20_000;
const HOURS_APART = 2;

function manyDocuments(): readonly Document[] {
  return Array.from({ length: COUNT }, (_, at) => ({
    id: `report-${at}`,
    path: 'archive.jsonl',
    title: `River number ${at >> 1} ${at % 2 === 0 ? 'bursts its banks' : 'tritt über die Ufer'}`,
    text: `${4000 + (at >> 1)} people left their homes.`,
    date: new Date(Date.UTC(2020, 0, 1) + at * HOURS_APART * 3_600_000).toISOString(),
  }));
}

async function writeReport(documents: readonly Document[]): Promise<string> {
  const cluster = (_: unknown, at: number): Cluster => {
    const pair = [documents[at * 2]?.id ?? '', documents[at * 2 + 1]?.id ?? ''];
    return { id: `c${at}`, level: 'report', documents: pair, representative: pair[0] ?? '', languages: ['de', 'en'], probability: 0.99, members: [0.99, 0.99] };
  };
  const told = documents.map(({ id, title = '', date = '' }, at) => ({ ...documentOf(id, at % 2 === 0 ? 'en' : 'de', title), date }));
  const report = reportOf(told, Array.from({ length: COUNT / 2 }, cluster), []);
  const [script = '', style = ''] = await Promise.all(['main.js', 'report.css'].map((name) => readFile(`dist/page/${name}`, 'utf8')));
  const path = join(await folderWith({}), 'many.html');
  await writeFile(path, htmlReport(report, { documents, openings: new Map(), assets: { script, style } }));
  return path;
}

test.skipIf(!HAS_BROWSER)('20,000 documents open with the first clusters only, and any of them is found and opened', async () => {
  const { page, complaints } = await openFile(await writeReport(manyDocuments()));
  expect(await page.locator('.counts').innerText()).toContain('20\u202f000 documents');
  expect(await page.locator('.entry').count()).toBe(40);
  // Bubbles are some hundred, however many documents they stand for.
  expect(await page.locator('.bubble').count()).toBeLessThan(200);
  await page.getByRole('button', { name: 'Show more of' }).scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator('.entry').count()).toBeGreaterThan(40);
  await page.getByLabel('Search').fill('number 7777 ');
  await page.locator('.status', { hasText: '1 of 10' }).waitFor();
  await page.click('.entry a');
  expect(await page.locator('tr.joined').first().innerText()).toContain('River number 7777');
  await page.goBack();
  await page.getByLabel('Search').fill('11777 people');
  await page.locator('.status', { hasText: '1 of 10' }).waitFor();
  expect(complaints).toEqual([]);
});
