/**
 * What `dedupe add` takes beside a plain run of the same articles, each as a user runs it: in a process of its own, from start to end. By
 * turns, so that other work on the machine is in both; where there is some, look at the time of the processor.
 *
 *     npm run build && node --import tsx bench/archive/adding.ts --documents 4000 --rounds 3
 *
 * Each round has articles of its own. With `--to FOLDER` they go to the archive there, as `main.ts --folder` has made it; else to a new one.
 * Where an earlier run has added to it, give another `--seed`: its articles would be copies.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeNews } from '../news.ts';
import { runDedupe, type Taken } from '../run.ts';
import { readSources } from '../sources.ts';
import { writeCorpus } from '../write.ts';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '4000' }, rounds: { type: 'string', default: '3' }, to: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const [documents, rounds] = [Number(values.documents), Number(values.rounds)];
const folder = mkdtempSync(join(tmpdir(), 'dedupe-bench-adding-'));
const started = Date.now();
for (let round = 0; round < rounds; round++) {
  const file = join(folder, 'news.jsonl');
  // Ids that no run before has added.
  const news = Array.from(makeNews(documents, Number(values.seed) + round, readSources()), (article) => ({ ...article, id: `${started}-${round}-${article.id}` }));
  await writeCorpus(news, file);
  const plain = await runDedupe([file, '-q', '-o', join(folder, 'report.json')], folder);
  const adding = await runDedupe(['add', file, '--archive', values.to ?? join(folder, `archive-${round}`), '-q', '-o', join(folder, 'report.json')], folder);
  tell('plain run', plain);
  tell('adding', adding);
  console.log(`  ${(plain.seconds / adding.seconds).toFixed(2)} of the speed of a plain run; by the time of the processor ${(plain.processor / adding.processor).toFixed(2)}`);
}
rmSync(folder, { recursive: true, force: true });

function tell(what: string, { seconds, processor, peak }: Taken): void {
  const each = (total: number): string => ((1000 * total) / documents).toFixed(2);
  console.log(`${what.padEnd(12)} ${each(seconds)} ms an article, ${each(processor)} ms of the processor, ${(peak / 2 ** 20).toFixed(0)} MB`);
}
