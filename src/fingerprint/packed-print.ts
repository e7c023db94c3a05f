import type { PrintCore } from './print.ts';
import { KEY_FAMILIES } from '../types.ts';

/** Where a fingerprint lies in memory that holds many, and how long its lists are. */
export interface PackedPrint {
  readonly language: string;
  /** Where it begins, in bytes; a multiple of four. */
  readonly start: number;
  readonly sentences: number;
  readonly keys: number;
  readonly further: number;
  readonly shingles: number;
}

const NORMS = KEY_FAMILIES.length + 1;

/** The place of a fingerprint that begins at a byte. */
export function placedAt({ language, lengths, keys, further, shingles }: PrintCore, start: number): PackedPrint {
  return { language, start, sentences: lengths.length, keys: keys.length, further: further.length, shingles: shingles.length };
}

/** Bytes of a fingerprint: words of four, then the further places of two, filled up to a word. */
export function sizeOf({ sentences, keys, further, shingles }: PackedPrint): number {
  return 4 * (sentences + 2 * keys + shingles + NORMS + Math.ceil(further / 2));
}

/** Writes a fingerprint to its place. */
export function putPrint(buffer: ArrayBufferLike, place: PackedPrint, print: PrintCore): void {
  const view = printAt(buffer, place);
  view.lengths.set(print.lengths);
  view.keys.set(print.keys);
  view.details.set(print.details);
  view.shingles.set(print.shingles);
  view.norms.set(print.norms);
  view.further.set(print.further);
}

/** The fingerprint at a place, as views of the memory. */
export function printAt(buffer: ArrayBufferLike, { language, start, sentences, keys, further, shingles }: PackedPrint): PrintCore {
  const atKeys = start + 4 * sentences;
  const atDetails = atKeys + 4 * keys;
  const atShingles = atDetails + 4 * keys;
  const atNorms = atShingles + 4 * shingles;
  return {
    language,
    lengths: new Uint32Array(buffer, start, sentences),
    keys: new Uint32Array(buffer, atKeys, keys),
    details: new Uint32Array(buffer, atDetails, keys),
    shingles: new Uint32Array(buffer, atShingles, shingles),
    norms: new Float32Array(buffer, atNorms, NORMS),
    further: new Uint16Array(buffer, atNorms + 4 * NORMS, further),
  };
}
