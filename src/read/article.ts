import type { Diagnostic, Document, Hints } from '../types.ts';
import { bodyOf, type Place } from './body.ts';
import { notice, type ReadEvent, type ReadLimits } from './event.ts';
import { isoDate } from './text/date.ts';
import { languageTag } from './text/language-code.ts';
import { withoutInvisible } from './text/invisible.ts';
import { repairMojibake } from './text/mojibake.ts';

/** An article as its source has it, before anything is checked. */
export interface Draft {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  readonly language?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly hints?: Hints | undefined;
  /** The length of the whole in bytes, where `text` is only its beginning. */
  readonly bytes?: number | undefined;
}

/** Longer ones are no ids, titles and addresses but texts in the wrong field. */
const LONGEST: Readonly<Record<'id' | 'title' | 'url' | 'language', number>> = { id: 2_048, title: 10_000, url: 8_192, language: 200 };

/**
 * The document of a draft, or why there is none: the one way in for all readers. Empty fields count as absent; one that
 * can't be what it should be is left out with a warning.
 */
export function* articleEvents(draft: Draft, place: Place, limits: Pick<ReadLimits, 'maxDocumentCharacters'>): Generator<ReadEvent> {
  const body = bodyOf(draft.text, place, limits.maxDocumentCharacters, draft.bytes);
  yield* body.diagnostics.map(notice);
  if (body.text === undefined) return;
  const said: Diagnostic[] = [];
  const fields = fieldsOf(draft, place, said);
  yield* said.map(notice);
  const id = fields.id ?? place.id;
  const document = { id, path: place.path, text: body.text, ...without(fields, 'id') };
  yield { kind: 'document', document, ...(place.record === undefined ? {} : { record: place.record }) };
}

type Fields = Partial<Pick<Document, 'id' | 'title' | 'language' | 'date' | 'url' | 'hints'>>;

function fieldsOf(draft: Draft, place: Place, said: Diagnostic[]): Fields {
  const kept = (name: keyof typeof LONGEST): string | undefined => {
    const value = draft[name];
    if (value === undefined || (name === 'id' ? value : value.trim()) === '') return undefined;
    if (value.length <= LONGEST[name]) return value;
    said.push(ignoredField(place, name, `has ${value.length} characters, more than the ${LONGEST[name]} it may have`));
    return undefined;
  };
  const title = kept('title');
  const language = kept('language');
  return present({
    id: kept('id'),
    title: title === undefined ? undefined : withoutInvisible(repairMojibake(title).text).text,
    language: language === undefined ? undefined : languageTag(language),
    date: dateOf(draft, place, said),
    url: kept('url'),
    hints: hintsOf(draft.hints),
  });
}

function dateOf({ date }: Draft, place: Place, said: Diagnostic[]): string | undefined {
  if (date === undefined || date.trim() === '') return undefined;
  const iso = isoDate(date);
  if (iso === undefined) said.push(ignoredField(place, 'date', `is "${date.slice(0, 40)}", and a date such as 2024-03-01 was expected`));
  return iso;
}

/** The warning of a field that is left out; `what` says what is wrong with it. */
export function ignoredField({ label, path }: Place, name: string, what: string): Diagnostic {
  return { code: 'ignored-field', severity: 'warning', message: `${label}: "${name}" ${what}. The field is left out; mend it at its source.`, document: path };
}

function hintsOf(hints: Hints | undefined): Hints | undefined {
  if (hints === undefined) return undefined;
  const { alternates = [], translations = [] } = hints;
  const found = present({
    alternates: alternates.length === 0 ? undefined : alternates,
    translations: translations.length === 0 ? undefined : translations,
  });
  return Object.keys(found).length === 0 ? undefined : found;
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
export function present<T extends object>(fields: T): Present<T> {
  const found: Present<T> = { ...fields };
  for (const name of Object.keys(found)) if (Reflect.get(found, name) === undefined) Reflect.deleteProperty(found, name);
  return found;
}

function without(fields: Fields, name: 'id'): Omit<Fields, 'id'> {
  const { [name]: _, ...rest } = fields;
  return rest;
}
