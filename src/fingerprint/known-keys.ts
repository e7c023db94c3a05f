import { stepsOfRate } from './weight.ts';
import { readTable, tableRows } from '../data/load.ts';
import { hashKey, KEY_BITS } from '../extract/key-name.ts';
import type { KeyFamily } from '../types.ts';

/**
 * Keys of the shipped background, by which a stored fingerprint names the same keys: their place here is told in fewer bits than their
 * hash, and tells their usual weight too.
 */
export interface KnownKeys {
  /** Ascending, each once. */
  readonly keys: Uint32Array;
  /** The weight that each mostly has, in steps: that of a word with one meaning. */
  readonly steps: Uint8Array;
  /** Where the keys of each bucket (`bucketOf`) begin. */
  readonly starts: Uint32Array;
}

/** The families of the keys in `background.tsv`, by the letter they begin with. */
const FAMILY_OF_LETTER: Readonly<Record<string, KeyFamily>> = { c: 'cognate', e: 'name', m: 'name', n: 'name', q: 'quantity', s: 'name', w: 'word' };

/** Dictionary words lighter than this are common ones: 5 % of documents hold them, in the language where they are most. */
const COMMON_STEPS = 24;

let shipped: readonly KnownKeys[] | undefined;

/**
 * The known keys in two groups, common words and all others: an article has one in eight of the former and one in two hundred of the
 * latter, so that gaps between those of a group are shorter than between all.
 */
export function knownKeys(): readonly KnownKeys[] {
  shipped ??= groupsOf(tableRows(readTable('background.tsv')));
  return shipped;
}

/** All sorted at once, key and row in one number: with maps the first check of a process waited for twice as long. */
function groupsOf(rows: readonly (readonly string[])[]): readonly KnownKeys[] {
  const steps = new Uint8Array(rows.length);
  const isCommon = new Uint8Array(rows.length);
  const codes = new Float64Array(rows.length);
  for (const [row, [text = '', perThousand]] of rows.entries()) {
    const family = FAMILY_OF_LETTER[text.charAt(0)];
    if (family === undefined) throw new TypeError(`background.tsv: no family of keys is known for ${text}`);
    const own = stepsOfRate(Number(perThousand) / 1_000);
    steps[row] = own;
    isCommon[row] = family === 'word' && own < COMMON_STEPS ? 1 : 0;
    codes[row] = hashKey(text, family) * rows.length + row;
  }
  codes.sort();
  const groups = [1, 0].map((common) => ({ common, keys: new Uint32Array(rows.length), steps: new Uint8Array(rows.length), count: 0 }));
  for (let at = 0; at < codes.length; at++) {
    const key = Math.floor((codes[at] ?? 0) / rows.length);
    // Of two that hash alike the last stays.
    if (Math.floor((codes[at + 1] ?? 0) / rows.length) === key) continue;
    const row = (codes[at] ?? 0) - key * rows.length;
    for (const group of groups) {
      if (group.common !== isCommon[row]) continue;
      group.keys[group.count] = key;
      group.steps[group.count++] = steps[row] ?? 0;
    }
  }
  return groups.map(({ keys, steps: own, count }) => withStarts(keys.slice(0, count), own.slice(0, count)));
}

function withStarts(keys: Uint32Array, steps: Uint8Array): KnownKeys {
  const starts = new Uint32Array(BUCKETS);
  let bucket = 0;
  for (const [place, key] of keys.entries()) while (bucket <= bucketOf(key)) starts[bucket++] = place;
  starts.fill(keys.length, bucket);
  return { keys, steps, starts };
}

/** Keys are spread evenly, so that a bucket has three of 50,000. */
const BUCKET_BITS = 14;
const BUCKETS = 1 << BUCKET_BITS;

function bucketOf(key: number): number {
  return key >>> (KEY_BITS - BUCKET_BITS);
}

/** The place of a key; -1 where it is none of them. */
export function placeOf({ keys, starts }: KnownKeys, key: number): number {
  let at = starts[bucketOf(key)] ?? 0;
  while (at < keys.length && (keys[at] ?? 0) < key) at++;
  return at < keys.length && keys[at] === key ? at : -1;
}
