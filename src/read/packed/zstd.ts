import { Decompress } from 'fzstd';
import { ReadFault } from '../fault.ts';
import type { ExpansionGuard } from './expansion.ts';

/** What `zstd` itself refuses to hold of what came before, unless it is told otherwise: 128 MiB. */
const MAX_WINDOW = 2 ** 27;
/** Input given at a time: what comes out of it is held until it is asked for. */
const STEP_BYTES = 4_096;

/** Unpacks zstd, frame by frame. Throws `ReadFault` for what is none, or cut short. */
export async function* zstdChunks(chunks: AsyncIterable<Uint8Array>, guard: ExpansionGuard, name: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const decompressor = new Decompress((data) => {
    guard.gave(data.length);
    ready.push(data.slice());
  });
  let isFirst = true;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      const step = chunk.subarray(at, at + STEP_BYTES);
      if (isFirst) checkWindow(step, name);
      isFirst = false;
      push(decompressor, step, false, name);
      yield* ready.splice(0);
    }
  }
  push(decompressor, new Uint8Array(), true, name);
  yield* ready.splice(0);
}

function push(decompressor: Decompress, bytes: Uint8Array, isLast: boolean, name: string): void {
  try {
    decompressor.push(bytes, isLast);
  } catch (error) {
    if (error instanceof ReadFault) throw error;
    // The library has no error of its own class; what it meets in damaged data may be a range or a type error too.
    throw new ReadFault('broken-zstd', `${name} is not a whole zstd file: it is cut short or damaged. Fetch or pack it again, or give it unpacked.`);
  }
}

/** The window of the first frame (RFC 8878, 3.1.1.1.2): the library would ask for that much memory at once. */
function checkWindow(head: Uint8Array, name: string): void {
  const [magic = 0, , , , descriptor = 0, window = 0] = head;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  if (magic !== 0x28 || isSingleSegment) return;
  const base = 2 ** (10 + (window >> 3));
  const size = base + (base / 8) * (window & 7);
  if (size <= MAX_WINDOW) return;
  throw new ReadFault('zstd-window-too-large', `${name} needs ${size} bytes of memory to unpack, more than ${MAX_WINDOW}. Pack it again without --ultra and --long, or give it unpacked.`);
}
