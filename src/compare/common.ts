import type { SumsOfPlaces } from './order.ts';
import type { SharedKeys } from './share.ts';
import { detailAt, type Laid } from '../fingerprint/packed-print.ts';
import { familyIndex, firstIn, stepsIn, timesIn, type PrintCore } from '../fingerprint/print.ts';
import { STEPS_PER_NAT } from '../fingerprint/weight.ts';

/** What two documents have in common, added up over the keys of both. */
export interface Common {
  /** The lesser weight of each key, in steps. */
  readonly steps: number;
  /** Where the keys stand first, by what that tells: of a key in many sentences it means little. */
  readonly places: SumsOfPlaces;
}

/**
 * Adds up the first `count` shared keys; the products of the document weights by family go into `products`. All in one loop over whole
 * numbers, the sums in local variables: some forty partners of each article pass here, each with as many keys.
 */
export function commonOf(one: PrintCore, other: Laid, { inA, inB }: SharedKeys, count: number, products: Float64Array): Common {
  products.fill(0);
  let steps = 0;
  let weight = 0;
  let placesX = 0;
  let placesY = 0;
  let squaresX = 0;
  let squaresY = 0;
  let product = 0;
  let distance = 0;
  const lengthX = one.lengths.length;
  const lengthY = other.sentences;
  for (let each = 0; each < count; each++) {
    const own = inA[each] ?? 0;
    const x = one.details[own] ?? 0;
    const y = detailAt(other, inB[each] ?? 0);
    const stepsX = stepsIn(x);
    const stepsY = stepsIn(y);
    const squared = stepsX * stepsY;
    const times = timesIn(x) * timesIn(y);
    const family = familyIndex(one.keys[own] ?? 0);
    products[family] = (products[family] ?? 0) + squared * Math.sqrt(times);
    const told = squared / times;
    const placeX = firstIn(x);
    const placeY = firstIn(y);
    weight += told;
    placesX += told * placeX;
    placesY += told * placeY;
    squaresX += told * placeX * placeX;
    squaresY += told * placeY * placeY;
    product += told * placeX * placeY;
    distance += told * Math.abs(placeX * lengthY - placeY * lengthX);
    steps += Math.min(stepsX, stepsY);
  }
  for (let family = 0; family < products.length; family++) products[family] = (products[family] ?? 0) / SQUARE;
  const places = {
    weight: weight / SQUARE,
    one: placesX / (SQUARE * lengthX),
    other: placesY / (SQUARE * lengthY),
    squareOne: squaresX / (SQUARE * lengthX * lengthX),
    squareOther: squaresY / (SQUARE * lengthY * lengthY),
    product: product / (SQUARE * lengthX * lengthY),
    distance: distance / (SQUARE * lengthX * lengthY),
  };
  return { steps, places };
}

/** Steps in a nat, where two weights are multiplied. */
const SQUARE = STEPS_PER_NAT ** 2;
