import { detailOf, hashOfPrint, STEP_BITS, type PrintCore } from './print.ts';
import { LANGUAGES } from '../language/table.ts';
import { KEY_FAMILIES } from '../types.ts';

/** Memory that fingerprints lie in, to be read in units of four bytes, of two and of one. */
export interface PrintMemory<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B;
  readonly words: Uint32Array;
  readonly floats: Float32Array;
  readonly halves: Uint16Array;
  readonly bytes: Uint8Array;
}

/** The memory of a buffer whose length is a multiple of four. */
export function memoryOf<B extends ArrayBufferLike>(buffer: B): PrintMemory<B> {
  return { buffer, words: new Uint32Array(buffer), floats: new Float32Array(buffer), halves: new Uint16Array(buffer), bytes: new Uint8Array(buffer) };
}

/**
 * What a fingerprint begins and ends at a multiple of, in bytes. Four would do to read it, but what lies in memory that threads share V8 copies a byte at a time where it does
 * not begin at a multiple of eight, which takes five times as long.
 */
export const PRINT_ALIGNED = 8;

/** A fingerprint where it lies: after `start` bytes, a multiple of `PRINT_ALIGNED`, of some memory. Two thirds of what its lists take by themselves. */
export interface PackedPrint {
  readonly memory: PrintMemory;
  readonly start: number;
}

/** A language as a number, the same in every thread. */
const CODES = ['und', ...LANGUAGES.keys()];
const NUMBERS: ReadonlyMap<string, number> = new Map(CODES.map((code, number) => [code, number]));

/** The numbers that a fingerprint begins with, four bytes each. */
const HEAD = 9;
const NORMS = KEY_FAMILIES.length + 1;

/**
 * Keys ascend: of each the low two bytes are kept as they are, and by how much what is above them is more than that of the key before, in
 * one byte. The highest says that it is more than fits, and stands among the wide gaps: in documents of a hundred keys and more hardly one.
 */
const LOW_BITS = 16;
const WIDE_GAP = 255;

/**
 * A detail in two bytes: steps and times as in `detailOf`, but three bits for the times, above them seven for the first sentence. Three bits
 * of nought say that it does not fit; it then stands among the wide details, behind the place of its key. With a bit less for the times an
 * article has thirteen of those, and 80 bytes more.
 */
const TIMES_BITS = 3;
const SHORT_TIMES = ((1 << TIMES_BITS) - 1) << STEP_BITS;
const SHORT_LOW = (1 << (STEP_BITS + TIMES_BITS)) - 1;
const MOST_TIMES = 2 ** TIMES_BITS - 1;
const MOST_FIRST = 127;
/** From the first sentence's place in a short detail to that in a whole one. */
const FIRST_SHIFT = Math.log2(detailOf(0, 0, 1)) - (STEP_BITS + TIMES_BITS);

/** Bits of a whole detail that a short one has no room for. */
const WIDE_DETAIL = ~detailOf(2 ** STEP_BITS - 1, MOST_TIMES, MOST_FIRST);

/** So many sentences have numbers of one byte. */
const BYTE_SENTENCES = 256;

/** How long the lists of a fingerprint are. */
interface Counts {
  readonly sentences: number;
  readonly keys: number;
  readonly wideGaps: number;
  readonly wideDetails: number;
  readonly further: number;
  readonly shingles: number;
}

/** A fingerprint's language, how long its lists are, and where in its memory they begin, in units of what they are of. */
export interface Laid extends Counts {
  readonly memory: PrintMemory;
  /** In bytes. */
  readonly start: number;
  readonly language: string;
  /** Sum of the sentences' lengths. */
  readonly length: number;
  readonly atNorms: number;
  readonly atShingles: number;
  readonly atWideGaps: number;
  readonly atWideDetails: number;
  readonly atDetails: number;
  readonly atLows: number;
  readonly atLengths: number;
  /** In units of two bytes where sentences have numbers of two, else of one. */
  readonly atFurther: number;
  readonly atGaps: number;
  /** In bytes. */
  readonly end: number;
}

/** What `hashOfPrint` says of a fingerprint. */
export function hashIn({ memory, start }: PackedPrint): number {
  return (memory.words[start / 4 + HEAD - 1] ?? 0) | 0;
}

