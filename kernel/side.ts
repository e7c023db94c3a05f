import { log, log1p } from './math';
import { firstIn, furtherOf, hasByteSentences, lengthsOf, sentencesOf, stepsIn, timesIn, unpackKeys } from './print';

export const FAMILIES: u32 = 4;
export const STEPS_PER_NAT: f64 = 8;

/** Logarithms of each sentence: of one and its weight in each family, and of its length and a few letters. */
export const SENTENCE_LOGS: u32 = FAMILIES + 1;

/** Letters added to a length before its logarithm: between sentences of a word or two a ratio tells nothing. */
export const LENGTH_FLOOR: u32 = 5;

/** One of two fingerprints that are held against each other: as it is packed, and where what is read and worked out of it goes. All are addresses. */
@unmanaged
export class Side {
  print!: usize;
  /** Four bytes each. */
  keys!: usize;
  details!: usize;
  /** The sentences of key `i` are `places[first[i]]` (two bytes each) to before `places[first[i + 1]]`, ascending. */
  first!: usize;
  places!: usize;
  /** Of each sentence: the squares of its weights, in steps, and their root in nats (a float of four bytes). */
  squares!: usize;
  norms!: usize;
  /** The sum of each sentence's weights by family, in steps. */
  steps!: usize;
  /** `SENTENCE_LOGS` of each sentence, eight bytes each. */
  logs!: usize;
  /** How far each sentence is aligned; a float of four bytes. */
  aligned!: usize;
}

/** Logarithms of one and a weight are looked up by its steps: sums of weights are whole steps too, and few are larger. */
const LOOKED_UP: u32 = 4_096;

/** Makes the table of them. */
export function makeLogs(table: usize): void {
  for (let steps: u32 = 0; steps < LOOKED_UP; steps++) store<f64>(table + (<usize>steps << 3), log1p(<f64>steps / STEPS_PER_NAT));
}

/** The logarithm of one and a weight in steps. */
export function logOfSteps(table: usize, steps: u32): f64 {
  return steps < LOOKED_UP ? load<f64>(table + (<usize>steps << 3)) : log1p(<f64>steps / STEPS_PER_NAT);
}

/** The address of the first place of the key that is so many bytes on in the lists. */
export function firstPlaceOf(side: Side, key: usize): usize {
  return side.places + (<usize>load<u32>(side.first + key) << 1);
}

/** That behind its last place, which is two bytes as all are. */
export function endOfPlaces(side: Side, key: usize): usize {
  return side.places + (<usize>load<u32>(side.first + key, 4) << 1);
}

export function lengthAt(print: usize, sentence: u32): u32 {
  return load<u16>(lengthsOf(print) + (<usize>sentence << 1));
}

/** Reads a packed fingerprint, and adds its weights up in each sentence. */
export function readSide(side: Side, logs: usize): void {
  const print = side.print;
  const first = side.first;
  const places = side.places;
  const squares = side.squares;
  const steps = side.steps;
  const count = unpackKeys(print, side.keys, side.details);
  const sentences = sentencesOf(print);
  memory.fill(squares, 0, <usize>sentences << 2);
  memory.fill(steps, 0, (<usize>sentences * FAMILIES) << 2);
  const isByte = hasByteSentences(print);
  let further = furtherOf(print);
  let placed: u32 = 0;
  store<u32>(first, 0);
  for (let at: usize = 0; at < count; at++) {
    const detail = load<u32>(side.details + (at << 2));
    const own = stepsIn(detail);
    const family = load<u32>(side.keys + (at << 2)) & (FAMILIES - 1);
    let sentence = firstIn(detail);
    for (let left = timesIn(detail); ; ) {
      const square = squares + (<usize>sentence << 2);
      store<u32>(square, load<u32>(square) + own * own);
      const cell = steps + (<usize>(sentence * FAMILIES + family) << 2);
      store<u32>(cell, load<u32>(cell) + own);
      store<u16>(places + (<usize>placed << 1), sentence);
      placed++;
      if (--left == 0) break;
      sentence = isByte ? load<u8>(further) : load<u16>(further);
      further += isByte ? 1 : 2;
    }
    store<u32>(first + (at << 2), placed, 4);
  }
  for (let sentence: u32 = 0; sentence < sentences; sentence++) {
    const at: usize = sentence;
    store<f32>(side.norms + (at << 2), <f32>(sqrt(<f64>load<u32>(squares + (at << 2))) / STEPS_PER_NAT));
    const own = side.logs + ((at * SENTENCE_LOGS) << 3);
    for (let family: usize = 0; family < FAMILIES; family++) store<f64>(own + (family << 3), logOfSteps(logs, load<u32>(steps + ((at * FAMILIES + family) << 2))));
    store<f64>(own + (FAMILIES << 3), log(<f64>(lengthAt(print, sentence) + LENGTH_FLOOR)));
  }
}
