import { address } from '../../state/address.svelte.ts';
import { ITEMS, PER } from './basket.ts';
import { type RuleFilter, SIDES, type Sides } from './rules.ts';
import type { Question } from './run.ts';

export const CONFIDENCE = 0.25;
export const LIFT = 0;
/** The share of the baskets, the first by time, that count as earlier in the hold-out test. */
export const HOLDOUT = 0.7;
/** Baskets of more different items are left out as wholesale, unless the address says otherwise; 0 keeps them all. */
export const CAP = { order: 100, customer_day: 100, customer: 0 } as const;

/** What is to be mined, as the address says. */
export function question(): Omit<Question, 'version'> {
  const per = address.choice('per', PER);
  return {
    per,
    item: address.option('item') ?? ITEMS[0],
    fees: address.choice('fees', ['false', 'true']) === 'true',
    cap: Math.round(address.number('cap', CAP[per], 0, 1e6)) || null,
    support: address.number('support', 0, 0, 1) || null,
    holdout: address.number('holdout', HOLDOUT, 0, 0.95) || null,
  };
}

/** Which of the rules found are to be shown, as the address says. */
export function ruleFilter(): RuleFilter {
  return {
    confidence: address.number('confidence', CONFIDENCE, 0, 1),
    lift: address.number('lift', LIFT, 0),
    item: address.option('with'),
    side: address.choice('side', SIDES),
    believable: address.choice('believable', ['any', 'only']) === 'only',
    folded: address.choice('folded', ['hidden', 'shown']) === 'shown',
  };
}

/** The rule the reader chose: the option `rule` is a JSON list of its items, the consequent last. */
export function chosenRule(): Sides | null {
  try {
    const items: unknown = JSON.parse(address.option('rule') ?? 'null');
    if (!Array.isArray(items) || items.length < 2 || !items.every((item) => typeof item === 'string'))
      return null;
    return { antecedent: items.slice(0, -1), consequent: items.at(-1)! };
  } catch {
    return null;
  }
}

export function chooseRule(rule: Sides | null): void {
  address.set({ rule: rule && JSON.stringify([...rule.antecedent, rule.consequent]) });
}
