import type { Document } from '../../src/types.ts';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN } from '../cli/articles.ts';

function documentOf(id: string, text: string): Document {
  return { id, path: `desk/${id}`, text };
}

/** One report in two languages, and another article. */
export const FLOOD: Document = documentOf('flood', FLOOD_EN);
export const FLUT: Document = documentOf('flut', FLOOD_DE);
export const ELECTION: Document = documentOf('election', ELECTION_EN);

/** The same article under another id. */
export function again(document: Document, id: string): Document {
  return { ...document, id, path: `desk/${id}` };
}
