import { distinct } from '../../src/models/value/distinct.ts';
import { likelihood } from '../../src/models/value/likelihood.ts';
import { fitLifetime, MODELS } from '../../src/models/value/lifetime.ts';
import type { ModelName } from '../../src/models/value/types.ts';
import { work } from '../../src/models/value/work.ts';
import { bgnbdShop, pnbdShop } from '../core/models-value-data.ts';
import type { BenchRow } from './mining.ts';
import { nelderMead } from './nelder-mead.ts';

const PLAN = { customers: 60_000, seed: 1, weeks: 104, ahead: 0, spend: [6, 4, 100] } as const;
const OPTIONS = { horizons: [30, 90, 365], discount: 0.1, months: 12, groups: null, groupCount: 0 };
const RUNS = 3;

/**
 * Customers who are all different: the fit alone against the simplex method on the same likelihood, without the errors that ours
 * gives besides; then the fit with spend and forecasts against that as well. Seconds of processor time.
 */
export function benchValue(): BenchRow[] {
  const shops = { bgnbd: bgnbdShop([0.8, 10, 0.8, 2.5], PLAN), pnbd: pnbdShop([0.8, 10, 0.6, 12], PLAN) };
  return (['bgnbd', 'pnbd'] as const).flatMap((model) => {
    const { histories } = shops[model];
    const { rows } = distinct(histories);
    const reference = seconds(() => plain(model, rows), 1);
    const row = (what: string, ours: number): BenchRow => ({
      what: `${what}, ${PLAN.customers} customers`,
      ours,
      reference,
      ratio: ours / reference,
      referenceName: 'simplex on the same likelihood',
    });
    return [
      row(
        `${model}: fit`,
        seconds(() => fitLifetime(model, rows), RUNS),
      ),
      row(
        `${model}: fit, spend, forecasts`,
        seconds(() => work({ histories, options: { ...OPTIONS, model }, backtest: null }), RUNS),
      ),
    ];
  });
}

function plain(model: ModelName, rows: Parameters<typeof likelihood>[1]): void {
  const objective = likelihood(MODELS[model], rows);
  const gradient = new Float64Array(4);
  nelderMead((point) => -objective(point, gradient), new Float64Array(4));
}

/** Median of `runs` runs, after one to warm up when there are several. */
function seconds(work: () => unknown, runs: number): number {
  if (runs > 1) work();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return times.sort((one, other) => one - other)[runs >> 1]!;
}
