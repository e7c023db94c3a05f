import { detailsOf, firstIn, gapsOf, isWideDetail, isWideGap, keyCountOf, keyOf, lowsOf, sentencesOf, stepsIn, timesIn, wholeDetail, wideDetailsOf, wideGapsOf } from './print';

const FAMILIES: u32 = 4;

/**
 * Enters the keys of a document in a table by their low two bytes: whether a cell has any (`taken`), the place of one (`placeIn`), and by place one more than the next
 * in the same cell (`nextOf`).
 */
export function markKeys(keys: usize, count: u32, taken: usize, placeIn: usize, nextOf: usize): void {
  for (let at: u32 = 0; at < count; at++) {
    const cell: usize = load<u16>(keys + (<usize>at << 2));
    const place = placeIn + (cell << 2);
    store<u32>(nextOf + (<usize>at << 2), load<u8>(taken + cell) == 0 ? 0 : load<u32>(place) + 1);
    store<u8>(taken + cell, 1);
    store<u32>(place, at);
  }
}

/** Takes them out again. */
export function unmarkKeys(keys: usize, count: u32, taken: usize): void {
  for (let at: u32 = 0; at < count; at++) store<u8>(taken + load<u16>(keys + (<usize>at << 2)), 0);
}

/**
 * Adds up what the document whose keys are marked has in common with another, a packed fingerprint, over the keys of both in ascending order. Into `out` go, eight bytes
 * each and in squares of steps: the products of the document weights by family; then, over pairs of places weighed by what the key tells, the sums of the weights, of
 * both places, of both squared, of their products and of their distances; and the lesser weights.
 */
export function glanceAt(keys: usize, details: usize, sentences: u32, taken: usize, placeIn: usize, nextOf: usize, other: usize, out: usize): void {
  const otherSentences: f64 = sentencesOf(other);
  const count = keyCountOf(other);
  const shorts = detailsOf(other);
  const lows = lowsOf(other);
  const gaps = gapsOf(other);
  let wideGap = wideGapsOf(other);
  let wideDetail = wideDetailsOf(other);
  for (let family: u32 = 0; family < FAMILIES; family++) store<f64>(out + (<usize>family << 3), 0);
  let weight: f64 = 0;
  let placesX: f64 = 0;
  let placesY: f64 = 0;
  let squaresX: f64 = 0;
  let squaresY: f64 = 0;
  let product: f64 = 0;
  let distance: f64 = 0;
  let steps: u32 = 0;
  let high: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const gap: u32 = load<u8>(gaps + at);
    if (isWideGap(gap)) {
      high += load<u32>(wideGap);
      wideGap += 4;
    } else {
      high += gap;
    }
    const low: u32 = load<u16>(lows + (<usize>at << 1));
    if (load<u8>(taken + low) == 0) continue;
    const key = keyOf(high, low);
    let own: i32 = load<u32>(placeIn + (<usize>low << 2));
    while (own >= 0 && load<u32>(keys + (<usize>own << 2)) != key) own = load<u32>(nextOf + (<usize>own << 2)) - 1;
    if (own < 0) continue;
    const x = load<u32>(details + (<usize>own << 2));
    let y: u32 = load<u16>(shorts + (<usize>at << 1));
    if (isWideDetail(y)) {
      while (load<u32>(wideDetail) < at) wideDetail += 8;
      y = load<u32>(wideDetail, 4);
    } else {
      y = wholeDetail(y);
    }
    const stepsX = stepsIn(x);
    const stepsY = stepsIn(y);
    const times = timesIn(x) * timesIn(y);
    let told: f64 = stepsX * stepsY;
    let weighed = told;
    // Most stand in one sentence: a root and a division take as long as all else.
    if (times != 1) {
      weighed *= sqrt(<f64>times);
      told /= <f64>times;
    }
    const family = out + (<usize>(key & (FAMILIES - 1)) << 3);
    store<f64>(family, load<f64>(family) + weighed);
    const placeX: f64 = firstIn(x);
    const placeY: f64 = firstIn(y);
    weight += told;
    placesX += told * placeX;
    placesY += told * placeY;
    squaresX += told * placeX * placeX;
    squaresY += told * placeY * placeY;
    product += told * placeX * placeY;
    distance += told * abs(placeX * otherSentences - placeY * <f64>sentences);
    steps += min(stepsX, stepsY);
  }
  store<f64>(out, weight, 32);
  store<f64>(out, placesX, 40);
  store<f64>(out, placesY, 48);
  store<f64>(out, squaresX, 56);
  store<f64>(out, squaresY, 64);
  store<f64>(out, product, 72);
  store<f64>(out, distance, 80);
  store<f64>(out, <f64>steps, 88);
}
