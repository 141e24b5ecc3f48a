/** The Gauss–Legendre rule of twelve points: nodes above 0, and their weights. */
const HALF = [
  [0.12523340851146891, 0.24914704581340277],
  [0.3678314989981802, 0.2334925365383548],
  [0.5873179542866175, 0.20316742672306592],
  [0.7699026741943047, 0.16007832854334622],
  [0.9041172563704749, 0.1069393259953184],
  [0.9815606342467192, 0.04717533638651182],
] as const;
/** The same on the interval from 0 to 1. */
const NODES = Float64Array.from([
  ...HALF.map(([node]) => (1 - node) / 2),
  ...HALF.map(([node]) => (1 + node) / 2),
]);
const WEIGHTS = Float64Array.from([...HALF, ...HALF].map(([, weight]) => weight / 2));
/** A panel is at most so long, and the integrand changes by at most so many powers of e on it: the rule is exact then. */
const LONGEST = 2.5;
const STEEPEST = 8;
/** What is e^−40 of the highest value adds nothing. */
const NOTHING = 40;

/** ln of the integral, and the means over its integrand that give its slopes. */
export interface Leaving {
  log: number;
  /** Means of ln(alpha + τ), 1 ÷ (alpha + τ), ln(beta + τ) and 1 ÷ (beta + τ). */
  logAlpha: number;
  inverseAlpha: number;
  logBeta: number;
  inverseBeta: number;
}

/**
 * ∫ (alpha + τ)^−n (beta + τ)^−m dτ for τ from `from` to `to`: in Pareto/NBD the likelihood of leaving between the last order and
 * the end. Times n + m − 1 it is the published difference of two hypergeometric functions,
 * ₂F₁(n + m − 1, m; n + m; (alpha − beta) ÷ (alpha + from)) ÷ (alpha + from)^(n + m − 1) less the same at `to` (with the parts of
 * alpha, n and beta, m exchanged when alpha < beta), but nothing cancels when the times are near to each other, nothing overflows
 * when n is in the thousands, and the slopes come with it. After τ = (c + from)·e^v − c, c the lesser of alpha and beta, the
 * integrand is log-concave; it is integrated in panels with twelve points each, up to where it has become nothing.
 */
export function leaving(
  alpha: number,
  n: number,
  beta: number,
  m: number,
  from: number,
  to: number,
  into: Leaving,
): void {
  const swapped = alpha > beta;
  const more = Math.abs(alpha - beta);
  const rise = 1 - (swapped ? m : n);
  const ofMore = swapped ? n : m;
  const start = (swapped ? beta : alpha) + from;
  const end = Math.log1p((to - from) / start);
  const first = -ofMore * Math.log(start + more);
  let total = 0;
  let logLess = 0;
  let inverseLess = 0;
  let logMore = 0;
  let inverseMore = 0;
  let highest = 0;
  let steep = Math.abs(rise - (ofMore * start) / (more + start));
  for (let v = 0; v < end;) {
    let length = Math.min(LONGEST, end - v);
    let less = start * Math.exp(v + length);
    const steepest = Math.max(steep, Math.abs(rise - (ofMore * less) / (more + less)));
    if (steepest * length > STEEPEST) length = STEEPEST / steepest;
    for (let node = 0; node < NODES.length; node++) {
      const at = v + length * NODES[node]!;
      less = start * Math.exp(at);
      const log = Math.log(less + more);
      const weight = length * WEIGHTS[node]! * Math.exp(rise * at - ofMore * log - first);
      total += weight;
      logLess += weight * at;
      inverseLess += weight / less;
      logMore += weight * log;
      inverseMore += weight / (less + more);
    }
    v += length;
    less = start * Math.exp(v);
    steep = Math.abs(rise - (ofMore * less) / (more + less));
    const height = rise * v - ofMore * Math.log(more + less) - first;
    highest = Math.max(highest, height);
    if (height < highest - NOTHING) break;
  }
  const logStart = Math.log(start);
  into.log = Math.log(total) + first + rise * logStart;
  const meanLogLess = logLess / total + logStart;
  const meanInverseLess = inverseLess / total;
  const meanLogMore = logMore / total;
  const meanInverseMore = inverseMore / total;
  into.logAlpha = swapped ? meanLogMore : meanLogLess;
  into.inverseAlpha = swapped ? meanInverseMore : meanInverseLess;
  into.logBeta = swapped ? meanLogLess : meanLogMore;
  into.inverseBeta = swapped ? meanInverseLess : meanInverseMore;
}
