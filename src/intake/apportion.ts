import type { Meaning } from './meaning.ts';

/** What belongs to an order as a whole; in `carried` files it stands on the order's first row only. */
const ORDER_LEVEL: readonly Meaning[] = [
  'ordered_at',
  'paid_at',
  'customer_id',
  'customer_name',
  'email',
  'phone',
  'address',
  'region',
  'city',
  'source',
  'tags',
  'status',
  'currency',
  'note',
  'cancelled_at',
  'order_amount',
  'order_total',
  'order_discount',
  'order_refund',
];

export interface Apportioning {
  /** Whether the table has a column of this meaning. */
  has: (meaning: Meaning) => boolean;
  /** True when the order's own cells stand on its first row only. */
  carried: boolean;
  /** True when what the file calls paid is what is left after refunds. */
  paidAfterRefund: boolean;
}

/** Whether money of whole orders has to be shared out among their lines. */
export function needsApportioning(has: (meaning: Meaning) => boolean): boolean {
  return has('order_amount') || has('order_discount') || has('order_refund');
}

/** The meanings the rows of `apportioned` have. */
export function apportionedHas(has: (meaning: Meaning) => boolean): (meaning: Meaning) => boolean {
  return (meaning) => {
    if (meaning === 'amount' || meaning === 'refund') return true;
    if (meaning === 'discount') return has('discount') || has('order_discount');
    return (
      has(meaning) && !['order_amount', 'order_total', 'order_discount', 'order_refund'].includes(meaning)
    );
  };
}

/**
 * Shares amounts of whole orders out among their lines, by the lines' own amounts or price × quantity, so that the shares
 * add up to the cent: each line gets the rounded running total less that of the lines before it. `amount` is the line's
 * own where it has one beside what the order paid, else its share of that, else its price less its share of the order's
 * discount; `refund` is its share of the order's, by the pieces that came back where the file says so, unless lines of the
 * order say their own. A line's own discount counts beside the order's only if that comes closer to the order's total.
 */
export function apportioned(table: string, spec: Apportioning): string {
  const { has, carried } = spec;
  const level = ORDER_LEVEL.filter(has).filter((name) => carried || name.startsWith('order_'));
  if (level.length === 0) level.push('order_id');
  const names = [...level, ...level.filter((name) => RAW.includes(name)).map((name) => `raw_${name}`)];
  const first = names
    .filter((name) => name !== 'order_id')
    .map((name) => `, any_value(${name} ORDER BY row) AS ${name}`);
  const both = has('discount') && has('order_discount');
  const ownCounts =
    both && !has('amount')
      ? has('order_total')
        ? `abs(sum(gross - own) OVER w - order_discount - order_total) < abs(sum(gross) OVER w - order_discount - order_total)`
        : 'coalesce(order_discount, 0) = 0'
      : 'true';
  const worth = worthSql(has);
  const ownRefunds = has('refund') && has('order_refund');
  const byPieces = has('returned') && has('order_refund');
  const dropped = ['gross', 'own', 'net', 'weight', 'weights', 'running', 'before'];
  if (byPieces) dropped.push('back', 'weights_back', 'running_back', 'before_back');
  if (ownRefunds) dropped.push('own_refunds');
  if (has('order_refund')) dropped.push('goods');
  for (const name of ['amount', 'refund', 'discount'] as const) if (has(name)) dropped.push(name);
  if (has('amount')) dropped.push('raw_amount');
  return `WITH whole AS (SELECT order_id${first.join('')} FROM ${table} GROUP BY order_id),
priced AS (SELECT l.* REPLACE (l.row AS row${names.map((name) => `, ${name === 'order_id' ? 'l' : 'o'}.${name} AS ${name}`).join('')}),
  ${grossSql(has)} AS gross, ${has('discount') ? 'coalesce(l.discount, 0)' : '0.0'} AS own
  FROM ${table} l LEFT JOIN whole o USING (order_id)),
netted AS (SELECT * REPLACE (CASE WHEN ${ownCounts} THEN own ELSE 0 END AS own), gross - CASE WHEN ${ownCounts} THEN own ELSE 0 END AS net
  FROM priced WINDOW w AS (PARTITION BY order_id)),
weighted AS (SELECT *, CASE WHEN sum(greatest(${worth}, 0)) OVER (PARTITION BY order_id) > 0 THEN greatest(coalesce(${worth}, 0), 0) ELSE 1 END AS weight
  FROM netted),${byPieces ? `\nweighted_back AS (SELECT *, ${backSql(has)} AS back FROM weighted),` : ''}
added AS (SELECT *,${ownRefunds ? ' sum(abs(refund)) OVER (PARTITION BY order_id) AS own_refunds,' : ''}${goodsSql(spec)}
  ${byPieces ? runningSql('back', '_back') + ',' : ''}${runningSql('weight')} FROM ${byPieces ? 'weighted_back' : 'weighted'}),
stepped AS (SELECT *, ${byPieces ? beforeSql('back', '_back') + ',' : ''}${beforeSql('weight')} FROM added)
SELECT * EXCLUDE (${dropped.join(', ')}), ${rawAmount(has)} AS raw_amount, ${amountSql(spec)} AS amount,
  ${refundSql(has)} AS refund${discountSql(has)}
FROM stepped ORDER BY row`;
}

