import type { Document, Removal, RemovedText } from '../types.ts';

/** More than the widest line shows. */
const OPENING_CHARACTERS = 240;

/** The first words of a document that are its own and not site furniture: what stands for a title where there is none. */
export function openingOf({ text }: Pick<Document, 'text'>, removed: readonly Removal[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of [...removed, { start: text.length, end: text.length }].sort((a, b) => a.start - b.start)) {
    kept = `${kept} ${text.slice(at, Math.max(at, Math.min(start, at + OPENING_CHARACTERS)))}`.replace(/\s+/g, ' ').trim();
    if (kept.length >= OPENING_CHARACTERS) break;
    at = Math.max(at, end);
  }
  return kept.slice(0, OPENING_CHARACTERS);
}

/** Under so many characters a first line is a section or a place, and no headline. */
const LEAST_HEADING = 20;

/** What stands for the title of a document in places with room for a line of its own: its first line, else its first words. */
export function headingOf(document: Pick<Document, 'text'>, removed: readonly Removal[]): string {
  const opening = openingOf(document, removed);
  const lines = document.text.split('\n', LINES_LOOKED_AT).map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.find((line) => line.length >= LEAST_HEADING && opening.startsWith(line)) ?? opening;
}

/** A headline stands at the top, furniture aside. */
const LINES_LOOKED_AT = 40;

/** The texts behind the offsets of what was set aside, in order. */
export function removedTextsOf({ text }: Pick<Document, 'text'>, removed: readonly Removal[]): readonly RemovedText[] {
  return removed.map(({ reason, start, end }) => ({ reason, text: text.slice(start, end).trim() }));
}
