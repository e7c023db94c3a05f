import { addressKey } from '../block/hints.ts';
import type { Store, Writer } from '../store/store.ts';
import type { DocumentHead } from '../types.ts';
import { hashName, keyAfter, keyOf, KIND, numbersIn } from './keys.ts';

/** Documents looked at that share a name: of a page with more versions the others join through these. */
const MOST_NAMESAKES = 64;

/** Keeps what a document is called by, and what it points to. */
export function putNames(writer: Writer, number: number, document: DocumentHead): void {
  writer.put(keyOf(KIND.id, ...hashName(document.id), number), new Uint8Array());
  for (const name of namesOf(document)) writer.put(keyOf(KIND.name, ...hashName(name), number), new Uint8Array());
}

export function removeNames(writer: Writer, number: number, document: DocumentHead): void {
  writer.remove(keyOf(KIND.id, ...hashName(document.id), number));
  for (const name of namesOf(document)) writer.remove(keyOf(KIND.name, ...hashName(name), number));
}

/** The documents that may have an id: all but one in a million million have it. */
export function numbersOfId(store: Store, id: string): number[] {
  return numbersUnder(store, KIND.id, id);
}

/** The documents that share a name with one, point to it, or that it points to: which of them the sources tie is told by their heads. */
export function namesakesOf(store: Store, document: DocumentHead): ReadonlySet<number> {
  const found = new Set<number>();
  for (const name of [document.id, ...namesOf(document)]) for (const number of numbersUnder(store, KIND.name, name)) found.add(number);
  for (const link of document.hints?.translations ?? []) for (const number of numbersOfId(store, link)) found.add(number);
  return found;
}

/** Its own address and all that it points to. */
function namesOf({ url, hints }: DocumentHead): ReadonlySet<string> {
  const links = [...(hints?.alternates ?? []), ...(hints?.translations ?? [])].map((link) => addressKey(link) ?? link);
  const own = url === undefined ? undefined : addressKey(url);
  return new Set(own === undefined ? links : [own, ...links]);
}

function numbersUnder(store: Store, kind: typeof KIND.id | typeof KIND.name, name: string): number[] {
  const hash = hashName(name);
  const numbers: number[] = [];
  for (const key of store.keys(keyOf(kind, ...hash), keyAfter(kind, ...hash))) {
    numbers.push(numbersIn(key)[2] ?? 0);
    if (numbers.length === MOST_NAMESAKES) break;
  }
  return numbers;
}
