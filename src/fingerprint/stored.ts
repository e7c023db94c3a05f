import { BitReader, BitWriter } from './bits.ts';
import { detailOf, familyIndex, firstIn, normsOf, STEP_BITS, stepsIn, timesIn, type PrintCore } from './print.ts';
import { readKeys, writeKeys } from './stored-keys.ts';
import { SHINGLE_BITS } from '../extract/shingles.ts';
import { KEY_FAMILIES } from '../types.ts';

/** A fingerprint as bytes to keep: some 1.3 KB for an article of 3,500 characters. */
export type StoredPrint = Uint8Array;

const writer = new BitWriter();

/**
 * Puts a fingerprint into bytes, of which the same bytes come for the same fingerprint. Ascending numbers are told by their gaps
 * (Rice 1979), keys that the shipped background knows by their place in it, weights only where they are not the usual ones of their keys,
 * everything else in as many bits as it needs. What was written with one background can't be read with another: see `PRINT_TABLES`.
 */
export function encodePrint({ language, lengths, keys, details, further, shingles }: PrintCore): StoredPrint {
  writer.bits(language.length, 8);
  for (let at = 0; at < language.length; at++) writer.bits(language.charCodeAt(at), 8);
  for (const count of [lengths.length, shingles.length]) writer.rice(count, COUNT_BITS);
  makeRoom(keys.length);
  writeKeys(writer, language, keys, usualRoom);
  writeSteps({ keys, details }, usualRoom);
  for (let at = 0; at < keys.length; at++) writer.unary(timesIn(details[at] ?? 0) - 1);
  writePlaces({ details, further }, lengths.length);
  for (let at = 0; at < lengths.length; at++) writer.rice(lengths[at] ?? 0, LENGTH_BITS);
  // The highest shingle first: the rest are spread evenly under it.
  const highest = shingles.at(-1) ?? 0;
  if (shingles.length > 0) writer.bits(highest, SHINGLE_BITS);
  writer.ascending(shingles.subarray(0, -1), rangeOf(highest));
  return writer.finish();
}

/** Low bits of a count and of a sentence's length: a few dozen sentences, a hundred letters. */
const COUNT_BITS = 6;
const LENGTH_BITS = 6;

/** The fingerprint in some bytes. Throws `RangeError` where they end too soon, or name what is not there. */
export function decodePrint(stored: StoredPrint): PrintCore {
  const reader = new BitReader(stored);
  let language = '';
  for (let left = reader.bits(8); left > 0; left--) language += String.fromCharCode(reader.bits(8));
  const lengths = new Uint32Array(reader.rice(COUNT_BITS));
  const shingles = new Uint32Array(reader.rice(COUNT_BITS));
  const { keys, steps } = readKeys(reader, language);
  makeRoom(keys.length);
  readSteps(reader, keys, steps);
  const { details, further } = readPlaces(reader, steps, lengths.length);
  reader.rices(lengths, LENGTH_BITS);
  if (shingles.length > 0) {
    const highest = reader.bits(SHINGLE_BITS);
    reader.ascending(shingles.subarray(0, -1), rangeOf(highest));
    shingles[shingles.length - 1] = highest;
  }
  return { language, lengths, keys, details, further, shingles, norms: normsOf({ keys, details }) };
}

// Filled anew for each fingerprint that is read or written; nothing of one is left for the next.
let usualRoom = new Uint8Array(1024);
let endRoom = new Uint32Array(1024);
let wordRoom = new Uint32Array(1024);
let lessRoom = new Uint8Array(1024);
let sizeRoom = new Uint16Array(1024);
let countRoom = new Int32Array(1024);
let firstRoom = new Uint16Array(1024);

function makeRoom(keys: number): void {
  if (usualRoom.length >= keys) return;
  usualRoom = new Uint8Array(2 * keys);
  endRoom = new Uint32Array(2 * keys);
  wordRoom = new Uint32Array(2 * keys);
  lessRoom = new Uint8Array(2 * keys);
  sizeRoom = new Uint16Array(2 * keys);
  countRoom = new Int32Array(2 * keys);
  firstRoom = new Uint16Array(2 * keys);
}

