import { logGamma } from '../value/gamma.ts';

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Beyond it the continued fraction converges faster than the series. */
const FAR = 3;
const NEGLIGIBLE = 1e-17;
const MOST_TERMS = 10_000;

/** The probability that a standard normal variable exceeds `z`; the relative error stays below 10⁻¹² on either side. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / SQRT_TWO_PI;
  if (z > FAR) {
    let fraction = z;
    for (let k = 200; k > 0; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; term > NEGLIGIBLE * sum; k += 2) sum += term *= (z * z) / k;
  return 0.5 - density * sum;
}

/** The probability that Student's t with `freedom` > 0 degrees of freedom, not necessarily whole, exceeds `t`. */
export function studentTail(t: number, freedom: number): number {
  if (t < 0) return 1 - studentTail(-t, freedom);
  const whole = freedom + t * t;
  return beta(freedom / whole, (t * t) / whole, freedom / 2, 0.5) / 2;
}

/** The regularised incomplete beta function of `x` = 1 − `y`, by its continued fraction (Abramowitz and Stegun 26.5.8). */
function beta(x: number, y: number, a: number, b: number): number {
  if (x === 0 || y === 0) return x;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(y, x, b, a);
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y);
  return (Math.exp(logFront) / a) * continued(x, a, b);
}

/** The continued fraction of the incomplete beta function, evaluated forwards by Lentz's method. */
function continued(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = denominator;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    denominator = 1 / (1 + even * denominator);
    numerator = 1 + even / numerator;
    value *= denominator * numerator;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / (1 + odd * denominator);
    numerator = 1 + odd / numerator;
    const step = denominator * numerator;
    value *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return value;
}
