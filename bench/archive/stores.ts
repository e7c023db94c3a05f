/**
 * Embedded stores at the work that the archive does: fingerprints and posting lists put in batches that are safe on the disk, then looked up
 * as for an incoming article. None but lmdb is a dependency: those that are not installed are left out.
 *
 *     npm install --prefix FOLDER @duckdb/node-api @electric-sql/pglite libsql
 *     node --import tsx bench/archive/stores.ts --packages FOLDER --documents 20000
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { randomOf } from '../random.ts';
import { CANDIDATES, type Opened, type Row } from './candidates.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    packages: { type: 'string', default: '.' },
    only: { type: 'string' },
  },
});

/** A write: so many fingerprints of so many bytes, and as many posting records for each as it takes. */
const BATCH = 256;
const PRINT_BYTES = 2200;
const LISTS_PER_DOCUMENT = 2;
const LIST_BYTES = 375;

/** What an incoming article asks for: the record of each of its marks, and the fingerprints of its likeliest partners. */
const MARKS = 250;
const PARTNERS = 144;
const INCOMING = 50;

const documents = Number(values.documents);
const random = randomOf(1);
/** Bytes of which none can be saved, as those of a fingerprint. */
const noise = new Uint8Array(1 << 20).map(() => random.below(256));
const bytesOf = (length: number): Uint8Array => {
  const start = random.below(noise.length - length);
  return noise.slice(start, start + length);
};

function* batches(): Generator<Row[]> {
  for (let from = 0; from < documents; from += BATCH) {
    const rows: Row[] = [];
    for (let number = from; number < Math.min(documents, from + BATCH); number++) {
      rows.push({ key: keyOf(1, number), value: bytesOf(PRINT_BYTES) });
      for (let list = 0; list < LISTS_PER_DOCUMENT; list++) rows.push({ key: keyOf(2, number * LISTS_PER_DOCUMENT + list), value: bytesOf(LIST_BYTES) });
    }
    yield rows.toSorted((x, y) => Buffer.compare(x.key, y.key));
  }
}

for (const { name, needs, open } of CANDIDATES) {
  if (values.only !== undefined && values.only !== name) continue;
  const folder = mkdtempSync(join(tmpdir(), 'dedupe-stores-'));
  try {
    await measure(name, () => open(folder, values.packages), folder);
  } catch (error) {
    console.log(`${name.padEnd(12)} left out: it needs ${needs} (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`);
  }
  rmSync(folder, { recursive: true, force: true });
}

async function measure(name: string, open: () => Promise<Opened>, folder: string): Promise<void> {
  const store = await open();
  let started = performance.now();
  for (const rows of batches()) await store.put(rows);
  const putting = performance.now() - started;
  await store.close();
  const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  started = performance.now();
  const again = await open();
  await again.get(keyOf(1, 0));
  const opening = performance.now() - started;
  const times: number[] = [];
  for (let at = 0; at < INCOMING; at++) {
    started = performance.now();
    for (let mark = 0; mark < MARKS; mark++) await found(again, keyOf(2, random.below(documents * LISTS_PER_DOCUMENT)));
    for (let partner = 0; partner < PARTNERS; partner++) await found(again, keyOf(1, random.below(documents)));
    times.push(performance.now() - started);
  }
  await again.close();
  times.sort((x, y) => x - y);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(`${name.padEnd(12)} put ${(putting / documents).toFixed(3)} ms an article, lookups of an incoming ${median.toFixed(2)} ms, opening ${opening.toFixed(1)} ms, ${(bytes / documents).toFixed(0)} bytes an article of ${PRINT_BYTES + LISTS_PER_DOCUMENT * LIST_BYTES}`);
}

async function found(store: Opened, key: Uint8Array): Promise<void> {
  if ((await store.get(key)) === undefined) throw new Error('a record is gone');
}

function keyOf(kind: number, number: number): Uint8Array {
  const key = Buffer.alloc(5);
  key[0] = kind;
  key.writeUInt32BE(number, 1);
  return key;
}
