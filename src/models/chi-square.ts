import { logGamma } from './value/gamma.ts';

/** Terms this much smaller than the sum so far end it. */
const NEGLIGIBLE = 1e-16;

/**
 * The probability that a chi-square variable with `df` degrees of freedom (1, 2, …) exceeds `x`: the regularised upper
 * incomplete gamma function Q(df/2, x/2), by its series below a + 1 and by its continued fraction (Lentz) above, so that
 * small probabilities keep their digits.
 */
export function chiSquareTail(x: number, df: number): number {
  if (!(x > 0)) return 1;
  const [a, y] = [df / 2, x / 2];
  const scale = Math.exp(a * Math.log(y) - y - logGamma(a));
  return y < a + 1 ? 1 - scale * series(a, y) : scale * fraction(a, y);
}

function series(a: number, y: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > NEGLIGIBLE * sum; n++) {
    term *= y / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, y: number): number {
  let b = y + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < NEGLIGIBLE * 10) break;
  }
  return value;
}
