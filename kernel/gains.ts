import { Desk } from './desk';
import { exp, log } from './math';
import { sentencesOf, stepsIn } from './print';
import { endOfPlaces, FAMILIES, firstPlaceOf, LENGTH_FLOOR, lengthAt, logOfSteps, SENTENCE_LOGS, Side, STEPS_PER_NAT } from './side';

/** Features of a pair of sentences (`SENTENCE_FEATURES`): three a family, and six of the whole. */
const FEATURES: usize = 3 * FAMILIES + 6;

/** Added to a cosine before its logarithm: less than any shared key gives. */
const COSINE_FLOOR: f64 = 0.02;

/** The gain of every pair of sentences that share a key and are likely enough, those of `a` in rows. `shareKeys` comes before. */
export function addGains(a: Side, b: Side, desk: Desk): void {
  const rows = sentencesOf(a.print);
  const leastLogOdds = load<f64>(desk.model + ((1 + FEATURES) << 3));
  const least = load<f64>(desk.model + ((2 + FEATURES) << 3));
  groupByRow(a, desk);
  let end: usize = 0;
  store<u32>(desk.first, 0);
  for (let i: u32 = 0; i < rows; i++) {
    const count = addRow(a, i, b, desk);
    const start = end;
    for (let at: usize = 0; at < count; at++) {
      const column = load<u32>(desk.touched + (at << 2));
      addFeatures(a, i, b, column, desk);
      forget(column, desk);
      const logOdds = versionLogOdds(desk);
      if (logOdds < leastLogOdds) continue;
      const probability = 1 / (1 + exp(-logOdds));
      if (probability >= least) insert(start, end++, column, <f32>probability, desk);
    }
    store<u32>(desk.first + (<usize>i << 2), <u32>end, 4);
  }
}

/** The features of the first sentences of both; whether they share a key. `shareKeys` comes before. */
export function firstFeatures(a: Side, b: Side, desk: Desk): bool {
  groupByRow(a, desk);
  const count = addRow(a, 0, b, desk);
  let found = false;
  for (let at: usize = 0; at < count; at++) {
    const column = load<u32>(desk.touched + (at << 2));
    if (column == 0) {
      addFeatures(a, 0, b, 0, desk);
      found = true;
    }
    forget(column, desk);
  }
  return found;
}

/** Enters a pair among those of its row, which are from `start` on, before `end`. */
function insert(start: usize, end: usize, column: u32, gain: f32, desk: Desk): void {
  const columns = desk.column;
  const gains = desk.gain;
  let at = end;
  for (; at > start && load<u32>(columns + ((at - 1) << 2)) > column; at--) {
    store<u32>(columns + (at << 2), load<u32>(columns + ((at - 1) << 2)));
    store<f32>(gains + (at << 2), load<f32>(gains + ((at - 1) << 2)));
  }
  store<u32>(columns + (at << 2), column);
  store<f32>(gains + (at << 2), gain);
}

/** Puts the shared keys, by their places among them, to each sentence of `a`. */
function groupByRow(a: Side, desk: Desk): void {
  const rows: usize = sentencesOf(a.print);
  const byRow = desk.byRow;
  memory.fill(byRow, 0, (rows + 2) << 2);
  for (let at: usize = 0; at < desk.shared; at++) {
    const key = <usize>load<u32>(desk.inA + (at << 2)) << 2;
    const end = endOfPlaces(a, key);
    for (let place = firstPlaceOf(a, key); place < end; place += 2) {
      const after = byRow + (<usize>load<u16>(place) << 2);
      store<u32>(after, load<u32>(after, 8) + 1, 8);
    }
  }
  for (let at: usize = 2; at < rows + 2; at++) store<u32>(byRow + (at << 2), load<u32>(byRow + (at << 2)) + load<u32>(byRow + ((at - 1) << 2)));
  for (let at: usize = 0; at < desk.shared; at++) {
    const key = <usize>load<u32>(desk.inA + (at << 2)) << 2;
    const end = endOfPlaces(a, key);
    for (let place = firstPlaceOf(a, key); place < end; place += 2) {
      const next = byRow + (<usize>load<u16>(place) << 2);
      const to = load<u32>(next, 4);
      store<u32>(desk.keysByRow + (<usize>to << 2), <u32>at);
      store<u32>(next, to + 1, 4);
    }
  }
}

