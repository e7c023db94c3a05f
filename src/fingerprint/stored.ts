import { BitReader, BitWriter } from './bits.ts';
import { detailOf, firstIn, normsOf, STEP_BITS, stepsIn, timesIn, type PrintCore } from './print.ts';
import { readKeys, writeKeys } from './stored-keys.ts';
import { SHINGLE_BITS } from '../extract/shingles.ts';

/** A fingerprint as bytes to keep: some 1.4 KB for an article of 3,500 characters. */
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
  writeSteps(details, usualRoom);
  for (let at = 0; at < keys.length; at++) writer.unary(timesIn(details[at] ?? 0) - 1);
  for (let at = 0; at < keys.length; at++) writer.under(firstIn(details[at] ?? 0), lengths.length);
  for (let at = 0; at < further.length; at++) writer.under(further[at] ?? 0, lengths.length);
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
  readSteps(reader, steps);
  const ends = endRoom.subarray(0, keys.length);
  reader.sums(ends, 1);
  const firsts = firstRoom.subarray(0, keys.length);
  reader.under(firsts, lengths.length);
  const details = new Uint32Array(keys.length);
  let before = 0;
  for (let at = 0; at < keys.length; at++) {
    const end = ends[at] ?? 0;
    details[at] = detailOf(steps[at] ?? 0, end - before, firsts[at] ?? 0);
    before = end;
  }
  const further = new Uint16Array(before - keys.length);
  reader.under(further, lengths.length);
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
let firstRoom = new Uint16Array(1024);

function makeRoom(keys: number): void {
  if (usualRoom.length >= keys) return;
  usualRoom = new Uint8Array(2 * keys);
  endRoom = new Uint32Array(2 * keys);
  firstRoom = new Uint16Array(2 * keys);
}

/** Writes the steps that are not the usual ones of their keys: where, and what they are. */
function writeSteps(details: Uint32Array, usual: Uint8Array): void {
  const others = Uint32Array.from(details.keys()).filter((at) => stepsIn(details[at] ?? 0) !== usual[at]);
  writer.rice(others.length, COUNT_BITS);
  writer.ascending(others, details.length);
  for (const at of others) writer.bits(stepsIn(details[at] ?? 0), STEP_BITS);
}

/** Puts them in place of the usual ones. */
function readSteps(reader: BitReader, steps: Uint8Array): void {
  const others = new Uint32Array(reader.rice(COUNT_BITS));
  const their = new Uint8Array(others.length);
  reader.ascending(others, steps.length);
  reader.fixed(their, STEP_BITS);
  for (let at = 0; at < others.length; at++) steps[others[at] ?? 0] = their[at] ?? 0;
}

/** The power of two that numbers up to the highest are under. */
function rangeOf(highest: number): number {
  return 2 ** (32 - Math.clz32(highest));
}
