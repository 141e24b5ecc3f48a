import { distinct } from './distinct.ts';
import { forecast, type Span, spread } from './forecast.ts';
import { fitSpend } from './gamma-gamma.ts';
import { fitLifetime, MODELS } from './lifetime.ts';
import { isEndless } from './pnbd.ts';
import { expectedSpend } from './spend.ts';
import { totals } from './totals.ts';
import { tracking } from './tracking.ts';
import type { Backtest, Histories, Valued, ValueOptions, ValueResult, ValueWork } from './types.ts';

/** Weeks of a month and of a year, as the published value formulas count them. */
const WEEKS_A_MONTH = 4.345;
const WEEKS_A_YEAR = 52;

type Report = (done: number, total: number) => void;

/** Does the work. */
export function work(
  { histories, options, backtest }: ValueWork,
  onProgress: Report = () => {},
): ValueResult {
  const steps = backtest ? 6 : 3;
  let done = 0;
  const step = () => onProgress(++done, steps);
  onProgress(0, steps);
  const valued = value(histories, options, step);
  return { ...valued, backtest: backtest && test(backtest, options, step) };
}

/** The buffers of a result, to be handed over instead of copied. */
export function buffers(result: ValueResult): ArrayBuffer[] {
  const arrays = [result, result.backtest].flatMap((one) => {
    if (!one?.expectations) return [];
    const { alive, orders, spend, clv, residual } = one.expectations;
    return [alive, spend, clv, residual, ...orders.flatMap(({ value, low, high }) => [value, low, high])];
  });
  return [...arrays, result.backtest?.tracking].flatMap((array) =>
    array ? [array.buffer as ArrayBuffer] : [],
  );
}

function value(histories: Histories, options: ValueOptions, step: () => void): Valued {
  const { rows, rowOf } = distinct(histories);
  const lifetime = fitLifetime(options.model, rows);
  step();
  const spend = fitSpend(histories);
  step();
  if (lifetime.problem) {
    step();
    return { lifetime, spend, expectations: null, total: null, groups: null };
  }
  const model = MODELS[options.model].at(Object.values(lifetime.parameters));
  const { alive, ahead } = forecast(model, rows, [
    ...options.horizons.map((days) => ({ weeks: [days / 7], worth: [1] })),
    discounted(options),
  ]);
  const of = spend.problem ? null : expectedSpend(spend, histories);
  const parts = {
    rowOf,
    ahead,
    covariance: lifetime.covariance,
    spend: of && { of, covariance: spend.covariance },
  };
  const perCustomer = (row: (row: number) => number) => Float64Array.from(rowOf, row);
  const worth = perCustomer((row) => ahead.at(-1)!.mean[row]!);
  const rate = Math.log1p(options.discount) / WEEKS_A_YEAR;
  const result = {
    lifetime,
    spend,
    expectations: {
      alive: perCustomer((row) => alive[row]!),
      orders: ahead.slice(0, -1).map((one) => spread(one, { rowOf }, lifetime.covariance)),
      spend: of && of.mean,
      clv: of && worth.map((orders, customer) => orders * of.mean[customer]!),
      residual: isEndless(model)
        ? perCustomer((row) => alive[row]! * model.residual(rows.x[row]!, rows.age[row]!, rate))
        : null,
    },
    total: totals(parts, null, 1)[0]!,
    groups: options.groups && totals(parts, options.groups, options.groupCount),
  };
  step();
  return result;
}

function test(
  { histories, weeks }: NonNullable<ValueWork['backtest']>,
  options: ValueOptions,
  step: () => void,
): Backtest {
  const asked = { ...options, horizons: [7 * weeks], groups: null };
  const { lifetime, spend, expectations, total } = value(histories, asked, step);
  const { parameters, problem } = lifetime;
  const model = MODELS[options.model].at(Object.values(parameters));
  return {
    weeks,
    lifetime,
    spend,
    expectations,
    total,
    tracking: problem ? null : tracking(model, histories.age, weeks),
  };
}

/** The months ahead, an order in each discounted to now from the end of its month. */
function discounted({ discount, months }: ValueOptions): Span {
  const month = Array.from({ length: months }, (_, i) => i + 1);
  return {
    weeks: month.map((n) => n * WEEKS_A_MONTH),
    worth: month.map((n) => (1 + discount) ** (-n / 12)),
  };
}