const RAW: readonly Meaning[] = ['ordered_at', 'order_amount'];

/** What a line came to before its own discount: by its amount where the file has that, else by its price. */
function grossSql(has: Apportioning['has']): string {
  const paid = has('discount') ? 'l.amount + coalesce(l.discount, 0)' : 'l.amount';
  if (!has('unit_price')) return has('amount') ? paid : 'NULL::DOUBLE';
  const priced = has('quantity') ? 'coalesce(l.quantity, 1) * l.unit_price' : 'l.unit_price';
  return has('amount') ? `coalesce(${paid}, ${priced})` : priced;
}

/** What orders are shared out by: amounts or prices, in lists that have neither the pieces. */
function worthSql(has: Apportioning['has']): string {
  if (has('amount')) return 'coalesce(amount, net)';
  return has('unit_price') || !has('quantity') ? 'net' : 'coalesce(quantity, 1)';
}

/** The refund of an order as far as it is for goods: postage given back is no refund of a line. */
const GIVEN_BACK = 'CASE WHEN order_refund > goods THEN goods ELSE order_refund END';

/** A column for what the goods of an order were sold for, NULL where that is not known. */
function goodsSql({ has, paidAfterRefund }: Apportioning): string {
  if (!has('order_refund')) return '';
  if (has('order_amount')) return ` ${paidAfterRefund ? 'NULL::DOUBLE' : 'order_amount'} AS goods,`;
  if (!has('amount') && !has('unit_price')) return ' NULL::DOUBLE AS goods,';
  const discount = has('order_discount') ? ' - coalesce(order_discount, 0)' : '';
  return ` sum(${worthSql(has)}) OVER (PARTITION BY order_id)${discount} AS goods,`;
}

function amountSql({ has, paidAfterRefund }: Apportioning): string {
  if (has('order_amount')) {
    const paid =
      paidAfterRefund && has('order_refund') ? 'order_amount + coalesce(order_refund, 0)' : 'order_amount';
    return `coalesce(${has('amount') ? 'amount, ' : ''}${share(paid)}, net)`;
  }
  if (has('order_discount')) return `round(net - coalesce(${share('order_discount')}, 0), 4)`;
  return has('amount') ? 'amount' : 'net';
}

function refundSql(has: Apportioning['has']): string {
  if (!has('order_refund')) return has('refund') ? 'refund' : 'NULL::DOUBLE';
  const shared = has('returned')
    ? `CASE WHEN weights_back > 0 THEN ${share(GIVEN_BACK, '_back')} ELSE ${share(GIVEN_BACK)} END`
    : share(GIVEN_BACK);
  return has('refund') ? `CASE WHEN own_refunds > 0 THEN refund ELSE ${shared} END` : shared;
}

function discountSql(has: Apportioning['has']): string {
  if (has('order_discount')) return `, own + coalesce(${share('order_discount')}, 0) AS discount`;
  return has('discount') ? ', discount' : '';
}

function rawAmount(has: Apportioning['has']): string {
  if (has('amount') && has('order_amount')) return 'coalesce(raw_amount, raw_order_amount)';
  for (const meaning of ['order_amount', 'amount', 'unit_price'] as const)
    if (has(meaning)) return `raw_${meaning}`;
  return 'NULL::VARCHAR';
}

/** What refunds are shared out by where the file says how many pieces came back. */
function backSql(has: Apportioning['has']): string {
  return `weight * coalesce(returned, 0)${has('quantity') ? ' / greatest(coalesce(quantity, 1), 1)' : ''}`;
}

function runningSql(weight: string, name = ''): string {
  return `sum(${weight}) OVER (PARTITION BY order_id) AS weights${name},
  sum(${weight}) OVER (PARTITION BY order_id ORDER BY row ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running${name}`;
}

/** The running total of the line before; the lines of one row are in the order they were added up in. */
function beforeSql(weight: string, name = ''): string {
  return `coalesce(lag(running${name}) OVER (PARTITION BY order_id ORDER BY row, running${name}, ${weight} DESC), 0) AS before${name}`;
}

function share(total: string, name = ''): string {
  const upTo = (sum: string) => `round((${total}) * ${sum}${name} / weights${name}, 2)`;
  return `round(${upTo('running')} - ${upTo('before')}, 2)`;
}
