/**
 * The inverse of a symmetric positive definite matrix of k × k numbers, row by row, by Cholesky's factors; null when it is not
 * positive definite to the accuracy of the numbers.
 */
export function inverse(matrix: Float64Array, k: number): Float64Array | null {
  const factor = cholesky(matrix, k);
  if (!factor) return null;
  const result = new Float64Array(k * k);
  const column = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < k; i++) {
      let sum = i === j ? 1 : 0;
      for (let m = 0; m < i; m++) sum -= factor[i * k + m]! * column[m]!;
      column[i] = sum / factor[i * k + i]!;
    }
    for (let i = k - 1; i >= 0; i--) {
      let sum = column[i]!;
      for (let m = i + 1; m < k; m++) sum -= factor[m * k + i]! * column[m]!;
      column[i] = sum / factor[i * k + i]!;
      result[i * k + j] = column[i]!;
    }
  }
  return result;
}

/** uᵀ M v. */
export function product(u: ArrayLike<number>, matrix: Float64Array, v: ArrayLike<number>): number {
  const k = u.length;
  let sum = 0;
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) sum += u[i]! * matrix[i * k + j]! * v[j]!;
  return sum;
}

/** M v. */
export function times(matrix: Float64Array, v: Float64Array): Float64Array {
  const k = v.length;
  return v.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += matrix[i * k + j]! * v[j]!;
    return sum;
  });
}

function cholesky(matrix: Float64Array, k: number): Float64Array | null {
  const factor = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    for (let i = j; i < k; i++) {
      let sum = matrix[i * k + j]!;
      for (let m = 0; m < j; m++) sum -= factor[i * k + m]! * factor[j * k + m]!;
      if (i > j) factor[i * k + j] = sum / factor[j * k + j]!;
      else if (sum > 1e-13 * Math.abs(matrix[j * k + j]!)) factor[j * k + j] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}