/** How a fingerprint lies. */
export function laidOut({ memory, start }: PackedPrint): Laid {
  const { words } = memory;
  const head = start / 4;
  const counts = { sentences: words[head + 1] ?? 0, keys: words[head + 3] ?? 0, wideGaps: words[head + 4] ?? 0, wideDetails: words[head + 5] ?? 0, further: words[head + 6] ?? 0, shingles: words[head + 7] ?? 0 };
  return lay(memory, start, CODES[words[head] ?? 0] ?? '', words[head + 2] ?? 0, counts);
}

/** The longer units first, so that each list begins where its units do. */
function lay(memory: PrintMemory, start: number, language: string, length: number, { sentences, keys, wideGaps, wideDetails, further, shingles }: Counts): Laid {
  const isByte = sentences <= BYTE_SENTENCES;
  const atNorms = start / 4 + HEAD;
  const atShingles = atNorms + NORMS;
  const atWideGaps = atShingles + shingles;
  const atWideDetails = atWideGaps + wideGaps;
  const atDetails = 2 * (atWideDetails + 2 * wideDetails);
  const atLows = atDetails + keys;
  const atLengths = atLows + keys;
  const afterLengths = atLengths + sentences;
  const atGaps = 2 * (isByte ? afterLengths : afterLengths + further);
  const afterGaps = atGaps + keys;
  const end = PRINT_ALIGNED * Math.ceil((isByte ? afterGaps + further : afterGaps) / PRINT_ALIGNED);
  const atFurther = isByte ? afterGaps : afterLengths;
  return { memory, start, language, length, sentences, keys, wideGaps, wideDetails, further, shingles, atNorms, atShingles, atWideGaps, atWideDetails, atDetails, atLows, atLengths, atFurther, atGaps, end };
}

/** How long the lists of a fingerprint get, and how many bytes it takes, a multiple of `PRINT_ALIGNED`. */
interface Measured extends Counts {
  readonly bytes: number;
}

/** Measures a fingerprint, for room to be made for it. */
export function measure({ lengths, keys, details, further, shingles }: PrintCore): Measured {
  let [wideGaps, wideDetails, before] = [0, 0, 0];
  for (let at = 0; at < keys.length; at++) {
    const high = (keys[at] ?? 0) >>> LOW_BITS;
    if (high - before >= WIDE_GAP) wideGaps++;
    if (isWideDetail(details[at] ?? 0)) wideDetails++;
    before = high;
  }
  const counts = { sentences: lengths.length, keys: keys.length, wideGaps, wideDetails, further: further.length, shingles: shingles.length };
  return { ...counts, bytes: lay(NO_MEMORY, 0, '', 0, counts).end };
}

/** Whether a detail has bits that a short one has no room for. */
function isWideDetail(detail: number): boolean {
  return (detail & WIDE_DETAIL) !== 0;
}

const NO_MEMORY = memoryOf(new ArrayBuffer(0));

/** Writes a fingerprint, which has been measured, to its place. Throws `RangeError` for a language that languages.tsv has not. */
export function putPrint({ memory, start }: PackedPrint, print: PrintCore, counts: Measured): void {
  const { words, floats, halves, bytes } = memory;
  const language = NUMBERS.get(print.language);
  if (language === undefined) throw new RangeError(`languages.tsv has no ${print.language}`);
  const length = print.lengths.reduce((sum, each) => sum + each, 0);
  const laid = lay(memory, start, print.language, length, counts);
  words.set([language, counts.sentences, length, counts.keys, counts.wideGaps, counts.wideDetails, counts.further, counts.shingles, hashOfPrint(print)], start / 4);
  floats.set(print.norms, laid.atNorms);
  words.set(print.shingles, laid.atShingles);
  halves.set(print.lengths, laid.atLengths);
  (counts.sentences <= BYTE_SENTENCES ? bytes : halves).set(print.further, laid.atFurther);
  const { keys, details } = print;
  const { atLows, atGaps, atDetails } = laid;
  let [wideGap, wideDetail, before] = [laid.atWideGaps, laid.atWideDetails, 0];
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    const gap = (key >>> LOW_BITS) - before;
    before = key >>> LOW_BITS;
    halves[atLows + at] = key;
    bytes[atGaps + at] = Math.min(gap, WIDE_GAP);
    if (gap >= WIDE_GAP) words[wideGap++] = gap;
    const detail = details[at] ?? 0;
    if (isWideDetail(detail)) {
      halves[atDetails + at] = 0;
      words[wideDetail++] = at;
      words[wideDetail++] = detail;
    } else {
      halves[atDetails + at] = (detail & SHORT_LOW) | ((detail >>> FIRST_SHIFT) & ~SHORT_LOW);
    }
  }
}

