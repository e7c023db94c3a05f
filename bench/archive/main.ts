/**
 * How fast the archive is, and how large, with fingerprints that are made at run time.
 *
 *     node --import tsx bench/archive/main.ts --documents 100000
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Archive, createArchive } from '../../src/archive/archive.ts';
import { keptOf } from '../../src/archive/record.ts';
import { pipelineOptions } from '../../src/options.ts';
import type { Prepared } from '../../src/pair.ts';
import { prepare } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open.ts';
import { makeNews } from '../news.ts';
import { randomOf } from '../random.ts';
import { readSources } from '../sources.ts';
import { recombine } from './recombine.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    incoming: { type: 'string', default: '500' },
    batch: { type: 'string', default: '256' },
    base: { type: 'string', default: '3000' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const [documents, incoming, batch] = [Number(values.documents), Number(values.incoming), Number(values.batch)];
const options = pipelineOptions();
const started = performance.now();
const base = [...makeNews(Number(values.base), 1, readSources())].map(({ lang: language, ...article }) => prepare({ ...article, path: article.id, language }, options));
const preparing = (performance.now() - started) / base.length;
console.log(`preparing      ${preparing.toFixed(2)} ms an article (${base.length} made-up ones)`);

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'dedupe-bench-archive-'));
const source = recombine(base, randomOf(2));
const next = (): Prepared => {
  const { done, value } = source.next();
  if (done === true) throw new Error('there are no articles to recombine');
  return value;
};
const store = await openStore(folder, { readOnly: false });
createArchive(store, { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false });
const archive = new Archive(store);
let [adding, made, worst] = [0, 0, 0];
while (made < documents) {
  const prepared = Array.from({ length: Math.min(batch, documents - made) }, next);
  const kept = prepared.map((each) => ({ prepared: each, kept: keptOf(each) }));
  const start = performance.now();
  archive.addKept(kept);
  const time = performance.now() - start;
  adding += time;
  worst = Math.max(worst, time);
  made += prepared.length;
  if (made % (batch * 100) === 0) console.log(`  ${made}: ${(adding / made).toFixed(2)} ms an article, ${archive.counts().clusters} clusters, ${process.memoryUsage().rss >> 20} MB`);
}
console.log(`adding         ${(adding / made).toFixed(2)} ms an article besides preparing, in batches of ${batch}; the slowest batch ${(worst / 1000).toFixed(1)} s`);
console.log(`               ${(preparing / (preparing + adding / made)).toFixed(2)} of the speed of preparing alone`);
await store.close();

const opening = performance.now();
const again = await openStore(folder, { readOnly: true });
const opened = new Archive(again);
console.log(`opening        ${(performance.now() - opening).toFixed(0)} ms`);
const times: number[] = [];
for (let at = 0; at < incoming; at++) {
  const prepared = next();
  const start = performance.now();
  opened.check([prepared]);
  times.push(performance.now() - start);
}
times.sort((x, y) => x - y);
const quantile = (part: number): string => (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0).toFixed(1);
console.log(`an incoming    median ${quantile(0.5)} ms, 90 % ${quantile(0.9)}, 99 % ${quantile(0.99)}, worst ${quantile(1)} (against ${documents}, ${incoming} measured)`);
const stats = opened.stats();
console.log(`holds          ${stats.documents} documents, ${stats.pairs} pairs, ${stats.clusters} clusters, ${stats.segments} segments`);
await again.close();
const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => sum + (file.endsWith('data.mdb') ? statSync(join(folder, file)).size : 0), 0);
console.log(`on disk        ${(bytes / documents).toFixed(0)} bytes an article`);
if (values.folder === undefined && !values.keep) rmSync(folder, { recursive: true, force: true });
