import { shippedBackground } from './background.ts';
import { familyIndex, STEP_BITS, stepsIn } from './print.ts';
import { stepsOfRate, UNMEASURED_STEPS } from './weight.ts';
import { readTable, tableRows } from '../data/load.ts';
import { hashKey } from '../extract/key-name.ts';
import { isCased } from '../language/table.ts';
import { KEY_FAMILIES, type KeyFamily } from '../types.ts';

/** The families of the keys in `background.tsv`, by the letter they begin with. */
const FAMILY_OF_LETTER: Readonly<Record<string, KeyFamily>> = { c: 'cognate', e: 'name', m: 'name', n: 'name', q: 'quantity', s: 'name', w: 'word' };

/** Slots, a power of two: over twice the keys of the background. */
const SLOTS = 2 ** 17;

/**
 * The steps of the keys of the shipped background, by the hash of a key, which names its family too: open addressing, hash and steps in
 * one number, and 0 where a slot is free.
 */
let shipped: Uint32Array | undefined;

function shippedTable(): Uint32Array {
  shipped ??= tableOf(tableRows(readTable('background.tsv')));
  return shipped;
}

function tableOf(rows: readonly (readonly string[])[]): Uint32Array {
  const table = new Uint32Array(SLOTS);
  for (const [text = '', perThousand] of rows) {
    const family = FAMILY_OF_LETTER[text.charAt(0)];
    if (family === undefined) throw new TypeError(`background.tsv: no family of keys is known for ${text}`);
    const hash = hashKey(text, family) >>> 2;
    table[slotOf(table, hash)] = (hash << STEP_BITS) | stepsOfRate(Number(perThousand) / 1_000);
  }
  return table;
}

/** The slot of a hash, or the free one where it would go. */
function slotOf(table: Uint32Array, hash: number): number {
  let slot = hash & (SLOTS - 1);
  for (let entry = table[slot] ?? 0; entry !== 0 && entry >>> STEP_BITS !== hash; entry = table[slot] ?? 0) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

const [NAME, COGNATE] = [KEY_FAMILIES.indexOf('name'), KEY_FAMILIES.indexOf('cognate')];
const NEVER_SEEN = stepsOfRate(0);

/**
 * Fills a list with the steps that each of some keys of a language mostly has: those of a word with one meaning. So they need not be
 * kept of a document, but for the few that are others.
 */
export function usualSteps(language: string, keys: Uint32Array, into: Uint8Array): void {
  const table = shippedTable();
  const isMeasured = shippedBackground().knows(language);
  const unseen = KEY_FAMILIES.map((_, family) => (!isMeasured && (family === COGNATE || (family === NAME && !isCased(language))) ? UNMEASURED_STEPS : NEVER_SEEN));
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    const entry = table[slotOf(table, key >>> 2)] ?? 0;
    into[at] = entry === 0 ? (unseen[familyIndex(key)] ?? NEVER_SEEN) : stepsIn(entry);
  }
}