/** A fingerprint put by itself. */
export function packed(print: PrintCore): PackedPrint {
  const measured = measure(print);
  const place = { memory: memoryOf(new ArrayBuffer(measured.bytes)), start: 0 };
  putPrint(place, print, measured);
  return place;
}

function wholeDetail(short: number): number {
  return (short & SHORT_LOW) | ((short & ~SHORT_LOW) << FIRST_SHIFT);
}

/** The shingles of a fingerprint, as a view of its memory. */
export function shinglesOf({ memory, atShingles, shingles }: Laid): Uint32Array {
  return memory.words.subarray(atShingles, atShingles + shingles);
}

/** The length of a sentence, in English letters. */
export function lengthAt({ memory, atLengths }: Laid, sentence: number): number {
  return memory.halves[atLengths + sentence] ?? 0;
}

/** The norm of all document weights. */
export function normIn({ memory, atNorms }: Laid): number {
  return memory.floats[atNorms + NORMS - 1] ?? 1;
}

/** Where the lists that do not lie as they are read go. */
interface Room {
  readonly lengths: Uint32Array;
  readonly keys: Uint32Array;
  readonly details: Uint32Array;
  readonly further: Uint16Array;
}

function roomFor({ sentences, keys, further }: Pick<Counts, 'sentences' | 'keys' | 'further'>): Room {
  return { lengths: new Uint32Array(sentences), keys: new Uint32Array(keys), details: new Uint32Array(keys), further: new Uint16Array(further) };
}

/** Reads a fingerprint, into lists of its own but for two that are views of the memory. */
export function unpacked(place: PackedPrint): PrintCore {
  const laid = laidOut(place);
  return readInto(roomFor(laid), laid);
}

/** Reads fingerprints one after the other into the same lists: each is good until the next is read. */
export class PrintReader {
  #room = roomFor({ sentences: 256, keys: 1024, further: 1024 });

  read(place: PackedPrint): PrintCore {
    const laid = laidOut(place);
    const { lengths, keys, further } = this.#room;
    const isEnough = laid.sentences <= lengths.length && laid.keys <= keys.length && laid.further <= further.length;
    if (!isEnough) this.#room = roomFor({ sentences: 2 * laid.sentences, keys: 2 * laid.keys, further: 2 * laid.further });
    return readInto(this.#room, laid);
  }
}

function readInto({ lengths, keys, details, further }: Room, laid: Laid): PrintCore {
  const { memory } = laid;
  const { words, floats, halves, bytes } = memory;
  let [wideGap, wideDetail, high] = [laid.atWideGaps, laid.atWideDetails + 1, 0];
  for (let at = 0; at < laid.keys; at++) {
    const gap = bytes[laid.atGaps + at] ?? 0;
    high += gap === WIDE_GAP ? (words[wideGap++] ?? 0) : gap;
    keys[at] = (high << LOW_BITS) | (halves[laid.atLows + at] ?? 0);
    const short = halves[laid.atDetails + at] ?? 0;
    const isWide = (short & SHORT_TIMES) === 0;
    details[at] = isWide ? (words[wideDetail] ?? 0) : wholeDetail(short);
    if (isWide) wideDetail += 2;
  }
  for (let at = 0; at < laid.sentences; at++) lengths[at] = halves[laid.atLengths + at] ?? 0;
  const sentences = laid.sentences <= BYTE_SENTENCES ? bytes : halves;
  for (let at = 0; at < laid.further; at++) further[at] = sentences[laid.atFurther + at] ?? 0;
  return {
    language: laid.language,
    lengths: lengths.subarray(0, laid.sentences),
    keys: keys.subarray(0, laid.keys),
    details: details.subarray(0, laid.keys),
    further: further.subarray(0, laid.further),
    shingles: shinglesOf(laid),
    norms: floats.subarray(laid.atNorms, laid.atNorms + NORMS),
  };
}
