import type { Messages } from '../../messages/index.ts';
import type { ValueResult } from '../../models/value/types.ts';
import type { Formats } from '../../state/formats.ts';
import type { Tested, Valuation } from './valuation.ts';
import { bestNaive, LIMITS, type Test } from './verdict.ts';

/** What each test rests on, in words. */
export function testSentences(
  { tested, verdict, result, question }: Valuation,
  t: Messages['value'],
  f: Formats,
): Record<Test, string> {
  const fit = fitSentence(result, t.models[question.model === 'bgnbd' ? 'pnbd' : 'bgnbd'], t, f);
  const unjudged = unjudgedSentence(tested, t, f);
  if (unjudged !== null) return { fit, total: unjudged, naive: unjudged, drift: unjudged };
  const { model, naive } = tested!;
  const best = bestNaive(naive);
  return {
    fit,
    total: totalSentence(tested!, t, f),
    naive: t.naiveSaid({
      rmse: f.number(model!.rmse, 3),
      best: t.forecasts[best.forecast],
      bestRmse: f.number(best.rmse, 3),
    }),
    drift: verdict.drift === null ? t.driftNone : t.driftSaid({ ratio: f.number(verdict.drift) }),
  };
}

/** A share with its sign: +4 %, −12 %. */
export function signed(share: number | null, f: Formats): string {
  return share !== null && share > 0 ? `+${f.percent(share)}` : f.percent(share);
}

function fitSentence(
  { lifetime, spend }: ValueResult,
  other: string,
  { fits }: Messages['value'],
  f: Formats,
): string {
  const repeaters = f.count(lifetime.repeaters);
  switch (lifetime.problem) {
    case 'few':
      return fits.few({ repeaters });
    case 'edge':
      return fits.edge({ other });
    case 'convergence':
      return fits.convergence;
    case null:
      return [
        fits.fitted({ customers: f.count(lifetime.customers), repeaters }),
        spend.problem ? fits.spend : fits.correlation({ r: f.number(spend.correlation) }),
      ].join(fits.between);
  }
}

/** Why the time held back is no test; null when it is one. */
function unjudgedSentence(tested: Tested | null, t: Messages['value'], f: Formats): string | null {
  if (!tested) return t.untested;
  if (!tested.model) return t.noTest;
  const { actual } = tested.model;
  return actual < LIMITS.purchases
    ? t.fewHeld({ actual: f.count(actual), least: f.count(LIMITS.purchases) })
    : null;
}

function totalSentence({ model, expected }: Tested, t: Messages['value'], f: Formats): string {
  const { predicted, actual, total_error, predicted_revenue, actual_revenue, revenue_error } = model!;
  const sentences = [
    t.totalSaid({ predicted: f.count(predicted), actual: f.count(actual), off: signed(total_error, f) }),
    expected ? t.totalInterval({ low: f.count(expected.low), high: f.count(expected.high) }) : '',
    t.revenueSaid({
      predicted: f.roundMoney(predicted_revenue),
      actual: f.roundMoney(actual_revenue),
      off: signed(revenue_error, f),
    }),
  ];
  return sentences.join('');
}
