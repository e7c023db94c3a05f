import { createHash } from 'node:crypto';
import { ownMemory } from '../kernel/kernel.ts';
import { unitsOf } from '../kernel/text.ts';

/** 128 bits: with a thousand million texts the chance that two meet is one in 10²⁰. */
const HASH_CHARACTERS = 32;

/**
 * A name for what a text says, of 32 hexadecimal characters: the same after the file was renamed, and after its lines were
 * broken elsewhere, its quotes or dashes changed, or it was stored in another Unicode form. A word or a figure more or less
 * gives another. It is made of the text as it came, so that it does not depend on what this version takes for furniture.
 *
 * Method: SHA-256 over the letters and digits after NFKC and lower-casing, in UTF-8, cut short.
 */
export function contentHash(text: string): string {
  asWritten ??= formsBy(formOfWritten);
  return createHash('sha256').update(lettersOf(text, asWritten) ?? normalizedLetters(text)).digest('hex').slice(0, HASH_CHARACTERS);
}

/** What a code unit is to the hash; as in `kernel/text.ts`. What is unclear depends on the units around it. */
const Part = { unseen: 0, letter: 1, other: 2, unclear: 3 } as const;

/** What a code unit is, and as which unit it is hashed. */
interface Form {
  readonly part: number;
  readonly unit: number;
}

const UNCLEAR: Form = { part: Part.unclear, unit: 0 };

/** The forms of all code units, each found once it is met. */
interface Forms {
  readonly formOf: (unit: number) => Form;
  readonly parts: Uint8Array;
  readonly units: Uint16Array;
}

function formsBy(formOf: (unit: number) => Form): Forms {
  return { formOf, parts: ownMemory().bytes(65_536), units: ownMemory().uint16(65_536) };
}

let asWritten: Forms | undefined;
let asNormalized: Forms | undefined;

/** The letters of a text in which a unit is unclear as it is written: a mark is put together with the letter before it. */
function normalizedLetters(text: string): Uint8Array | string {
  const normalized = text.normalize('NFKC').toLowerCase();
  asNormalized ??= formsBy(formOfNormalized);
  // A letter of two units is rare, and half of one is not UTF-8.
  return lettersOf(normalized, asNormalized) ?? normalized.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

const FIRST_ROOM = 2 ** 16;

let room: Uint8Array | undefined;

/** The letters and digits of a text in UTF-8, good until the next text, or undefined where a unit of it is unclear: a tenth of the time that a regular expression over it takes. */
function lettersOf(text: string, { formOf, parts, units }: Forms): Uint8Array | undefined {
  const { kernel } = ownMemory();
  if (room === undefined || room.length < 3 * text.length) room = ownMemory().bytes(Math.max(FIRST_ROOM, 6 * text.length));
  const written = unitsOf(text);
  for (;;) {
    const count = kernel.letters(written, text.length, parts.byteOffset, units.byteOffset, room.byteOffset);
    if (count >= 0) return room.subarray(0, count);
    const unit = text.charCodeAt(-1 - count);
    if (parts[unit] === Part.unclear) return undefined;
    const form = formOf(unit);
    parts[unit] = form.part;
    units[unit] = form.unit;
  }
}

/** Letters that are put together with those before them as marks are: the parts of Korean syllables. */
const JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

/** A capital whose small form depends on whether a word ends with it. */
const SIGMA = 'Σ';

function formOfWritten(unit: number): Form {
  if (isSurrogate(unit)) return UNCLEAR;
  const written = String.fromCharCode(unit);
  const normalized = written.normalize('NFKC');
  const lower = normalized.toLowerCase();
  const isAlone = normalized !== SIGMA && lower.length === 1 && [written, lower].every((each) => !/\p{M}/u.test(each) && !JAMO.test(each));
  return isAlone ? formOfNormalized(lower.charCodeAt(0)) : UNCLEAR;
}

function formOfNormalized(unit: number): Form {
  if (isSurrogate(unit)) return UNCLEAR;
  return { part: /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit)) ? Part.letter : Part.other, unit };
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
