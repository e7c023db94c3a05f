/**
 * Load on `dedupe serve`, from this process on loopback and bounded: articles added by so many clients at once, each with one
 * request at a time; in the end the service is killed with -9 in the midst of it, and what it acknowledged is looked for.
 *
 *     npm run build && node --import tsx bench/archive/serve.ts --requests 600 --clients 8
 *
 * With `--to FOLDER` it serves the archive there, as `main.ts --folder` has made it; else a new one. Where an earlier run has added to it,
 * give another `--seed`: its articles would be copies.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { faultsIn } from '../../test/archive/crash.ts';
import { makeNews } from '../news.ts';
import { readSources } from '../sources.ts';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '600' }, clients: { type: 'string', default: '8' }, to: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const [requests, clients] = [Number(values.requests), Number(values.clients)];
// Ids that no run before has added; those that are added differ from those that are checked.
const articles = Array.from(makeNews(3 * requests, Number(values.seed), readSources()), (article) => ({ ...article, id: `${process.pid}-${Date.now()}-${article.id}` }));
const folder = values.to ?? mkdtempSync(join(tmpdir(), 'dedupe-bench-serve-'));
const child = spawn(process.execPath, ['bin/dedupe.js', 'serve', '--archive', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
const url = /http:\S+/.exec(String(line))?.[0] ?? '';
const acknowledged: string[] = [];

/** Sends articles from `from` to before `to`, and returns the milliseconds of each that was answered. */
async function load(path: string, from: number, to: number, answered: (count: number) => void): Promise<number[]> {
  const times: number[] = [];
  let next = from;
  const client = async (): Promise<void> => {
    while (next < to) {
      const article = articles[next++];
      if (article === undefined) return;
      const started = performance.now();
      const answer = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify({ id: article.id, title: article.title, text: article.text }) });
      await answer.arrayBuffer();
      times.push(performance.now() - started);
      if (answer.status === 201) acknowledged.push(article.id);
      answered(times.length);
    }
  };
  await Promise.allSettled(Array.from({ length: clients }, client));
  return times;
}

function tell(what: string, times: number[], seconds: number): void {
  times.sort((x, y) => x - y);
  const at = (part: number): string => (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0).toFixed(1);
  console.log(`${what.padEnd(12)} ${(times.length / seconds).toFixed(0)} requests a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${times.length} requests, ${clients} clients)`);
}

for (const [at, path] of ['/documents', '/check'].entries()) {
  const started = performance.now();
  const times = await load(path, at * requests, (at + 1) * requests, () => undefined);
  tell(path, times, (performance.now() - started) / 1000);
}
const ended = once(child, 'exit');
await load('/documents', 2 * requests, 3 * requests, (count) => {
  if (count === Math.floor(requests / 2)) child.kill('SIGKILL');
});
await ended;
const faults = await faultsIn(folder, acknowledged);
console.log(`killed -9 in the midst: ${acknowledged.length} articles acknowledged, ${faults.length === 0 ? 'all there once, the archive whole' : faults.join('; ')}`);
if (values.to === undefined) rmSync(folder, { recursive: true, force: true });
