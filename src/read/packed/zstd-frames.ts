import { ReadFault } from '../fault.ts';

/** What `zstd` itself refuses to hold of what came before, unless it is told otherwise: 128 MiB. */
const MAX_WINDOW = 2 ** 27;

/**
 * Follows a zstd stream from frame to frame (RFC 8878, 3.1) and throws `ReadFault` at the head of one that asks for more
 * memory than any text needs: the library would ask for it at once.
 */
export class ZstdFrames {
  /** Bytes of the field that is being read. */
  private field: number[] = [];
  /** Bytes to pass over before the next field. */
  private ahead = 0;
  private isInFrame = false;
  private checksumLength = 0;

  constructor(private readonly name: string) {}

  /** Looks at the next bytes of the stream. */
  follow(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const passed = Math.min(this.ahead, bytes.length - at);
      this.ahead -= passed;
      at += passed;
      if (at === bytes.length) return;
      this.field.push(bytes[at] ?? 0);
      at += 1;
      if (this.isInFrame) this.blockHead();
      else this.frameHead();
    }
  }

  private blockHead(): void {
    if (this.field.length < 3) return;
    const head = little(this.field);
    const isLast = (head & 1) === 1;
    // A block of type 1 is one byte, repeated.
    this.ahead = ((head >> 1) & 3) === 1 ? 1 : head >> 3;
    if (isLast) this.ahead += this.checksumLength;
    this.isInFrame = !isLast;
    this.field = [];
  }

  private frameHead(): void {
    const { field } = this;
    if (field.length < 5) return;
    if (isSkippable(little(field.slice(0, 4)))) {
      if (field.length < 8) return;
      this.ahead = little(field.slice(4, 8));
    } else {
      const { length, windowSize } = headOf(field);
      if (field.length < length) return;
      if (windowSize > MAX_WINDOW) throw tooLargeWindow(this.name, windowSize);
      this.checksumLength = ((field[4] ?? 0) & 4) === 0 ? 0 : 4;
      this.isInFrame = true;
    }
    this.field = [];
  }
}

function isSkippable(magic: number): boolean {
  return magic >= 0x184d2a50 && magic <= 0x184d2a5f;
}

/** How long the head of a frame is, and, once it is there, the memory it asks for. */
function headOf(field: readonly number[]): { readonly length: number; readonly windowSize: number } {
  const descriptor = field[4] ?? 0;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryLength = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeLength = descriptor >> 6 === 0 ? Number(isSingleSegment) : 2 ** (descriptor >> 6);
  const start = 5 + Number(!isSingleSegment) + dictionaryLength;
  const base = 2 ** (10 + ((field[5] ?? 0) >> 3));
  const windowSize = isSingleSegment ? little(field.slice(start, start + sizeLength)) : base + (base / 8) * ((field[5] ?? 0) & 7);
  return { length: start + sizeLength, windowSize };
}

/** A number whose lowest byte comes first; no bit operations, which would wrap. */
function little(bytes: readonly number[]): number {
  return bytes.reduceRight((number, byte) => number * 256 + byte, 0);
}

function tooLargeWindow(name: string, size: number): ReadFault {
  return new ReadFault('zstd-window-too-large', `${name} needs ${size} bytes of memory to unpack, more than ${MAX_WINDOW}. Pack it again without --ultra and --long, or give it unpacked.`);
}
