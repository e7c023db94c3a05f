import { SENTENCE_FEATURES, type SentenceModel } from './sentence-model.ts';
import { laidOut, type Laid, type PackedPrint } from '../fingerprint/packed-print.ts';
import { KernelMemory, ownMemory, type Kernel } from '../kernel/kernel.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** Pairs of sentences less probable than this are left out: of two texts of twenty sentences one pair in twenty is a version. */
const LEAST_PROBABILITY = 0.05;

/** A bit less than its log-odds: what is under it need not be made a probability. */
const LEAST_LOG_ODDS = Math.log(LEAST_PROBABILITY / (1 - LEAST_PROBABILITY)) - 1e-6;

/** Figures of a sentence model: the bias, a weight for each feature, and the two above. */
const MODEL = SENTENCE_FEATURES.length + 3;

/** Logarithms that `makeLogs` makes, those of a sentence, and the numbers that come out at most at once (`kernel/side.ts`). */
const LOGS = 4_096;
const SENTENCE_LOGS = FAMILIES + 1;
const RESULTS = 16;

/** What there is room for. */
interface Sizes {
  readonly bytes: number;
  readonly keys: number;
  readonly places: number;
  readonly sentences: number;
}

const FIRST_SIZES: Sizes = { bytes: 8_192, keys: 1_024, places: 2_048, sentences: 64 };

/** One of the two fingerprints that lie on the desk. */
export interface Side {
  /** Where the kernel finds it (`kernel/side.ts`). */
  readonly address: number;
  readonly laid: Laid;
  readonly keys: Uint32Array;
  /** The sentences of the keys, one key after the other. */
  readonly places: Uint16Array;
}

/** Where a side lies, and whose fingerprint it is of. */
class Place {
  side: Side | undefined;
  readonly #address: number;
  readonly #print: Uint8Array;
  readonly #keys: Uint32Array;
  readonly #places: Uint16Array;

  constructor(memory: KernelMemory, { bytes, keys, places, sentences }: Sizes) {
    this.#print = memory.bytes(bytes);
    this.#keys = memory.uint32(keys);
    this.#places = memory.uint16(places);
    // As `Side` in `kernel/side.ts` has them.
    const parts = [
      this.#print, this.#keys, memory.uint32(keys), memory.uint32(keys + 1), this.#places,
      memory.uint32(sentences), memory.float32(sentences), memory.uint32(sentences * FAMILIES), memory.float64(sentences * SENTENCE_LOGS), memory.float32(sentences),
    ];
    this.#address = tableOf(memory, parts.map(({ byteOffset }) => byteOffset));
  }

  holds({ memory, start }: PackedPrint): boolean {
    return this.side?.laid.memory === memory && this.side.laid.start === start;
  }

