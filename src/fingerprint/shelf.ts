import { placedAt, printAt, putPrint, sizeOf, type PackedPrint } from './packed-print.ts';
import { withSums, type Fingerprint, type PrintCore } from './print.ts';

/** The fingerprints of a list of documents, by their places in it. */
export interface PrintList {
  readonly length: number;
  readonly at: (place: number) => PrintCore;
}

/** A list of the fingerprints at hand. */
export function listOf(prints: readonly PrintCore[]): PrintList {
  return {
    length: prints.length,
    at: (place) => {
      const print = prints[place];
      if (print === undefined) throw new RangeError(`no fingerprint ${place} of ${prints.length}`);
      return print;
    },
  };
}

/** Fingerprints side by side in memory that threads share: nothing is copied to read them. */
export interface PackedPrints {
  readonly heads: readonly PackedPrint[];
  readonly buffer: SharedArrayBuffer;
}

/** Puts fingerprints together. */
export function packPrints(prints: readonly PrintCore[]): PackedPrints {
  let start = 0;
  const placed = prints.map((print) => {
    const head = placedAt(print, start);
    start += sizeOf(head);
    return { print, head };
  });
  const buffer = new SharedArrayBuffer(start);
  for (const { print, head } of placed) putPrint(buffer, head, print);
  return { heads: placed.map(({ head }) => head), buffer };
}

/** The fingerprints that were put together, as views of the same memory. */
export function unpackPrints({ heads, buffer }: PackedPrints): PrintCore[] {
  return heads.map((head) => printAt(buffer, head));
}

/** The fingerprints of several packs as one list, in the order given by their places in all packs together. */
export function shelfOf(packs: readonly PackedPrints[], order: Uint32Array): PrintList {
  const placed = placesOn(packs.map(({ heads }) => heads.length), order);
  return {
    length: order.length,
    at: (wanted) => {
      const { pack, at } = placed(wanted);
      const packed = packs[pack];
      const head = packed?.heads[at];
      if (packed === undefined || head === undefined) throw new RangeError(`no fingerprint ${wanted} of ${order.length}`);
      return printAt(packed.buffer, head);
    },
  };
}

/** Where the documents of an order lie, of which so many are in each pack: the pack, and the place in it. */
export function placesOn(sizes: readonly number[], order: Uint32Array): (wanted: number) => { readonly pack: number; readonly at: number } {
  const packOf = new Uint32Array(order.length);
  const atOf = new Uint32Array(order.length);
  let place = 0;
  for (const [pack, size] of sizes.entries()) {
    packOf.fill(pack, place, place + size);
    for (let at = 0; at < size; at++) atOf[place++] = at;
  }
  return (wanted) => {
    const packed = order[wanted];
    if (packed === undefined) throw new RangeError(`no document ${wanted} of ${order.length}`);
    return { pack: packOf[packed] ?? 0, at: atOf[packed] ?? 0 };
  };
}

/** Slots for fingerprints with their sums, a power of two: a document is compared with some dozens in a row. */
const SLOTS = 4096;

/** Fingerprints made ready to compare when they are asked for; those asked for again and again once. */
export class ReadyPrints {
  readonly #list: PrintList;
  readonly #places = new Int32Array(SLOTS).fill(-1);
  readonly #prints: Fingerprint[] = [];

  constructor(list: PrintList) {
    this.#list = list;
  }

  at(place: number): Fingerprint {
    const slot = place & (SLOTS - 1);
    const known = this.#prints[slot];
    if (known !== undefined && this.#places[slot] === place) return known;
    const print = withSums(this.#list.at(place));
    this.#places[slot] = place;
    this.#prints[slot] = print;
    return print;
  }
}
