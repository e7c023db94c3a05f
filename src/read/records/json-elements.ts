/** An element of a JSON list, as it stands in the file. */
interface JsonElement {
  /** From 1. */
  readonly number: number;
  /** Empty where the element is longer than the limit. */
  readonly bytes: Buffer;
  /** In bytes. */
  readonly length: number;
}

/** What was found of the list. */
export interface JsonList {
  /** In order, one at a time. */
  readonly elements: AsyncIterable<JsonElement>;
  /** Whether the list was there and closed, once the elements are through. */
  readonly isWhole: () => boolean;
}

/**
 * The elements of the list that a JSON file is, or of the one that it has under one of the names at its top. It looks at
 * brackets and quotation marks only, and holds one element, none of more than `limit` bytes.
 */
export function jsonElements(chunks: AsyncIterable<Uint8Array>, names: ReadonlySet<string>, limit: number): JsonList {
  const scan = new Scan(names);
  return { elements: elementsOf(chunks, scan, limit), isWhole: () => scan.isClosed };
}

async function* elementsOf(chunks: AsyncIterable<Uint8Array>, scan: Scan, limit: number): AsyncGenerator<JsonElement> {
  let [number, length] = [0, 0];
  let pieces: Uint8Array[] = [];
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length && !scan.isClosed; ) {
      const wasInside = scan.isInside;
      const end = scan.advance(chunk, at);
      const piece = chunk.subarray(at, scan.isAtEdge ? end - 1 : end);
      if (wasInside) {
        length += piece.length;
        if (length <= limit) pieces.push(piece);
        else pieces = [];
      }
      at = end;
      if (!wasInside || !scan.isAtEdge) continue;
      const bytes = Buffer.concat(pieces);
      if (length > limit || bytes.toString('latin1').trim() !== '') yield { number: (number += 1), bytes, length };
      [pieces, length] = [[], 0];
    }
    if (scan.isClosed) return;
  }
}

/** Where in the file we are. */
class Scan {
  /** In the list, at whatever depth. */
  isInside = false;
  /** The last byte looked at was the comma after an element, or the bracket before the first or after the last one. */
  isAtEdge = false;
  isClosed = false;
  private depth = 0;
  private listDepth = 0;
  private inString = false;
  private isEscaped = false;
  private key: number[] = [];

  constructor(private readonly names: ReadonlySet<string>) {}

  /** Goes on from `start` to after the next edge, or to the end of the chunk. */
  advance(chunk: Uint8Array, start: number): number {
    this.isAtEdge = false;
    for (let at = start; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.inString) this.stringByte(byte);
      else this.structuralByte(byte);
      if (this.isAtEdge) return at + 1;
    }
    return chunk.length;
  }

  private stringByte(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.inString = false;
    else if (this.depth === 1 && !this.isInside && this.key.length < LONGEST_NAME) this.key.push(byte);
  }

  private structuralByte(byte: number): void {
    if (byte === QUOTE) {
      this.inString = true;
      if (!this.isInside) this.key = [];
    } else if (byte === BRACKET || byte === BRACE) {
      this.depth += 1;
      const isNamed = this.depth === 2 && this.names.has(Buffer.from(this.key).toString());
      if (!this.isInside && byte === BRACKET && (this.depth === 1 || isNamed)) [this.isInside, this.isAtEdge, this.listDepth] = [true, true, this.depth];
    } else if (byte === BRACKET_END || byte === BRACE_END) {
      this.depth -= 1;
      if (this.isInside && this.depth < this.listDepth) [this.isClosed, this.isAtEdge] = [true, true];
    } else if (byte === COMMA && this.isInside && this.depth === this.listDepth) this.isAtEdge = true;
  }
}

/** No name of a list is longer. */
const LONGEST_NAME = 64;
const [QUOTE, COMMA, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x22, 0x2c, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
