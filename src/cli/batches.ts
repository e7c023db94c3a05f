import type { TaskOf } from './threads.ts';
import { byGroup } from './pair-order.ts';
import { languageAtAGlance } from '../language/glance.ts';
import type { Pairs } from '../block/pair-list.ts';
import type { Document } from '../types.ts';

/**
 * Characters that a thread takes at a time, about eighty articles: so many in one language that it has that language's words in its caches for a while. With
 * a quarter of it preparing took a twentieth to an eighth longer.
 */
const BATCH_CHARACTERS = 400_000;

/** Pairs that a thread takes at a time, about a tenth of a second; documents to find partners of. */
const BATCH_PAIRS = 1_000;
const BATCH_SEARCHES = 500;

/**
 * Documents to prepare: those of a batch are in one language, as far as a glance at their letters tells. A thread then finds most of their words in the
 * caches of its core, which do not hold those of a dozen languages.
 */
export async function* documentBatches(documents: AsyncIterable<Document>): AsyncGenerator<TaskOf<'prepare'>> {
  const open = new Map<string, { readonly documents: Document[]; characters: number }>();
  for await (const document of documents) {
    const language = languageAtAGlance(document.text);
    const batch = open.get(language) ?? { documents: [], characters: 0 };
    batch.documents.push(document);
    batch.characters += document.text.length;
    open.set(language, batch);
    if (batch.characters < BATCH_CHARACTERS) continue;
    open.delete(language);
    yield { kind: 'prepare', language, documents: batch.documents };
  }
  for (const [language, batch] of open) yield { kind: 'prepare', language, documents: batch.documents };
}

/**
 * Documents, by their places, of which partners are looked for: those that lie beside each other in memory together, which are in one language, and so have
 * many keys and partners in common. `order` has where the document of each place lies.
 */
export function* searches(order: Uint32Array): Generator<TaskOf<'partners'>> {
  const places = new Uint32Array(order.length);
  for (const [place, lies] of order.entries()) places[lies] = place;
  for (let from = 0; from < places.length; from += BATCH_SEARCHES) yield { kind: 'partners', documents: places.slice(from, from + BATCH_SEARCHES) };
}

/** Pairs to judge, in any order. `lies` has where the document of each place lies. */
export function* pairBatches(pairs: Pairs, lies: Uint32Array): Generator<TaskOf<'judge'>> {
  const order = byGroup(pairs, lies);
  for (let from = 0; from < order.length; from += BATCH_PAIRS) yield { kind: 'judge', ...pairs.columns(order.subarray(from, from + BATCH_PAIRS)) };
}
