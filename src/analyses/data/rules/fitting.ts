import type { Account } from '../../../intake/account.ts';
import type { Inspected } from '../../../intake/inspect.ts';
import type { Meaning } from '../../../intake/meaning.ts';
import { DEFAULT_RULES, type Rules } from '../../../intake/rules.ts';
import type { Effect, EffectName } from './effects.ts';

/** Rules that say nothing for some data. */
export type FittingName =
  | 'statuses'
  | 'refunds'
  | 'cancellations'
  | 'freeLines'
  | 'notProducts'
  | 'customers'
  | 'zone'
  | 'currency'
  | 'duplicates';

/** Whether any of the tables has a column with one of these meanings. */
export function hasMeaning(tables: readonly Inspected[], ...meanings: readonly Meaning[]): boolean {
  return tables.some(({ mapping }) => meanings.some((meaning) => mapping[meaning] !== undefined));
}

/**
 * Which rules concern the open data: their columns are there, they move lines, or they are set otherwise than usual.
 * What they move may not be known yet.
 */
export function fitting(
  tables: readonly Inspected[],
  account: Account,
  moved: ReadonlyMap<EffectName, Effect> | null,
  rules: Rules,
): Record<FittingName, boolean> {
  const moves = (...names: EffectName[]) =>
    moved === null || names.some((name) => (moved.get(name)?.lines ?? 0) > 0);
  const set = (name: 'cancellations' | 'freeLines') => rules[name] !== DEFAULT_RULES[name];
  return {
    statuses: hasMeaning(tables, 'status', 'item_status'),
    refunds: hasMeaning(tables, 'refund', 'order_refund') || moves('refund_full', 'refund_part'),
    cancellations: set('cancellations') || moves('cancelled', 'returned'),
    freeLines: set('freeLines') || moves('free_left', 'free_kept'),
    notProducts: account.hasItems,
    customers: hasMeaning(tables, 'customer_id', 'email', 'phone', 'customer_name'),
    zone: account.firstDate !== null,
    currency: account.hasAmounts,
    duplicates: account.files.length > 1,
  };
}
