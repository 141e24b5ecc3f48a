import { inverse, product, times } from './matrix.ts';
import { climb, curvature, type Objective, type Reached } from './maximise.ts';
import type { Fit } from './types.ts';

/** A log-likelihood in the logarithms of the parameters. */
export interface Task<Name extends string> {
  names: readonly Name[];
  objective: Objective;
  /** The same of fewer customers, for the first search; `share` of the weight of all. */
  pilot: Objective;
  share: number;
  /** Parameters to begin at. */
  starts: readonly (readonly number[])[];
}

type Estimate<Name extends string> = Pick<
  Fit<Name>,
  'parameters' | 'errors' | 'covariance' | 'logLikelihood' | 'converged' | 'problem' | 'edge'
>;

/** No parameter is looked for beyond e^±12 of where the search began: the data could not tell it from 0 or infinity. */
const BOUND = 12;
/** A parameter is undetermined when the standard error of its logarithm is above this: its interval spans a factor of 10⁵. */
const UNDETERMINED = 3;
/** With a standard error above this the likelihood is flat: what was found is not its maximum but where the search grew tired. */
const FLAT = 10;
/** A fit has converged when one more step of Newton's would raise the log-likelihood by less than this. */
const CONVERGED = 1e-6;
/** Below this, further steps change nothing; a value is rounded to this part of it. */
const EXACT = 1e-14;
const ROUNDING = 1e-13;
const MOST_STEPS = 4;

/**
 * Maximum likelihood. A pilot on fewer customers climbs from each start; the best of them is climbed on with all customers and
 * ended by steps of Newton's, whose second derivatives are the observed information and give the standard errors.
 */
export function estimate<Name extends string>({
  names,
  objective,
  pilot,
  share,
  starts,
}: Task<Name>): Estimate<Name> {
  const tries = starts.map((start) => {
    const from = Float64Array.from(start, Math.log);
    const inside = (point: Float64Array) => point.every((_, j) => apart(point, from, j) <= BOUND);
    return { ...climb(pilot, from, inside), from, inside };
  });
  const best = tries.reduce((high, other) =>
    other.value > high.value || Number.isNaN(high.value) ? other : high,
  );
  const shape = best.inverse.map((entry) => entry * share);
  const { point, value, covariance, promise } = polished(
    objective,
    climb(objective, best.point, best.inside, shape),
  );
  const k = names.length;
  const errors = names.map((_, j) => (covariance ? Math.sqrt(covariance[j * (k + 1)]!) : NaN));
  const beyond = (most: number) =>
    names.filter((_, j) => errors[j]! > most || apart(point, best.from, j) > BOUND - 1);
  const converged = covariance !== null && promise < CONVERGED;
  const atEdge = beyond(FLAT).length > 0 || (!covariance && promise < CONVERGED);
  const parameters = Array.from(point, Math.exp);
  return {
    parameters: named(names, parameters),
    errors: named(
      names,
      errors.map((error, j) => error * parameters[j]!),
    ),
    covariance: covariance ?? new Float64Array(k * k).fill(NaN),
    logLikelihood: value,
    converged,
    problem: atEdge ? 'edge' : converged ? null : 'convergence',
    edge: beyond(UNDETERMINED),
  };
}

/** Steps of Newton's while they do not lower the value, the covariance at the end, and what one more step promises. */
function polished(objective: Objective, reached: Reached) {
  let { point, value, gradient } = reached;
  for (let step = 0; ; step++) {
    const covariance = inverse(curvature(objective, point), point.length);
    const promise = product(gradient, covariance ?? reached.inverse, gradient) / 2;
    if (!covariance || !(promise > EXACT) || step === MOST_STEPS)
      return { point, value, covariance, promise };
    const slope = new Float64Array(point.length);
    const move = times(covariance, gradient);
    const next = point.map((coordinate, j) => coordinate + move[j]!);
    const risen = objective(next, slope);
    if (!(risen >= value - ROUNDING * Math.abs(value))) return { point, value, covariance, promise };
    [point, value, gradient] = [next, risen, slope];
  }
}

function apart(point: Float64Array, other: Float64Array, j: number): number {
  return Math.abs(point[j]! - other[j]!);
}

function named<Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, j) => [name, values[j]!])) as Record<Name, number>;
}
