import { literal } from '../engine/sql.ts';
import type { LeftOutReason } from './account.ts';
import { customerKey } from './customer-key.ts';
import type { Format } from './formats/format.ts';
import { plain } from './formats/plain.ts';
import type { Meaning } from './meaning.ts';
import { citySql, provinceSql, regionSql } from './regions.ts';
import type { Rules } from './rules.ts';
import { hasWord, STATUS_MEANINGS, statusColumns, statusWords } from './statuses.ts';

/** What `lineSelect` has to know about its input. */
export interface CleaningSpec {
  format: Format;
  rules: Rules;
  /** Whether the input has a column of this meaning. */
  has: (meaning: Meaning) => boolean;
  /** True when the input is lines of an order list whose orders must be there (`order_found`). */
  joined?: boolean;
}

/** Columns of the result that come straight from the input when it has them. */
const CARRIED: readonly Meaning[] = [
  'ordered_at',
  'customer_name',
  'category',
  'quantity',
  'unit_price',
  'discount',
  'cost',
  'status',
  'source',
  'rating',
  'review',
  'gender',
  'email',
  'phone',
  'address',
  'note',
  'tags',
  'line_id',
  'currency',
];

/** Columns of the result that are completed or derived. */
const COMPLETED = ['customer_id', 'product_id', 'product', 'region', 'city', 'refund'];

/**
 * Turns typed rows into lines: the columns of `order_line` the file has, and for a line that is left out `reason`, written
 * as code/meaning of the column that decided, with its text in `reason_value`. Every row of the input is in the result.
 */
export function lineSelect(typed: string, spec: CleaningSpec, extra: readonly string[] = []): string {
  const { has } = spec;
  const carried = CARRIED.filter(has);
  const columns = [...carried, ...(has('birthday') ? ['birthday::DATE AS birthday'] : [])].filter(
    (name) => name !== 'quantity',
  );
  const reasons = reasonCases(spec);
  const value = [...new Set(reasons.map(([, , meaning]) => meaning))].filter(
    (meaning): meaning is Meaning => meaning !== null,
  );
  return `SELECT order_id, (row - max(CASE WHEN order_id IS DISTINCT FROM previous THEN row END)
    OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) + 1)::INTEGER AS line_no,
  ${['quantity', 'amount', ...extra, ...columns, ...COMPLETED].join(', ')}, is_product, row, reason,
  CASE WHEN reason IS NULL THEN NULL ${value.map((m) => `WHEN suffix(reason, '/${m}') THEN ${rawOf(m, has)}`).join(' ')} END AS reason_value
FROM (SELECT *, lag(order_id) OVER () AS previous,
    CASE ${reasons.map(([condition, code, meaning]) => `WHEN ${condition} THEN '${code}${meaning ? `/${meaning}` : ''}'`).join('\n      ')} END AS reason
  FROM (SELECT * REPLACE (${replacedSql(spec)})${derivedSql(spec)}
    FROM (SELECT *${statusColumns(statusWords(spec.format, spec.rules), has)} FROM (${typed}))))`;
}

/** `end` is the record put after the last one, which is taken away again. */
type Reason = readonly [condition: string, code: LeftOutReason | 'end', meaning: Meaning | null];

