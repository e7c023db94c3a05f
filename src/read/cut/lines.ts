/** A stretch of a file that is one record, with its line end; offsets in bytes, half-open. */
export interface Stretch {
  /** Of its line, or of its row, from 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 0x0a;
/** The bytes that a line may end with. */
export const LINE_ENDS: readonly (number | undefined)[] = [LINE_FEED, 0x0d];

/** The lines of a file, each with its line end. */
export function linesOf(bytes: Buffer): readonly Stretch[] {
  const lines: Stretch[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found + 1;
    lines.push({ number: lines.length + 1, start, end });
    start = end;
  }
  return lines;
}

/** The stretches kept, one after the other; each ends its line, even the last of a file that doesn't end its own. */
export function joinLines(bytes: Buffer, kept: readonly Stretch[]): Buffer {
  const parts = kept.flatMap(({ start, end }, at) => {
    const part = bytes.subarray(start, end);
    const isOpen = at + 1 < kept.length && !LINE_ENDS.includes(part.at(-1));
    return isOpen ? [part, Buffer.from('\n')] : [part];
  });
  return Buffer.concat(parts);
}
