import type { Prepared } from './pair.ts';
import type { Document } from './types.ts';

/** Texts that are remembered: what an agency sends out is printed by dozens of papers within the hour. With those that are longer it would take too much memory. */
const REMEMBERED = 1024;
const LONGEST = 16_384;

/** Slots for hashes of texts that came once, a power of two: most never come again, and to remember what was made of them only gives the collector work. */
const SEEN = 4096;

/** So many hexadecimal digits of the content's hash are a number of four bytes. Texts alike in it are remembered too early, if they are not the same, and nothing else. */
const HASH_DIGITS = 8;

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
  /** How many of the remembered texts have so many characters. */
  const lengths = new Uint16Array(LONGEST + 1);
  const seen = new Uint32Array(SEEN);
  return (document) => {
    const { text, ...head } = document;
    // To look a text up takes a hash of all of it: most are told by their length to be none of these.
    const known = (lengths[text.length] ?? 0) === 0 ? undefined : remembered.get(text);
    if (known !== undefined && isSame(known.document, document)) return { ...known.prepared, document: head };
    const prepared = prepare(document);
    if (text.length > LONGEST) return prepared;
    const hash = Number.parseInt(prepared.contentHash.slice(0, HASH_DIGITS), 16);
    const isNew = seen[hash & (SEEN - 1)] !== hash;
    seen[hash & (SEEN - 1)] = hash;
    if (isNew) return prepared;
    const [oldest] = remembered.size < REMEMBERED ? [] : remembered.keys();
    if (oldest !== undefined) {
      remembered.delete(oldest);
      lengths[oldest.length] = (lengths[oldest.length] ?? 0) - 1;
    }
    if (!remembered.has(text)) lengths[text.length] = (lengths[text.length] ?? 0) + 1;
    remembered.set(text, { document, prepared });
    return prepared;
  };
}

function isSame(a: Document, b: Document): boolean {
  return a.title === b.title && a.language === b.language && a.date === b.date;
}
