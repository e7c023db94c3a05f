import { createHash, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.ts';
import { BATCH } from '../../archive/writing.ts';
import { UsageError } from '../../errors.ts';
import { EMPTY_BASELINE } from '../../gate/baseline.ts';
import { gateOf } from '../../gate/gate.ts';
import type { Prepared } from '../../pair.ts';
import { prepare } from '../../pipeline.ts';
import { collectDocuments } from '../../read/collect.ts';
import { buildReport } from '../../report/build.ts';
import { narrowedTo } from '../../report/narrow.ts';
import type { Diagnostic, Document, Report } from '../../types.ts';
import type { Reading } from '../reading.ts';
import { metricsOf } from './metrics.ts';
import { openApi } from './open-api.ts';

export interface ServiceOptions {
  readonly reading: Reading;
  /** Bytes of a request at most. */
  readonly maxBody: number;
  /** Requests that are taken at once at most: one is worked on, the rest wait. */
  readonly maxQueue: number;
  readonly token?: string;
}

/** A client that takes longer to send a request, or lets a connection lie idle longer, is let go; in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
const IDLE_TIMEOUT = 60_000;

/** Seconds after which a client that was turned away may come again. */
const RETRY_AFTER = '1';

/** The service over an archive, not yet listening. */
export async function makeService(archive: Archive, options: ServiceOptions): Promise<FastifyInstance> {
  const service = fastify({ bodyLimit: options.maxBody, requestTimeout: REQUEST_TIMEOUT, keepAliveTimeout: IDLE_TIMEOUT, connectionTimeout: IDLE_TIMEOUT, forceCloseConnections: 'idle', logger: false });
  const metrics = metricsOf(archive);
  let taken = 0;

  service.removeAllContentTypeParsers();
  service.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  if (options.token !== undefined) service.addHook('onRequest', guard(options.token));
  service.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
    done();
  });
  service.setErrorHandler((error, _request, reply) => tellError(error, reply));
  closeConnections(service);

  const limited = {
    onRequest: (_request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      if (taken < options.maxQueue) done();
      else void reply.code(503).header('retry-after', RETRY_AFTER).send({ code: 'busy', message: `${taken} requests wait already.` });
    },
    preParsing: (_request: FastifyRequest, reply: FastifyReply, payload: Readable, done: (error: null, payload: Readable) => void): void => {
      taken++;
      metrics.waiting(taken);
      reply.raw.once('close', () => metrics.waiting(--taken));
      done(null, payload);
    },
  };

  service.get('/health', () => ({ status: 'ok', documents: archive.counts().documents }));
  service.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  service.get('/openapi.json', () => openApi());
  // Fastify awaits what a handler gives back, and tells its errors.
  // oxlint-disable-next-line no-async-endpoint-handlers
  service.post('/check', limited, async (request) => {
    const { documents, diagnostics } = await documentsIn(request.body, options.reading);
    const { found, archived } = archive.check(documents.map((document) => prepare(document, archive.options)));
    return gated(buildReport(found, archive.options, diagnostics), documents.map(({ id }) => id), archived);
  });
  service.post('/documents', limited, async (request, reply) => {
    const { documents, diagnostics } = await documentsIn(request.body, options.reading);
    const added = await addAll(archive, documents);
    const ids = [...added.added, ...added.replaced];
    const { found } = archive.told(ids, added.prepared);
    const report = gated(buildReport(found, archive.options, diagnostics), ids, archive.counts().documents - ids.length);
    return reply.code(201).send({ added: added.added, replaced: added.replaced, known: added.known, report });
  });
  return service;
}

/** Once the service is to end, each answer ends its connection: one that lay idle would hold the process for a minute. */
function closeConnections(service: FastifyInstance): void {
  let isEnding = false;
  service.addHook('preClose', (done) => {
    isEnding = true;
    done();
  });
  service.addHook('onSend', (_request, reply, _payload, done) => {
    if (isEnding) reply.header('connection', 'close');
    done();
  });
}

/** Lets pass who brings the token; what tells that the service is up is open to all. */
function guard(token: string): (request: FastifyRequest, reply: FastifyReply, done: () => void) => void {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const wanted = digest(`Bearer ${token}`);
  return (request, reply, done) => {
    if (request.routeOptions.url === '/health' || timingSafeEqual(digest(request.headers.authorization ?? ''), wanted)) done();
    else void reply.code(401).header('www-authenticate', 'Bearer').send({ code: 'unauthorized', message: 'The request has no valid token.' });
  };
}

function tellError(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof UsageError) {
    const isOurs = error.code.endsWith('-archive') || error.code.startsWith('archive-');
    return reply.code(isOurs ? 500 : 400).send({ code: error.code, message: error.message, expected: error.expected, advice: error.advice });
  }
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  // What went wrong inside is no business of the client's.
  return reply.code(status).send({ code: status === 413 ? 'too-large' : status < 500 ? 'bad-request' : 'failure', message: status < 500 && error instanceof Error ? error.message : 'The request could not be answered.' });
}

/** Reads a body as a file of the same content would be read. Throws `UsageError` where no document is in it. */
async function documentsIn(body: unknown, reading: Reading): Promise<{ readonly documents: readonly Document[]; readonly diagnostics: readonly Diagnostic[] }> {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  const { documents, diagnostics } = await collectDocuments(['-'], { ...reading, cwd: '/', stdin: Readable.from([bytes]) });
  if (documents.length > 0) return { documents, diagnostics };
  throw new UsageError({
    code: 'nothing-readable',
    happened: `No document could be read from the request${diagnostics.length === 0 ? '' : `: ${diagnostics.map(({ message }) => message).join(' ')}`}`,
    expected: 'JSON, NDJSON, a feed or any other form that `dedupe` reads.',
    advice: 'For example {"id": "42", "title": "…", "text": "…"}.',
  });
}

interface AddedAll {
  readonly added: string[];
  readonly replaced: string[];
  readonly known: string[];
  readonly prepared: Map<string, Prepared>;
}

/** Turns of the event loop: in one a connection is accepted, in another its request is read. */
const TURNS = 4;

async function othersAnswered(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await setImmediate();
}

/** Adds documents batch by batch; between two of them whoever else has asked is answered. */
async function addAll(archive: Archive, documents: readonly Document[]): Promise<AddedAll> {
  const all: AddedAll = { added: [], replaced: [], known: [], prepared: new Map() };
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    const texts = new Map(batch.map(({ id, text }) => [id, text]));
    const prepared = batch.map((document) => prepare(document, archive.options));
    const { added, replaced, known } = archive.add(prepared, (id) => texts.get(id));
    all.added.push(...added);
    all.replaced.push(...replaced);
    all.known.push(...known);
    for (const each of prepared) all.prepared.set(each.document.id, each);
    await othersAnswered();
  }
  return all;
}

function gated(whole: Report, ids: readonly string[], archived: number): Report {
  const own = new Set(ids);
  const { gate } = gateOf(whole, { incoming: own, baseline: EMPTY_BASELINE });
  return { ...narrowedTo(own, whole), gate: { ...gate, archive: archived } };
}
