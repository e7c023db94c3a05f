import type { Store, Writer } from '../store/store.ts';
import type { Level } from '../types.ts';
import { keyOf, KIND } from './keys.ts';
import type { Merge, Segment } from './segments.ts';
import type { Stamp } from './stamp.ts';

/** What decides in an archive: set when it is made, and the same for all it ever holds. */
export interface ArchiveSettings {
  readonly level: Level;
  readonly threshold: number;
  readonly clean: boolean;
  readonly hints: boolean;
  readonly keepText: boolean;
  /** Days; see `isWithin`. */
  readonly window?: number;
}

/** What an archive says of itself. */
export interface Meta {
  readonly schema: typeof SCHEMA;
  readonly stamp: Stamp;
  readonly settings: ArchiveSettings;
  /** Grows with every write: whoever has read before sees that there is something new. */
  readonly version: number;
  /** The number that the next document gets; none is given twice. */
  readonly next: number;
  readonly documents: number;
  readonly pairs: number;
  readonly clusters: number;
  /** Documents from this number on are not yet in blocks and segments. A multiple of `BLOCK_SIZE`. */
  readonly freshFrom: number;
  /** By `from`, then by `least`. */
  readonly segments: readonly Segment[];
  /** In the order of their documents. */
  readonly merges: readonly Merge[];
  readonly nextSegment: number;
  readonly nextCluster: number;
  readonly nextEvent: number;
  /** The languages that the directory numbers, from 1 on. */
  readonly languages: readonly string[];
}

/** The version of how records are laid out. */
export const SCHEMA = 8;

const KEY = keyOf(KIND.meta);

/** What the archive says of itself; undefined for an empty store. */
export function readMeta(store: Store): Meta | undefined {
  const bytes = store.get(KEY);
  if (bytes === undefined) return undefined;
  const meta: Meta = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return meta;
}

export function writeMeta(writer: Writer, meta: Meta): void {
  writer.put(KEY, Buffer.from(JSON.stringify(meta)));
}

/** An archive without documents. */
export function emptyMeta(settings: ArchiveSettings, stamp: Stamp): Meta {
  return {
    schema: SCHEMA,
    stamp,
    settings,
    version: 0,
    next: 0,
    documents: 0,
    pairs: 0,
    clusters: 0,
    freshFrom: 0,
    segments: [],
    merges: [],
    nextSegment: 1,
    nextCluster: 1,
    nextEvent: 1,
    languages: [],
  };
}
