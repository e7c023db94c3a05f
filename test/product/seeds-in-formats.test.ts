import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dedupe } from '../../src/index.ts';
import { collectDocuments } from '../../src/read/collect.ts';
import type { ReadOptions } from '../../src/read/read.ts';
import type { Cluster } from '../../src/types.ts';
import { asAtom, asCsv, asJsonFeed, asJsonLines, asNewsml, asNinjs, asPage, asRdf, asRss, asWarc, type Sample } from '../read/formats/articles.ts';
import { zipOf } from '../read/formats/zip-writer.ts';
import { zstdOf } from '../read/formats/zstd-writer.ts';

const SEEDS: readonly Sample[] = readdirSync('seeds').toSorted().map((id) => ({ id, text: readFileSync(join('seeds', id), 'utf8') }));

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dedupe-formats-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The clusters of a folder of these files, but for the probabilities: a format may keep blank lines that another has not. */
async function clustersOf(files: Readonly<Record<string, string | Uint8Array>>, options: Partial<ReadOptions> = {}): Promise<readonly Pick<Cluster, 'id' | 'documents' | 'languages' | 'representative'>[]> {
  const cwd = await mkdtemp(join(root, 'newsroom-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
  const top = [...new Set(Object.keys(files).map((path) => path.split('/', 1)[0] ?? ''))];
  const { documents, diagnostics } = await collectDocuments(top, { cwd, ...options });
  expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(documents).toHaveLength(SEEDS.length);
  return dedupe(documents).clusters.map(({ id, documents: ids, languages, representative }) => ({ id, documents: ids, languages, representative }));
}

const asText = dedupe(SEEDS.map(({ id, text }) => ({ id, path: id, text }))).clusters.map(({ id, documents, languages, representative }) => ({ id, documents, languages, representative }));


test('the seeds as text give one cluster, of the German and the Italian one', async () => {
  expect(asText).toMatchObject([{ documents: [SEEDS[0]?.id, SEEDS[1]?.id], languages: ['de', 'it'] }]);
});

test.each<readonly [string, Readonly<Record<string, string | Uint8Array>>]>([
  ['RSS', { 'feed.xml': asRss(SEEDS) }],
  ['RDF', { 'feed.rdf': asRdf(SEEDS) }],
  ['Atom', { 'feed.xml': asAtom(SEEDS) }],
  ['JSON Feed', { 'feed.json': asJsonFeed(SEEDS) }],
  ['ninjs', { 'agency.json': asNinjs(SEEDS) }],
  ['NewsML-G2', { 'agency.xml': asNewsml(SEEDS) }],
  ['JSONL', { 'news.jsonl': asJsonLines(SEEDS) }],
  ['JSONL, packed with gzip', { 'news.jsonl.gz': gzipSync(asJsonLines(SEEDS)) }],
  ['JSONL, packed with zstd', { 'news.jsonl.zst': zstdOf(asJsonLines(SEEDS)) }],
  ['a CSV table', { 'news.csv': asCsv(SEEDS) }],
  ['a crawl', { 'crawl.warc': asWarc(SEEDS) }],
  ['a crawl packed with gzip', { 'crawl.warc.gz': gzipSync(asWarc(SEEDS)) }],
  ['a zip of text files', { 'texts.zip': zipOf(SEEDS.map(({ id, text }) => ({ name: id, content: text }))) }],
  ['HTML pages named as the texts are', Object.fromEntries(SEEDS.map((sample) => [`pages/${sample.id}`, asPage(sample)]))],
])('the seeds as %s give the cluster that they give as text, under the same ids', async (_, files) => {
  expect(await clustersOf(files)).toEqual(asText);
});

test('the seeds as a table with columns of any name give the same, where a field map names them', async () => {
  const table = `a;b\n${SEEDS.map(({ id, text }) => `${id};"${text.replaceAll('"', '""')}"`).join('\n')}\n`;
  expect(await clustersOf({ 'export.csv': table }, { fields: { text: 'b', id: 'a' } })).toEqual(asText);
});
