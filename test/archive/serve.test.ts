import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { randomOf } from '../../bench/random.ts';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN } from '../cli/articles.ts';
import { dedupe } from '../cli/command.ts';
import { newFolder } from './newsroom.ts';

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** A service that listens. */
interface Service {
  readonly child: ChildProcess;
  readonly url: string;
}

async function serve(folder: string, ...flags: readonly string[]): Promise<Service> {
  const child = spawn(process.execPath, [resolve('bin/dedupe.js'), 'serve', '--archive', folder, '--port', '0', ...flags], { env: { PATH: process.env['PATH'] } });
  running.push(child);
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, url: /http:\S+/.exec(String(line))?.[0] ?? '' };
}

const lines = (...articles: readonly (readonly [string, string])[]): string => articles.map(([id, text]) => JSON.stringify({ id, text })).join('\n');

const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(url, { method: 'POST', body, headers });

async function documentsAt(url: string): Promise<number> {
  const { documents } = (await (await fetch(`${url}/health`)).json()) as { documents: number };
  return documents;
}

test('articles are added over HTTP, and what comes in is held against them', async () => {
  const { url } = await serve(await newFolder());
  const added = await post(`${url}/documents`, lines(['flood-en', FLOOD_EN], ['election', ELECTION_EN]));
  expect([added.status, await added.json()]).toMatchObject([201, { added: ['election', 'flood-en'], replaced: [], known: [] }]);
  const checked = await post(`${url}/check`, lines(['flood-de', FLOOD_DE]));
  expect([checked.status, await checked.json()]).toMatchObject([200, { gate: { archive: 2, findings: [{ document: 'flood-de', original: 'flood-en', relation: 'translation' }] } }]);
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok', documents: 2 });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('dedupe_archive_documents 2');
  expect(metrics).toContain('dedupe_requests_total{route="/documents",status="201"} 1');
  expect(await (await fetch(`${url}/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0', paths: { '/check': {}, '/documents': {} } });
});

test('a feed is read as a file of it would be, and what is no article, or too much, is refused with what to do', async () => {
  const { url } = await serve(await newFolder(), '--max-body', '10000');
  const feed = `<rss version="2.0"><channel><title>Alder News</title><item><guid>1</guid><title>Flood</title><description>${FLOOD_EN}</description></item></channel></rss>`;
  expect(await (await post(`${url}/documents`, feed)).json()).toMatchObject({ added: [expect.any(String)] });
  const nothing = await post(`${url}/check`, '');
  expect([nothing.status, await nothing.json()]).toMatchObject([400, { code: 'nothing-readable', advice: expect.any(String) }]);
  const large = await post(`${url}/check`, 'a'.repeat(10_001));
  expect([large.status, await large.json()]).toMatchObject([413, { code: 'too-large' }]);
});

test('with a token who brings none is turned away, and without one it listens on loopback alone', async () => {
  const folder = await newFolder();
  const file = join(await newFolder(), 'token');
  writeFileSync(file, 'a token of forty letters, and then some\n');
  const { url } = await serve(folder, '--token-file', file);
  expect((await post(`${url}/check`, lines(['flood', FLOOD_EN]))).status).toBe(401);
  expect((await post(`${url}/check`, lines(['flood', FLOOD_EN]), { authorization: 'Bearer another' })).status).toBe(401);
  expect((await post(`${url}/check`, lines(['flood', FLOOD_EN]), { authorization: 'Bearer a token of forty letters, and then some' })).status).toBe(200);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  const open = await dedupe(['serve', '--archive', await newFolder(), '--host', '0.0.0.0', '--port', '0']);
  expect(open).toMatchObject({ code: 2, stderr: expect.stringContaining('--token-file') });
});

test('while many articles are added whoever else asks is answered', async () => {
  const { url } = await serve(await newFolder());
  const random = randomOf(1);
  const word = (): string => Array.from({ length: 3 }, () => random.pick(['ka', 'lo', 'mi', 'ru', 'sen', 'tor', 'vel'])).join('');
  const many = Array.from({ length: 700 }, (_, at) => [`short-${at}`, `${Array.from({ length: 9 }, word).join(' ')}.`] as const);
  const adding = post(`${url}/documents`, lines(...many));
  const seen = new Set<number>();
  for (let documents = 0; documents < many.length; ) {
    documents = await documentsAt(url);
    seen.add(documents);
  }
  expect((await adding).status).toBe(201);
  // After the first batch, the second, or both.
  expect([256, 512].some((documents) => seen.has(documents))).toBe(true);
});

test('more requests than may wait are told to come again, and each of the others is answered', async () => {
  const { url } = await serve(await newFolder(), '--max-queue', '2');
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => post(`${url}/documents`, lines([`flood-${at}`, FLOOD_EN]))));
  const statuses = answers.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([201, 503]));
  for (const answer of answers) if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('1');
  expect(await documentsAt(url)).toBe(statuses.filter((status) => status === 201).length);
});

test('asked to end it answers what it took; killed, it has lost nothing that it answered', async () => {
  const folder = await newFolder();
  const first = await serve(folder);
  const firstEnd = once(first.child, 'exit');
  // Half of a request is there when it is asked to end.
  const body = lines(['flood-en', FLOOD_EN]);
  const request = http.request(`${first.url}/documents`, { method: 'POST', headers: { 'content-length': Buffer.byteLength(body) } });
  const answered = once(request, 'response');
  request.write(body.slice(0, 100));
  while (!(await (await fetch(`${first.url}/metrics`)).text()).includes('dedupe_requests_waiting 1')) await setTimeout(5);
  first.child.kill('SIGTERM');
  await setTimeout(50);
  request.end(body.slice(100));
  expect((await answered)[0]).toMatchObject({ statusCode: 201 });
  expect(await firstEnd).toEqual([0, null]);
  const second = await serve(folder);
  expect((await post(`${second.url}/documents`, lines(['election', ELECTION_EN]))).status).toBe(201);
  const secondEnd = once(second.child, 'exit');
  second.child.kill('SIGKILL');
  await secondEnd;
  expect((await dedupe(['archive', 'verify', '--archive', folder])).stdout).toBe('The archive is whole.\n');
  expect((await dedupe(['archive', 'stats', '--archive', folder])).stdout).toContain('documents  2 ');
});
