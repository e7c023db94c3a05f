/** The fields of a document that a record may have, and `records`, where a file keeps its list of them. */
export const FIELD_NAMES = ['text', 'id', 'title', 'language', 'date', 'url', 'records'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/**
 * Where records have their fields: a name, or a path of names with dots between, `body.value`; for a table without a head
 * the number of a column, from 1. What is not given is looked for under the names of `USUAL_NAMES`.
 */
export type FieldMap = Readonly<Partial<Record<FieldName, string>>>;

/** A JSON object, or a row by the names of its columns. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What exports call the fields, the surest first: our own names, the REST interfaces of WordPress and Drupal, schema.org,
 * news-please (Common Crawl), GDELT, the New York Times. Compared without regard to case, blanks and hyphens.
 */
export const USUAL_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  text: ['text', 'content.rendered', 'content', 'body.value', 'body', 'articleBody', 'body_text', 'content_text', 'content_html', 'full_text', 'fulltext', 'maintext', 'article_text', 'plain_text', 'attributes.body.value'],
  id: ['id', 'guid', 'uri', 'uuid', '_id', '@id', 'globaleventid', 'gkgrecordid'],
  title: ['title', 'title.rendered', 'headline', 'headline.main', 'name', 'attributes.title'],
  language: ['language', 'lang', 'inLanguage', 'langcode', 'locale', 'attributes.langcode'],
  date: ['date', 'date_gmt', 'published', 'datePublished', 'date_published', 'published_at', 'publish_date', 'date_publish', 'publication_date', 'pubDate', 'pub_date', 'seendate', 'created', 'attributes.created'],
  url: ['url', 'link', 'canonical', 'canonical_url', 'web_url', 'source_url', 'permalink', 'mainEntityOfPage.@id', 'mainEntityOfPage'],
  records: ['articles', 'documents', 'items', 'results', 'posts', 'entries', 'response.docs', 'response.results', 'data', '@graph'],
};

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property: what a prototype holds was not in the file. */
export function own(record: Fields, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** What a record has at a path: under the very name, else step by step. A step into a list is a place, from 0. */
export function valueAt(record: Fields, path: string): unknown {
  const direct = own(record, path);
  if (direct !== undefined || !path.includes('.')) return direct;
  let value: unknown = record;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) value = /^\d{1,9}$/.test(step) ? value[Number(step)] : undefined;
    else value = isFields(value) ? own(value, step) : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** The value of a field: where the map says, else the first of the usual names that holds one that `isRight`. */
export function fieldOf(record: Fields, name: FieldName, map: FieldMap, isRight: (value: unknown) => boolean): unknown {
  const mapped = map[name];
  if (mapped !== undefined) return valueAt(record, mapped);
  for (const usual of USUAL_NAMES[name]) {
    const value = valueAt(record, usual);
    if (isRight(value)) return value;
  }
  // For the message: what stands there that is not right.
  return own(record, name);
}

/** Whether a table has a head: not where all that is said of its columns is their numbers. */
export function hasHead(map: FieldMap): boolean {
  const places = Object.values(map);
  return places.length === 0 || !places.every((place) => /^\d+$/.test(place));
}

/** The name of a column as the usual names are written: `Full Text` as `full_text`. */
export function plainName(column: string): string {
  const plain = column.trim().toLowerCase().replace(/[\s-]+/g, '_');
  return PLAIN_NAMES.get(plain) ?? plain;
}

const PLAIN_NAMES = new Map(Object.values(USUAL_NAMES).flatMap((names) => names.map((name) => [name.toLowerCase(), name] as const)));
