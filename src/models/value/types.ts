/** BG/NBD (Fader, Hardie & Lee 2005) or Pareto/NBD (Schmittlein, Morrison & Colombo 1987). */
export type ModelName = 'bgnbd' | 'pnbd';

/**
 * What is known of each customer, one place a customer in every array. Times are in weeks, as in the published figures.
 * `x` counts the repeat orders (0 for one order), `t_x` is the time from the first order to the last, `age` the time from the
 * first order to the end of the observation (`t_x` ≤ `age`), `spend` the mean revenue of a repeat order, NaN when `x` is 0.
 */
export interface Histories {
  x: Float64Array;
  t_x: Float64Array;
  age: Float64Array;
  spend: Float64Array;
}

export interface ValueOptions {
  model: ModelName;
  /** Days ahead, each of which is forecast. */
  horizons: readonly number[];
  /** A year's discount rate, 0.1 for ten per cent. */
  discount: number;
  /** How many months ahead the customer value `clv` reaches. */
  months: number;
  /** The group of each customer, from 0, −1 for none; null asks for the total of all customers alone. */
  groups: Int32Array | null;
  /** How many groups there are. */
  groupCount: number;
}

/** What the worker is asked; `backtest` are the same customers' histories as they were `weeks` before the end. */
export interface ValueWork {
  histories: Histories;
  options: ValueOptions;
  backtest: { histories: Histories; weeks: number } | null;
}

/**
 * Why a fit is not to be used. `few`: too few customers with a repeat order. `convergence`: no maximum was found. `edge`: the
 * likelihood still rises, or is flat, where a parameter runs to 0 or to infinity, so that the data do not carry the model.
 */
export type FitProblem = 'few' | 'convergence' | 'edge';

/** A fit by maximum likelihood. When `few` is the problem nothing was fitted and all figures are NaN. */
export interface Fit<Name extends string> {
  parameters: Record<Name, number>;
  /** Standard errors of the parameters from the observed information; NaN where there is none. */
  errors: Record<Name, number>;
  /** Covariance of the logarithms of the parameters, row by row in the order of `parameters`. */
  covariance: Float64Array;
  logLikelihood: number;
  converged: boolean;
  problem: FitProblem | null;
  /**
   * The parameters that the data leave undetermined. Without a problem the forecasts are determined all the same: where hardly
   * anyone leaves (a near 0 in BG/NBD), nothing depends on b.
   */
  edge: Name[];
  /** How many customers, and how many of them with a repeat order (and a mean spend above 0), went into the fit. */
  customers: number;
  repeaters: number;
}

/** BG/NBD has r, alpha, a and b; Pareto/NBD r, alpha, s and beta. */
export type LifetimeFit = Fit<string> & { model: ModelName };

/** The Gamma-Gamma model of spend (Fader, Hardie & Lee 2005b), with what it assumes to be zero. */
export interface SpendFit extends Fit<'p' | 'q' | 'gamma'> {
  /** Pearson's correlation of the number of repeat orders and their mean spend; the model assumes none. */
  correlation: number;
  /** The mean spend of an order over all customers, p·γ ÷ (q − 1). */
  mean: number;
}

/** A figure with its 95 % interval. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** What is expected of each customer, in the order of the histories. */
export interface Expectations {
  /** The probability of still being a customer. */
  alive: Float64Array;
  /** Expected orders within each horizon, with the 95 % interval that comes from the parameters not being known exactly. */
  orders: { value: Float64Array; low: Float64Array; high: Float64Array }[];
  /** Expected revenue of an order; null when the spend fit has a problem. */
  spend: Float64Array | null;
  /** Discounted revenue expected within `months` months; null when the spend fit has a problem. */
  clv: Float64Array | null;
  /** Pareto/NBD alone: discounted orders expected in all the future; null for BG/NBD, where they have no bound. */
  residual: Float64Array | null;
}

/**
 * What is expected of a group in all. The 95 % intervals hold both the uncertainty of the parameters and the chance in what
 * customers do; revenue and value are null when the spend fit has a problem.
 */
export interface GroupTotal {
  customers: number;
  orders: Interval[];
  revenue: (Interval | null)[];
  clv: Interval | null;
}

/** A fitted shop; `expectations`, `total` and `groups` are null when the lifetime fit has a problem. */
export interface Valued {
  lifetime: LifetimeFit;
  spend: SpendFit;
  expectations: Expectations | null;
  total: GroupTotal | null;
  groups: GroupTotal[] | null;
}

/**
 * A fit on the calibration histories and what it expected of the weeks held out. `expectations` and `total` have one horizon:
 * those weeks. `tracking` is the cumulative number of repeat orders expected of all these customers, week by week from the first
 * order of any of them: the last entry is the end of the weeks held out, each one before it a week earlier.
 */
export interface Backtest {
  weeks: number;
  lifetime: LifetimeFit;
  spend: SpendFit;
  expectations: Expectations | null;
  total: GroupTotal | null;
  tracking: Float64Array | null;
}

export interface ValueResult extends Valued {
  backtest: Backtest | null;
}
