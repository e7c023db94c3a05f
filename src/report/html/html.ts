import { createHash } from 'node:crypto';
import { pipelineOptions } from '../../options.ts';
import type { Document, Report } from '../../types.ts';
import { inertJson } from '../printable.ts';
import { pageIndex } from './page-index.ts';
import { versionsOf } from './versions.ts';

/** The script and the style of the page, which the build makes of `page/`. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export interface HtmlOptions {
  /** The documents reported on, with their texts; in any order. */
  readonly documents: readonly Document[];
  /** Their first words by id, for those without a title. */
  readonly openings: ReadonlyMap<string, string>;
  readonly assets: PageAssets;
}

/**
 * The report as one HTML file that asks nobody for anything: script and style are within it, and its Content Security Policy
 * lets no other run, nor anything be fetched. What comes from documents is in it as JSON only, which the script shows as text.
 * The texts of each cluster are a block of their own, read when it is opened. It comes in pieces, one cluster in memory at a time.
 */
export function* htmlReport(report: Report, { documents, openings, assets }: HtmlOptions): Generator<string> {
  const index = pageIndex(report, openings);
  const options = pipelineOptions(report.options);
  const texts = new Map(documents.map((document) => [document.id, document]));
  yield head(assets);
  yield dataBlock('index', index);
  for (const item of index.items) {
    const members = item.documents.flatMap((place) => texts.get(index.documents[place]?.id ?? '') ?? []);
    yield dataBlock(`versions-${item.key}`, versionsOf(members, item.pivot, options));
  }
  yield `<script>${assets.script}</script>\n</body>\n</html>\n`;
}

/** Nothing but the script and the style of this file, told by their hashes (CSP Level 3), and no script made out of text. */
function policyOf({ script, style }: PageAssets): string {
  const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}

function head(assets: PageAssets): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="dedupe">
<title>dedupe report</title>
<style>${assets.style}</style>
</head>
<body>
<noscript><p>This report shows itself by a script that is in this file. Scripts are switched off here: switch them on for this file, or make the report with <code>--format markdown</code>.</p></noscript>
<div id="page"></div>
`;
}

/** A value as an inert block of JSON. No "<" can end the block, whatever the documents hold. */
function dataBlock(id: string, value: object): string {
  return `<script type="application/json" id="${id}">${inlineJson(value)}</script>\n`;
}

/** JSON that may stand in HTML, and whose characters no viewer of the source acts on. */
function inlineJson(value: object): string {
  return inertJson(JSON.stringify(value)).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
