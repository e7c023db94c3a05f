import type { Diagnostic } from '../types.ts';
import { cutPoint } from './cut.ts';
import type { RecordPlace } from './event.ts';
import { withoutInvisible } from './text/invisible.ts';
import { repairMojibake } from './text/mojibake.ts';

/** Where a document stands, and what it is called if it doesn't say so itself. */
export interface Place {
  /** As `Document.path`. */
  readonly path: string;
  /** Its id, if it has none of its own. */
  readonly id: string;
  /** For messages: `news.jsonl, line 3`. */
  readonly label: string;
  readonly record?: RecordPlace;
}

/** The text of a document, ready for `Document.text`; none if there is nothing to read. */
export interface Body {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns CRLF into LF, undoes a wrong decoding before this one, drops invisible characters, and cuts what is longer than
 * `limit` characters. `bytes` is the length of the whole where `raw` is only its beginning. Nothing else is changed.
 */
export function bodyOf(raw: string, place: Place, limit: number, bytes?: number): Body {
  const given = raw.replaceAll('\r\n', '\n');
  const end = cutPoint(given, limit);
  const decoded = repairMojibake(given.slice(0, end));
  const { text, count } = withoutInvisible(decoded.text);
  const repaired = [...(decoded.count === 0 ? [] : [mojibake(place, decoded.count)]), ...(count === 0 ? [] : [invisible(place, count)])];
  if (text.trim() === '') return { diagnostics: [emptyDocument(place)] };
  if (end === given.length && bytes === undefined) return { text, diagnostics: repaired };
  const size = bytes === undefined ? `${given.length} characters` : `${bytes} bytes`;
  const message = `${place.label} has ${size}, more than the ${limit} characters of one article; only the first ${end} are used. Split it if it holds several articles, or raise --max-document.`;
  return { text: copied(text), diagnostics: [{ code: 'document-cut', severity: 'warning', message, document: place.path }, ...repaired] };
}

function emptyDocument({ label, path }: Place): Diagnostic {
  const message = `${label} holds no text, only white space or nothing. It is left out; give the article's text, or remove it.`;
  return { code: 'empty-document', severity: 'warning', message, document: path };
}

function mojibake({ label, path }: Place, count: number): Diagnostic {
  const places = count === 1 ? 'one place' : `${count} places`;
  const message = `${label} was decoded wrongly before it came here ("MÃ¼nchen"); it is repaired in ${places}. Look at the tool that wrote it: it took UTF-8 for another encoding.`;
  return { code: 'mojibake-repaired', severity: 'warning', message, document: path };
}

function invisible({ label, path }: Place, count: number): Diagnostic {
  const message = `${label} has ${count === 1 ? 'an invisible character' : `${count} invisible characters`}: soft hyphens, zero-width spaces or controls of direction. They are left out, since they part words that are one.`;
  return { code: 'invisible-removed', severity: 'note', message, document: path };
}

/** A slice keeps the string it was cut from in memory: here, a whole file for its first part. */
function copied(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}
