import { ownMemory, SORT_ROOM } from '../kernel/kernel.ts';

/** Words in a shingle: two in a row are common phrases; of four too few survive a desk that changes one word in ten. */
const SHINGLE_WORDS = 3;

/** Shingles kept of a long document at most (64 at least): a containment of one half has a standard error of 0.06 with 64. */
const SAMPLE_SIZE = 128;

/** Bits of a hashed word sequence. With 28 a stored fingerprint would be 46 bytes smaller; one article in two hundred would have another sample. */
export const SHINGLE_BITS = 32;

/**
 * A sample of a document's hashed word sequences, ascending: those under a cut-off that halves until the sample is small
 * enough (a text of fewer than three words is one shingle), so that any two samples can be compared at the lower of both cut-offs.
 *
 * Source: FracMinHash (Irber et al. 2022), with the scale chosen by document.
 */
export function sampleShingles(words: ArrayLike<number>): Uint32Array {
  return sampleWritten(words.length, (room) => {
    room.set(words);
    return words.length;
  });
}

/** The same of words that `write` writes, `most` at most; it tells how many there are. */
export function sampleWritten(most: number, write: (room: Uint32Array) => number): Uint32Array {
  const room = roomFor(most);
  const words = write(room.words);
  const size = Math.max(1, Math.min(SHINGLE_WORDS, words));
  const count = Math.max(0, words - size + 1);
  ownMemory().kernel.hashShingles(room.words.byteOffset, count, size, room.hashes.byteOffset);
  let cut = ALL;
  while (hashesUnder(cut, count, room) > SAMPLE_SIZE && cut > 1) cut /= 2;
  let sample = distinctUnder(cut, count, room);
  // A text that repeats itself may have a cut-off higher than that: only now, with few left, is it worth sorting them.
  for (; cut < ALL; cut *= 2) {
    const wider = distinctUnder(2 * cut, count, room);
    if (wider.length > SAMPLE_SIZE) break;
    sample = wider;
  }
  return sample;
}

/** The cut-off that all hashes are under. */
const ALL = 2 ** SHINGLE_BITS;

/** The words of a document, its hashes, those under a cut-off, and what it takes to sort them. */
interface Room {
  readonly words: Uint32Array;
  readonly hashes: Uint32Array;
  readonly under: Uint32Array;
  readonly sorting: number;
}

/** Words there is room for to begin with. */
const FIRST_WORDS = 4_096;

let room: Room | undefined;

function roomFor(words: number): Room {
  if (room !== undefined && room.words.length >= words) return room;
  const [memory, length] = [ownMemory(), Math.max(FIRST_WORDS, 2 * words)];
  room = { words: memory.uint32(length), hashes: memory.uint32(length), under: memory.uint32(length + 1), sorting: memory.bytes(4 * length + SORT_ROOM).byteOffset };
  return room;
}

/** Takes the hashes under a cut-off; how many they are. */
function hashesUnder(cut: number, count: number, { hashes, under }: Room): number {
  return ownMemory().kernel.hashesUpTo(hashes.byteOffset, count, cut - 1, under.byteOffset);
}

/** The hashes under a cut-off once each, ascending. */
function distinctUnder(cut: number, count: number, own: Room): Uint32Array {
  return own.under.slice(0, ownMemory().kernel.distinct(own.under.byteOffset, hashesUnder(cut, count, own), own.sorting));
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a (Fowler, Noll, Vo; public domain) over UTF-16 units, finalised. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}
