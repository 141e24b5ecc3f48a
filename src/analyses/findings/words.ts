import type { Formats } from '../../state/formats.ts';
import type { Figures, Money, Pair, Share } from './claims/claim.ts';

/** A share of this group and of the others, in words. */
export function groupWords({ now, before }: Pair<Share>, f: Formats) {
  return {
    count: f.count(now.count),
    n: f.count(now.n),
    share: f.percent(now.value, 0),
    countOther: f.count(before.count),
    nOther: f.count(before.n),
    shareOther: f.percent(before.value, 0),
  };
}

/** The new customers of both periods in words. */
export function newcomerWords({ again, each }: Figures['worth'], money: Money, f: Formats, within: number) {
  return {
    money,
    now: f.money(each.now.value),
    before: f.money(each.before.value),
    customers: f.count(again.now.n),
    customersBefore: f.count(again.before.n),
    again: f.percent(again.now.value, 0),
    againBefore: f.percent(again.before.value, 0),
    within: f.count(within),
  };
}
