import { estimate } from './estimate.ts';
import { digamma, logGamma } from './gamma.ts';
import { unfitted } from './lifetime.ts';
import type { Objective } from './maximise.ts';
import type { Histories, SpendFit } from './types.ts';

/** Fewer customers with a repeat order are not fitted: ten for each of the three parameters. */
const LEAST_SPENDERS = 30;
const PILOT = 4_000;
const NAMES = ['p', 'q', 'gamma'] as const;

/** Customers who came back, by x; `spend` is above 0. */
interface Spenders {
  x: Float64Array;
  spend: Float64Array;
}

/**
 * Fits the Gamma-Gamma model (Fader, Hardie & Lee 2005b; Fader & Hardie 2013) to the customers with a repeat order and a mean
 * spend above 0: what an order brings differs around the customer's mean as a gamma distribution of shape p, and the means
 * differ between customers as an inverse gamma one (q, gamma).
 */
export function fitSpend(histories: Pick<Histories, 'x' | 'spend'>): SpendFit {
  const spenders = spendersOf(histories);
  const { x, spend } = spenders;
  const counted = {
    customers: histories.x.length,
    repeaters: x.length,
    correlation: correlation(x, spend),
  };
  if (x.length < LEAST_SPENDERS) return { ...counted, ...unfitted(NAMES), mean: NaN };
  const step = Math.max(1, x.length / PILOT);
  const some = (values: Float64Array) =>
    values.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  const pilot = { x: some(x), spend: some(spend) };
  const average = mean(spend);
  const fitted = estimate({
    names: NAMES,
    objective: likelihood(spenders),
    pilot: likelihood(pilot),
    share: pilot.x.length / x.length,
    starts: [1, 6].flatMap((p) => [2, 5].map((q) => [p, q, (average * (q - 1)) / p])),
  });
  const { p, q, gamma } = fitted.parameters;
  return { ...counted, ...fitted, mean: q > 1 ? (p * gamma) / (q - 1) : Infinity };
}

/** The log-likelihood of the mean spends. What depends on x alone is worked out once for customers of the same x. */
function likelihood({ x, spend }: Spenders): Objective {
  const totals = x.map((n, i) => n * spend[i]!);
  const logTotals = totals.map(Math.log);
  const logSpends = spend.map(Math.log);
  return (logs, gradient) => {
    const [p, q, gamma] = Array.from(logs, Math.exp) as [number, number, number];
    const constant = q * Math.log(gamma) - logGamma(q);
    const slopeConstant = Math.log(gamma) - digamma(q);
    let [value, ofP, ofQ, ofGamma] = [0, 0, 0, 0];
    let [ofX, slopeBoth, slopeShape] = [0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const shape = p * x[i]!;
      if (i === 0 || x[i] !== x[i - 1]) {
        ofX = logGamma(shape + q) - logGamma(shape) + constant;
        slopeBoth = digamma(shape + q);
        slopeShape = digamma(shape);
      }
      const log = Math.log(gamma + totals[i]!);
      value += ofX + shape * logTotals[i]! - logSpends[i]! - (shape + q) * log;
      ofP += x[i]! * (slopeBoth - slopeShape + logTotals[i]! - log);
      ofQ += slopeBoth + slopeConstant - log;
      ofGamma += q / gamma - (shape + q) / (gamma + totals[i]!);
    }
    gradient[0] = ofP * p;
    gradient[1] = ofQ * q;
    gradient[2] = ofGamma * gamma;
    return value;
  };
}

function spendersOf({ x, spend }: Pick<Histories, 'x' | 'spend'>): Spenders {
  const order = Uint32Array.from(x, (_, customer) => customer)
    .filter((customer) => x[customer]! > 0 && spend[customer]! > 0)
    .sort((i, j) => x[i]! - x[j]!);
  const take = (values: Float64Array) => Float64Array.from(order, (customer) => values[customer]!);
  return { x: take(x), spend: take(spend) };
}

function correlation(u: Float64Array, v: Float64Array): number {
  const [meanU, meanV] = [mean(u), mean(v)];
  let [both, ofU, ofV] = [0, 0, 0];
  for (let i = 0; i < u.length; i++) {
    both += (u[i]! - meanU) * (v[i]! - meanV);
    ofU += (u[i]! - meanU) ** 2;
    ofV += (v[i]! - meanV) ** 2;
  }
  return both / Math.sqrt(ofU * ofV);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
