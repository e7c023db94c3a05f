/** Under this variance all places are one. */
const LEAST_VARIANCE = 1e-6;

/** How far what two documents share stands in the same order in both: versions of a report keep it, reports of one event don't. */
export interface OrderOfPlaces {
  /** Correlation of the places in both, in [-1, 1]; 0 where it means nothing. */
  readonly correlation: number;
  /** Mean distance of the places, as parts of the documents; one half where there are none. */
  readonly distance: number;
  /** Sum of the weights. */
  readonly weight: number;
}

/** Sums over weighted pairs of places, a place in the one and a place in the other, each in [0, 1]. */
export interface SumsOfPlaces {
  readonly weight: number;
  readonly one: number;
  readonly other: number;
  readonly squareOne: number;
  readonly squareOther: number;
  readonly product: number;
  readonly distance: number;
}

/** The order that such sums tell. */
export function orderOf({ weight, one, other, squareOne, squareOther, product, distance }: SumsOfPlaces): OrderOfPlaces {
  if (weight === 0) return NO_ORDER;
  const a = one / weight;
  const b = other / weight;
  const varianceA = squareOne / weight - a * a;
  const varianceB = squareOther / weight - b * b;
  const isSpread = varianceA > LEAST_VARIANCE && varianceB > LEAST_VARIANCE;
  const correlation = isSpread ? (product / weight - a * b) / Math.sqrt(varianceA * varianceB) : 0;
  return { correlation, distance: distance / weight, weight };
}

const NO_ORDER: OrderOfPlaces = { correlation: 0, distance: 0.5, weight: 0 };
