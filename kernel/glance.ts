/** The numbers that a packed fingerprint begins with, four bytes each, and its norms: as in `src/fingerprint/packed-print.ts`. */
const HEAD: usize = 9;
const NORMS: usize = 5;

const LOW_BITS: u32 = 16;
const WIDE_GAP: u32 = 255;
const BYTE_SENTENCES: u32 = 256;

/** Bits of a detail (`detailOf`), and of one in two bytes. */
const STEP_BITS: u32 = 6;
const STEP_MASK: u32 = (1 << STEP_BITS) - 1;
const SENTENCE_BITS: u32 = 11;
const SENTENCE_MASK: u32 = (1 << SENTENCE_BITS) - 1;
const FIRST_SHIFT: u32 = STEP_BITS + SENTENCE_BITS;
const TIMES_BITS: u32 = 3;
const SHORT_TIMES: u32 = ((1 << TIMES_BITS) - 1) << STEP_BITS;
const SHORT_LOW: u32 = (1 << (STEP_BITS + TIMES_BITS)) - 1;
const SHORT_SHIFT: u32 = FIRST_SHIFT - (STEP_BITS + TIMES_BITS);

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
  const otherSentences = load<u32>(other, 4);
  const count = load<u32>(other, 12);
  const wideDetails = load<u32>(other, 20);
  const isByte = otherSentences <= BYTE_SENTENCES;
  let wideGap = other + ((HEAD + NORMS + <usize>load<u32>(other, 28)) << 2);
  let wideDetail = wideGap + (<usize>load<u32>(other, 16) << 2);
  const otherDetails = wideDetail + (<usize>wideDetails << 3);
  const lows = otherDetails + (<usize>count << 1);
  const gaps = lows + ((<usize>count + otherSentences + (isByte ? 0 : load<u32>(other, 24))) << 1);
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
    if (gap == WIDE_GAP) {
      high += load<u32>(wideGap);
      wideGap += 4;
    } else {
      high += gap;
    }
    const low: u32 = load<u16>(lows + (<usize>at << 1));
    if (load<u8>(taken + low) == 0) continue;
    const key = (high << LOW_BITS) | low;
    let own: i32 = load<u32>(placeIn + (<usize>low << 2));
    while (own >= 0 && load<u32>(keys + (<usize>own << 2)) != key) own = load<u32>(nextOf + (<usize>own << 2)) - 1;
    if (own < 0) continue;
    const x = load<u32>(details + (<usize>own << 2));
    let y: u32 = load<u16>(otherDetails + (<usize>at << 1));
    if ((y & SHORT_TIMES) != 0) {
      y = (y & SHORT_LOW) | ((y & ~SHORT_LOW) << SHORT_SHIFT);
    } else {
      while (load<u32>(wideDetail) < at) wideDetail += 8;
      y = load<u32>(wideDetail, 4);
    }
    const stepsX = x & STEP_MASK;
    const stepsY = y & STEP_MASK;
    const squared: f64 = stepsX * stepsY;
    const times: u32 = ((x >>> STEP_BITS) & SENTENCE_MASK) * ((y >>> STEP_BITS) & SENTENCE_MASK);
    const family = out + (<usize>(key & (FAMILIES - 1)) << 3);
    let told = squared;
    let weighed = squared;
    // Most stand in one sentence: a root and a division take as long as all else.
    if (times != 1) {
      weighed *= sqrt(<f64>times);
      told /= <f64>times;
    }
    store<f64>(family, load<f64>(family) + weighed);
    const placeX: f64 = x >>> FIRST_SHIFT;
    const placeY: f64 = y >>> FIRST_SHIFT;
    weight += told;
    placesX += told * placeX;
    placesY += told * placeY;
    squaresX += told * placeX * placeX;
    squaresY += told * placeY * placeY;
    product += told * placeX * placeY;
    distance += told * abs(placeX * <f64>otherSentences - placeY * <f64>sentences);
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
