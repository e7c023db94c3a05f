import { ReadFault } from '../fault.ts';

/** What any packed file may grow to, whatever its size: a short one may be all blanks. */
const FREE_BYTES = 16 * 2 ** 20;

/** Watches what comes out of a packed file against what went in. */
export interface ExpansionGuard {
  /** Bytes that went in. */
  readonly took: (bytes: number) => void;
  /** Bytes that came out. Throws `ReadFault` where that is too much for what went in. */
  readonly gave: (bytes: number) => void;
  /** Whether it has thrown. */
  readonly isOver: () => boolean;
}

/** A guard over one file, or all members of an archive together; `limit` is how many times its size it may grow to. */
export function expansionGuard(limit: number, name: string): ExpansionGuard {
  let [packed, unpacked] = [0, 0];
  const isOver = (): boolean => unpacked > FREE_BYTES && unpacked > packed * limit;
  return {
    isOver,
    took: (bytes) => void (packed += bytes),
    gave: (bytes) => {
      unpacked += bytes;
      if (isOver()) throw tooExpanded(name, packed, unpacked, limit);
    },
  };
}

function tooExpanded(name: string, packed: number, unpacked: number, limit: number): ReadFault {
  const sizes = `${packed} bytes of it have grown to ${unpacked} already, more than the ${limit} times that text packs to`;
  return new ReadFault('too-expanded', `${name} is a zip bomb or no text: ${sizes}. The rest is left out; raise --max-expansion if it is right as it is.`);
}
