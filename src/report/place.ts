import type { Document } from '../types.ts';

/** Where a document stands, for people: its path, and its id too where the path holds more than one: `news.jsonl#42`. What came by standard input has an id only. */
export function placeOf({ path, id }: Pick<Document, 'path' | 'id'>): string {
  if (path === '-') return id;
  if (path === id || path.endsWith(`/${id}`)) return path;
  const [, file = '', record] = /^(.*?)(#\d+)?$/s.exec(id) ?? [];
  return record !== undefined && (path === file || path.endsWith(`/${file}`)) ? `${path}${record}` : `${path}#${id}`;
}
