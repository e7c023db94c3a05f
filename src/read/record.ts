import type { Diagnostic, Document } from '../types.ts';
import { bodyOf, type Place } from './body.ts';
import { notice, type ReadEvent } from './event.ts';

type Fields = Readonly<Record<string, unknown>>;

const OPTIONAL = ['title', 'language', 'date', 'url'] as const;
const CONTAINERS = ['articles', 'documents', 'items'] as const;

/** The records of a JSON value: an array's, those of `{articles|documents|items: […]}`, or the value as the only one. */
export function recordsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value) || own(value, 'text') !== undefined) return [value];
  const lists = CONTAINERS.map((name) => own(value, name));
  return lists.find((list): list is unknown[] => Array.isArray(list)) ?? [value];
}

/**
 * The document of a record `{id?, title?, text, language?, date?, url?}`. A record without text gives an error; another
 * field of the wrong type a warning, and is left out; null and empty count as absent; unknown fields are ignored.
 */
export function* recordEvents(value: unknown, place: Place, limit: number): Generator<ReadEvent> {
  const text = isFields(value) ? own(value, 'text') : undefined;
  if (!isFields(value) || typeof text !== 'string') {
    yield notice(invalidRecord(value, place));
    return;
  }
  const body = bodyOf(text, place, limit);
  yield* body.diagnostics.map(notice);
  if (body.text === undefined) return;
  yield* [...OPTIONAL, 'id'].flatMap((name) => ignoredField(value, name, place)).map(notice);
  const id = idOf(own(value, 'id')) ?? place.id;
  const document = { id, path: place.path, text: body.text, ...optionalFields(value) };
  yield { kind: 'document', document, ...(place.record === undefined ? {} : { record: place.record }) };
}

function optionalFields(record: Fields): Partial<Pick<Document, (typeof OPTIONAL)[number]>> {
  const present = OPTIONAL.map((name) => [name, own(record, name)] as const);
  return Object.fromEntries(present.filter(([, field]) => typeof field === 'string' && field.trim() !== ''));
}

/** A number that is no exact integer any more would give two articles one id. */
function idOf(field: unknown): string | undefined {
  if (typeof field === 'string' && field !== '') return field;
  return typeof field === 'number' && Math.abs(field) <= Number.MAX_SAFE_INTEGER ? String(field) : undefined;
}

function ignoredField(record: Fields, name: string, place: Place): readonly Diagnostic[] {
  const field = own(record, name);
  if (field === undefined || field === null || typeof field === 'string') return [];
  if (name === 'id' && idOf(field) !== undefined) return [];
  const found = typeof field === 'number' && name === 'id' ? 'a number too large to be exact' : typeName(field);
  const message = `${place.label}: "${name}" is ${found}, and a string was expected. The field is left out; write it as a string.`;
  return [{ code: 'ignored-field', severity: 'warning', message, document: place.path }];
}

function invalidRecord(value: unknown, place: Place): Diagnostic {
  const happened = isFields(value)
    ? `the field "text" is ${typeName(own(value, 'text'))}`
    : `there is ${typeName(value)} where a record should be`;
  const message = `${place.label}: ${happened}. A record {"text": "…", "id"?, "title"?, "language"?, "date"?, "url"?} was expected; it is left out.`;
  return { code: 'invalid-record', severity: 'error', message, document: place.path };
}

function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own properties only: what a prototype holds was not in the file. */
function own(record: Fields, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
