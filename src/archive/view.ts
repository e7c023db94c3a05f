import { postedOf } from '../block/posted.ts';
import { unpacked, type PackedPrint } from '../fingerprint/packed-print.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import { decodePrint } from '../fingerprint/stored.ts';
import { DamagedRecord, type Store, type Writer } from '../store/store.ts';
import type { DocumentHead } from '../types.ts';
import { BLOCK_BITS, BLOCK_SIZE, packBlock, printIn, unpackBlock, type StoredParts } from './block.ts';
import { isReadable } from './check-stamp.ts';
import { FreshMarks } from './fresh-marks.ts';
import { decodeHead, isPostedIn, type Head } from './head.ts';
import { HeldPrints } from './held-prints.ts';
import { keyAfter, keyOf, KIND, numbersIn } from './keys.ts';
import { marksOf, type Marks } from './marks.ts';
import { readMeta, type Meta } from './meta.ts';
import { keptIn, keptWith, NO_DAY, partsOf, type Kept } from './record.ts';

const DIRECTORY_BITS = 10;
const DIRECTORY_SIZE = 1 << DIRECTORY_BITS;
/** Bytes of a document in the directory: two of its language, four of its day. */
const ENTRY_BYTES = 6;

/** Heads held in memory, some five megabytes: to read one from its block takes a third of a millisecond. */
const MOST_HEADS = 8192;

/** An archive as it stood at one moment, with what is held in memory of it; a write goes on from it. */
export class View {
  readonly store: Store;
  meta: Meta;
  /** By number, the place of its language in `meta.languages`, from 1 on; 0 for what is not there. */
  languageOf: Uint16Array;
  /** By number; see `dayOf`. */
  dayOf: Int32Array;
  readonly freshMarks: FreshMarks;
  readonly #changed = new Set<number>();
  #prints: HeldPrints;
  #heads: Map<number, Head>;

  /** What an earlier view of it holds in memory goes over to this one, and that one ends. Throws `TypeError` for a store that holds no archive. */
  constructor(store: Store, before?: View) {
    const meta = readMeta(store);
    if (meta === undefined) throw new TypeError('the store is empty');
    this.store = store;
    this.meta = meta;
    const isLater = before !== undefined && isLaterOf(before.meta, meta);
    this.#prints = isLater ? before.#prints : new HeldPrints();
    this.#heads = isLater ? before.#heads : new Map();
    // Where documents have only come, those before them are as they were: threads that look beside a writer see a new state all the time.
    const grown = isLater && hasOnlyGrown(before.meta, meta) ? before : undefined;
    this.languageOf = grown?.languageOf ?? new Uint16Array(roomFor(meta.next));
    this.dayOf = grown?.dayOf ?? new Int32Array(roomFor(meta.next)).fill(NO_DAY);
    this.freshMarks = grown?.freshMarks ?? new FreshMarks();
    this.#growTo(meta.next);
    const from = grown?.meta.next ?? 0;
    for (const { key, value } of store.entries(keyOf(KIND.directory, from >>> DIRECTORY_BITS), keyAfter(KIND.directory))) this.#readDirectory(numbersIn(key)[0] ?? 0, value);
    // All is read before anything is taken in: where something is damaged, the next view begins where this one did.
    const fresh = [...this.#freshFrom(from)];
    this.freshMarks.removeBefore(meta.freshFrom);
    for (const { number, marks } of fresh) this.freshMarks.add(number, marks);
  }

  isThere(number: number): boolean {
    return (this.languageOf[number] ?? 0) > 0;
  }

  /** A document by its number; undefined for what is not there. Throws `DamagedRecord`. */
  keptAt(number: number): Kept | undefined {
    const record = this.#recordAt(number);
    return record === undefined ? undefined : keptIn(record);
  }

  /** The same with the fingerprint that is held in memory, where one is. */
  heldAt(number: number): Kept | undefined {
    const [head, place] = [this.headAt(number), this.packedAt(number)];
    return head === undefined || place === undefined ? undefined : keptWith(head, detached(unpacked(place)));
  }

  /** The same without its fingerprint, which is not read. */
  headAt(number: number): Head | undefined {
    if (!this.isThere(number)) return undefined;
    const known = this.#heads.get(number);
    if (known !== undefined) return known;
    const record = this.#recordAt(number);
    if (record === undefined) return undefined;
    const head = decodeHead(record.head);
    if (head.text === undefined) this.#hold(number, head);
    return head;
  }

  #hold(number: number, head: Head): void {
    if (this.#heads.size >= MOST_HEADS) this.#heads.clear();
    this.#heads.set(number, head);
  }

  /** What a document is called, and when and where it came; undefined for what is not there. Throws `DamagedRecord`. */
  documentAt(number: number): DocumentHead | undefined {
    return this.headAt(number)?.document;
  }

  /** Where the fingerprint of a document lies, good until another is asked for; undefined for what is not there. Throws `DamagedRecord`. */
  packedAt(number: number): PackedPrint | undefined {
    if (!this.isThere(number)) return undefined;
    const held = this.#prints.at(number);
    if (held !== undefined) return held;
    const stored = this.#storedPrintAt(number);
    return stored === undefined ? undefined : this.#prints.hold(number, decodePrint(stored));
  }

  /** Holds the fingerprint of a document that has just come: others are looked at beside it next. */
  holdPrint(number: number, print: PrintCore): void {
    this.#prints.hold(number, print);
  }

  /** Lets go of what is held in memory of documents, where something else takes its place. */
  dropHeld(): void {
    this.#prints = new HeldPrints();
    this.#heads = new Map();
  }

  /** The numbers of the documents that are there, ascending. */
  *numbers(): Generator<number> {
    for (let number = 0; number < this.meta.next; number++) if (this.isThere(number)) yield number;
  }

  /** Enters a new number in the directory. */
  enter(number: number, language: string, day: number): void {
    let place = this.meta.languages.indexOf(language);
    if (place < 0) {
      place = this.meta.languages.length;
      this.meta = { ...this.meta, languages: [...this.meta.languages, language] };
    }
    this.#growTo(number + 1);
    this.languageOf[number] = place + 1;
    this.dayOf[number] = day;
    this.#changed.add(number >>> DIRECTORY_BITS);
  }

  /** Takes a document's record away. */
  erase(writer: Writer, number: number): void {
    this.languageOf[number] = 0;
    this.dayOf[number] = NO_DAY;
    this.#changed.add(number >>> DIRECTORY_BITS);
    this.freshMarks.remove(number);
    this.#heads.delete(number);
    if (number >= this.meta.freshFrom) {
      writer.remove(keyOf(KIND.fresh, number));
      return;
    }
    const key = keyOf(KIND.block, number >>> BLOCK_BITS);
    const block = this.store.get(key);
    if (block === undefined) return;
    const records = unpackBlock(block);
    records[number & (BLOCK_SIZE - 1)] = undefined;
    if (records.some((record) => record !== undefined)) writer.put(key, packBlock(records));
    else writer.remove(key);
  }

  /** Writes what has changed in the directory. */
  writeDirectory(writer: Writer): void {
    for (const chunk of this.#changed) writer.put(keyOf(KIND.directory, chunk), this.#directoryChunk(chunk));
    this.#changed.clear();
  }

  /** Good until anything else is read. Throws `DamagedRecord`. */
  #storedPrintAt(number: number): Uint8Array | undefined {
    if (number >= this.meta.freshFrom) return this.#recordAt(number)?.print;
    const key = keyOf(KIND.block, number >>> BLOCK_BITS);
    const block = this.store.peek(key);
    if (block === undefined) return undefined;
    const print = printIn(block, number & (BLOCK_SIZE - 1));
    if (print === undefined) throw new DamagedRecord(key);
    return print;
  }

  #recordAt(number: number): StoredParts | undefined {
    if (!this.isThere(number)) return undefined;
    if (number >= this.meta.freshFrom) {
      const bytes = this.store.get(keyOf(KIND.fresh, number));
      return bytes === undefined ? undefined : partsOf(bytes);
    }
    const block = this.store.get(keyOf(KIND.block, number >>> BLOCK_BITS));
    return block === undefined ? undefined : unpackBlock(block)[number & (BLOCK_SIZE - 1)];
  }

