import type { BitReader, BitWriter } from './bits.ts';
import { knownKeys, placeOf, type KnownKeys } from './known-keys.ts';
import { familyIndex } from './print.ts';
import { unseenSteps } from './unseen-steps.ts';
import { KEY_BITS } from '../extract/key-name.ts';

/**
 * Writes keys, and fills a list with the steps that each of them mostly has. Six in seven keys of an article are known: they are told by
 * their place among the known ones in 8 bits, where a hash takes 20; all others by their hash.
 */
export function writeKeys(writer: BitWriter, language: string, keys: Uint32Array, usual: Uint8Array): void {
  const groups = knownKeys();
  const unseen = unseenSteps(language);
  const told = [...groups.map((): number[] => []), []];
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    usual[at] = unseen[familyIndex(key)] ?? 0;
    let number = 0;
    let named = key;
    for (; number < groups.length; number++) {
      const group = groups[number];
      const place = group === undefined ? -1 : placeOf(group, key);
      if (group === undefined || place < 0) continue;
      usual[at] = group.steps[place] ?? 0;
      named = place;
      break;
    }
    told[number]?.push(named);
  }
  for (const { length } of told) writer.rice(length, COUNT_BITS);
  for (const [number, list] of told.entries()) writer.ascending(list, groups[number]?.keys.length ?? KEYS);
}

/** Low bits of the number of keys of one kind: some hundred. */
const COUNT_BITS = 6;

/** All keys are under this. */
const KEYS = 2 ** KEY_BITS;

/** Some keys, and the steps that each of them mostly has. */
interface ReadKeys {
  readonly keys: Uint32Array;
  /** Good until the keys of another fingerprint are read. */
  readonly steps: Uint8Array;
}

/** Reads keys. Throws `RangeError` for a place that no known key has. */
export function readKeys(reader: BitReader, language: string): ReadKeys {
  const groups = knownKeys();
  const counts = groups.map(() => reader.rice(COUNT_BITS));
  const unknown = reader.rice(COUNT_BITS);
  const keys = new Uint32Array(counts.reduce((sum, count) => sum + count, unknown));
  makeRoom(keys.length);
  let held = 0;
  for (let number = 0; number < groups.length; number++) {
    const group = groups[number];
    if (group === undefined) continue;
    const told = toldRoom.subarray(0, counts[number]);
    reader.ascending(told, group.keys.length);
    takeKnown(told, group);
    merge(keys, held, told);
    held += told.length;
  }
  const told = toldRoom.subarray(0, unknown);
  reader.ascending(told, KEYS);
  takeUnknown(told, unseenSteps(language));
  merge(keys, held, told);
  return { keys, steps: stepRoom.subarray(0, keys.length) };
}

// Filled anew for each fingerprint that is read; nothing of one is left for the next.
let stepRoom = new Uint8Array(1024);
let toldRoom = new Uint32Array(1024);
let toldStepRoom = new Uint8Array(1024);

function makeRoom(keys: number): void {
  if (stepRoom.length >= keys) return;
  stepRoom = new Uint8Array(2 * keys);
  toldRoom = new Uint32Array(2 * keys);
  toldStepRoom = new Uint8Array(2 * keys);
}

/** Puts the keys of a group in place of their places. */
function takeKnown(told: Uint32Array, { keys, steps }: KnownKeys): void {
  const toldSteps = toldStepRoom;
  for (let at = 0; at < told.length; at++) {
    const place = told[at] ?? 0;
    told[at] = keys[place] ?? 0;
    toldSteps[at] = steps[place] ?? 0;
  }
}

function takeUnknown(told: Uint32Array, unseen: Uint8Array): void {
  const toldSteps = toldStepRoom;
  for (let at = 0; at < told.length; at++) toldSteps[at] = unseen[familyIndex(told[at] ?? 0)] ?? 0;
}

/**
 * Merges ascending keys into the first `held` of others, and their steps alike: from the last on, so that none is overwritten before it has
 * moved. Which of two comes next can't be foreseen, and a branch foreseen wrongly takes longer than to reckon with both.
 */
function merge(keys: Uint32Array, held: number, told: Uint32Array): void {
  const steps = stepRoom;
  const toldSteps = toldStepRoom;
  let from = held - 1;
  let at = told.length - 1;
  while (from >= 0 && at >= 0) {
    const other = keys[from] ?? 0;
    const key = told[at] ?? 0;
    const otherStep = steps[from] ?? 0;
    const step = toldSteps[at] ?? 0;
    // One where the held key is the higher, else nought; keys are far under half of what 32 bits hold.
    const isHeld = (key - other) >>> 31;
    const into = from + at + 1;
    keys[into] = key ^ ((other ^ key) & -isHeld);
    steps[into] = step ^ ((otherStep ^ step) & -isHeld);
    from -= isHeld;
    at -= 1 - isHeld;
  }
  for (; at >= 0; at--) {
    keys[at] = told[at] ?? 0;
    steps[at] = toldSteps[at] ?? 0;
  }
}
