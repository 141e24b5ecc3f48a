import { lift, reaches, type Thresholds } from './chance.ts';
import type { RulePoint } from './rules.chart.ts';
import type { Survey } from './survey.ts';

/** How many rules reach the limits, and the place of one of them by lift, from 1; null where it does not reach them. */
export function remaining(
  { rules }: Survey,
  limits: Omit<Thresholds, 'lift'>,
  rule: number,
): { count: number; place: number | null } {
  const thresholds = { ...limits, lift: -1 };
  const own = rule >= 0 && reaches(rules, rule, thresholds) ? lift(rules, rule) : null;
  let count = 0;
  let place = 1;
  for (let other = 0; other < rules.counts.length; other++) {
    if (!reaches(rules, other, thresholds)) continue;
    count++;
    if (own !== null && lift(rules, other) > own) place++;
  }
  return { count, place: own === null ? null : place };
}

/** At most `most` rules as points, evenly taken from all, the rule of the pair last so that it lies on top. */
export function points(
  { itemsets, rules, codes, basketCount }: Survey,
  labels: readonly { label: string }[],
  rule: number,
  most: number,
): RulePoint[] {
  const step = Math.max(1, rules.counts.length / most);
  const taken: number[] = [];
  for (let at = 0; at < rules.counts.length; at += step)
    if (Math.floor(at) !== rule) taken.push(Math.floor(at));
  if (rule >= 0) taken.push(rule);
  const name = (item: number) => labels[codes[item]!]!.label;
  return taken.map((at) => {
    const set = rules.antecedents[at]!;
    return {
      antecedent: Array.from(itemsets.items.subarray(itemsets.starts[set], itemsets.starts[set + 1]), name),
      consequent: name(rules.consequents[at]!),
      support: rules.counts[at]! / basketCount,
      confidence: rules.counts[at]! / rules.antecedentCounts[at]!,
      lift: lift(rules, at),
      pair: at === rule,
    };
  });
}
