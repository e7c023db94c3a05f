import type { Diagnostic } from '../../types.ts';
import type { Declared, ReadInner } from '../dispatch.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { diagnosticOfFault, nameOf, ReadFault } from '../fault.ts';
import { tooLong } from './bytes.ts';
import { decodedBody, httpResponse } from './http.ts';
import { warcRecords, type WarcRecord } from './warc-records.ts';

/** What a record holds, where it is something to read. */
interface Payload {
  readonly bytes: Buffer;
  readonly declared: Declared;
}

/**
 * The pages of a crawl (WARC, ISO 28500), a document for each response that has one, called by its address. The texts of
 * Common Crawl's WET files are read as they are. One record is held at a time; a bad one costs that record only.
 */
export async function* readWarc({ path, id, chunks }: Content, limits: ReadLimits, readInner: ReadInner): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  let passedOver = 0;
  for await (const record of warcRecords(chunks, limits.maxLineBytes, isWanted, name)) {
    try {
      const payload = isWanted(record.headers) ? await payloadOf(record, limits, name) : undefined;
      passedOver += Number(payload === undefined);
      if (payload === undefined) continue;
      const address = record.headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? `${id}#${record.number}`;
      yield* readInner({ path, id: address, chunks: once(payload.bytes) }, payload.declared);
    } catch (error) {
      yield notice(ofRecord(diagnosticOfFault(error, path), record, name));
    }
  }
  if (passedOver > 0) yield notice(passed(passedOver, name, path));
}

/** What a server answered, and what was made of it: not the requests, and not what the crawler says of itself. */
function isWanted(headers: ReadonlyMap<string, string>): boolean {
  return /^(?:response|resource|conversion)$/.test(headers.get('warc-type')?.toLowerCase() ?? '');
}

/** Types that an article may come as. */
const READABLE = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|json|feed\+json))$/;

async function payloadOf(record: WarcRecord, limits: ReadLimits, name: string): Promise<Payload | undefined> {
  const { headers, length, block, isCut, number } = record;
  if (isCut) throw new ReadFault('broken-warc', `${name} ends within its record ${number}: ${length} bytes were expected. What came before is used; fetch the file again.`);
  if (length > limits.maxLineBytes) throw tooLong(`Record ${number} of ${name}`, length, limits.maxLineBytes);
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (!/^application\/http$/i.test(type.trim())) return READABLE.test(type.trim().toLowerCase()) ? { bytes: block, declared: { charset: undefined, type: type.trim().toLowerCase() } } : undefined;
  const response = httpResponse(block);
  // Redirects and errors have pages too, and none is an article.
  if (response === undefined || response.status !== 200 || !(response.type === '' || READABLE.test(response.type))) return undefined;
  return { bytes: await bodyWithin(response, limits, name, number), declared: { charset: response.charset, type: response.type } };
}

async function bodyWithin(response: NonNullable<ReturnType<typeof httpResponse>>, limits: ReadLimits, name: string, number: number): Promise<Buffer> {
  try {
    return await decodedBody(response, limits.maxLineBytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ReadFault('broken-record', `Record ${number} of ${name} is left out: its body can't be unpacked (${String(error.code)}). Fetch the page again.`);
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function ofRecord(diagnostic: Diagnostic, { headers }: WarcRecord, name: string): Diagnostic {
  const address = headers.get('warc-target-uri');
  if (address === undefined || !diagnostic.message.startsWith(`${name} `)) return diagnostic;
  return { ...diagnostic, message: `${address.slice(0, 200)} in ${diagnostic.message}` };
}

function passed(count: number, name: string, path: string): Diagnostic {
  const message = `${name}: ${count} ${count === 1 ? 'record is' : 'records are'} passed over: requests, redirects, errors, pictures and what the crawler says of itself.`;
  return { code: 'records-passed-over', severity: 'note', message, document: path };
}
