import { UsageError } from '../errors.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { GoldRow, IgnoredLabels } from '../evaluate/gold.ts';
import { evaluationJson, evaluationText } from '../evaluate/print.ts';
import { linksOf } from './links.ts';
import { loadDocuments } from './load.ts';
import type { Invocation } from './invocation.ts';
import { readingOf } from './reading.ts';
import { readLines, readRows, type RowShape } from './rows.ts';
import { decidingOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe evaluate PATHS --gold FILE`: how well the clusters agree with gold labels. */
export async function planEvaluate({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const reading = readingOf(given);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)) };
  const gold = await readGold(given.gold ?? [], given.independent ?? [], io.cwd);
  const ignored = await readIgnored(given.ignore ?? [], io.cwd);
  return async ({ notices }) => {
    const { documents, diagnostics } = await loadDocuments(asked, reading, io, notices);
    const { dedupe } = await import('../index.ts');
    const report = dedupe(documents, { ...deciding, diagnostics });
    const evaluation = evaluate(report, gold, { level: report.options.level, ignored });
    notices.diagnostics([...report.diagnostics, ...evaluation.diagnostics]);
    const context = { tool: report.tool, threshold: report.options.threshold, diagnostics: report.diagnostics };
    const chunks = given.json ? [evaluationJson(evaluation, context)] : evaluationText(evaluation, given.byPair ?? true);
    return { pages: [{ chunks }], exitCode: 0 };
  };
}

function goldRow(independent: boolean): RowShape<GoldRow> {
  return {
    shown: '{id, lang?, gold}',
    read: ({ id, lang, gold }) => {
      if (typeof id !== 'string' || (typeof gold !== 'string' && typeof gold !== 'number')) return undefined;
      return { id, gold, independent, ...(typeof lang === 'string' ? { lang } : {}) };
    },
  };
}

async function readGold(files: readonly string[], independent: readonly string[], cwd: string): Promise<readonly GoldRow[]> {
  if (files.length + independent.length === 0) throw noGold();
  const rows: GoldRow[] = [];
  for (const file of files) rows.push(...(await readRows(file, cwd, goldRow(false))));
  for (const file of independent) rows.push(...(await readRows(file, cwd, goldRow(true))));
  return rows;
}

async function readIgnored(files: readonly string[], cwd: string): Promise<IgnoredLabels> {
  const pairs: (readonly [string, string])[] = [];
  for (const file of files) {
    for (const { text } of await readLines(file, cwd)) {
      const [a = '', b = ''] = text.split('\t');
      pairs.push([a, b]);
    }
  }
  return pairs;
}

function noGold(): UsageError {
  return new UsageError({
    code: 'missing-argument',
    happened: '`dedupe evaluate` was given no --gold.',
    expected: '--gold FILE: JSONL rows {id, lang?, gold}; documents with one gold label are one report.',
    advice: 'For example `dedupe evaluate --gold gold.jsonl articles.jsonl`.',
  });
}
