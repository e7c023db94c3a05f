import { NO_MENTIONS } from '../fingerprint/mentions.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import { decodePrint, encodePrint } from '../fingerprint/stored.ts';
import { timeOf } from '../group/representative.ts';
import type { Prepared } from '../pair.ts';
import type { StoredParts } from './block.ts';
import { decodeHead, encodeHead, type Head } from './head.ts';
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

/** What a document becomes when it is kept; its title and the text only where that is given. */
export function keptOf(prepared: Prepared, text?: string): Kept {
  const { title, ...document } = prepared.document;
  const texts = text === undefined ? {} : { text, ...(title === undefined ? {} : { title }) };
  return { prepared: { ...prepared, document, removed: [], mentions: NO_MENTIONS }, isPosted: true, ...texts };
}

/** A kept document as bytes: the length of its head, the head, its fingerprint, which may be encoded already. */
export function encodeKept({ prepared, ...rest }: Kept, print: Uint8Array = encodePrint(prepared.print)): Uint8Array {
  const head = encodeHead({ ...prepared, ...rest });
  const writer = new ByteWriter();
  writer.varint(head.length);
  writer.all(head);
  writer.all(print);
  return writer.take();
}

/** The two parts of a kept document in some bytes. */
export function partsOf(bytes: Uint8Array): StoredParts {
  const reader = new ByteReader(bytes);
  const head = reader.take(reader.varint());
  return { head, print: bytes.subarray(reader.at) };
}

/** The document of two parts. */
export function keptIn({ head, print }: StoredParts): Kept {
  return keptWith(decodeHead(head), decodePrint(print));
}

/** The document of a head and a fingerprint. */
export function keptWith({ document, contentHash, characters, language, letters, ...rest }: Head, print: PrintCore): Kept {
  return { ...rest, prepared: { document, contentHash, characters, language, removed: [], letters, print, mentions: NO_MENTIONS } };
}

const DAY = 86_400_000;

/** A document without a date. */
export const NO_DAY: number = -(2 ** 31);

/** The day of a date, counted from 1 January 1970; `NO_DAY` where there is none. */
export function dayOf(date: string | undefined): number {
  const time = timeOf(date);
  return Number.isFinite(time) ? Math.floor(time / DAY) : NO_DAY;
}
