import { readFile } from 'node:fs/promises';
import type { PageAssets } from '../report/html/html.ts';

/** The script and the style of the HTML report, as the build left them in `dist/page`. */
export async function readPageAssets(): Promise<PageAssets> {
  const [script, style] = await Promise.all(['main.js', 'report.css'].map((name) => readFile(new URL(`../page/${name}`, import.meta.url), 'utf8')));
  return { script: script ?? '', style: style ?? '' };
}
