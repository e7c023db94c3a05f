import { shippedBackground } from './background.ts';
import { familyIndex } from './print.ts';
import { stepsOfRate, UNMEASURED_STEPS } from './weight.ts';
import { readTable, tableRows } from '../data/load.ts';
import { hashKey } from '../extract/key-name.ts';
import { isCased } from '../language/table.ts';
import { KEY_FAMILIES, type KeyFamily } from '../types.ts';

/** The families of the keys in `background.tsv`, by the letter they begin with. */
const FAMILY_OF_LETTER: Readonly<Record<string, KeyFamily>> = { c: 'cognate', e: 'name', m: 'name', n: 'name', q: 'quantity', s: 'name', w: 'word' };

/** Slots, a power of two: over twice the keys of the background. */
const SLOTS = 2 ** 17;

/** Steps by key, in two flat arrays: open addressing, a slot with no steps is free. */
interface StepTable {
  readonly keys: Uint32Array;
  readonly steps: Uint8Array;
}

let shipped: StepTable | undefined;

/** The steps of keys as the shipped background has them. */
function shippedTable(): StepTable {
  shipped ??= tableOf(tableRows(readTable('background.tsv')));
  return shipped;
}

function tableOf(rows: readonly (readonly string[])[]): StepTable {
  const table = { keys: new Uint32Array(SLOTS), steps: new Uint8Array(SLOTS) };
  for (const [text = '', perThousand] of rows) {
    const family = FAMILY_OF_LETTER[text.charAt(0)];
    if (family === undefined) throw new TypeError(`background.tsv: no family of keys is known for ${text}`);
    const key = hashKey(text, family);
    const slot = slotOf(table, key);
    table.keys[slot] = key;
    table.steps[slot] = stepsOfRate(Number(perThousand) / 1_000);
  }
  return table;
}

function slotOf({ keys, steps }: StepTable, key: number): number {
  let slot = (key >>> 2) & (SLOTS - 1);
  while (steps[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

const [NAME, COGNATE] = [KEY_FAMILIES.indexOf('name'), KEY_FAMILIES.indexOf('cognate')];
const NEVER_SEEN = stepsOfRate(0);

/**
 * The steps that keys of a language mostly have, by key: those of a word with one meaning. So they need not be kept of a document, but
 * for the few that are others.
 */
export function usualStepsIn(language: string): (key: number) => number {
  const table = shippedTable();
  const isMeasured = shippedBackground().knows(language);
  const ofFamily = KEY_FAMILIES.map((_, family) => (!isMeasured && (family === COGNATE || (family === NAME && !isCased(language))) ? UNMEASURED_STEPS : NEVER_SEEN));
  return (key) => table.steps[slotOf(table, key)] || (ofFamily[familyIndex(key)] ?? NEVER_SEEN);
}