function reasonCases({ format, rules, has, joined }: CleaningSpec): Reason[] {
  const words = statusWords(format, rules);
  const unreadable = (meaning: Meaning, code: LeftOutReason): Reason => [
    `${meaning} IS NULL AND raw_${meaning} IS NOT NULL AND trim(raw_${meaning}, E' \\t\u00a0\u3000"') NOT IN ('', '-', '--', 'null')`,
    code,
    meaning,
  ];
  const byStatus = STATUS_MEANINGS.filter(has).flatMap((meaning) =>
    (['closed', 'cancelled', 'not_a_sale'] as const).flatMap((code): Reason[] => {
      const condition = hasWord(meaning, words[code]);
      return condition === null ? [] : [[condition, code, meaning]];
    }),
  );
  const money: Meaning[] = (['amount', 'unit_price', 'order_amount'] as const).filter(has);
  const free = rules.freeLines === 'keep' || format.keepsFree === true;
  const all: (Reason | false)[] = [
    ['ends', 'end', null],
    ['blank', 'blank', null],
    ['repeats_header', 'duplicate_header', null],
    format.junk !== undefined && ['junk', 'not_a_line', null],
    ['sums_up', 'total_row', null],
    has('order_id') && ['order_id IS NULL', 'no_order_id', 'order_id'],
    joined === true && ['NOT order_found', 'no_order', 'order_id'],
    has('ordered_at') && unreadable('ordered_at', 'unreadable_date'),
    format.cancelledPrefix !== undefined &&
      has('order_id') && [
        `starts_with(order_id, ${literal(format.cancelledPrefix)})`,
        'cancelled',
        'order_id',
      ],
    has('cancelled_at') && ['cancelled_at IS NOT NULL', 'cancelled', 'cancelled_at'],
    ...byStatus,
    has('ordered_at') && ['ordered_at IS NULL', 'no_date', 'ordered_at'],
    ...testOrders(rules, has),
    has('quantity') && unreadable('quantity', 'unreadable_number'),
    has('quantity') && ['quantity < 0', 'cancelled', 'quantity'],
    has('quantity') && ['quantity = 0', 'zero_quantity', 'quantity'],
    ...money.map((meaning) => unreadable(meaning, 'unreadable_number')),
    has('unit_price') &&
      format.needsPrice === true && [
        `unit_price IS NULL OR unit_price ${free ? '<' : '<='} 0`,
        'no_amount',
        'unit_price',
      ],
    money.length > 0 && format.needsPrice !== true && ['amount < 0', 'cancelled', money[0]!],
    money.length > 0 && [`amount IS NULL OR amount ${free ? '<' : '<='} 0`, 'no_amount', money[0]!],
  ];
  return all.filter((reason) => reason !== false);
}

/** Tests and fakes: by words in notes and tags, and by the order numbers and customers of a list. */
function testOrders({ testWords, testOrders: listed }: Rules, has: CleaningSpec['has']): Reason[] {
  const reasons: Reason[] = (['note', 'tags'] as const)
    .filter((meaning) => has(meaning) && testWords.length > 0)
    .map((meaning) => [
      `${meaning} IS NOT NULL AND (${testWords.map((word) => `contains(lower(${meaning}), ${literal(word.toLowerCase())})`).join(' OR ')})`,
      'test_order',
      meaning,
    ]);
  if (listed.length === 0) return reasons;
  const ids = listed.map(literal).join(', ');
  return [
    ...reasons,
    [`order_id IN (${ids})`, 'test_order', 'order_id'],
    [`customer_id IN (${ids})`, 'test_order', 'customer_id'],
  ];
}

function rawOf(meaning: Meaning, has: CleaningSpec['has']): string {
  const raw: Meaning[] = ['ordered_at', 'quantity', 'unit_price', 'amount', 'order_amount'];
  if (!has(meaning)) return 'NULL';
  return raw.includes(meaning) ? `raw_${meaning}` : `${meaning}::VARCHAR`;
}

/** Columns the input has whose value is completed from others. */
function replacedSql(spec: CleaningSpec): string {
  const { has } = spec;
  const parts = ['row AS row'];
  if (has('quantity')) parts.push('CASE WHEN raw_quantity IS NULL THEN 1 ELSE quantity END AS quantity');
  const net =
    spec.format.amountBeforeDiscount && has('discount') ? 'amount - coalesce(discount, 0)' : 'amount';
  if (has('amount') && has('unit_price')) parts.push(`coalesce(${net}, ${priced(has)}) AS amount`);
  else if (has('amount') && net !== 'amount') parts.push(`${net} AS amount`);
  if (has('product_id') && has('product'))
    parts.push('coalesce(product_id, product) AS product_id', 'coalesce(product, product_id) AS product');
  if (has('refund')) parts.push(`${refundSql('refund', spec)} AS refund`);
  if (has('region')) parts.push(`${regionOf(has)} AS region`);
  if (has('city')) parts.push(`${cityOf(has)} AS city`);
  if (has('cost') && spec.format.costOfPiece && has('quantity'))
    parts.push('cost * coalesce(quantity, 1) AS cost');
  if (has('customer_id')) parts.push(`${customerKey(spec)} AS customer_id`);
  if (has('currency')) parts.push('upper(trim(currency)) AS currency');
  return parts.join(', ');
}

