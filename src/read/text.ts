import { articleEvents } from './article.ts';
import { decodeUtf8, withoutByteOrderMark } from './encoding.ts';
import type { Content, ReadEvent, ReadLimits } from './event.ts';
import { nameOf, ReadFault } from './fault.ts';
import { splitFrontMatter } from './front-matter.ts';
import { firstBytes } from './packed/bytes.ts';

/** Bytes of UTF-8 that a UTF-16 code unit may need. */
const BYTES_PER_UNIT = 3;

/**
 * The one document of a file of plain text, or of Markdown with its front matter. Of a file longer than a document may be
 * no more than that is held. Throws `ReadFault`.
 */
export async function* readText({ path, id, chunks }: Content, limits: ReadLimits, kind: 'text' | 'markdown' = 'text'): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const most = limits.maxDocumentCharacters * BYTES_PER_UNIT;
  const { first: bytes, length } = await firstBytes(chunks, most);
  const whole = withoutByteOrderMark(decodeUtf8(bytes.length > most ? atCharacter(bytes) : bytes, name));
  if (whole.includes('\0')) throw binaryFile(name);
  const text = whole.replaceAll('\r\n', '\n');
  const { fields, rest } = kind === 'markdown' ? splitFrontMatter(text) : { fields: {}, rest: text };
  const total = bytes.length > most ? { bytes: length } : {};
  yield* articleEvents({ ...fields, text: rest, ...total }, { path, id, label: name }, limits);
}

/** Markdown: as text, with its front matter. */
export function readMarkdown(content: Content, limits: ReadLimits): AsyncIterable<ReadEvent> {
  return readText(content, limits, 'markdown');
}

/** The fault of a file with NUL bytes, which no text has. */
export function binaryFile(name: string): ReadFault {
  const advice = 'Give its text instead; if it is UTF-16 without a byte order mark, convert it to UTF-8.';
  return new ReadFault('binary-file', `${name} is binary: it has NUL bytes, and text was expected. ${advice}`);
}

/** Without the last character where the cut may have gone through it. */
function atCharacter(bytes: Buffer): Buffer {
  let end = bytes.length - 1;
  while (end > bytes.length - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
