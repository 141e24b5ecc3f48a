import type { Messages } from '../../messages/index.ts';
import type { Kind } from '../../state/formats.ts';

export type ColumnName = keyof Messages['findings']['columns'];
type TableName = keyof Messages['findings']['tables'];

/** The columns of each table of evidence. */
export const COLUMNS: Readonly<Record<TableName, readonly ColumnName[]>> = {
  profit: ['revenue', 'revenue_before', 'profit', 'profit_before', 'margin', 'margin_before'],
  newcomers: ['period', 'starts', 'ends', 'customers', 'again', 'revenue', 'profit'],
  leavers: [
    'customer_id',
    'customer_name',
    'revenue',
    'order_days',
    'last_order',
    'silence_days',
    'median_gap_days',
  ],
  dependence: ['kind', 'own_revenue', 'own_orders', 'share', 'share_before'],
  sources: [
    'source',
    'customers',
    'again',
    'discounted',
    'first_revenue',
    'later_revenue',
    'first_profit',
    'later_profit',
  ],
  discounts: [
    'source',
    'discounted',
    'customers',
    'again',
    'discount',
    'first_revenue',
    'later_revenue',
    'first_profit',
    'later_profit',
  ],
  refunds: ['product', 'orders', 'refunded', 'orders_before', 'refunded_before', 'refund', 'refund_before'],
  complaints: ['complaint', 'complained', 'orders', 'complained_before', 'orders_before'],
};

const COUNTS = new Set([
  'customers',
  'again',
  'order_days',
  'silence_days',
  'own_orders',
  'orders',
  'refunded',
  'orders_before',
  'refunded_before',
  'complained',
  'complained_before',
]);
const SHARES = new Set(['margin', 'margin_before', 'share', 'share_before']);
const DATES = new Set(['starts', 'ends', 'last_order']);
const TEXTS = new Set([
  'period',
  'customer_id',
  'customer_name',
  'kind',
  'source',
  'product',
  'complaint',
  'discounted',
]);

/** How a column's values are written; what is not named here is money. */
export function kindOf(key: ColumnName): Kind {
  if (TEXTS.has(key)) return 'text';
  if (DATES.has(key)) return 'date';
  if (SHARES.has(key)) return 'percent';
  if (COUNTS.has(key)) return 'count';
  return key === 'median_gap_days' ? 'number' : 'money';
}
