import type { Diagnostic } from '../types.ts';
import { cutPoint } from './cut.ts';
import type { RecordPlace } from './event.ts';

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
 * Turns CRLF into LF, and cuts what is longer than `limit` characters. Nothing else is changed: Unicode is repaired in
 * the cleaning stage, where it can be undone.
 */
export function bodyOf(raw: string, place: Place, limit: number): Body {
  const text = raw.replaceAll('\r\n', '\n');
  if (text.trim() === '') {
    const message = `${place.label} holds no text, only white space or nothing. It is left out; give the article's text, or remove it.`;
    return { diagnostics: [{ code: 'empty-document', severity: 'warning', message, document: place.path }] };
  }
  const end = cutPoint(text, limit);
  if (end === text.length) return { text, diagnostics: [] };
  const message = `${place.label} has ${text.length} characters, more than the ${limit} of one article; only the first ${end} are used. Split it if it holds several articles.`;
  const diagnostic: Diagnostic = { code: 'document-cut', severity: 'warning', message, document: place.path };
  return { text: copied(text.slice(0, end)), diagnostics: [diagnostic] };
}

/** A slice keeps the string it was cut from in memory: here, a whole file for its first part. */
function copied(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}
