import { hashKey } from '../extract/key-name.ts';

/** So many searches cost as much as a map of the whole table: more are a run worth making it for. */
const MOST_SEARCHES = 8_000;

/**
 * The figures of a table `key<TAB>figure`, ascending by key in code-unit order: undefined for a key it does not have. A few keys
 * are searched for in the text itself, so that a run of five articles does not take the table apart; in a long run a filter over the hashes tells of
 * most keys that they are none of its. `hash` is that of the key (`hashKey`).
 */
export function figuresIn(table: string): (key: string, hash?: number) => number | undefined {
  const rows = table.slice(endOfHead(table));
  let searches = 0;
  let taken: TakenApart | undefined;
  return (key, hash = hashKey(key, 'name')) => {
    if (taken !== undefined) return taken.mayHave(hash) ? taken.figures.get(key) : undefined;
    if (++searches > MOST_SEARCHES) taken = takenApart(rows);
    return search(rows, key);
  };
}

interface TakenApart {
  readonly figures: ReadonlyMap<string, number>;
  /** Whether a key of the hash may be one of them. */
  readonly mayHave: (hash: number) => boolean;
}

/** Bits of the filter, a power of two: the shipped table fills one in twenty. */
const FILTER_BITS = 2 ** 20;

/** The bit of a key, whatever its family, which the low two bits of the hash are. */
function bitOf(hash: number): number {
  return (hash >>> 2) & (FILTER_BITS - 1);
}

/** Past the comment lines at the start. */
function endOfHead(table: string): number {
  let at = 0;
  while (table.startsWith('#', at)) at = table.indexOf('\n', at) + 1;
  return at;
}

function takenApart(rows: string): TakenApart {
  const figures = new Map(rows.split('\n').filter((row) => row !== '').map((row) => {
    const tab = row.indexOf('\t');
    return [row.slice(0, tab), Number(row.slice(tab + 1))] as const;
  }));
  const bits = new Uint8Array(FILTER_BITS / 8);
  for (const key of figures.keys()) {
    const bit = bitOf(hashKey(key, 'name'));
    bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
  return { figures, mayHave: (hash) => ((bits[bitOf(hash) >>> 3] ?? 0) & (1 << (bitOf(hash) & 7))) !== 0 };
}

/** Binary search over the lines. */
function search(rows: string, key: string): number | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const start = rows.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const tab = rows.indexOf('\t', start);
    const end = rows.indexOf('\n', start);
    const found = rows.slice(start, tab);
    if (found === key) return Number(rows.slice(tab + 1, end));
    if (found < key) low = end + 1;
    else high = start;
  }
  return undefined;
}
