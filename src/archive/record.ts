import { NO_MENTIONS } from '../fingerprint/mentions.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import { decodePrint, encodePrint } from '../fingerprint/stored.ts';
import { timeOf } from '../group/representative.ts';
import type { Prepared } from '../pair.ts';
import type { Hints } from '../types.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** What the archive keeps of a document. */
export interface Kept {
  /** Without title, mentions and what was set aside. */
  readonly prepared: Prepared;
  /** Whether partners can find it: of many alike to the last key the later ones only go with the first. */
  readonly isPosted: boolean;
  /** As they came, where texts are kept. */
  readonly title?: string;
  readonly text?: string;
}

/** What is kept of a document besides its fingerprint, as JSON: short names, since there are a million. */
interface Head {
  readonly id: string;
  readonly path?: string;
  readonly date?: string;
  readonly url?: string;
  readonly hints?: Hints;
  readonly lang: readonly [code: string, confidence: number, declared?: string];
  readonly hash: string;
  readonly chars: number;
  readonly letters: number;
  readonly unposted?: true;
  readonly title?: string;
  readonly text?: string;
}

/** What a document becomes when it is kept; its title and the text only where that is given. */
export function keptOf(prepared: Prepared, text?: string): Kept {
  const { title, ...document } = prepared.document;
  const texts = text === undefined ? {} : { text, ...(title === undefined ? {} : { title }) };
  return { prepared: { ...prepared, document, removed: [], mentions: NO_MENTIONS }, isPosted: true, ...texts };
}

/** A kept document as bytes: the length of its head, the head, its fingerprint. */
export function encodeKept({ prepared, isPosted, title, text }: Kept): Uint8Array {
  const { document, language, letters, print, contentHash: hash, characters: chars } = prepared;
  const { id, path, date, url, hints, language: declared } = document;
  const head: Head = {
    id,
    ...(path === id ? {} : { path }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(hints === undefined ? {} : { hints }),
    lang: declared === undefined ? [language.code, language.confidence] : [language.code, language.confidence, declared],
    hash,
    chars,
    letters,
    ...(isPosted ? {} : { unposted: true }),
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
  };
  const writer = new ByteWriter();
  const json = Buffer.from(JSON.stringify(head));
  writer.varint(json.length);
  writer.all(json);
  writer.all(encodePrint(print));
  return writer.take();
}

/** The document in some bytes. */
export function decodeKept(bytes: Uint8Array): Kept {
  const reader = new ByteReader(bytes);
  const json = reader.take(reader.varint());
  const head: Head = JSON.parse(Buffer.from(json).toString('utf8'));
  const [code, confidence, declared] = head.lang;
  const document = {
    id: head.id,
    path: head.path ?? head.id,
    ...(declared === undefined ? {} : { language: declared }),
    ...(head.date === undefined ? {} : { date: head.date }),
    ...(head.url === undefined ? {} : { url: head.url }),
    ...(head.hints === undefined ? {} : { hints: head.hints }),
  };
  const prepared = {
    document,
    contentHash: head.hash,
    characters: head.chars,
    language: { code, confidence },
    removed: [],
    letters: head.letters,
    print: decodePrint(bytes.subarray(reader.at)),
    mentions: NO_MENTIONS,
  };
  return { prepared, isPosted: head.unposted !== true, ...(head.title === undefined ? {} : { title: head.title }), ...(head.text === undefined ? {} : { text: head.text }) };
}

/** The fingerprint alone in the bytes of a document: most of those looked at are no more than glanced at. */
export function decodeKeptPrint(bytes: Uint8Array): PrintCore {
  const reader = new ByteReader(bytes);
  reader.take(reader.varint());
  return decodePrint(bytes.subarray(reader.at));
}

/** Documents of one block: eight are some 18 KB, of which the pages of the store waste a tenth, and a whole block is read for one of them. */
export const BLOCK_BITS = 3;
export const BLOCK_SIZE: number = 1 << BLOCK_BITS;

/** Puts records together; one that is not there is empty. */
export function packBlock(records: readonly (Uint8Array | undefined)[]): Uint8Array {
  const writer = new ByteWriter();
  for (const record of records) writer.varint(record?.length ?? 0);
  for (const record of records) if (record !== undefined) writer.all(record);
  return writer.take();
}

/** The records of a block by their place. */
export function unpackBlock(block: Uint8Array): (Uint8Array | undefined)[] {
  const reader = new ByteReader(block);
  const lengths = Array.from({ length: BLOCK_SIZE }, () => reader.varint());
  return lengths.map((length) => (length === 0 ? undefined : reader.take(length)));
}

const DAY = 86_400_000;

/** A document without a date. */
export const NO_DAY: number = -(2 ** 31);

/** The day of a date, counted from 1 January 1970; `NO_DAY` where there is none. */
export function dayOf(date: string | undefined): number {
  const time = timeOf(date);
  return Number.isFinite(time) ? Math.floor(time / DAY) : NO_DAY;
}
