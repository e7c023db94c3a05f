import { Decompress } from 'fzstd';
import { ReadFault } from '../fault.ts';
import type { ExpansionGuard } from './expansion.ts';
import { ZstdFrames } from './zstd-frames.ts';

/** Input given at a time: what comes out of it is held until it is asked for. */
const STEP_BYTES = 4_096;

/** Unpacks zstd, frame by frame. Throws `ReadFault` for what is none, or cut short. */
export async function* zstdChunks(chunks: AsyncIterable<Uint8Array>, guard: ExpansionGuard, name: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const decompressor = new Decompress((data) => {
    guard.gave(data.length);
    ready.push(data.slice());
  });
  const frames = new ZstdFrames(name);
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      const step = chunk.subarray(at, at + STEP_BYTES);
      frames.follow(step);
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
