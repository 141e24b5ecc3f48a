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
 * ended by steps of Newton's, whose second derivatives are the observed information and give the standard errors. When that ends in
 * a problem, which may be the pilot's alone, all customers are climbed with from the best two starts, and the highest point counts.
 */
export function estimate<Name extends string>(task: Task<Name>): Estimate<Name> {
  const { objective, pilot, share, starts } = task;
  const tries = starts.map((start) => {
    const from = Float64Array.from(start, Math.log);
    const inside = (point: Float64Array) => point.every((_, j) => apart(point, from, j) <= BOUND);
    return { ...climb(pilot, from, inside), from, inside };
  });
  tries.sort((one, other) => (other.value > one.value || Number.isNaN(one.value) ? 1 : -1));
  const [{ point, inverse: shape, from, inside }] = tries as [(typeof tries)[0]];
  const scaled = shape.map((entry) => entry * share);
  let best = judged(task, climb(objective, point, inside, scaled), from);
  if (best.problem === null) return best;
  for (const { from, inside } of tries.slice(0, 2)) {
    const other = judged(task, climb(objective, from, inside), from);
    if (other.logLikelihood > best.logLikelihood) best = other;
  }
  return best;
}

/** What has been reached from a start, told and judged. */
function judged<Name extends string>(
  { names, objective }: Task<Name>,
  reached: Reached,
  from: Float64Array,
): Estimate<Name> {
  const { point, value, information, covariance, promise } = polished(objective, reached);
  const k = names.length;
  const errors = names.map((_, j) => (covariance ? Math.sqrt(covariance[j * (k + 1)]!) : NaN));
  const beyond = (most: number) =>
    names.filter((_, j) => {
      const flat = !(information[j * (k + 1)]! > most ** -2);
      return flat || errors[j]! > most || apart(point, from, j) > BOUND - 1;
    });
  const converged = covariance !== null && promise < CONVERGED;
  const atEdge = beyond(FLAT).length > 0 || (!covariance && promise < CONVERGED);
  const parameters = Array.from(point, Math.exp);
  const named = (values: readonly number[]) =>
    Object.fromEntries(names.map((name, j) => [name, values[j]!])) as Record<Name, number>;
  return {
    parameters: named(parameters),
    errors: named(errors.map((error, j) => error * parameters[j]!)),
    covariance: covariance ?? new Float64Array(k * k).fill(NaN),
    logLikelihood: value,
    converged,
    problem: atEdge ? 'edge' : converged ? null : 'convergence',
    edge: beyond(UNDETERMINED),
  };
}

/**
 * Steps of Newton's while they do not lower the value; the observed information at the end, its inverse, and what one more step
 * promises. After a small step the information is that of where the step began: it has not changed.
 */
function polished(objective: Objective, reached: Reached) {
  let { point, value, gradient } = reached;
  let information = curvature(objective, point);
  let covariance = inverse(information, point.length);
  for (let step = 0; ; step++) {
    const promise = product(gradient, covariance ?? reached.inverse, gradient) / 2;
    const now = { point, value, information, covariance, promise };
    if (!covariance || !(promise > EXACT) || step === MOST_STEPS) return now;
    const slope = new Float64Array(point.length);
    const move = times(covariance, gradient);
    const next = point.map((coordinate, j) => coordinate + move[j]!);
    const risen = objective(next, slope);
    if (!(risen >= value - ROUNDING * Math.abs(value))) return now;
    [point, value, gradient] = [next, risen, slope];
    if (promise < CONVERGED) continue;
    information = curvature(objective, point);
    covariance = inverse(information, point.length);
  }
}

function apart(point: Float64Array, other: Float64Array, j: number): number {
  return Math.abs(point[j]! - other[j]!);
}
