import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Document } from '../types.ts';
import { didYouMean, nearest } from './nearest.ts';

/** The document with an id, else the one that is the file at a path. Throws `UsageError` naming the nearest ids. */
export function findDocument(documents: readonly Document[], sought: string, cwd: string): Document {
  const path = relative(cwd, resolve(cwd, sought)).split(sep).join('/');
  const byId = documents.find(({ id }) => id === sought);
  const found = byId === undefined ? documents.filter((document) => document.path === path) : [byId];
  const [document, another] = found;
  if (document === undefined) throw unknownDocument(documents, sought);
  if (another === undefined) return document;
  throw new UsageError({
    code: 'unknown-document',
    happened: `"${sought}" holds ${found.length} documents.`,
    expected: 'The id of one document.',
    advice: didYouMean(found.slice(0, 3).map(({ id }) => id), ''),
  });
}

/** The error of an id, or a path, that no document has. */
export function unknownDocument(documents: readonly Pick<Document, 'id'>[], sought: string): UsageError {
  const near = nearest(sought, documents.map(({ id }) => id), 3);
  return new UsageError({
    code: 'unknown-document',
    happened: `No document has the id or path "${sought}".`,
    expected: `One of the ${documents.length} documents read.`,
    advice: didYouMean(near, 'Look for the ids in `dedupe … --json`, at documents[].id.'),
  });
}