  /** The marks of fresh documents, from a number on, as far as they are looked for by them. Throws `DamagedRecord`. */
  *#freshFrom(from: number): Generator<{ readonly number: number; readonly marks: Marks }> {
    // Fingerprints of another version are never read: they would be taken for others.
    if (!isReadable(this.meta)) return;
    for (const { key, value } of this.store.entries(keyOf(KIND.fresh, from), keyAfter(KIND.fresh))) {
      const { head, print } = partsOf(value);
      if (isPostedIn(head)) yield { number: numbersIn(key)[0] ?? 0, marks: marksOf(postedOf(decodePrint(print))) };
    }
  }

  #readDirectory(chunk: number, value: Uint8Array): void {
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
    for (let at = 0; at * ENTRY_BYTES < value.length; at++) {
      const number = chunk * DIRECTORY_SIZE + at;
      this.languageOf[number] = view.getUint16(at * ENTRY_BYTES);
      this.dayOf[number] = view.getInt32(at * ENTRY_BYTES + 2);
    }
  }

  #directoryChunk(chunk: number): Uint8Array {
    const start = chunk * DIRECTORY_SIZE;
    const count = Math.min(DIRECTORY_SIZE, this.meta.next - start);
    const bytes = new Uint8Array(Math.max(0, count) * ENTRY_BYTES);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < count; at++) {
      view.setUint16(at * ENTRY_BYTES, this.languageOf[start + at] ?? 0);
      view.setInt32(at * ENTRY_BYTES + 2, this.dayOf[start + at] ?? NO_DAY);
    }
    return bytes;
  }

  #growTo(length: number): void {
    if (length <= this.languageOf.length) return;
    const [languages, days] = [new Uint16Array(roomFor(length)), new Int32Array(roomFor(length)).fill(NO_DAY)];
    languages.set(this.languageOf);
    days.set(this.dayOf);
    this.languageOf = languages;
    this.dayOf = days;
  }
}

/** A fingerprint that stays as it is when others take the place of what is held. */
function detached(print: PrintCore): PrintCore {
  return { ...print, shingles: print.shingles.slice(), norms: print.norms.slice() };
}

/** Whether an archive is what another has become: then a number that was given is still of the same document, or of none. */
function isLaterOf(before: Meta, after: Meta): boolean {
  return before.version <= after.version && before.next <= after.next && before.stamp.prints === after.stamp.prints;
}

/** Whether documents have come since and none has gone, since each that came has taken a number, and no upgrade was in between. */
function hasOnlyGrown(before: Meta, after: Meta): boolean {
  return before.stamp.figures === after.stamp.figures && after.next - before.next === after.documents - before.documents;
}

/** Whole chunks of the directory, and room to grow by half. */
function roomFor(length: number): number {
  return DIRECTORY_SIZE * Math.ceil((length * 1.5 + 1) / DIRECTORY_SIZE);
}
