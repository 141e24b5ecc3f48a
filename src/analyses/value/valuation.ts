import { pause } from '../../workers/pause.ts';
import type { Interval, ModelName, ValueResult } from '../../models/value/types.ts';
import {
  type ClassRow,
  classRows,
  type ErrorRow,
  errorRow,
  halves,
  NAIVE,
  naiveForecasts,
  type TrackRow,
  trackRows,
} from './backtest.ts';
import { type CustomerFigures, HORIZONS, type Known, modelled, observed } from './forecast.ts';
import type { Question } from './question.ts';
import type { Back } from './read.ts';
import { judge, type Verdict } from './verdict.ts';

/** What the hold-out showed; `classes` and `track` are null when the earlier part alone carries no fit. */
export interface Tested {
  split: Date;
  ends: Date;
  weeks: number;
  customers: number;
  model: ErrorRow | null;
  naive: ErrorRow[];
  /** The 95 % interval of the number of purchases the model expected. */
  expected: Interval | null;
  classes: ClassRow[] | null;
  track: TrackRow[] | null;
}

/** What is expected of a group of customers, or of all; without an interval where it is observed. */
export interface GroupRow {
  customers: number;
  orders: Interval;
  revenue: Interval;
  clv: Interval | null;
}

/** The answer to a question; the customers themselves are in the table `customer_value`. */
export interface Valuation {
  question: Question;
  customers: number;
  /** What they have brought so far. */
  brought: number;
  /** Those with a repeat purchase, and how many of them the model takes to be still there; null without a model. */
  repeaters: number;
  alive: number | null;
  result: ValueResult;
  tested: Tested | null;
  verdict: Verdict;
  basis: CustomerFigures['basis'];
  total: GroupRow;
  groups: GroupRow[];
}

/** What the worker found, tested on what was held back, judged, and turned into the figures that can be believed. */
export async function valuate(
  question: Question,
  known: Known,
  back: Back | null,
  result: ValueResult,
): Promise<{ valuation: Valuation; figures: CustomerFigures }> {
  const tested = back && (await test(back, result, question.model));
  await pause();
  const verdict = judge({
    result,
    model: tested?.model ?? null,
    naive: tested?.naive ?? [],
    halves: tested?.track ? halves(tested.track, tested.split) : null,
  });
  const { horizon } = question;
  const figures = (verdict.trust !== 'no' && modelled(result, known, horizon)) || observed(known, horizon);
  const valuation = {
    ...{ question, result, tested, verdict, basis: figures.basis },
    customers: known.x.length,
    brought: known.revenue.reduce((sum, revenue) => sum + revenue, 0),
    ...stillThere(known, figures),
    ...sums(result, known, figures, question),
  };
  return { valuation, figures };
}

async function test(
  { held, weeks, split, ends, weekly }: Back,
  { backtest }: ValueResult,
  model: ModelName,
): Promise<Tested> {
  const expectations = backtest?.expectations ?? null;
  const orders = expectations?.orders[0]?.value ?? null;
  const row = orders && errorRow(model, orders, held, expectations?.spend ?? undefined);
  await pause();
  const forecasts = naiveForecasts(held, weeks);
  const naive: ErrorRow[] = [];
  for (const name of NAIVE) {
    naive.push(errorRow(name, forecasts[name], held));
    await pause();
  }
  return {
    ...{ split, ends, weeks, customers: held.x.length },
    model: row,
    naive,
    expected: backtest?.total?.orders[0] ?? null,
    classes: orders && classRows(held, orders),
    track: backtest && trackRows(weekly, backtest),
  };
}

function stillThere(
  { x }: Known,
  { basis, p_alive }: CustomerFigures,
): Pick<Valuation, 'repeaters' | 'alive'> {
  let [repeaters, alive] = [0, 0];
  x.forEach((times, i) => {
    if (times < 1) return;
    repeaters += 1;
    alive += p_alive[i]!;
  });
  return { repeaters, alive: basis === 'model' ? alive : null };
}

/** The sums with the model's intervals; where it gives none, the plain sums of the customers' figures. */
function sums(
  { total, groups }: ValueResult,
  known: Known,
  figures: CustomerFigures,
  { horizon, segments }: Question,
): Pick<Valuation, 'total' | 'groups'> {
  const plain = Array.from({ length: segments.length + 1 }, () => ({ customers: 0, orders: 0, revenue: 0 }));
  known.segment.forEach((segment, i) => {
    for (const sum of segment < 0 ? [plain[segments.length]!] : [plain[segments.length]!, plain[segment]!]) {
      sum.customers += 1;
      sum.orders += figures.expected_orders[i]!;
      sum.revenue += figures.expected_revenue[i]!;
    }
  });
  const at = HORIZONS.findIndex((days) => days === horizon);
  const rows = plain.map(({ customers, orders, revenue }, place): GroupRow => {
    const found = figures.basis === 'model' ? (place < segments.length ? groups?.[place] : total) : null;
    return {
      customers,
      orders: found?.orders[at] ?? { value: orders, low: NaN, high: NaN },
      revenue: found?.revenue[at] ?? { value: revenue, low: NaN, high: NaN },
      clv: found?.clv ?? null,
    };
  });
  return { total: rows.at(-1)!, groups: rows.slice(0, -1) };
}
