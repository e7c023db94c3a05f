import { timeOf } from '../group/representative.ts';
import { contentHash } from '../fingerprint/content-hash.ts';
import { decodePrint, encodePrint } from '../fingerprint/stored.ts';
import type { Prepared } from '../pair.ts';
import type { Document } from '../types.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** What the archive keeps of a document. */
export interface Kept {
  readonly prepared: Prepared;
  /** See `contentHash`. */
  readonly contentHash: string;
  /** UTF-16 units of its text. */
  readonly characters: number;
  /** Whether partners can find it: of many alike to the last key the later ones only go with the first. */
  readonly isPosted: boolean;
}

/** What is kept of a document besides its fingerprint, as JSON: short names, since there are a million. */
interface Head {
  readonly id: string;
  readonly path?: string;
  readonly date?: string;
  readonly url?: string;
  readonly hints?: Document['hints'];
  readonly lang: readonly [code: string, confidence: number, declared?: string];
  readonly hash: string;
  readonly chars: number;
  readonly letters: number;
  readonly unposted?: true;
  readonly title?: string;
  readonly text?: string;
}

/** What a document becomes when it is kept; its title and text only where asked for. */
export function keptOf(prepared: Prepared, keepText: boolean): Kept {
  const { title, text, ...rest } = prepared.document;
  const document = keepText ? prepared.document : { ...rest, text: '' };
  return { prepared: { ...prepared, document }, contentHash: contentHash(text), characters: text.length, isPosted: true };
}

/** A kept document as bytes: the length of its head, the head, its fingerprint. */
export function encodeKept({ prepared, contentHash: hash, characters, isPosted }: Kept): Uint8Array {
  const { document, language, letters, print } = prepared;
  const { id, path, title, text, date, url, hints, language: declared } = document;
  const head: Head = {
    id,
    ...(path === id ? {} : { path }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(hints === undefined ? {} : { hints }),
    lang: declared === undefined ? [language.code, language.confidence] : [language.code, language.confidence, declared],
    hash,
    chars: characters,
    letters,
    ...(isPosted ? {} : { unposted: true }),
    ...(title === undefined ? {} : { title }),
    ...(text === '' ? {} : { text }),
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
  const head = JSON.parse(Buffer.from(json).toString('utf8')) as Head;
  const [code, confidence, declared] = head.lang;
  const document: Document = {
    id: head.id,
    path: head.path ?? head.id,
    text: head.text ?? '',
    ...(head.title === undefined ? {} : { title: head.title }),
    ...(declared === undefined ? {} : { language: declared }),
    ...(head.date === undefined ? {} : { date: head.date }),
    ...(head.url === undefined ? {} : { url: head.url }),
    ...(head.hints === undefined ? {} : { hints: head.hints }),
  };
  const prepared = { document, language: { code, confidence }, removed: [], letters: head.letters, print: decodePrint(bytes.subarray(reader.at)) };
  return { prepared, contentHash: head.hash, characters: head.chars, isPosted: head.unposted !== true };
}

/** Documents of one block: sixteen are some 36 KB, of which the pages of the store waste little. */
export const BLOCK_BITS = 4;
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