/** Writes the first sentence of each key, under what its others leave of them, then these by their gaps, each under what is left as well. */
function writePlaces({ details, further }: Pick<PrintCore, 'details' | 'further'>, sentences: number): void {
  for (const detail of details) writer.under(firstIn(detail), sentences - timesIn(detail) + 1);
  let told = 0;
  for (const detail of details) {
    let before = firstIn(detail);
    for (let more = timesIn(detail) - 1; more > 0; more--) {
      const place = further[told++] ?? 0;
      writer.under(place - before - 1, sentences - before - more);
      before = place;
    }
  }
}

/** Reads of keys with some steps how many sentences each has, and which. */
function readPlaces(reader: BitReader, steps: Uint8Array, sentences: number): Pick<PrintCore, 'details' | 'further'> {
  const count = steps.length;
  const [ends, sizes, counts, firsts] = [endRoom.subarray(0, count), sizeRoom.subarray(0, count), countRoom.subarray(0, count), firstRoom.subarray(0, count)];
  reader.sums(ends, 1);
  let before = 0;
  for (let at = 0; at < count; at++) {
    const end = ends[at] ?? 0;
    sizes[at] = end - before;
    counts[at] = sentences - (end - before) + 1;
    before = end;
  }
  reader.under(firsts, counts);
  const further = new Uint16Array(before - count);
  reader.further(further, firsts, sizes, counts);
  const details = new Uint32Array(count);
  for (let at = 0; at < count; at++) details[at] = detailOf(steps[at] ?? 0, sizes[at] ?? 0, firsts[at] ?? 0);
  return { details, further };
}

/** Of the keys of dictionary words nearly half weigh less than usual, since the word in the text has several meanings; of all others hardly any. */
const WORD = KEY_FAMILIES.indexOf('word');

/** Low bits of how much less than usual a key weighs: two steps to ten, mostly. */
const LESS_BITS = 2;
const STEP_MASK = 2 ** STEP_BITS - 1;

/**
 * Writes how much less than usual each word weighs (counted around, so that more can be told too), then the steps of other keys that have
 * not their usual ones.
 */
function writeSteps({ keys, details }: Pick<PrintCore, 'keys' | 'details'>, usual: Uint8Array): void {
  for (const at of wordsOf(keys)) writer.orNought(((usual[at] ?? 0) - stepsIn(details[at] ?? 0)) & STEP_MASK, LESS_BITS);
  const others = Uint32Array.from(keys.keys()).filter((at) => familyIndex(keys[at] ?? 0) !== WORD && stepsIn(details[at] ?? 0) !== usual[at]);
  writer.rice(others.length, OTHERS_BITS);
  writer.ascending(others, keys.length);
  for (const at of others) writer.bits(stepsIn(details[at] ?? 0), STEP_BITS);
}

/** Low bits of the number of keys that are no words and have not their usual weight: two, mostly. */
const OTHERS_BITS = 1;

/** Puts them in place of the usual ones. */
function readSteps(reader: BitReader, keys: Uint32Array, steps: Uint8Array): void {
  const words = wordsOf(keys);
  const less = lessRoom.subarray(0, words.length);
  reader.orNoughts(less, LESS_BITS);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0;
    steps[word] = ((steps[word] ?? 0) - (less[at] ?? 0)) & STEP_MASK;
  }
  const others = new Uint32Array(reader.rice(OTHERS_BITS));
  reader.ascending(others, keys.length);
  for (const at of others) steps[at] = reader.bits(STEP_BITS);
}

/** The places of dictionary words among keys, good until those of others are asked for. */
function wordsOf(keys: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < keys.length; at++) {
    wordRoom[count] = at;
    // One where it is a word: a branch would be foreseen wrongly every other time.
    count += ((familyIndex(keys[at] ?? 0) ^ WORD) - 1) >>> 31;
  }
  return wordRoom.subarray(0, count);
}

/** The power of two that numbers up to the highest are under. */
function rangeOf(highest: number): number {
  return 2 ** (32 - Math.clz32(highest));
}
