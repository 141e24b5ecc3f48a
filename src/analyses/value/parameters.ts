import type { Messages } from '../../messages/index.ts';
import type { LifetimeFit, Valued } from '../../models/value/types.ts';
import type { Formats } from '../../state/formats.ts';

const WEEKS_A_YEAR = 365 / 7;

/** What the parameters say, in words; none without a fit. */
export function parameterSentences({ lifetime, spend }: Valued, t: Messages['value'], f: Formats): string[] {
  if (lifetime.problem) return [];
  const { r = NaN, alpha = NaN } = lifetime.parameters;
  const unlike = r < 0.5 ? t.unlikes.very : r < 2 ? t.unlikes.rather : t.unlikes.little;
  const rate = t.rate({ per_year: f.number((r / alpha) * WEEKS_A_YEAR, 1), unlike });
  const leaving = t.leaving[lifetime.model]({ share: f.percent(leavingShare(lifetime)) });
  return [rate, leaving, ...(spend.problem ? [] : [t.spending({ mean: f.money(spend.mean) })])];
}

/** The mean probability of leaving: after a repeat purchase (BG/NBD), within a year of the first (Pareto/NBD). */
function leavingShare({ model, parameters }: LifetimeFit): number {
  const { a = NaN, b = NaN, s = NaN, beta = NaN } = parameters;
  return model === 'bgnbd' ? a / (a + b) : 1 - (beta / (beta + WEEKS_A_YEAR)) ** s;
}