  put(laid: Laid, kernel: Kernel, logs: number): Side {
    this.#print.set(laid.memory.bytes.subarray(laid.start, laid.end));
    kernel.readSide(this.#address, logs);
    this.side = { address: this.#address, laid, keys: this.#keys.subarray(0, laid.keys), places: this.#places.subarray(0, laid.keys + laid.further) };
    return this.side;
  }
}

function tableOf(memory: KernelMemory, addresses: readonly number[]): number {
  const table = memory.uint32(addresses.length);
  table.set(addresses);
  return table.byteOffset;
}

/** What has been allotted for one size of documents. */
interface Rooms {
  readonly address: number;
  readonly logs: number;
  readonly model: Float64Array;
  readonly features: Float64Array;
  readonly pairsA: Uint32Array;
  readonly pairsB: Uint32Array;
  readonly pairGains: Float32Array;
  readonly out: Float64Array;
  readonly places: readonly [Place, Place];
}

function roomsIn(memory: KernelMemory, sizes: Sizes): Rooms {
  const { keys, places, sentences } = sizes;
  const [logs, model, features, out] = [memory.float64(LOGS), memory.float64(MODEL), memory.float64(SENTENCE_FEATURES.length), memory.float64(RESULTS)];
  const [pairsA, pairsB, pairGains] = [memory.uint32(sentences), memory.uint32(sentences), memory.float32(sentences)];
  const cells = sentences * sentences;
  // As `Desk` in `kernel/desk.ts` has them; how many keys are shared is written there.
  const parts = [
    logs, model, features, undefined, memory.uint32(keys), memory.uint32(keys), memory.uint32(sentences + 2), memory.uint32(places),
    memory.uint32(sentences * FAMILIES), memory.uint32(sentences), memory.uint32(sentences),
    memory.uint32(sentences + 1), memory.uint32(cells), memory.float32(cells), memory.float32((sentences + 1) ** 2), memory.float32(sentences),
    pairsA, pairsB, pairGains, memory.uint32(sentences), out,
  ];
  const address = tableOf(memory, parts.map((part) => part?.byteOffset ?? 0));
  memory.kernel.makeLogs(logs.byteOffset);
  return { address, logs: logs.byteOffset, model, features, pairsA, pairsB, pairGains, out, places: [new Place(memory, sizes), new Place(memory, sizes)] };
}

/**
 * Where two fingerprints lie side by side in the memory of the kernel, to be compared. Each stays until another takes its place: most pairs have a document of the
 * pair before.
 */
export class Desk {
  /** Each memory takes addresses, which may be few: another one only for documents larger than most. */
  #memory = ownMemory();
  #sizes = FIRST_SIZES;
  #rooms = roomsIn(this.#memory, FIRST_SIZES);
  #model: SentenceModel | undefined;

  get kernel(): Kernel {
    return this.#memory.kernel;
  }

  /** Where the kernel finds it (`kernel/desk.ts`). */
  get address(): number {
    return this.#rooms.address;
  }

  /** What the kernel has worked out: good until it works something else out. */
  get out(): Float64Array {
    return this.#rooms.out;
  }

  get features(): Float64Array {
    return this.#rooms.features;
  }

  /** The sentences of aligned pairs and their gains. */
  get pairs(): Pick<Rooms, 'pairsA' | 'pairsB' | 'pairGains'> {
    return this.#rooms;
  }

  /** Lays two fingerprints side by side. What was said of others before no longer holds. */
  lay(a: PackedPrint, b: PackedPrint): readonly [Side, Side] {
    const [laidA, laidB] = [laidOut(a), laidOut(b)];
    this.#makeRoom(laidA);
    this.#makeRoom(laidB);
    const [left, right] = this.#rooms.places;
    const [first, second] = right.holds(a) || left.holds(b) ? [right, left] : [left, right];
    return [this.#sideAt(first, laidA), this.#sideAt(second, laidB)];
  }

  /** Pairs of sentences are judged by this model from now on; asked for after each `lay`. */
  use(model: SentenceModel): void {
    if (this.#model === model) return;
    this.#model = model;
    this.#rooms.model.set([model.bias, ...model.weights, LEAST_LOG_ODDS, LEAST_PROBABILITY]);
  }

  #sideAt(place: Place, laid: Laid): Side {
    return place.side !== undefined && place.holds(laid) ? place.side : place.put(laid, this.kernel, this.#rooms.logs);
  }

  #makeRoom({ start, end, keys, further, sentences }: Laid): void {
    const needed: Sizes = { bytes: end - start, keys, places: keys + further, sentences };
    const known = this.#sizes;
    if (needed.bytes <= known.bytes && needed.keys <= known.keys && needed.places <= known.places && needed.sentences <= known.sentences) return;
    const [bytes, keyRoom, places] = [larger(known.bytes, needed.bytes), larger(known.keys, needed.keys), larger(known.places, needed.places)];
    this.#sizes = { bytes, keys: keyRoom, places, sentences: larger(known.sentences, needed.sentences) };
    if (this.#memory === ownMemory()) this.#memory = new KernelMemory();
    else this.#memory.clear();
    this.#rooms = roomsIn(this.#memory, this.#sizes);
    this.#model = undefined;
  }
}

/** Room for so many, doubled until it is enough. */
function larger(room: number, needed: number): number {
  let size = room;
  while (size < needed) size *= 2;
  return size;
}

let own: Desk | undefined;

/** The desk on which one pair after the other is compared. */
export function ownDesk(): Desk {
  own ??= new Desk();
  return own;
}