/** Columns the input lacks and lines need. */
function derivedSql(spec: CleaningSpec): string {
  const { has } = spec;
  const parts: string[] = [];
  if (!has('quantity')) parts.push('1::DOUBLE AS quantity');
  if (!has('amount')) parts.push(`${has('unit_price') ? priced(has) : 'NULL::DOUBLE'} AS amount`);
  if (!has('customer_id')) parts.push(`${customerKey(spec)} AS customer_id`);
  if (!has('product_id')) parts.push(`${has('product') ? 'product' : 'NULL::VARCHAR'} AS product_id`);
  if (!has('product')) parts.push(`${has('product_id') ? 'product_id' : 'NULL::VARCHAR'} AS product`);
  if (!has('order_id')) parts.push(`${derivedOrder(spec)} AS order_id`);
  if (!has('region')) parts.push(`${regionOf(has)} AS region`);
  if (!has('city')) parts.push(`${cityOf(has)} AS city`);
  if (!has('refund')) parts.push(`${refundSql('NULL::DOUBLE', spec)} AS refund`);
  parts.push(`${isProduct(spec)} AS is_product`);
  return parts.map((part) => `,\n      ${part}`).join('');
}

/**
 * A line that does not say how much money was given back is refunded by the share of its pieces that came back; failing
 * that, in full when its status says refunded.
 */
function refundSql(written: string, { has, format, rules }: CleaningSpec): string {
  const amount = has('amount') ? 'amount' : has('unit_price') ? priced(has) : 'NULL::DOUBLE';
  const given = has('quantity')
    ? `${amount} * returned / greatest(coalesce(quantity, 1), 1)`
    : `returned * ${has('unit_price') ? 'unit_price' : amount}`;
  const refund = has('returned')
    ? `CASE WHEN coalesce(${written}, 0) = 0 AND returned > 0 THEN round(least(${given}, ${amount}), 2) ELSE ${written} END`
    : written;
  const words = statusWords(format, rules).refunded;
  const conditions = STATUS_MEANINGS.filter(has).flatMap((meaning) => hasWord(meaning, words) ?? []);
  if (conditions.length === 0) return refund;
  return `CASE WHEN coalesce(${refund}, 0) = 0 AND (${conditions.map((one) => `(${one})`).join(' OR ')})
        THEN ${amount} ELSE ${refund} END`;
}

function list(words: readonly string[]): string {
  return words.map(literal).join(', ');
}

function regionOf(has: CleaningSpec['has']): string {
  const parts = [
    ...(has('region') ? [regionSql('region')] : []),
    ...(has('address') ? [provinceSql('address')] : []),
    ...(has('city') ? ['city'] : []),
  ];
  return firstNamed(parts);
}

function cityOf(has: CleaningSpec['has']): string {
  return firstNamed([...(has('city') ? ['city'] : []), ...(has('address') ? [citySql('address')] : [])]);
}

function firstNamed(parts: readonly string[]): string {
  if (parts.length === 0) return 'NULL::VARCHAR';
  return parts.length === 1 ? parts[0]! : `coalesce(${parts.join(', ')})`;
}

function priced(has: CleaningSpec['has']): string {
  return `${has('quantity') ? 'coalesce(quantity, 1) * ' : ''}unit_price${has('discount') ? ' - coalesce(discount, 0)' : ''}`;
}

/** Without order numbers, what one customer buys at one time is an order; without customers each row is one. */
function derivedOrder(spec: CleaningSpec): string {
  const { has } = spec;
  const customer = customerKey(spec);
  if (customer.startsWith('NULL') || !has('ordered_at'))
    return customer.startsWith('NULL') ? 'row::VARCHAR' : `coalesce(${customer}, row::VARCHAR)`;
  return `coalesce(${customer} || ' ' || ordered_at::VARCHAR, row::VARCHAR)`;
}

function isProduct({ format: { notProducts = plain.notProducts! }, rules, has }: CleaningSpec): string {
  const byName = notProducts.by === 'product' ? has('product') : !has('product_id');
  const key = byName ? 'product' : 'product_id';
  if (!has('product_id') && !has('product')) return 'true';
  const conditions = [`list_contains([${list(notProducts.ids)}]::VARCHAR[], upper(${key}))`];
  for (const prefix of notProducts.prefixes ?? [])
    conditions.push(`starts_with(upper(${key}), ${literal(prefix)})`);
  if (rules.notProducts.length > 0)
    for (const meaning of (['product_id', 'product'] as const).filter(has))
      conditions.push(`coalesce(${meaning} IN (${list(rules.notProducts)}), false)`);
  return `coalesce(NOT (${conditions.join(' OR ')}), true)`;
}
