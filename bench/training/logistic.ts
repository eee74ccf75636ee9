/** A question whose answer is, or is not, in the archive: its facts, and how much it counts. */
export interface LogisticCase {
  readonly facts: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

/** Weights of a logistic regression with an L2 penalty, by Newton's method. The first fact is not penalised. */
export function fitLogistic(cases: readonly LogisticCase[], penalty: number, steps = 25): number[] {
  const width = cases[0]?.facts.length ?? 0;
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(width);
    // Symmetric, so that half of it is enough until it is solved.
    const hessian = Array.from({ length: width }, () => new Float64Array(width));
    for (const { facts, label, weight } of cases) {
      const chance = logistic(facts, weights);
      const error = (weight / total) * (chance - label);
      const curve = (weight / total) * chance * (1 - chance);
      for (let i = 0; i < width; i++) {
        const fact = facts[i] ?? 0;
        if (fact === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + error * fact;
        const row = hessian[i];
        const share = curve * fact;
        if (row) for (let j = 0; j <= i; j++) row[j] = (row[j] ?? 0) + share * (facts[j] ?? 0);
      }
    }
    for (let i = 0; i < width; i++) {
      const held = i === 0 ? 1e-9 : penalty;
      gradient[i] = (gradient[i] ?? 0) + (i === 0 ? 0 : penalty * (weights[i] ?? 0));
      const row = hessian[i];
      if (!row) continue;
      row[i] = (row[i] ?? 0) + held;
      for (let j = 0; j < i; j++) {
        const mirrored = hessian[j];
        if (mirrored) mirrored[i] = row[j] ?? 0;
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight - (change[i] ?? 0));
  }
  return weights;
}

export function logistic(facts: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-weightedSum(facts, weights)));
}

export function weightedSum(facts: readonly number[], weights: readonly number[]): number {
  return facts.reduce((total, fact, index) => total + fact * (weights[index] ?? 0), 0);
}

const EMPTY = new Float64Array();

/** Solves a small linear system by Gauss elimination with pivots. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((row, index) => Float64Array.of(...row, right[index] ?? 0));
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const [top, other] = [rows[pivot] ?? EMPTY, rows[column] ?? EMPTY];
    rows[pivot] = other;
    rows[column] = top;
    for (let row = 0; row < size; row++) {
      const current = rows[row];
      if (row === column || !current) continue;
      const factor = (current[column] ?? 0) / (top[column] || 1e-12);
      for (let k = column; k <= size; k++) current[k] = (current[k] ?? 0) - factor * (top[k] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] || 1e-12));
}
