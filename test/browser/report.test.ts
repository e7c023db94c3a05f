import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN, NEWSROOM } from '../cli/articles.ts';
import { expectAccessible, HAS_BROWSER, openFile } from './browser.ts';
import { dedupe, folderWith } from '../cli/command.ts';

/** A report on these files, as a file of its own. */
async function reportOn(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await folderWith(files);
  const ran = await dedupe([...Object.keys(files), '-o', 'report.html'], { cwd });
  expect(ran).toMatchObject({ code: 0, stdout: '' });
  return join(cwd, 'report.html');
}

/** The flood in German with another damage, another level and a sentence more; in English as it was, and copied with another number. */
const CHANGED = {
  'flood-de.txt': `${FLOOD_DE.replace('18 Millionen', '21 Millionen').replace('4,72', '4,9')}Die Feuerwehr rechnet erst am Sonntag mit sinkenden Pegeln.\n`,
  'flood-en.txt': `${FLOOD_EN}\nLeave a Reply\n`,
  'flood-copy.txt': FLOOD_EN.replace('41 patients', '43 patients'),
  'election-en.txt': ELECTION_EN,
};

let changed: Promise<string> | undefined;
/** The report on these, made once: no test changes it. */
function changedReport(): Promise<string> {
  changed ??= reportOn(CHANGED);
  return changed;
}

