import type { DocumentHead, Hints } from '../types.ts';
import type { Prepared } from '../pair.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** What is kept of a document besides its fingerprint. */
export interface Head extends Pick<Prepared, 'contentHash' | 'characters' | 'letters' | 'language'> {
  /** Without its title. */
  readonly document: DocumentHead;
  readonly isPosted: boolean;
  readonly title?: string;
  readonly text?: string;
}

/** Which fields a head has: bits of its first byte. What most have is named by its absence. */
const FLAG = { unposted: 1, path: 2, declared: 4, date: 8, url: 16, hints: 32, text: 64, title: 128 } as const;

/** Where a content hash, in hexadecimal digits, is kept in half as many bytes. */
const HASH_BYTES = 16;

/** A head as bytes. */
export function encodeHead({ document, isPosted, language, contentHash, characters, letters, title, text }: Head): Uint8Array {
  const { id, path, date, url, hints, language: declared } = document;
  const fields = [
    [FLAG.path, path === id ? undefined : path],
    [FLAG.declared, declared],
    [FLAG.date, date],
    [FLAG.url, url],
    [FLAG.hints, hints === undefined ? undefined : JSON.stringify(hints)],
    [FLAG.text, text],
    [FLAG.title, title],
  ] as const;
  const writer = new ByteWriter();
  writer.byte(fields.reduce((flags, [flag, field]) => (field === undefined ? flags : flags | flag), isPosted ? 0 : FLAG.unposted));
  const write = (field: string): void => {
    const bytes = Buffer.from(field);
    writer.varint(bytes.length);
    writer.all(bytes);
  };
  write(id);
  for (const [, field] of fields) if (field !== undefined) write(field);
  write(language.code);
  writer.all(new Uint8Array(new Float64Array([language.confidence]).buffer));
  writer.all(Buffer.from(contentHash, 'hex'));
  writer.varint(characters);
  writer.varint(letters);
  return writer.take();
}

/** The head in some bytes. */
export function decodeHead(bytes: Uint8Array): Head {
  const reader = new ByteReader(bytes);
  const flags = reader.take(1)[0] ?? 0;
  const read = (): string => Buffer.from(reader.take(reader.varint())).toString('utf8');
  const field = (flag: number): string | undefined => ((flags & flag) === 0 ? undefined : read());
  const id = read();
  const [path = id, declared, date, url, hints, text, title] = [field(FLAG.path), field(FLAG.declared), field(FLAG.date), field(FLAG.url), field(FLAG.hints), field(FLAG.text), field(FLAG.title)];
  const code = read();
  const [confidence = 0] = new Float64Array(Uint8Array.from(reader.take(8)).buffer);
  const contentHash = Buffer.from(reader.take(HASH_BYTES)).toString('hex');
  const [characters, letters] = [reader.varint(), reader.varint()];
  const document = {
    id,
    path,
    ...(declared === undefined ? {} : { language: declared }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(hints === undefined ? {} : { hints: hintsIn(hints) }),
  };
  return { document, isPosted: (flags & FLAG.unposted) === 0, language: { code, confidence }, contentHash, characters, letters, ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { text }) };
}

/** Whether the document of a head is posted: that alone. */
export function isPostedIn(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & FLAG.unposted) === 0;
}

function hintsIn(json: string): Hints {
  const hints: Hints = JSON.parse(json);
  return hints;
}
