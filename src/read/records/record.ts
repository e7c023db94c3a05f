import { articleEvents, ignoredField, present, type Draft } from '../article.ts';
import type { Place } from '../body.ts';
import { notice, type ReadEvent, type ReadLimits } from '../event.ts';
import type { Diagnostic } from '../../types.ts';
import { fieldOf, isFields, own, USUAL_NAMES, valueAt, type FieldMap, type FieldName, type Fields } from './fields.ts';
import { draftOfNinjs, isNinjs } from './ninjs.ts';
import { translationsIn } from './schema-org.ts';
import { plainText, plainTitle } from './plain-text.ts';

/** The records of a JSON value: an array's, those of `{articles: […]}` and the like, or the value as the only one. */
export function recordsIn(value: unknown, map: FieldMap): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value)) return [value];
  if (map.records !== undefined) {
    const list = valueAt(value, map.records);
    return Array.isArray(list) ? list : [value];
  }
  if (typeof fieldOf(value, 'text', map, isText) === 'string') return [value];
  const lists = USUAL_NAMES.records.map((name) => valueAt(value, name));
  return lists.find((list): list is unknown[] => Array.isArray(list)) ?? [value];
}

/**
 * The document of a record. A record without text gives an error; another field of the wrong type a warning, and is left
 * out; null and empty count as absent; unknown fields are ignored.
 */
export async function* recordEvents(value: unknown, place: Place, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  if (isFields(value) && limits.fields.text === undefined && isNinjs(value)) {
    const draft = await draftOfNinjs(value);
    if (draft === undefined) yield notice(withoutText(value, place));
    else yield* articleEvents(draft, place, limits);
    return;
  }
  const text = isFields(value) ? fieldOf(value, 'text', limits.fields, isText) : undefined;
  if (!isFields(value) || typeof text !== 'string') {
    yield notice(invalidRecord(value, place, limits.fields));
    return;
  }
  const said: Diagnostic[] = [];
  const events = [...articleEvents(await draftOf(value, text, limits.fields, place, said), place, limits)];
  if (events.some(({ kind }) => kind === 'document')) yield* said.map(notice);
  yield* events;
}

const isText = (value: unknown): boolean => typeof value === 'string';

async function draftOf(record: Fields, text: string, map: FieldMap, place: Place, said: Diagnostic[]): Promise<Draft> {
  const stringOf = (name: FieldName): string | undefined => {
    const value = fieldOf(record, name, map, isText);
    if (typeof value === 'string') return value;
    if (value !== undefined && value !== null) said.push(ignoredField(place, name, `is ${typeName(value)}, and a string was expected`));
    return undefined;
  };
  const title = stringOf('title');
  return {
    text: await plainText(text),
    ...present({
      title: title === undefined ? undefined : await plainTitle(title),
      language: stringOf('language'),
      date: stringOf('date'),
      url: stringOf('url'),
      id: idOf(record, map, place, said),
    }),
    hints: { translations: translationsIn(record) },
  };
}

/** A number that is no exact integer any more would give two articles one id. */
function idOf(record: Fields, map: FieldMap, place: Place, said: Diagnostic[]): string | undefined {
  const value = fieldOf(record, 'id', map, isId);
  if (isId(value)) return String(value);
  if (value === undefined || value === null || value === '') return undefined;
  const found = typeof value === 'number' ? 'a number too large to be exact' : typeName(value);
  said.push(ignoredField(place, 'id', `is ${found}, and a string was expected`));
  return undefined;
}

function isId(value: unknown): value is string | number {
  if (typeof value === 'string') return value !== '';
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function withoutText(item: Fields, { label, path }: Place): Diagnostic {
  const type = own(item, 'type');
  const kind = typeof type === 'string' ? `an item of type ${type.slice(0, 20)}` : 'an item';
  return { code: 'empty-document', severity: 'warning', message: `${label} is ${kind} without a body. It is passed over; give the text item.`, document: path };
}

function invalidRecord(value: unknown, place: Place, map: FieldMap): Diagnostic {
  const name = map.text ?? 'text';
  const happened = isFields(value)
    ? `the field "${name}" is ${typeName(map.text === undefined ? own(value, name) : valueAt(value, name))}`
    : `there is ${typeName(value)} where a record should be`;
  const others = isFields(value) ? Object.keys(value).slice(0, 6).map((key) => key.slice(0, 24)).join(', ') : '';
  const advice = others === '' ? '' : ` It has ${others}: say which is the text with --fields text=NAME.`;
  const message = `${place.label}: ${happened}. A record {"text": "…", "id"?, "title"?, "language"?, "date"?, "url"?} was expected; it is left out.${advice}`;
  return { code: 'invalid-record', severity: 'error', message, document: place.path };
}

function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