test('the file has its script and its style in it, names no other, and has the same bytes in the next run', async () => {
  const [html, again] = await Promise.all([0, 1].map(async () => readFile(await reportOn(NEWSROOM), 'utf8')));
  expect(html).toBe(again);
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(html).toMatch(/content="default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'/);
  expect(html).not.toMatch(/\b(?:src|href)="/);
  expect(html?.match(/<script>/g)).toHaveLength(1);
});

const LOOKS = [
  { name: 'in light', options: { colorScheme: 'light' } },
  { name: 'in dark', options: { colorScheme: 'dark' } },
  { name: 'at 360 pixels', options: { viewport: { width: 360, height: 740 } } },
  { name: 'at 200 % zoom', options: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } },
  { name: 'with strong contrast', options: { forcedColors: 'active' } },
] as const;

/** What gets out of places where text is not kept as text: elements, attributes, scripts, styles, comments, JSON, templates. */
const HOSTILE = [
  '<script>window.owned = 1</script>',
  '</script><script>window.owned = 1</script>',
  '<!--<script>',
  '"><img src="http://attacker.invalid/x" onerror="window.owned = 1">',
  "'-window.owned-'",
  '</style><style>*{display:none}</style>',
  '<iframe srcdoc="<script>parent.owned = 1</script>">',
  '${window.owned = 1}{{window.owned = 1}}',
  '\u2028window.owned = 1//\u202E',
].join(' ');

describe.skipIf(!HAS_BROWSER)('in a browser', () => {
  test('a stranger finds the cluster, opens it by keyboard, sees the versions side by side, and comes back', async () => {
    const { page, requests, complaints } = await openFile(await changedReport());
    expect(await page.locator('.counts').innerText()).toContain('4 documents');
    expect(await page.locator('.entry').count()).toBe(1);
    await page.locator('.entry a').focus();
    await page.keyboard.press('Enter');
    await page.locator('.comparison').waitFor();
    expect(await page.locator('h1').innerText()).toContain('Fluss Alder');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('th').count()).toBe(3);
    const line = page.locator('tr.joined', { hasText: 'Saint Agnes' });
    expect(await line.locator('td').allInnerTexts()).toEqual([expect.stringContaining('Krankenhaus'), expect.stringContaining('43'), expect.stringContaining('hospital')]);
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => [document.activeElement?.tagName, location.hash.startsWith('#item=')])).toEqual(['MAIN', true]);
    await page.keyboard.press('Escape');
    await page.locator('.entry').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  test('changed figures and sentences without a match are marked, counted, and reached one after the other', async () => {
    const { page } = await openFile(await changedReport());
    await page.click('.entry a');
    const figures = await page.locator('tbody mark.changed').evaluateAll((marks) => marks.map((mark) => mark.textContent?.replace(' (changed)', '')));
    expect(new Set(figures)).toEqual(new Set(['4,9', '4.72', '41', '43', '21', '18']));
    expect(await page.locator('tr.apart').innerText()).toContain('sinkenden Pegeln');
    await page.getByRole('button', { name: 'Next difference' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Mill Bridge');
    await page.getByRole('button', { name: 'Previous difference' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('sinkenden Pegeln');
    await page.getByLabel('Differences only').check();
    expect(await page.locator('tbody tr:visible').count()).toBe(4);
  });

  test('a name has one colour in every spelling, in every version and in the legend', async () => {
    const spelled = { 'de.txt': FLOOD_DE.replaceAll('Brandt', 'Lukaschenko'), 'en.txt': FLOOD_EN.replaceAll('Brandt', 'Lukashenko') };
    const { page } = await openFile(await reportOn(spelled));
    await page.click('.entry a');
    const chip = page.locator('.chip', { hasText: 'Helena Luka' });
    expect(await chip.innerText()).toBe('Helena Lukaschenko = Helena Lukashenko');
    const colors = await page.locator('.chip, mark', { hasText: 'Helena Luka' }).evaluateAll((elements) => elements.map((each) => getComputedStyle(each).backgroundColor));
    expect(colors).toHaveLength(3);
    expect(new Set(colors).size).toBe(1);
    await chip.click();
    expect(await page.locator('mark.picked').count()).toBe(2);
  });

  test('search, filters and the map leave what was asked for', async () => {
    const two = { ...CHANGED, 'election-copy.txt': ELECTION_EN };
    const { page } = await openFile(await reportOn(two));
    expect(await page.locator('.entry').count()).toBe(2);
    await page.getByLabel('Search').fill('hospital');
    await page.locator('.status', { hasText: '1 of 2 clusters' }).waitFor();
    await page.getByLabel('Search').fill('');
    await page.locator('.status', { hasText: /^2 clusters/ }).waitFor();
    await page.getByRole('combobox', { name: /^Versions/ }).selectOption('one');
    expect(await page.locator('.entry').allInnerTexts()).toEqual([expect.stringContaining('Lisbon')]);
    await page.getByRole('combobox', { name: /^Versions/ }).selectOption('');
    await page.locator('.bubble').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('German, number 1: 1 document in 1 item');
    await page.keyboard.press('Enter');
    expect(await page.locator('.entry').allInnerTexts()).toEqual([expect.stringContaining('Fluss Alder')]);
    await page.locator('.chosen').click();
    expect(await page.locator('.entry').count()).toBe(2);
    await page.getByRole('button', { name: 'Single documents' }).click();
    expect(await page.locator('.status').innerText()).toBe('0 single documents');
  });

  test.each(LOOKS)('axe-core finds nothing wrong, and nothing sticks out to the side, $name', async ({ options }) => {
    // axe-core makes styles of its own, which the policy of the file forbids.
    const { page } = await openFile(await changedReport(), { ...options, bypassCSP: true });
    const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    await expectAccessible(page);
    expect(await sticksOut()).toBe(false);
    await page.click('.entry a');
    await page.locator('.removed summary').click();
    await expectAccessible(page);
    expect(await sticksOut()).toBe(false);
  });

  test('on paper there is the text without the controls', async () => {
    const { page } = await openFile(await changedReport());
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });
    await page.click('.entry a');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('.comparison').isVisible()).toBe(true);
  });

  test('scripts in every field of a document are text', async () => {
    const rows = [FLOOD_EN, FLOOD_DE, FLOOD_EN.replace('41', '43')].map((text, at) =>
      JSON.stringify({ id: `${at} ${HOSTILE}`, title: `${HOSTILE} ${at}`, text: `${HOSTILE} said ${HOSTILE}.\n${text}`, language: HOSTILE, date: `2024-03-0${at + 1}${HOSTILE}`, url: at === 0 ? 'javascript:window.owned=1' : `https://example.org/${HOSTILE}` }),
    );
    const { page, requests, complaints } = await openFile(await reportOn({ 'rows.jsonl': rows.join('\n') }));
    const inert = () => page.evaluate(() => ({
      owned: 'owned' in globalThis,
      foreign: document.querySelectorAll('img, iframe, script[src], [onerror], body style').length,
      links: [...document.querySelectorAll('a')].map(({ protocol }) => protocol).filter((protocol) => !['file:', 'https:'].includes(protocol)),
    }));
    expect(await inert()).toEqual({ owned: false, foreign: 0, links: [] });
    expect(await page.locator('.entry h3').first().innerText()).toContain('<script>window.owned = 1</script>');
    await page.getByLabel('Search').fill('<script>');
    await page.click('.entry a');
    expect(await page.locator('td').first().innerText()).toContain('<script>');
    expect(await inert()).toEqual({ owned: false, foreign: 0, links: [] });
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  test('a script that someone put into the file afterwards does not run', async () => {
    const path = await reportOn(NEWSROOM);
    const { page, complaints } = await openFile(path);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.setAttribute('src', 'data:text/javascript,window.owned=1');
      document.body.append(script);
    }).catch(() => undefined);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    expect(complaints.join()).toMatch(/Content Security Policy|TrustedScript/);
  });

  test('two documents that are nothing to each other make a page that says so', async () => {
    const { page, complaints } = await openFile(await reportOn({ 'a.txt': FLOOD_EN, 'b.txt': ELECTION_EN }), { bypassCSP: true });
    expect(await page.locator('.status').innerText()).toBe('2 single documents');
    expect(await page.locator('.entry').count()).toBe(2);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clusters' }).click();
    expect(await page.locator('.status').innerText()).toBe('No two documents are the same report.');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
});
