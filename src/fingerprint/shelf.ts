import { hashIn, measure, memoryOf, PRINT_ALIGNED, putPrint, unpacked, type PackedPrint, type PrintMemory, type PrintReader } from './packed-print.ts';
import { hashOfPrint, type PrintCore } from './print.ts';

/** The fingerprints of a list of documents, by their places in it. */
export interface PrintList {
  readonly length: number;
  readonly at: (place: number) => PrintCore;
  /** The same, read into the lists of a reader where it is not at hand: good until that reads another. */
  readonly readAt: (place: number, reader: PrintReader) => PrintCore;
  /** What `hashOfPrint` says of it. */
  readonly hashAt: (place: number) => number;
  /** Where it lies, to be looked at without being read. */
  readonly packedAt: (place: number) => PackedPrint;
}

/** A list of the fingerprints at hand; they are packed when one is first looked at. */
export function listOf(prints: readonly PrintCore[]): PrintList {
  return listOfItems(prints, (print) => print);
}

/** The same of what has a fingerprint. */
export function listOfItems<T>(items: readonly T[], printOf: (item: T) => PrintCore): PrintList {
  let shelf: PrintList | undefined;
  const at = (place: number): PrintCore => {
    const item = items[place];
    if (item === undefined) throw new RangeError(`no fingerprint ${place} of ${items.length}`);
    return printOf(item);
  };
  return {
    length: items.length,
    at,
    readAt: at,
    hashAt: (place) => hashOfPrint(at(place)),
    packedAt: (place) => {
      shelf ??= shelfOf([packPrints(items.map(printOf))], Uint32Array.from(items.keys()));
      return shelf.packedAt(place);
    },
  };
}

/** Fingerprints side by side in memory that threads share: how many they are, after how many bytes each begins, and they themselves. */
export type PackedPrints = SharedArrayBuffer;

/** Puts fingerprints together. */
export function packPrints(prints: readonly PrintCore[]): PackedPrints {
  const starts = new Uint32Array(prints.length);
  const measured = prints.map(measure);
  let end = headFor(prints.length);
  for (const [at, { bytes }] of measured.entries()) {
    starts[at] = end;
    end += bytes;
  }
  const memory = memoryOf(new SharedArrayBuffer(end));
  memory.words[0] = prints.length;
  memory.words.set(starts, 1);
  for (const [at, print] of prints.entries()) {
    const own = measured[at];
    if (own !== undefined) putPrint({ memory, start: starts[at] ?? 0 }, print, own);
  }
  return memory.buffer;
}

/** Fingerprints of several packs, in their order, as one pack. */
export function joinPrints(packs: readonly PackedPrints[]): PackedPrints {
  const memories = packs.map(memoryOf);
  const counts = memories.map(countIn);
  const documents = sumOf(counts);
  const joined = memoryOf(new SharedArrayBuffer(headFor(documents) + sumOf(memories.map((memory) => memory.bytes.length - headOf(memory)))));
  joined.words[0] = documents;
  let [place, end] = [1, headFor(documents)];
  for (const memory of memories) {
    const head = headOf(memory);
    for (let at = 0; at < countIn(memory); at++) joined.words[place++] = startIn(memory, at) - head + end;
    joined.bytes.set(memory.bytes.subarray(head), end);
    end += memory.bytes.length - head;
  }
  return joined.buffer;
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

/** How many fingerprints were put together. */
function countIn({ words }: PrintMemory): number {
  return words[0] ?? 0;
}

/** The bytes before the first of them. */
function headOf(memory: PrintMemory): number {
  return headFor(countIn(memory));
}

/** The bytes before the first of so many fingerprints. */
function headFor(count: number): number {
  return PRINT_ALIGNED * Math.ceil((4 * (1 + count)) / PRINT_ALIGNED);
}

/** After how many bytes one of them begins. */
function startIn({ words }: PrintMemory, at: number): number {
  return words[1 + at] ?? 0;
}

/** The fingerprints that were put together. */
export function unpackPrints(packed: PackedPrints): PrintCore[] {
  const memory = memoryOf(packed);
  return Array.from({ length: countIn(memory) }, (_, at) => unpacked({ memory, start: startIn(memory, at) }));
}

/** The fingerprints of several packs as one list, in the order given by their places in all packs together. */
export function shelfOf(packs: readonly PackedPrints[], order: Uint32Array): PrintList {
  const memories = packs.map(memoryOf);
  const placed = placesOn(memories.map(countIn), order);
  const packedAt = (wanted: number): PackedPrint => {
    const { pack, at } = placed(wanted);
    const memory = memories[pack];
    if (memory === undefined) throw new RangeError(`no fingerprint ${wanted} of ${order.length}`);
    return { memory, start: startIn(memory, at) };
  };
  return {
    length: order.length,
    at: (wanted) => unpacked(packedAt(wanted)),
    readAt: (wanted, reader) => reader.read(packedAt(wanted)),
    hashAt: (wanted) => hashIn(packedAt(wanted)),
    packedAt,
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