/** Adds up what sentence `i` of `a` shares with each of `b`; how many of these there are. */
function addRow(a: Side, i: u32, b: Side, desk: Desk): usize {
  const byRow = desk.byRow;
  const keysByRow = desk.keysByRow;
  const inA = desk.inA;
  const inB = desk.inB;
  const matched = desk.matched;
  const products = desk.products;
  const touched = desk.touched;
  const to = load<u32>(byRow + (<usize>i << 2), 4);
  let count: usize = 0;
  for (let index = load<u32>(byRow + (<usize>i << 2)); index < to; index++) {
    const at = <usize>load<u32>(keysByRow + (<usize>index << 2)) << 2;
    const keyA = <usize>load<u32>(inA + at) << 2;
    const keyB = <usize>load<u32>(inB + at) << 2;
    const stepsA = stepsIn(load<u32>(a.details + keyA));
    const stepsB = stepsIn(load<u32>(b.details + keyB));
    const family = load<u32>(a.keys + keyA) & (FAMILIES - 1);
    const end = endOfPlaces(b, keyB);
    for (let place = firstPlaceOf(b, keyB); place < end; place += 2) {
      const column = load<u16>(place);
      const product = products + (<usize>column << 2);
      if (load<u32>(product) == 0) store<u32>(touched + (count++ << 2), column);
      store<u32>(product, load<u32>(product) + stepsA * stepsB);
      const cell = matched + (<usize>(column * FAMILIES + family) << 2);
      store<u32>(cell, load<u32>(cell) + min(stepsA, stepsB));
    }
  }
  return count;
}

/** Makes way for the next sentence. */
function forget(column: u32, desk: Desk): void {
  const matched = desk.matched;
  const products = desk.products;
  memory.fill(matched + (<usize>(column * FAMILIES) << 2), 0, FAMILIES << 2);
  store<u32>(products + (<usize>column << 2), 0);
}

/** The features of sentence `i` of `a` and sentence `j` of `b`, in the order of `SENTENCE_FEATURES`, of what they share as it is added up. */
function addFeatures(a: Side, i: u32, b: Side, j: u32, desk: Desk): void {
  const matched = desk.matched;
  const products = desk.products;
  const features = desk.features;
  const logs = desk.logs;
  const logsA = a.logs + (<usize>(i * SENTENCE_LOGS) << 3);
  const logsB = b.logs + (<usize>(j * SENTENCE_LOGS) << 3);
  let all: u32 = 0;
  for (let family: u32 = 0; family < FAMILIES; family++) {
    const own = features + (<usize>(3 * family) << 3);
    const shared = load<u32>(matched + (<usize>(j * FAMILIES + family) << 2));
    if (shared == 0) {
      // All is left: most families of most pairs, and the logarithms are known.
      const logA = load<f64>(logsA + (<usize>family << 3));
      const logB = load<f64>(logsB + (<usize>family << 3));
      store<f64>(own, 0);
      store<f64>(own, max(logA, logB), 8);
      store<f64>(own, min(logA, logB), 16);
    } else {
      const stepsA = load<u32>(a.steps + (<usize>(i * FAMILIES + family) << 2));
      const stepsB = load<u32>(b.steps + (<usize>(j * FAMILIES + family) << 2));
      store<f64>(own, logOfSteps(logs, shared));
      store<f64>(own, logOfSteps(logs, less(max(stepsA, stepsB), shared)), 8);
      store<f64>(own, logOfSteps(logs, less(min(stepsA, stepsB), shared)), 16);
      all += shared;
    }
  }
  const product: f64 = load<u32>(products + (<usize>j << 2));
  const norms: f64 = <f64>load<f32>(a.norms + (<usize>i << 2)) * <f64>load<f32>(b.norms + (<usize>j << 2));
  const cosine: f64 = min<f64>(1, product / (STEPS_PER_NAT * STEPS_PER_NAT) / norms);
  const difference: f64 = abs(log(<f64>(lengthAt(a.print, i) + LENGTH_FLOOR) / <f64>(lengthAt(b.print, j) + LENGTH_FLOOR)));
  const whole = features + ((3 * FAMILIES) << 3);
  store<f64>(whole, cosine);
  store<f64>(whole, log(cosine + COSINE_FLOOR), 8);
  store<f64>(whole, difference, 16);
  store<f64>(whole, difference * difference, 24);
  store<f64>(whole, min(load<f64>(logsA + (FAMILIES << 3)), load<f64>(logsB + (FAMILIES << 3))), 32);
  store<f64>(whole, logOfSteps(logs, all), 40);
}

/** What is left of a weight; none of it less. */
function less(steps: u32, shared: u32): u32 {
  return steps > shared ? steps - shared : 0;
}

/** The log-odds that two sentences with these features are versions of one another. */
function versionLogOdds(desk: Desk): f64 {
  const model = desk.model;
  const features = desk.features;
  let logOdds = load<f64>(model);
  for (let at: usize = 0; at < FEATURES; at++) logOdds += load<f64>(model + (at << 3), 8) * load<f64>(features + (at << 3));
  return logOdds;
}
