const HALF_LOG_TWO_PI = 0.9189385332046728;
/** From here on the asymptotic series are exact to the last digits. */
const LARGE = 10;

/**
 * ln Γ(x) for x > 0: Stirling's series, after shifting a small x up by Γ(x + 1) = x Γ(x). The error is below 10⁻¹⁴, or below
 * 10⁻¹⁴ of the value where that is more.
 */
export function logGamma(x: number): number {
  let product = 1;
  let z = x;
  for (; z < LARGE; z++) product *= z;
  const t = 1 / (z * z);
  const series =
    (1 / 12 - t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - t * (691 / 360360)))))) / z;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series - Math.log(product);
}

/** The derivative of ln Γ(x) for x > 0, by the asymptotic series after the same shift. */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z++) shift += 1 / z;
  const t = 1 / (z * z);
  const series =
    t * (1 / 12 - t * (1 / 120 - t * (1 / 252 - t * (1 / 240 - t * (1 / 132 - t * (691 / 32760))))));
  return Math.log(z) - 0.5 / z - series - shift;
}
