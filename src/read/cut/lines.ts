/** A stretch of a file that is one record, with its line end; offsets in bytes, half-open. */
export interface Stretch {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 0x0a;

/** The lines of a file, each with its line end. */
export function linesOf(bytes: Buffer): readonly Stretch[] {
  const lines: Stretch[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found + 1;
    lines.push({ line: lines.length + 1, start, end });
    start = end;
  }
  return lines;
}

/** The stretches kept, one after the other; each ends its line, even the last of a file that doesn't end its own. */
export function joinLines(bytes: Buffer, kept: readonly Stretch[]): Buffer {
  const parts = kept.flatMap(({ start, end }, at) => {
    const part = bytes.subarray(start, end);
    const isOpen = at + 1 < kept.length && part.at(-1) !== LINE_FEED;
    return isOpen ? [part, Buffer.from('\n')] : [part];
  });
  return Buffer.concat(parts);
}
