import { ReadFault } from '../fault.ts';
import { headerOf } from './http.ts';

/** A record of a WARC file (ISO 28500). */
export interface WarcRecord {
  /** From 1. */
  readonly number: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** In bytes. */
  readonly length: number;
  /** Empty where the record is longer than the limit, or its kind is not wanted. */
  readonly block: Buffer;
  /** The file ends before the record does. */
  readonly isCut: boolean;
}

/** A longer head is none. */
const MAX_HEAD_BYTES = 2 ** 16;

/**
 * The records of a WARC stream, unpacked: one is held at a time, and none longer than `limit` bytes or not `isWanted` by its
 * headers. Throws `ReadFault` where a record should begin and does not.
 */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  isWanted: (headers: ReadonlyMap<string, string>) => boolean,
  name: string,
): AsyncGenerator<WarcRecord> {
  const input = new Input(chunks);
  for (let number = 1; ; number += 1) {
    const head = await input.headOfRecord();
    if (head === undefined) return;
    const headers = headersOf(head);
    const length = /^\d{1,15}$/.test(headers.get('content-length') ?? '') ? Number(headers.get('content-length')) : undefined;
    if (!head.startsWith('WARC/') || length === undefined) throw notARecord(name, number);
    const isHeld = length <= limit && isWanted(headers);
    const { block, taken } = await input.take(length, isHeld);
    yield { number, headers, length, block, isCut: taken < length };
  }
}

/** Lines that begin with a blank go on with the header before. */
function headersOf(head: string): ReadonlyMap<string, string> {
  const [, ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(lines.flatMap(headerOf));
}

function notARecord(name: string, number: number): ReadFault {
  return new ReadFault('broken-warc', `${name} breaks off at its record ${number}: a head of WARC with a Content-Length was expected. What came before is used; fetch the file again.`);
}

/** A stream that is taken piece by piece. */
class Input {
  private held: Buffer = Buffer.alloc(0);
  private readonly iterator: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.iterator = chunks[Symbol.asyncIterator]();
  }

  /** Up to the blank line, and over it; undefined where the stream ends first with nothing but line ends. */
  async headOfRecord(): Promise<string | undefined> {
    do this.held = withoutLineEnds(this.held);
    while (this.held.length === 0 && (await this.more()));
    for (;;) {
      const [crlf, lf] = [this.held.indexOf('\r\n\r\n'), this.held.indexOf('\n\n')];
      const end = crlf !== -1 && (lf === -1 || crlf < lf) ? crlf : lf;
      if (end !== -1 || this.held.length > MAX_HEAD_BYTES || !(await this.more())) return this.headUpTo(end, end === crlf ? 4 : 2);
    }
  }

  private headUpTo(end: number, length: number): string | undefined {
    if (this.held.length === 0) return undefined;
    if (end === -1) return '';
    const head = this.held.subarray(0, end).toString('utf8');
    this.held = this.held.subarray(end + length);
    return head;
  }

  /** Takes `length` bytes, and keeps them if they are wanted. */
  async take(length: number, isHeld: boolean): Promise<{ readonly block: Buffer; readonly taken: number }> {
    const pieces: Buffer[] = [];
    let taken = 0;
    while (taken < length && (this.held.length > 0 || (await this.more()))) {
      const piece = this.held.subarray(0, length - taken);
      this.held = this.held.subarray(piece.length);
      taken += piece.length;
      if (isHeld) pieces.push(piece);
    }
    return { block: Buffer.concat(pieces), taken };
  }

  private async more(): Promise<boolean> {
    const next = await this.iterator.next();
    if (next.done === true) return false;
    this.held = this.held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.held, next.value]);
    return true;
  }
}

function withoutLineEnds(bytes: Buffer): Buffer {
  let start = 0;
  while (bytes[start] === 0x0d || bytes[start] === 0x0a) start += 1;
  return bytes.subarray(start);
}
