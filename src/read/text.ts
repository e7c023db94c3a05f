import { bodyOf } from './body.ts';
import { wholeBytes } from './bytes.ts';
import { decodeUtf8, withoutByteOrderMark } from './encoding.ts';
import { notice, type ReadEvent, type ReadLimits } from './event.ts';
import { nameOf, ReadFault } from './fault.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Source } from './source.ts';

/** The one document of a file of plain text, or of Markdown with its front matter. Throws `ReadFault`. */
export async function* readText(
  source: Source,
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  kind: 'text' | 'markdown',
): AsyncGenerator<ReadEvent> {
  const { path, id } = source;
  const name = nameOf(path);
  const bytes = await wholeBytes(chunks, limits.maxFileBytes, name);
  const text = withoutByteOrderMark(decodeUtf8(bytes, name)).replaceAll('\r\n', '\n');
  if (text.includes('\0')) throw binaryFile(name);
  const { fields, rest } = kind === 'markdown' ? splitFrontMatter(text) : { fields: {}, rest: text };
  const body = bodyOf(rest, { path, id, label: name }, limits.maxDocumentCharacters);
  yield* body.diagnostics.map(notice);
  if (body.text === undefined) return;
  yield { kind: 'document', document: { id, path, text: body.text, ...fields } };
}

/** The fault of a file with NUL bytes, which no text has. */
export function binaryFile(name: string): ReadFault {
  const advice = 'Give its text instead; if it is UTF-16 without a byte order mark, convert it to UTF-8.';
  return new ReadFault('binary-file', `${name} is binary: it has NUL bytes, and text was expected. ${advice}`);
}
