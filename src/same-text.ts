import { hashText } from './extract/shingles.ts';
import type { Prepared } from './pair.ts';
import type { Document } from './types.ts';

/** Texts that are remembered: what an agency sends out is printed by dozens of papers within the hour. With those that are longer it would take too much memory. */
const REMEMBERED = 1024;
const LONGEST = 16_384;

/** Slots for hashes of texts that came once, a power of two: most never come again, and to remember what was made of them only gives the collector work. */
const SEEN = 4096;

interface Remembered {
  readonly document: Document;
  readonly prepared: Prepared;
}

/**
 * The given function, but that a document with the text, title, language and date of one of the last is not prepared a third time: all
 * else that is said of it makes no difference.
 */
export function onceForSameText(prepare: (document: Document) => Prepared): (document: Document) => Prepared {
  const remembered = new Map<string, Remembered>();
  const seen = new Uint32Array(SEEN);
  return (document) => {
    const { text, ...head } = document;
    const known = remembered.get(text);
    if (known !== undefined && isSame(known.document, document)) return { ...known.prepared, document: head };
    const prepared = prepare(document);
    if (text.length > LONGEST) return prepared;
    const hash = hashText(text);
    const isNew = seen[hash & (SEEN - 1)] !== hash;
    seen[hash & (SEEN - 1)] = hash;
    if (isNew) return prepared;
    const [oldest] = remembered.size < REMEMBERED ? [] : remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(text, { document, prepared });
    return prepared;
  };
}

function isSame(a: Document, b: Document): boolean {
  return a.title === b.title && a.language === b.language && a.date === b.date;
}
