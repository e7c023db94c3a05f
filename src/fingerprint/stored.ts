import { BitReader, BitWriter } from './bits.ts';
import { normsOf, type PrintCore } from './print.ts';

/** A fingerprint as bytes to keep: some 2 KB for an article of 3,500 characters. */
export type StoredPrint = Uint8Array;

/** Bits of a key; see `hashKey`. */
const KEY_BITS = 28;
const SHINGLE_BITS = 32;
/** Bits of a weight in steps; see `MOST_STEPS`. */
const STEP_BITS = 6;

const writer = new BitWriter();

/**
 * Puts a fingerprint into bytes, of which the same bytes come for the same fingerprint. Ascending numbers are told by their gaps
 * (Rice 1979), everything else in as many bits as it needs.
 */
export function encodePrint({ language, lengths, keys, steps, first, places, shingles }: PrintCore): StoredPrint {
  writer.bits(language.length, 8);
  for (let at = 0; at < language.length; at++) writer.bits(language.charCodeAt(at), 8);
  for (const count of [lengths.length, keys.length, shingles.length]) writer.rice(count, COUNT_BITS);
  writeAscending(keys, KEY_BITS);
  for (let at = 0; at < steps.length; at++) writer.bits(steps[at] ?? 0, STEP_BITS);
  for (let at = 0; at < keys.length; at++) writer.unary((first[at + 1] ?? 0) - (first[at] ?? 0) - 1);
  const placeBits = bitsFor(lengths.length);
  for (let at = 0; at < places.length; at++) writer.bits(places[at] ?? 0, placeBits);
  for (let at = 0; at < lengths.length; at++) writer.rice(lengths[at] ?? 0, LENGTH_BITS);
  // The highest shingle first: the rest are spread evenly under it.
  const highest = shingles.at(-1) ?? 0;
  if (shingles.length > 0) writer.bits(highest, SHINGLE_BITS);
  writeAscending(shingles.subarray(0, -1), rangeBits(highest));
  return writer.finish();
}

/** Low bits of a count and of a sentence's length: a few dozen sentences, a few hundred keys, a hundred letters. */
const COUNT_BITS = 6;
const LENGTH_BITS = 6;

/** The fingerprint in some bytes. Throws `RangeError` where they end too soon. */
export function decodePrint(stored: StoredPrint): PrintCore {
  const reader = new BitReader(stored);
  let language = '';
  for (let left = reader.bits(8); left > 0; left--) language += String.fromCharCode(reader.bits(8));
  const lengths = new Uint32Array(reader.rice(COUNT_BITS));
  const keys = new Uint32Array(reader.rice(COUNT_BITS));
  const shingles = new Uint32Array(reader.rice(COUNT_BITS));
  reader.ascending(keys, gapBits(keys.length, KEY_BITS));
  const steps = new Uint8Array(keys.length);
  reader.fixed(steps, STEP_BITS);
  const first = new Uint32Array(keys.length + 1);
  reader.sums(first.subarray(1), 1);
  const places = new Uint16Array(first[keys.length] ?? 0);
  const placeBits = bitsFor(lengths.length);
  reader.fixed(places, placeBits);
  for (let at = 0; at < lengths.length; at++) lengths[at] = reader.rice(LENGTH_BITS);
  if (shingles.length > 0) {
    const highest = reader.bits(SHINGLE_BITS);
    reader.ascending(shingles.subarray(0, -1), gapBits(shingles.length - 1, rangeBits(highest)));
    shingles[shingles.length - 1] = highest;
  }
  return { language, lengths, keys, steps, first, places, shingles, norms: normsOf({ keys, steps, first }) };
}

/** Numbers spread evenly over so many bits leave gaps of which Rice's code takes a bit and a half more than they must. */
function gapBits(count: number, bits: number): number {
  return count === 0 ? 0 : Math.max(0, Math.floor(Math.log2((2 ** bits / count) * Math.LN2)));
}

function writeAscending(numbers: Uint32Array, bits: number): void {
  const low = gapBits(numbers.length, bits);
  let before = -1;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    writer.rice(number - before - 1, low);
    before = number;
  }
}

/** Bits for a number under `count`. */
function bitsFor(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}

function rangeBits(highest: number): number {
  return 32 - Math.clz32(highest);
}
