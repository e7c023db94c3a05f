import type { SumsOfPlaces } from './order.ts';
import { KernelMemory } from '../kernel/kernel.ts';
import type { Laid } from '../fingerprint/packed-print.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import { STEPS_PER_NAT } from '../fingerprint/weight.ts';
import { KEY_FAMILIES } from '../types.ts';

/** What two documents have in common, added up over the keys of both. */
export interface Common {
  /** The products of the document weights, by family. */
  readonly products: Float64Array;
  /** The lesser weight of each key, in steps. */
  readonly steps: number;
  /** Where the keys stand first, by what that tells: of a key in many sentences it means little. */
  readonly places: SumsOfPlaces;
}

/** Keys are looked up by their low two bytes: those of an article take one cell in a hundred, so that most keys of another are told to be none of them by one look. */
const CELLS = 2 ** 16;

/** Room for so many keys, and bytes of a fingerprint, to begin with. */
const FIRST_KEYS = 1_024;
const FIRST_BYTES = 16_384;

const FAMILIES = KEY_FAMILIES.length;

/** Steps in a nat, where two weights are multiplied. */
const SQUARE = STEPS_PER_NAT ** 2;

/** Tells what one document has in common with others, one other after the other: the keys of the one are marked in a table, and those of the other looked up. */
export class CommonGround {
  readonly #memory = new KernelMemory();
  readonly #taken = this.#memory.bytes(CELLS).byteOffset;
  readonly #placeIn = this.#memory.uint32(CELLS).byteOffset;
  /** What the kernel has added up: the products, then all else. */
  readonly #out = this.#memory.float64(FAMILIES + 8);
  readonly #products = this.#out.subarray(0, FAMILIES);
  /** The one document. */
  #keys = this.#memory.uint32(FIRST_KEYS);
  #details = this.#memory.uint32(FIRST_KEYS);
  #nextOf = this.#memory.uint32(FIRST_KEYS).byteOffset;
  #count = 0;
  #sentences = 0;
  /** The other one, as it is packed. */
  #other = this.#memory.bytes(FIRST_BYTES);

  /** The document that others are held against. */
  lookFrom({ keys, details, lengths }: PrintCore): void {
    const { kernel } = this.#memory;
    kernel.unmarkKeys(this.#keys.byteOffset, this.#count, this.#taken);
    if (this.#keys.length < keys.length) {
      this.#keys = this.#memory.uint32(2 * keys.length);
      this.#details = this.#memory.uint32(2 * keys.length);
      this.#nextOf = this.#memory.uint32(2 * keys.length).byteOffset;
    }
    this.#keys.set(keys);
    this.#details.set(details);
    this.#count = keys.length;
    this.#sentences = lengths.length;
    kernel.markKeys(this.#keys.byteOffset, keys.length, this.#taken, this.#placeIn, this.#nextOf);
  }

  /** What it has in common with another. The products are good until the next. */
  with({ memory, start, end, sentences }: Laid): Common {
    if (this.#other.length < end - start) this.#other = this.#memory.bytes(2 * (end - start));
    this.#other.set(memory.bytes.subarray(start, end));
    this.#memory.kernel.glanceAt(this.#keys.byteOffset, this.#details.byteOffset, this.#sentences, this.#taken, this.#placeIn, this.#nextOf, this.#other.byteOffset, this.#out.byteOffset);
    const out = this.#out;
    for (let family = 0; family < FAMILIES; family++) out[family] = (out[family] ?? 0) / SQUARE;
    const own = this.#sentences;
    const places = {
      weight: (out[FAMILIES] ?? 0) / SQUARE,
      one: (out[FAMILIES + 1] ?? 0) / (SQUARE * own),
      other: (out[FAMILIES + 2] ?? 0) / (SQUARE * sentences),
      squareOne: (out[FAMILIES + 3] ?? 0) / (SQUARE * own * own),
      squareOther: (out[FAMILIES + 4] ?? 0) / (SQUARE * sentences * sentences),
      product: (out[FAMILIES + 5] ?? 0) / (SQUARE * own * sentences),
      distance: (out[FAMILIES + 6] ?? 0) / (SQUARE * own * sentences),
    };
    return { products: this.#products, steps: out[FAMILIES + 7] ?? 0, places };
  }
}
