/**
 * How fast the archive is, and how large, with fingerprints that are made at run time: all but the last are put in without a search for
 * partners (`fill.ts`), the last as `dedupe add` does.
 *
 *     node --import tsx bench/archive/main.ts --documents 100000
 *
 * With --folder the archive stays there, and the next run measures it again. Where other work is on the machine, look at the time of the
 * processor.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Archive, createArchive } from '../../src/archive/archive.ts';
import { keptOf } from '../../src/archive/record.ts';
import { encodePrint } from '../../src/fingerprint/stored.ts';
import { pipelineOptions } from '../../src/options.ts';
import type { Prepared } from '../../src/pair.ts';
import { prepare } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open.ts';
import { makeNews } from '../news.ts';
import { randomOf } from '../random.ts';
import { readSources } from '../sources.ts';
import { fill } from './fill.ts';
import { recombine } from './recombine.ts';
import { bytesByKind } from './sizes.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    /** Of these, so many are added as `dedupe add` does. */
    added: { type: 'string', default: '1024' },
    incoming: { type: 'string', default: '1000' },
    /** Before these, so many that are not measured: what is measured is a process that has been at it for a while. */
    warm: { type: 'string', default: '100' },
    batch: { type: 'string', default: '256' },
    base: { type: 'string', default: '3000' },
    folder: { type: 'string' },
  },
});

const [documents, added, incoming, warm, batch] = [Number(values.documents), Number(values.added), Number(values.incoming), Number(values.warm), Number(values.batch)];
const options = pipelineOptions();
let started = performance.now();
const base = [...makeNews(Number(values.base), 1, readSources())].map(({ lang: language, ...article }) => prepare({ ...article, path: article.id, language }, options));
const preparing = (performance.now() - started) / base.length;
console.log(`preparing      ${preparing.toFixed(2)} ms an article (${base.length} made-up ones of ${mean(base.map(({ characters }) => characters))} characters)`);

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'dedupe-bench-archive-'));
const store = await openStore(folder, { readOnly: false });
createArchive(store, { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false });
// An archive that an earlier run has left is gone on with.
const known = new Archive(store).counts().documents;
const source = recombine(base, randomOf(2 + known), `article-${known}`);
const next = (): Prepared => {
  const { done, value } = source.next();
  if (done === true) throw new Error('there are no articles to recombine');
  return value;
};
started = performance.now();
fill(store, Math.max(0, documents - added - known), next, (made) => {
  if (made % 65_536 === 0) console.log(`  ${made}: ${((performance.now() - started) / made).toFixed(2)} ms an article, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
});
const archive = new Archive(store);
let [adding, addingProcessor, worst] = [0, 0, 0];
for (let made = 0; made < added; made += batch) {
  const kept = Array.from({ length: Math.min(batch, added - made) }, next).map((prepared) => ({ prepared, kept: keptOf(prepared) }));
  const [start, used] = [performance.now(), process.cpuUsage()];
  archive.addKept(kept);
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  adding += time;
  addingProcessor += (user + system) / 1000;
  worst = Math.max(worst, time);
}
if (added > 0) console.log(`adding         ${(adding / added).toFixed(2)} ms an article besides preparing, in batches of ${batch}; the slowest batch ${(worst / 1000).toFixed(1)} s`);
if (added > 0) console.log(`  processor    ${(addingProcessor / added).toFixed(2)} ms an article`);
await store.close();
console.log(`fingerprint    ${mean(base.map(({ print }) => encodePrint(print).length))} bytes`);
await measure('as it grew');
started = performance.now();
const compacted = await openStore(folder, { readOnly: false });
// As `dedupe archive compact` does.
new Archive(compacted).merge();
await compacted.compact();
await compacted.close();
console.log(`compacting     ${((performance.now() - started) / 1000).toFixed(1)} s`);
await measure('compacted');
if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });

/** What an archive takes to open and to look into, and its bytes. */
async function measure(state: string): Promise<void> {
  console.log(`\n${state}`);
  const opening = performance.now();
  const reading = await openStore(folder, { readOnly: true });
  const opened = new Archive(reading);
  console.log(`opening        ${(performance.now() - opening).toFixed(0)} ms`);
  const [times, processor]: [number[], number[]] = [[], []];
  let pairs = 0;
  for (let at = 0; at < warm; at++) opened.check([next()]);
  for (let at = 0; at < incoming; at++) {
    const prepared = next();
    const [start, used] = [performance.now(), process.cpuUsage()];
    pairs += opened.check([prepared]).found.told.length;
    const { user, system } = process.cpuUsage(used);
    times.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  const { documents: held, pairs: kept, clusters, segments } = opened.stats();
  console.log(`an incoming    ${quantiles(times)} (against ${held}, ${incoming} measured after ${warm}, ${(pairs / incoming).toFixed(1)} pairs each)`);
  console.log(`  processor    ${quantiles(processor)}`);
  console.log(`holds          ${held} documents, ${kept} pairs, ${clusters} clusters, ${segments} segments`);
  for (const [kind, { records, bytes }] of bytesByKind(reading)) console.log(`  ${kind.padEnd(12)} ${(bytes / held).toFixed(1).padStart(7)} bytes an article, ${(bytes / records).toFixed(0)} a record`);
  await reading.close();
  console.log(`on disk        ${(diskBytes() / held).toFixed(0)} bytes an article`);
}

function quantiles(milliseconds: number[]): string {
  milliseconds.sort((x, y) => x - y);
  const at = (part: number): string => (milliseconds[Math.min(milliseconds.length - 1, Math.floor(part * milliseconds.length))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 90 % ${at(0.9)}, 99 % ${at(0.99)}, worst ${at(1)}`;
}

function diskBytes(): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => sum + (file.endsWith('data.mdb') ? statSync(join(folder, file)).size : 0), 0);
}

function mean(numbers: readonly number[]): string {
  return (numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(0);
}
