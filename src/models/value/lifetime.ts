import { bgnbd } from './bgnbd.ts';
import { type Rows, thinned } from './distinct.ts';
import { estimate } from './estimate.ts';
import { likelihood } from './likelihood.ts';
import type { LifetimeModel } from './model.ts';
import { pnbd } from './pnbd.ts';
import type { LifetimeFit, ModelName } from './types.ts';

/**
 * Fewer customers with a repeat order than this are not fitted: ten for each of the four parameters, the usual rule of thumb for
 * events per parameter (Peduzzi et al. 1996).
 */
export const LEAST_REPEATERS = 40;
/** Rows of the pilot. */
const PILOT = 1_000;

export const MODELS: Readonly<Record<ModelName, LifetimeModel>> = { bgnbd, pnbd };

/** Fits a model of orders and leaving to the histories. */
export function fitLifetime(name: ModelName, rows: Rows): LifetimeFit {
  const model = MODELS[name];
  const customers = weightOf(rows);
  const repeaters = rows.weight.reduce((sum, weight, row) => (rows.x[row]! > 0 ? sum + weight : sum), 0);
  const counted = { model: name, customers, repeaters };
  if (repeaters < LEAST_REPEATERS) return { ...counted, ...unfitted(model.names) };
  const pilot = thinned(rows, PILOT);
  return {
    ...counted,
    ...estimate({
      names: model.names,
      objective: likelihood(model, rows),
      pilot: likelihood(model, pilot),
      share: weightOf(pilot) / customers,
      starts: model.starts(rows),
    }),
  };
}

/** What is told when there is too little to fit. */
export function unfitted<Name extends string>(names: readonly Name[]) {
  const none = Object.fromEntries(names.map((name) => [name, NaN])) as Record<Name, number>;
  return {
    parameters: none,
    errors: none,
    covariance: new Float64Array(names.length ** 2).fill(NaN),
    logLikelihood: NaN,
    converged: false,
    problem: 'few' as const,
    edge: [],
  };
}

function weightOf({ weight }: Rows): number {
  return weight.reduce((sum, one) => sum + one, 0);
}
