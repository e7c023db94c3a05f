import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { knownEncoding } from '../text/declared-encoding.ts';

/** A response of a server as a crawl keeps it. */
export interface HttpResponse {
  readonly status: number;
  /** In lower case, without its parameters. */
  readonly type: string;
  /** As the WHATWG calls it. */
  readonly charset?: string;
  readonly headers: ReadonlyMap<string, string>;
  /** As it came over the wire. */
  readonly body: Buffer;
}

/** A longer head is none. */
const MAX_HEAD_BYTES = 2 ** 16;

/** Takes a response apart (RFC 9112); undefined where there is none. */
export function httpResponse(bytes: Buffer): HttpResponse | undefined {
  const [end, length] = endOfHead(bytes);
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = new Map(lines.flatMap((line) => headerOf(line)));
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').split(';');
  const label = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]{1,40})/i.exec(parameter)?.[1]).find((found) => found !== undefined);
  const charset = label === undefined ? undefined : knownEncoding(label);
  return { status: Number(status), type: type.trim().toLowerCase(), ...(charset === undefined ? {} : { charset }), headers, body: bytes.subarray(end + length) };
}

function endOfHead(bytes: Buffer): readonly [end: number, length: number] {
  const head = bytes.subarray(0, MAX_HEAD_BYTES);
  const [crlf, lf] = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')];
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return [crlf, 4];
  return lf === -1 ? [head.length, 0] : [lf, 2];
}

/** A header by its name in lower case. */
export function headerOf(line: string): readonly (readonly [string, string])[] {
  const colon = line.indexOf(':');
  return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}

/**
 * The body of a response without its transfer and content encodings, at most `limit` bytes. Crawls often keep a body
 * decoded under headers that say otherwise: then it is what it is. Rejects where it is damaged or larger.
 */
export async function decodedBody({ headers, body }: HttpResponse, limit: number): Promise<Buffer> {
  const whole = headers.get('transfer-encoding')?.toLowerCase().includes('chunked') ? (joinedChunks(body) ?? body) : body;
  const encoding = headers.get('content-encoding')?.toLowerCase();
  const options = { maxOutputLength: limit };
  if (encoding === 'br') return promisify(brotliDecompress)(whole, options);
  if (encoding === 'deflate') return (whole[0] ?? 0) % 16 === 8 ? promisify(inflate)(whole, options) : promisify(inflateRaw)(whole, options);
  return whole[0] === 0x1f && whole[1] === 0x8b ? promisify(gunzip)(whole, options) : whole;
}

/** The chunks of a body put together (RFC 9112, 7.1); undefined where it is not in chunks. */
function joinedChunks(body: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = end === -1 || end - at > 1_000 ? undefined : /^\s*([\da-f]{1,8})\s*(?:;|$)/i.exec(body.subarray(at, end).toString('latin1'))?.[1];
    if (size === undefined) return pieces.length === 0 ? undefined : Buffer.concat(pieces);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    pieces.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(pieces);
}
