import type { Histories, SpendFit } from './types.ts';

/** What one order of each customer is expected to bring. */
export interface Spend {
  /** The mean, over what is not known of the customer. */
  mean: Float64Array;
  /** The slopes of its logarithm in the logarithms of p, q and gamma, three a customer. */
  slope: Float64Array;
  /** The mean square of the customer's own mean, and the mean variance of an order around it; infinite where p·x + q ≤ 2. */
  square: Float64Array;
  within: Float64Array;
}

/**
 * The expected spend of each customer given the mean of its x repeat orders, which is drawn to the mean of all the more the fewer
 * they are: p (gamma + m x) ÷ (p x + q − 1) (Fader, Hardie & Lee 2005b). A mean that is not above 0 is left out of account.
 */
export function expectedSpend(
  { parameters }: Pick<SpendFit, 'parameters'>,
  { x, spend }: Pick<Histories, 'x' | 'spend'>,
): Spend {
  const { p, q, gamma } = parameters;
  const customers = x.length;
  const result: Spend = {
    mean: new Float64Array(customers),
    slope: new Float64Array(3 * customers),
    square: new Float64Array(customers),
    within: new Float64Array(customers),
  };
  for (let i = 0; i < customers; i++) {
    const orders = spend[i]! > 0 ? x[i]! : 0;
    const shape = p * orders + q;
    const scale = gamma + (orders && orders * spend[i]!);
    result.mean[i] = (p * scale) / (shape - 1);
    result.slope[3 * i] = 1 - (p * orders) / (shape - 1);
    result.slope[3 * i + 1] = -q / (shape - 1);
    result.slope[3 * i + 2] = gamma / scale;
    const inverseSquare = shape > 2 ? scale ** 2 / ((shape - 1) * (shape - 2)) : Infinity;
    result.square[i] = p * p * inverseSquare;
    result.within[i] = p * inverseSquare;
  }
  return result;
}
