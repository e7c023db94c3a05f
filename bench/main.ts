/**
 * How fast and how lean the whole program is, on articles made up at run time, beside `gzip -6` of the same bytes.
 *
 *     npm run build && npm run bench -- --documents 1000,10000
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, makeCase, type Case } from './cases.ts';
import { printProfile, printRun, type Run } from './print.ts';
import { runDedupe } from './run.ts';
import { scoreReport } from './score.ts';
import { readSources, type Sources } from './sources.ts';
import { profileStages } from './stages.ts';
import { writeCorpus, writeFiles, writtenCorpus } from './write.ts';
import { contentOf, yardstickFor } from './yardstick.ts';
import { documentBatches } from '../src/cli/batches.ts';
import type { Document } from '../src/types.ts';

const USAGE = `npm run bench -- [options]
  --documents <n,…>   how many articles; several numbers are run one after the other (1000)
  --case <name>       ${CASES.join(', ')} (news)
  --seed <n>          another corpus of the same kind (1)
  --arguments <…>     further arguments for dedupe, in one string
  --folder <folder>   where the articles stay, and are found by the next run (but for files): a million take ten minutes to make
  --one-core          each run twice, first on one core (by taskset, of Linux)
  --no-profile        without the seconds by stage`;

/** The stages are timed one by one on so many articles at most. */
const PROFILED = 4_000;

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    case: { type: 'string', default: 'news' },
    seed: { type: 'string', default: '1' },
    arguments: { type: 'string', default: '' },
    folder: { type: 'string' },
    'one-core': { type: 'boolean', default: false },
    'no-profile': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

await main();

async function main(): Promise<void> {
  const kind = CASES.find((name) => name === values.case);
  const counts = values.documents.split(',').map(Number);
  if (values.help || kind === undefined || counts.some((count) => !(count > 0))) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const sources = readSources();
  let before: Run | undefined;
  for (const documents of counts) {
    const run = await measure(kind, documents, sources);
    printRun(run, before);
    before = run;
  }
  if (!values['no-profile']) await profile(kind, Math.min(PROFILED, Math.max(...counts)), sources);
}

async function measure(kind: Case, documents: number, sources: Sources): Promise<Run> {
  if (values.folder !== undefined) mkdirSync(values.folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'dedupe-bench-'));
  try {
    const [file, report] = [join(values.folder ?? scratch, `${kind}-${documents}-${values.seed}${kind === 'files' ? '' : '.jsonl'}`), join(scratch, 'report.ndjson')];
    const articles = makeCase(kind, documents, Number(values.seed), sources);
    const { files, bytes, gold } = (await writtenCorpus(file)) ?? (kind === 'files' ? writeFiles(articles, file) : await writeCorpus(articles, file));
    const yardstick = await yardstickFor(() => contentOf(files), bytes);
    const args = [file, '-q', '-o', report, ...values.arguments.split(' ').filter((word) => word !== '')];
    const onOneCore = values['one-core'] ? (await runDedupe(args, scratch, true)).seconds : undefined;
    const taken = await runDedupe(args, scratch);
    return { kind, documents, bytes, yardstick, onOneCore, ...taken, score: await scoreReport(report, gold) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The articles come by language, as they do to a thread. */
async function profile(kind: Case, documents: number, sources: Sources): Promise<void> {
  const articles: Document[] = [];
  for await (const batch of documentBatches(made(kind, documents, sources))) articles.push(...batch.documents);
  const texts = Buffer.from(articles.map(({ text }) => text).join('\n'));
  async function* contents(): AsyncGenerator<Buffer> {
    yield texts;
  }
  printProfile(articles.length, texts.length, profileStages(articles), await yardstickFor(contents, texts.length));
}

async function* made(kind: Case, documents: number, sources: Sources): AsyncGenerator<Document> {
  for (const { id, title, text, date } of makeCase(kind, documents, Number(values.seed), sources)) yield { id, path: id, title, text, date };
}
