import { PrintReader } from './packed-print.ts';
import type { PrintList } from './shelf.ts';
import { SumsRoom, type Fingerprint } from './sums.ts';

/** Slots for fingerprints with their sums, a power of two: a document is compared with some dozens in a row. Each takes some 25 KB. */
const SLOTS = 256;

/** A slot beside these: for the second of two documents that have the same, since both are needed at once. */
const SPARE = SLOTS;

/** Fingerprints made ready to compare when they are asked for; those asked for again and again once. */
export class ReadyPrints {
  readonly #list: PrintList;
  readonly #slots: Slot[] = [];
  #latest = -1;

  constructor(list: PrintList) {
    this.#list = list;
  }

  /** Good until the next but one. Throws `RangeError` for a place that is not in the list. */
  at(place: number): Fingerprint {
    const own = place & (SLOTS - 1);
    const number = own === this.#latest && this.#slots[own]?.place !== place ? SPARE : own;
    this.#latest = number;
    const slot = (this.#slots[number] ??= new Slot());
    return slot.place === place && slot.print !== undefined ? slot.print : slot.fill(this.#list, place);
  }
}

class Slot {
  place = -1;
  print: Fingerprint | undefined;
  readonly #reader = new PrintReader();
  readonly #room = new SumsRoom();

  fill(list: PrintList, place: number): Fingerprint {
    this.print = this.#room.withSums(list.readAt(place, this.#reader));
    this.place = place;
    return this.print;
  }
}
