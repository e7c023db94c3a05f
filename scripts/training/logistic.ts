/** One labelled observation. */
export interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Weights on the raw features; the log-odds are `bias + Σ weights·features`. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Most steps of Newton's method; six to fifteen are needed, more where the examples can nearly be told apart without doubt. */
const MOST_STEPS = 50;

/** Most times a step is halved: a thousandth of it makes the fit better, or nothing does. */
const MOST_HALVINGS = 10;

/** A step that moves no weight by more has arrived: the model is kept to six digits. */
const SMALLEST_STEP = 1e-9;

/**
 * Logistic regression with a ridge penalty on standardised features, by iteratively reweighted least squares
 * (Hastie, Tibshirani, Friedman 2009, 4.4.1). Deterministic. The optimum is one, so `start` (a model of nearly the same
 * examples) only makes it quicker.
 */
export function fitLogistic(examples: readonly Example[], ridge: number, start?: LinearModel): LinearModel {
  const width = examples[0]?.features.length ?? 0;
  const scaling = standardisation(examples, width);
  const rows = standardised(examples, scaling);
  let beta = start === undefined ? new Float64Array(width + 1) : standardisedModel(start, scaling);
  let loss = penalisedLoss(rows, examples, beta, ridge);
  for (let step = 0; step < MOST_STEPS; step++) {
    let next = newtonStep(rows, examples, beta, ridge);
    let nextLoss = penalisedLoss(rows, examples, next, ridge);
    // A whole step may go too far, and the next one back again: half of it then, and half of that.
    for (let halving = 0; nextLoss > loss && halving < MOST_HALVINGS; halving++) {
      next = next.map((value, at) => (value + (beta[at] ?? 0)) / 2);
      nextLoss = penalisedLoss(rows, examples, next, ridge);
    }
    const moved = next.reduce((most, value, at) => Math.max(most, Math.abs(value - (beta[at] ?? 0))), 0);
    [beta, loss] = [next, nextLoss];
    if (moved < SMALLEST_STEP) break;
  }
  const weights = Array.from(scaling.scales, (scale, at) => (beta[at + 1] ?? 0) / scale);
  const bias = (beta[0] ?? 0) - weights.reduce((sum, value, at) => sum + value * (scaling.means[at] ?? 0), 0);
  return { bias, weights };
}

export function logOdds({ bias, weights }: LinearModel, features: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), bias);
}

interface Scaling {
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

function standardisation(examples: readonly Example[], width: number): Scaling {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const means = weightedMean(examples, width, total, (value) => value);
  const variances = weightedMean(examples, width, total, (value, at) => (value - (means[at] ?? 0)) ** 2);
  return { means, scales: variances.map((variance) => (variance > 1e-12 ? Math.sqrt(variance) : 1)) };
}

function weightedMean(examples: readonly Example[], width: number, total: number, of: (value: number, at: number) => number): Float64Array {
  const sums = new Float64Array(width);
  for (const { features, weight } of examples) {
    for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + weight * of(features[at] ?? 0, at);
  }
  return sums.map((sum) => sum / total);
}

/** Rows are taken by so many at once; there are some of zeros at the end to fill the last block. */
const BLOCK = 4;

/** A row an example, one after the other: a one for the bias, then the features. */
function standardised(examples: readonly Example[], { means, scales }: Scaling): Float64Array {
  const width = means.length + 1;
  const rows = new Float64Array((examples.length + BLOCK) * width);
  for (const [index, { features }] of examples.entries()) {
    const row = index * width;
    rows[row] = 1;
    for (let at = 1; at < width; at++) rows[row + at] = ((features[at - 1] ?? 0) - (means[at - 1] ?? 0)) / (scales[at - 1] ?? 1);
  }
  return rows;
}

function standardisedModel({ bias, weights }: LinearModel, { means, scales }: Scaling): Float64Array {
  const shifted = weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), bias);
  return Float64Array.from([shifted, ...weights.map((weight, at) => weight * (scales[at] ?? 1))]);
}

