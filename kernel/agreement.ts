import { Desk } from './desk';
import { keyCountOf, sentencesOf, stepsIn } from './print';
import { endOfPlaces, FAMILIES, firstPlaceOf, Side, STEPS_PER_NAT } from './side';

/**
 * How far the aligned sentences say the same, into the results, in nats: by family the weights of both together, halved; then what of it is the same; then what both
 * have and do not share, each pair by its gain.
 */
export function addAgreement(a: Side, b: Side, desk: Desk, pairs: u32): void {
  const pairsA = desk.pairsA;
  const pairsB = desk.pairsB;
  const pairGains = desk.pairGains;
  const out = desk.out;
  matchPairs(a, b, desk, pairs);
  memory.fill(out, 0, (3 * FAMILIES) << 3);
  for (let pair: usize = 0; pair < pairs; pair++) {
    const i = load<u32>(pairsA + (pair << 2));
    const j = load<u32>(pairsB + (pair << 2));
    const gain: f64 = load<f32>(pairGains + (pair << 2));
    for (let family: usize = 0; family < FAMILIES; family++) {
      const stepsA = load<u32>(a.steps + ((<usize>i * FAMILIES + family) << 2));
      const stepsB = load<u32>(b.steps + ((<usize>j * FAMILIES + family) << 2));
      const match: f64 = <f64>load<u32>(desk.matched + ((pair * FAMILIES + family) << 2)) / 2;
      const own = out + (family << 3);
      store<f64>(own, load<f64>(own) + <f64>(stepsA + stepsB) / (2 * STEPS_PER_NAT));
      store<f64>(own, load<f64>(own, 32) + match / STEPS_PER_NAT, 32);
      store<f64>(own, load<f64>(own, 64) + (gain * max<f64>(0, <f64>min(stepsA, stepsB) - match)) / STEPS_PER_NAT, 64);
    }
  }
  memory.fill(desk.matched, 0, (<usize>pairs * FAMILIES) << 2);
}

/** For each aligned pair, by family, the weight of the keys that both sentences have, in steps of both together. */
function matchPairs(a: Side, b: Side, desk: Desk, pairs: u32): void {
  const pairOf = desk.pairOf;
  const pairsA = desk.pairsA;
  const pairsB = desk.pairsB;
  const shared = desk.shared;
  const inA = desk.inA;
  const inB = desk.inB;
  const matched = desk.matched;
  memory.fill(pairOf, 0, <usize>sentencesOf(a.print) << 2);
  for (let pair: usize = 0; pair < pairs; pair++) store<u32>(pairOf + (<usize>load<u32>(pairsA + (pair << 2)) << 2), <u32>pair + 1);
  for (let at: usize = 0; at < shared; at++) {
    const x = <usize>load<u32>(inA + (at << 2)) << 2;
    const y = <usize>load<u32>(inB + (at << 2)) << 2;
    const end = endOfPlaces(a, x);
    for (let place = firstPlaceOf(a, x); place < end; place += 2) {
      const pair = load<u32>(pairOf + (<usize>load<u16>(place) << 2));
      if (pair == 0 || !standsIn(b, y, load<u32>(pairsB + (<usize>(pair - 1) << 2)))) continue;
      const cell = matched + (<usize>((pair - 1) * FAMILIES + (load<u32>(a.keys + x) & (FAMILIES - 1))) << 2);
      store<u32>(cell, load<u32>(cell) + stepsIn(load<u32>(a.details + x)) + stepsIn(load<u32>(b.details + y)));
    }
  }
}

/** Whether a key, at so many bytes, stands in a sentence. */
function standsIn(side: Side, key: usize, sentence: u32): bool {
  const end = endOfPlaces(side, key);
  for (let place = firstPlaceOf(side, key); place < end; place += 2) if (load<u16>(place) == sentence) return true;
  return false;
}

/** Aligned sentences, each by its probability, from which on a key recurs. */
const RECURRING: f64 = 1.5;

/**
 * What each of both has of its own where their sentences are aligned, into the results: of the one its heaviest key, the heaviest of its own, the squared weights of all
 * and of its own, and the heaviest of its own that recurs, in nats; then of the other.
 */
export function addOwn(a: Side, b: Side, desk: Desk, pairs: u32): void {
  memory.fill(a.aligned, 0, <usize>sentencesOf(a.print) << 2);
  memory.fill(b.aligned, 0, <usize>sentencesOf(b.print) << 2);
  for (let pair: usize = 0; pair < pairs; pair++) {
    const gain = load<f32>(desk.pairGains + (pair << 2));
    store<f32>(a.aligned + (<usize>load<u32>(desk.pairsA + (pair << 2)) << 2), gain);
    store<f32>(b.aligned + (<usize>load<u32>(desk.pairsB + (pair << 2)) << 2), gain);
  }
  addOwnOf(a, desk.inA, desk.shared, desk.out);
  addOwnOf(b, desk.inB, desk.shared, desk.out + 40);
}

/** The same of one: `shared` are the places of the keys that the other has too, ascending. */
function addOwnOf(side: Side, shared: usize, sharedCount: u32, out: usize): void {
  const details = side.details;
  const aligned = side.aligned;
  const count = keyCountOf(side.print);
  let heaviest: f64 = 0;
  let heaviestOwn: f64 = 0;
  let all: f64 = 0;
  let own: f64 = 0;
  let recurring: f64 = 0;
  let next: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const key = <usize>at << 2;
    const end = endOfPlaces(side, key);
    let sentences: f64 = 0;
    for (let place = firstPlaceOf(side, key); place < end; place += 2) sentences += load<f32>(aligned + (<usize>load<u16>(place) << 2));
    const weight: f64 = (<f64>stepsIn(load<u32>(details + key)) / STEPS_PER_NAT) * sqrt(sentences);
    heaviest = max(heaviest, weight);
    all += weight * weight;
    if (next < sharedCount && load<u32>(shared + (<usize>next << 2)) == at) {
      next++;
      continue;
    }
    heaviestOwn = max(heaviestOwn, weight);
    own += weight * weight;
    if (sentences > RECURRING) recurring = max(recurring, weight);
  }
  store<f64>(out, heaviest);
  store<f64>(out, heaviestOwn, 8);
  store<f64>(out, all, 16);
  store<f64>(out, own, 24);
  store<f64>(out, recurring, 32);
}
