import { ownMemory } from './kernel.ts';

/** Code units there is room for to begin with. */
const FIRST_UNITS = 16_384;

let room: Buffer | undefined;

/** Where the kernel finds the code units of a text, two bytes each: good until the next text. */
export function unitsOf(text: string): number {
  if (room === undefined || room.length < 2 * text.length) {
    const units = ownMemory().uint16(Math.max(FIRST_UNITS, 2 * text.length));
    room = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  }
  room.write(text, 'utf16le');
  return room.byteOffset;
}
