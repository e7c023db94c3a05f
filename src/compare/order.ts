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

/** Adds up weighted pairs of places, each in [0, 1], for their correlation. */
export class Order {
  #weight = 0;
  #a = 0;
  #b = 0;
  #squareA = 0;
  #squareB = 0;
  #product = 0;
  #distance = 0;

  clear(): void {
    this.#weight = this.#a = this.#b = this.#squareA = this.#squareB = this.#product = this.#distance = 0;
  }

  add(a: number, b: number, weight: number): void {
    this.#weight += weight;
    this.#a += weight * a;
    this.#b += weight * b;
    this.#squareA += weight * a * a;
    this.#squareB += weight * b * b;
    this.#product += weight * a * b;
    this.#distance += weight * Math.abs(a - b);
  }

  tell(): OrderOfPlaces {
    const weight = this.#weight;
    if (weight === 0) return NO_ORDER;
    const [a, b] = [this.#a / weight, this.#b / weight];
    const [varianceA, varianceB] = [this.#squareA / weight - a * a, this.#squareB / weight - b * b];
    const isSpread = varianceA > LEAST_VARIANCE && varianceB > LEAST_VARIANCE;
    const correlation = isSpread ? (this.#product / weight - a * b) / Math.sqrt(varianceA * varianceB) : 0;
    return { correlation, distance: this.#distance / weight, weight };
  }
}

const NO_ORDER: OrderOfPlaces = { correlation: 0, distance: 0.5, weight: 0 };
