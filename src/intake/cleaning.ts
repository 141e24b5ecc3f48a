import type { LeftOutReason } from './account.ts';
import { literal } from '../engine/sql.ts';
import type { Format } from './formats/format.ts';
import { plain } from './formats/plain.ts';
import type { Meaning } from './meaning.ts';

/** What `lineSelect` has to know about its input. */
export interface CleaningSpec {
  format: Format;
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
];

/** Columns of the result that are completed or derived. */
const COMPLETED = ['customer_id', 'product_id', 'product', 'region', 'refund'];

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
    FROM (SELECT *${statusWord(spec)} FROM (${typed}))))`;
}

/** `end` is the record put after the last one, which is taken away again. */
type Reason = readonly [condition: string, code: LeftOutReason | 'end', meaning: Meaning | null];

function reasonCases({ format, has, joined }: CleaningSpec): Reason[] {
  const statuses = format.statuses ?? plain.statuses!;
  const word = (words: readonly string[] = []) =>
    `status_word IS NOT NULL AND list_contains([${list(words)}]::VARCHAR[], status_word)`;
  const unreadable = (meaning: Meaning, code: LeftOutReason): Reason => [
    `${meaning} IS NULL AND raw_${meaning} IS NOT NULL AND trim(raw_${meaning}) NOT IN ('', '-', '--')`,
    code,
    meaning,
  ];
  const money: Meaning[] = (['amount', 'unit_price', 'order_amount'] as const).filter(has);
  const all: (Reason | false)[] = [
    ['ends', 'end', null],
    ['blank', 'blank', null],
    ['repeats_header', 'duplicate_header', null],
    ['sums_up', 'total_row', null],
    has('order_id') && ['order_id IS NULL', 'no_order_id', 'order_id'],
    joined === true && ['NOT order_found', 'no_order', 'order_id'],
    has('ordered_at') && unreadable('ordered_at', 'unreadable_date'),
    has('ordered_at') && ['ordered_at IS NULL', 'no_date', 'ordered_at'],
    format.cancelledPrefix !== undefined &&
      has('order_id') && [
        `starts_with(order_id, ${literal(format.cancelledPrefix)})`,
        'cancelled',
        'order_id',
      ],
    has('cancelled_at') && ['cancelled_at IS NOT NULL', 'cancelled', 'cancelled_at'],
    has('status') && [word(statuses.closed), 'closed', 'status'],
    has('status') && [word(statuses.cancelled), 'cancelled', 'status'],
    has('status') && [word(statuses.not_a_sale), 'not_a_sale', 'status'],
    has('quantity') && unreadable('quantity', 'unreadable_number'),
    has('quantity') && ['quantity < 0', 'cancelled', 'quantity'],
    has('quantity') && ['quantity = 0', 'zero_quantity', 'quantity'],
    ...money.map((meaning) => unreadable(meaning, 'unreadable_number')),
    has('unit_price') &&
      format.needsPrice === true && ['unit_price IS NULL OR unit_price <= 0', 'no_amount', 'unit_price'],
    money.length > 0 && ['amount IS NULL OR amount <= 0', 'no_amount', money[0]!],
  ];
  return all.filter((reason) => reason !== false);
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
  if (has('amount') && has('unit_price')) parts.push(`coalesce(amount, ${priced(has)}) AS amount`);
  if (has('product_id') && has('product'))
    parts.push('coalesce(product_id, product) AS product_id', 'coalesce(product, product_id) AS product');
  if (has('refund')) parts.push(`${refundSql('refund', spec)} AS refund`);
  return parts.join(', ');
}

/** Columns the input lacks and lines need. */
function derivedSql(spec: CleaningSpec): string {
  const { has, format } = spec;
  const parts: string[] = [];
  if (!has('quantity')) parts.push('1::DOUBLE AS quantity');
  if (!has('amount')) parts.push(`${has('unit_price') ? priced(has) : 'NULL::DOUBLE'} AS amount`);
  if (!has('customer_id')) parts.push(`${customerKey(has)} AS customer_id`);
  if (!has('product_id')) parts.push(`${has('product') ? 'product' : 'NULL::VARCHAR'} AS product_id`);
  if (!has('product')) parts.push(`${has('product_id') ? 'product_id' : 'NULL::VARCHAR'} AS product`);
  if (!has('order_id')) parts.push(`${derivedOrder(has)} AS order_id`);
  if (!has('region')) parts.push(`${has('address') ? REGION_OF_ADDRESS : 'NULL::VARCHAR'} AS region`);
  if (!has('refund')) parts.push(`${refundSql('NULL::DOUBLE', spec)} AS refund`);
  parts.push(`${isProduct(format, has)} AS is_product`);
  return parts.map((part) => `,\n      ${part}`).join('');
}

/** A line whose status says refunded, without saying how much, is refunded in full. */
function refundSql(refund: string, { has, format }: CleaningSpec): string {
  const words = (format.statuses ?? plain.statuses!).refunded;
  if (!has('status') || !words) return refund;
  const amount = has('amount') ? 'amount' : has('unit_price') ? priced(has) : 'NULL::DOUBLE';
  return `CASE WHEN status_word IS NOT NULL AND list_contains([${list(words)}], status_word) AND coalesce(${refund}, 0) = 0
        THEN ${amount} ELSE ${refund} END`;
}

/** The status where it is one that matters, else NULL: one look-up for most lines instead of one for each reason. */
function statusWord({ has, format }: CleaningSpec): string {
  const words = Object.values(format.statuses ?? plain.statuses!).flat();
  return has('status')
    ? `, CASE WHEN lower(status) IN (${list(words)}) THEN lower(status) END AS status_word`
    : '';
}

function list(words: readonly string[]): string {
  return words.map(literal).join(', ');
}

/** Chinese addresses begin with the province: 浙江省 杭州市 …; anything else has no region. */
const REGION_OF_ADDRESS = `nullif(regexp_extract(address, '^\\s*(\\S{2,7}?(?:省|自治区|市|特别行政区))', 1), '')`;

function priced(has: CleaningSpec['has']): string {
  return `${has('quantity') ? 'coalesce(quantity, 1) * ' : ''}unit_price${has('discount') ? ' - coalesce(discount, 0)' : ''}`;
}

function customerKey(has: CleaningSpec['has']): string {
  if (has('email')) return has('phone') ? 'coalesce(lower(email), phone)' : 'lower(email)';
  return has('phone') ? 'phone' : has('customer_name') ? 'customer_name' : 'NULL::VARCHAR';
}

/** Without order numbers, what one customer buys at one time is an order; without customers each row is one. */
function derivedOrder(has: CleaningSpec['has']): string {
  const customer = has('customer_id') ? 'customer_id' : customerKey(has);
  if (customer.startsWith('NULL') || !has('ordered_at'))
    return customer.startsWith('NULL') ? 'row::VARCHAR' : `coalesce(${customer}, row::VARCHAR)`;
  return `coalesce(${customer} || ' ' || ordered_at::VARCHAR, row::VARCHAR)`;
}

function isProduct({ notProducts = plain.notProducts! }: Format, has: CleaningSpec['has']): string {
  const byName = notProducts.by === 'product' ? has('product') : !has('product_id');
  const key = byName ? 'product' : 'product_id';
  if (!has('product_id') && !has('product')) return 'true';
  const prefixes = (notProducts.prefixes ?? []).map(
    (prefix) => `starts_with(upper(${key}), ${literal(prefix)})`,
  );
  return `coalesce(NOT (${[`upper(${key}) IN (${list(notProducts.ids)})`, ...prefixes].join(' OR ')}), true)`;
}
