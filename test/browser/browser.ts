import axe from 'axe-core';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';

const PLACES = [process.env['DEDUPE_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const EXECUTABLE = PLACES.find((path) => path !== '' && existsSync(path));

/** Whether the tests in a browser can run. They must where `DEDUPE_BROWSER=required`, as in `.ci/run`. */
export const HAS_BROWSER = EXECUTABLE !== undefined;
if (!HAS_BROWSER) {
  const notice = 'No Chromium was found: the tests of the HTML report in a browser do not run. Install it (Debian: apt-get install chromium), or name it in DEDUPE_CHROMIUM.';
  if (process.env['DEDUPE_BROWSER'] === 'required') throw new Error(notice);
  process.stderr.write(`\n${notice}\n\n`);
}

let started: Promise<Browser> | undefined;
afterAll(async () => (await started)?.close());

/** What a page did that a report must never do. */
export interface Opened {
  readonly page: Page;
  /** Requests for anything but the file itself. */
  readonly requests: readonly string[];
  /** What the browser complained of: violations of the policy, errors of the script. */
  readonly complaints: readonly string[];
}

/** Opens a file in a new window. */
export async function openFile(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  // As root, as in a container, Chromium runs without its sandbox or not at all.
  started ??= chromium.launch({ executablePath: EXECUTABLE ?? '', args: ['--no-sandbox'] });
  const context = await (await started).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  await page.goto(`file://${path}`);
  return { page, requests: requests.slice(1), complaints };
}

/** Asks axe-core (WCAG 2.2 A and AA, and its good practices) for what is wrong with the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: { run: () => Promise<{ passes: unknown[]; violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
    const found = await inPage.run();
    if (found.passes.length < 10) throw new Error('axe-core looked at nothing');
    return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`) }));
  });
  expect(violations).toEqual([]);
}
