import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { BasketOptions } from './basket.ts';
import type { RuleRow, Sides } from './rules.ts';

/** A share of 1 as per cent, with more digits the smaller it is. */
export function supportWords(share: number, format: Formats): string {
  return format.percent(share, share < 0.001 ? 4 : share < 0.01 ? 3 : share < 0.1 ? 2 : 1);
}

/** So many baskets, in the words for what a basket is. */
export function basketsWords(
  n: number,
  per: NonNullable<BasketOptions['per']>,
  t: Messages['basket'],
  format: Formats,
): string {
  return t.some[per]({ n: format.count(n) });
}

/** What an item is, by its name in the address. */
export function itemWords(item: string, t: Messages['basket']): string {
  return item in t.items ? t.items[item as keyof typeof t.items] : t.itemColumn({ column: item });
}

/** Why there are no baskets of such items. */
export function noItemsWords(item: string, t: Messages['basket']): string {
  if (item === 'product' || item === 'levels') return t.noItems.product;
  return item === 'category' ? t.noItems.category : t.noItems.column({ column: itemWords(item, t) });
}

/** Two rules are the same when their sides are. */
export function sameRule(one: Sides | null, other: Sides | null): boolean {
  return (
    JSON.stringify(one && [one.antecedent, one.consequent]) ===
    JSON.stringify(other && [other.antecedent, other.consequent])
  );
}

/** What a sentence about a rule needs. */
export function ruleWords(
  rule: Pick<RuleRow, 'antecedent' | 'consequent' | 'confidence' | 'lift'>,
  t: Messages['basket'],
  format: Formats,
): { antecedent: string; consequent: string; confidence: string; lift: string } {
  return {
    antecedent: t.names({ items: rule.antecedent }),
    consequent: t.names({ items: [rule.consequent] }),
    confidence: format.percent(rule.confidence, 0),
    lift: format.number(rule.lift, rule.lift < 10 ? 1 : 0),
  };
}
