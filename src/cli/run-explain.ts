import { UsageError } from '../errors.ts';
import { explainJson, explanationRecord } from '../report/explain-json.ts';
import { ndjsonLine } from '../report/ndjson.ts';
import { openingOf } from '../report/opening.ts';
import type { Diagnostic, Document, Explanation } from '../types.ts';
import { findDocument } from './find-document.ts';
import { columnsOf, type Page } from './io.ts';
import { linksOf } from './links.ts';
import { loadDocuments } from './load.ts';
import type { Invocation } from './invocation.ts';
import { readingOf } from './reading.ts';
import { contradiction, decidingOf, destinationsOf, type Destination } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe PATHS --explain A B`; without paths, A and B are the paths. */
export async function planExplain({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const [first, second] = twoOf(given.explain ?? []);
  if (given.showRemoved) throw contradiction('--explain, which shows what was set aside,', '--show-removed');
  const reading = readingOf(given);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)) };
  const destinations = (await destinationsOf(given, io.cwd)).map(explained);
  return async (surroundings) => {
    const { documents, diagnostics } = await loadDocuments(paths.length === 0 ? [first, second] : paths, reading, io, surroundings.notices);
    const a = findDocument(documents, first, io.cwd);
    const b = findDocument(documents, second, io.cwd);
    if (a === b) throw sameTwice(a.id);
    const { explain } = await import('../index.ts');
    const explanation = explain(a, b, { ...deciding, diagnostics });
    const joining = given.level === 'story' ? explanation.story : explanation.probability;
    const joined = explanation.constraint === undefined ? joining >= explanation.threshold : explanation.constraint === 'must-link';
    const found = given.failOn === 'duplicates' && joined;
    const texts: Texts = { explanation, diagnostics, documents: [a, b] };
    const pages = await Promise.all(destinations.map((destination) => pageOf(texts, destination, surroundings)));
    return { pages, exitCode: found ? 1 : 0 };
  };
}

/** Throws `UsageError` for a form that an explanation doesn't have. */
function explained(destination: Destination): Destination {
  if (['text', 'json', 'ndjson'].includes(destination.format)) return destination;
  throw new UsageError({
    code: 'contradicting-flags',
    happened: `--explain was asked for as ${destination.format}.`,
    expected: 'text, json or ndjson.',
    advice: 'Leave out --explain for the whole report as HTML, where every pair joined stands side by side.',
  });
}

function twoOf(given: readonly string[]): readonly [string, string] {
  const [first, second, third] = given;
  if (first !== undefined && second !== undefined && third === undefined) return [first, second];
  throw new UsageError({
    code: 'missing-argument',
    happened: third === undefined ? `--explain was given ${first === undefined ? 'no document' : `"${first}" alone`}.` : '--explain was given more than once.',
    expected: '--explain A B: the ids or paths of two documents, once.',
    advice: 'For example `dedupe seeds/ --explain a.txt b.txt`.',
  });
}

function sameTwice(id: string): UsageError {
  return new UsageError({
    code: 'same-document',
    happened: `--explain was given "${id}" twice.`,
    expected: 'Two documents.',
    advice: 'Give the id of the document to compare it with.',
  });
}

/** Two texts of 80 columns each. */
const MOST_SIDE_BY_SIDE = 172;

interface Texts {
  readonly explanation: Explanation;
  readonly diagnostics: readonly Diagnostic[];
  readonly documents: readonly Document[];
}

async function pageOf({ explanation, diagnostics, documents }: Texts, { file, format }: Destination, { io, chalk, plain }: Surroundings): Promise<Page> {
  const target = file === undefined ? {} : { file };
  if (format === 'json') return { ...target, chunks: [explainJson(explanation, diagnostics)] };
  if (format === 'ndjson') return { ...target, chunks: [ndjsonLine({ type: 'explanation', ...explanationRecord(explanation) })] };
  const removed = new Map([explanation.a, explanation.b].map((document) => [document.id, document.removed]));
  const openings = new Map(documents.map((document) => [document.id, openingOf(document, removed.get(document.id) ?? [])]));
  const layout = { columns: columnsOf(io.stdout, MOST_SIDE_BY_SIDE), chalk: file === undefined ? chalk : plain };
  const { explainText } = await import('../report/explain.ts');
  return { ...target, chunks: explainText(explanation, { ...layout, openings }) };
}
