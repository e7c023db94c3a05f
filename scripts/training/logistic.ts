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

/** Steps of Newton's method; ten reach the optimum to five digits on these data. */
const STEPS = 25;

/**
 * Logistic regression with a ridge penalty on standardised features, by iteratively reweighted least squares
 * (Hastie, Tibshirani, Friedman 2009, 4.4.1). Deterministic.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): LinearModel {
  const width = examples[0]?.features.length ?? 0;
  const { means, scales } = standardisation(examples, width);
  const rows = examples.map(({ features }) => [1, ...features.map((value, at) => (value - (means[at] ?? 0)) / (scales[at] ?? 1))]);
  let beta = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < STEPS; step++) beta = newtonStep(rows, examples, beta, ridge);
  const weights = beta.slice(1).map((value, at) => value / (scales[at] ?? 1));
  const bias = (beta[0] ?? 0) - weights.reduce((sum, value, at) => sum + value * (means[at] ?? 0), 0);
  return { bias, weights };
}

export function logOdds({ bias, weights }: LinearModel, features: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), bias);
}

function standardisation(examples: readonly Example[], width: number): { means: number[]; scales: number[] } {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const means = Array.from({ length: width }, (_, at) => examples.reduce((sum, { features, weight }) => sum + weight * (features[at] ?? 0), 0) / total);
  const scales = means.map((mean, at) => {
    const variance = examples.reduce((sum, { features, weight }) => sum + weight * ((features[at] ?? 0) - mean) ** 2, 0) / total;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
  return { means, scales };
}

function newtonStep(rows: readonly (readonly number[])[], examples: readonly Example[], beta: readonly number[], ridge: number): number[] {
  const width = beta.length;
  const gradient = beta.map((value, at) => (at === 0 ? 0 : -ridge * value));
  const hessian = beta.map((_, i) => beta.map((__, j) => (i === j && i > 0 ? ridge : i === j ? 1e-9 : 0)));
  for (const [index, row] of rows.entries()) {
    const example = examples[index];
    if (example === undefined) continue;
    const probability = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (beta[at] ?? 0), 0)));
    const residual = example.weight * ((example.positive ? 1 : 0) - probability);
    const curvature = example.weight * Math.max(1e-9, probability * (1 - probability));
    for (let i = 0; i < width; i++) {
      const value = row[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + residual * value;
      const line = hessian[i];
      if (line === undefined || value === 0) continue;
      for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + curvature * value * (row[j] ?? 0);
    }
  }
  for (let i = 0; i < width; i++) for (let j = i + 1; j < width; j++) (hessian[i] ?? [])[j] = hessian[j]?.[i] ?? 0;
  const step = solve(hessian, gradient);
  return beta.map((value, at) => value + Math.max(-2, Math.min(2, step[at] ?? 0)));
}

/** Solves a symmetric positive system by elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
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