/** What is made least: minus the logarithm of the likelihood, and the penalty. */
function penalisedLoss(rows: Float64Array, examples: readonly Example[], beta: Float64Array, ridge: number): number {
  const width = beta.length;
  let loss = beta.reduce((sum, value, at) => (at === 0 ? sum : sum + (ridge / 2) * value * value), 0);
  for (const [index, { weight, positive }] of examples.entries()) {
    const odds = oddsOf(rows, index * width, beta);
    // log(1 + e^-x) without overflow, of the side that is right.
    const right = positive ? odds : -odds;
    loss += weight * (Math.max(0, -right) + Math.log1p(Math.exp(-Math.abs(right))));
  }
  return loss;
}

/** The log-odds that `beta` gives to the row that starts at `start`. */
function oddsOf(rows: Float64Array, start: number, beta: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < beta.length; i++) sum += (rows[start + i] ?? 0) * (beta[i] ?? 0);
  return sum;
}

function newtonStep(rows: Float64Array, examples: readonly Example[], beta: Float64Array, ridge: number): Float64Array {
  const width = beta.length;
  const gradient = beta.map((value, at) => (at === 0 ? 0 : -ridge * value));
  const curvatures = new Float64Array(examples.length);
  for (const [index, { weight, positive }] of examples.entries()) {
    const start = index * width;
    const probability = 1 / (1 + Math.exp(-oddsOf(rows, start, beta)));
    const residual = weight * ((positive ? 1 : 0) - probability);
    for (let i = 0; i < width; i++) gradient[i] = (gradient[i] ?? 0) + residual * (rows[start + i] ?? 0);
    curvatures[index] = weight * probability * (1 - probability);
  }
  const step = solve(curvatureMatrix(rows, curvatures, width, ridge), gradient);
  return beta.map((value, at) => value + Math.max(-2, Math.min(2, step[at] ?? 0)));
}

/** Added for the bias, which has no penalty: the matrix stays regular where all is judged without doubt. */
const LEAST_CURVATURE = 1e-9;

/** The negative Hessian. Four examples at a time: that is thrice as fast, and most of the time goes here. */
function curvatureMatrix(rows: Float64Array, curvatures: Float64Array, width: number, ridge: number): Float64Array {
  const matrix = new Float64Array(width * width);
  for (let index = 0; index < curvatures.length; index += BLOCK) {
    const [a, b, c, d] = [index * width, (index + 1) * width, (index + 2) * width, (index + 3) * width];
    const ofA = curvatures[index] ?? 0;
    const ofB = curvatures[index + 1] ?? 0;
    const ofC = curvatures[index + 2] ?? 0;
    const ofD = curvatures[index + 3] ?? 0;
    for (let i = 0; i < width; i++) {
      const line = i * width;
      const w = ofA * (rows[a + i] ?? 0);
      const x = ofB * (rows[b + i] ?? 0);
      const y = ofC * (rows[c + i] ?? 0);
      const z = ofD * (rows[d + i] ?? 0);
      for (let j = 0; j <= i; j++) {
        const sum = w * (rows[a + j] ?? 0) + x * (rows[b + j] ?? 0) + y * (rows[c + j] ?? 0) + z * (rows[d + j] ?? 0);
        matrix[line + j] = (matrix[line + j] ?? 0) + sum;
      }
    }
  }
  for (let i = 0; i < width; i++) {
    matrix[i * width + i] = (matrix[i * width + i] ?? 0) + (i === 0 ? LEAST_CURVATURE : ridge);
    for (let j = i + 1; j < width; j++) matrix[i * width + j] = matrix[j * width + i] ?? 0;
  }
  return matrix;
}

/** Solves a symmetric positive system by elimination with pivoting. */
function solve(matrix: Float64Array, right: Float64Array): number[] {
  const size = right.length;
  const rows = Array.from(right, (value, at) => [...matrix.subarray(at * size, (at + 1) * size), value]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const [top, swap] = [rows[pivot] ?? [], rows[column] ?? []];
    rows[column] = top;
    rows[pivot] = swap;
    for (let row = 0; row < size; row++) {
      const line = rows[row] ?? [];
      const factor = (line[column] ?? 0) / (top[column] ?? 1);
      if (row === column || factor === 0) continue;
      for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (top[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
