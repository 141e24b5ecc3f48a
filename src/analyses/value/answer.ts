import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { signed } from './tests-said.ts';
import type { Valuation } from './valuation.ts';

/** The answer in words: what the customers should bring, how many are still there, and whether to trust it. */
export function valueAnswer(valuation: Valuation, t: Messages['value'], f: Formats): string {
  const { basis, customers, question, total, repeaters, alive, verdict, tested, brought } = valuation;
  const days = f.count(question.horizon);
  const known = { customers: f.count(customers), days };
  const expected = f.roundMoney(total.revenue.value);
  if (basis === 'observed') {
    const guess = tested?.naive.find(({ forecast }) => forecast === 'past_rate');
    const off = guess?.total_error ? t.observedOff({ off: signed(guess.total_error, f) }) : '';
    return t.observed({ ...known, revenue: f.roundMoney(brought), expected }) + off;
  }
  const { low, high } = total.revenue;
  const purchases = f.count(total.orders.value);
  const lead = Number.isFinite(low)
    ? t.answer({
        ...known,
        revenue: expected,
        low: f.roundMoney(low),
        high: f.roundMoney(high),
        purchases,
      })
    : t.answerPlain({ ...known, revenue: expected, purchases });
  const there = alive === null ? '' : t.alive({ repeaters: f.count(repeaters), alive: f.count(alive) });
  const untested = verdict.marks.total === 'unknown' && !verdict.problem;
  const trust = untested ? t.trusts.untested : t.trusts[verdict.trust];
  return lead + there + trust;
}
