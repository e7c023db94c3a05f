import type { Diagnostic } from '../types.ts';
import { cutPoint } from './cut.ts';
import { repairMojibake } from './text/mojibake.ts';

/** Where a document stands, and what it is called if it doesn't say so itself. */
export interface Place {
  /** As `Document.path`. */
  readonly path: string;
  /** Its id, if it has none of its own. */
  readonly id: string;
  /** For messages: `news.jsonl, line 3`. */
  readonly label: string;
}

/** The text of a document, ready for `Document.text`; none if there is nothing to read. */
export interface Body {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns CRLF into LF, undoes a wrong decoding before this one, and cuts what is longer than `limit` characters. `bytes` is
 * the length of the whole where `raw` is only its beginning. Nothing else is changed: Unicode is repaired in the cleaning
 * stage, where it can be undone.
 */
export function bodyOf(raw: string, place: Place, limit: number, bytes?: number): Body {
  const given = raw.replaceAll('\r\n', '\n');
  if (given.trim() === '') {
    const message = `${place.label} holds no text, only white space or nothing. It is left out; give the article's text, or remove it.`;
    return { diagnostics: [{ code: 'empty-document', severity: 'warning', message, document: place.path }] };
  }
  const end = cutPoint(given, limit);
  const { text, count } = repairMojibake(given.slice(0, end));
  const repaired = count === 0 ? [] : [mojibake(place, count)];
  if (end === given.length && bytes === undefined) return { text, diagnostics: repaired };
  const size = bytes === undefined ? `${given.length} characters` : `${bytes} bytes`;
  const message = `${place.label} has ${size}, more than the ${limit} characters of one article; only the first ${end} are used. Split it if it holds several articles, or raise --max-document.`;
  return { text: copied(text), diagnostics: [{ code: 'document-cut', severity: 'warning', message, document: place.path }, ...repaired] };
}

function mojibake({ label, path }: Place, count: number): Diagnostic {
  const places = count === 1 ? 'one place' : `${count} places`;
  const message = `${label} was decoded wrongly before it came here ("MÃ¼nchen"); it is repaired in ${places}. Look at the tool that wrote it: it took UTF-8 for another encoding.`;
  return { code: 'mojibake-repaired', severity: 'warning', message, document: path };
}

/** A slice keeps the string it was cut from in memory: here, a whole file for its first part. */
function copied(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}
