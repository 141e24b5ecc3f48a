/** Nodes and weights of the Gauss–Legendre rule of twelve points, those above 0. */
const NODES = [
  0.12523340851146892, 0.36783149899818019, 0.58731795428661745, 0.76990267419430469, 0.90411725637047486,
  0.98156063424671925,
];
const WEIGHTS = [
  0.2491470458134027, 0.23349253653835481, 0.20316742672306592, 0.16007832854334623, 0.1069393259953184,
  0.047175336386511827,
];
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
  [alpha, n]: readonly [number, number],
  [beta, m]: readonly [number, number],
  [from, to]: readonly [number, number],
  into: Leaving,
): void {
  const c = Math.min(alpha, beta);
  const more = Math.max(alpha, beta) - c;
  const [ofLess, ofMore] = alpha <= beta ? [n, m] : [m, n];
  const start = c + from;
  const end = Math.log1p((to - from) / start);
  const first = -ofMore * Math.log(start + more);
  const slope = (v: number) => 1 - ofLess - (ofMore * start * Math.exp(v)) / (more + start * Math.exp(v));
  const height = (v: number) => (1 - ofLess) * v - ofMore * Math.log(more + start * Math.exp(v)) - first;
  let [total, logLess, inverseLess, logMore, inverseMore, highest] = [0, 0, 0, 0, 0, 0];
  for (let v = 0; v < end;) {
    let length = Math.min(LONGEST, end - v);
    const steepness = Math.max(Math.abs(slope(v)), Math.abs(slope(v + length)));
    if (steepness * length > STEEPEST) length = STEEPEST / steepness;
    const half = length / 2;
    for (let node = 0; node < 12; node++) {
      const at = node < 6 ? 1 - NODES[5 - node]! : 1 + NODES[node - 6]!;
      const less = start * Math.exp(v + half * at);
      const log = Math.log(less + more);
      const weight =
        half *
        (node < 6 ? WEIGHTS[5 - node]! : WEIGHTS[node - 6]!) *
        Math.exp((1 - ofLess) * (v + half * at) - ofMore * log - first);
      total += weight;
      logLess += weight * (v + half * at);
      inverseLess += weight / less;
      logMore += weight * log;
      inverseMore += weight / (less + more);
    }
    v += length;
    const reached = height(v);
    highest = Math.max(highest, reached);
    if (reached < highest - NOTHING) break;
  }
  const logStart = Math.log(start);
  into.log = Math.log(total) + first + (1 - ofLess) * logStart;
  const meansOfLess = [logLess / total + logStart, inverseLess / total] as const;
  const meansOfMore = [logMore / total, inverseMore / total] as const;
  [into.logAlpha, into.inverseAlpha] = alpha <= beta ? meansOfLess : meansOfMore;
  [into.logBeta, into.inverseBeta] = alpha <= beta ? meansOfMore : meansOfLess;
}
