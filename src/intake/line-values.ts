import { literal } from '../engine/sql.ts';
import { customerKey } from './customer-key.ts';
import type { Format } from './formats/format.ts';
import { plain } from './formats/plain.ts';
import type { Meaning } from './meaning.ts';
import type { Rules } from './rules.ts';
import type { Seen } from './seen.ts';
import { hasWord, STATUS_MEANINGS, statusWords } from './statuses.ts';

/** What `lineSelect` has to know about its input. */
export interface LineSpec {
  format: Format;
  rules: Rules;
  /** Whether the input has a column of this meaning. */
  has: (meaning: Meaning) => boolean;
  seen?: Seen;
  /** True when the input is lines of an order list whose orders must be there (`order_found`). */
  joined?: boolean;
}

/** Columns the input has whose value is completed from others. */
export function replacedSql(spec: LineSpec): string {
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
  if (has('cost') && spec.format.costOfPiece && has('quantity'))
    parts.push('cost * coalesce(quantity, 1) AS cost');
  if (has('customer_id')) parts.push(`${customerKey(spec)} AS customer_id`);
  if (has('currency')) parts.push('upper(trim(currency)) AS currency');
  return parts.join(', ');
}

/** Columns the input lacks and lines need. */
export function derivedSql(spec: LineSpec): string {
  const { has } = spec;
  const parts: string[] = [];
  if (!has('quantity')) parts.push('1::DOUBLE AS quantity');
  if (!has('amount')) parts.push(`${has('unit_price') ? priced(has) : 'NULL::DOUBLE'} AS amount`);
  if (!has('customer_id')) parts.push(`${customerKey(spec)} AS customer_id`);
  if (!has('product_id')) parts.push(`${has('product') ? 'product' : 'NULL::VARCHAR'} AS product_id`);
  if (!has('product')) parts.push(`${has('product_id') ? 'product_id' : 'NULL::VARCHAR'} AS product`);
  if (!has('order_id')) parts.push(`${derivedOrder(spec)} AS order_id`);
  if (!has('refund')) parts.push(`${refundSql('NULL::DOUBLE', spec)} AS refund`);
  parts.push(`${isProduct(spec)} AS is_product`);
  return parts.map((part) => `,\n      ${part}`).join('');
}

/**
 * A line that does not say how much money was given back is refunded by the share of its pieces that came back; failing
 * that, in full when its status says refunded.
 */
function refundSql(written: string, { has, format, rules }: LineSpec): string {
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

function priced(has: LineSpec['has']): string {
  return `${has('quantity') ? 'coalesce(quantity, 1) * ' : ''}unit_price${has('discount') ? ' - coalesce(discount, 0)' : ''}`;
}

/** Without order numbers, what one customer buys at one time is an order; without customers each row is one. */
function derivedOrder(spec: LineSpec): string {
  const { has } = spec;
  const customer = customerKey(spec);
  if (customer.startsWith('NULL') || !has('ordered_at'))
    return customer.startsWith('NULL') ? 'row::VARCHAR' : `coalesce(${customer}, row::VARCHAR)`;
  return `coalesce(${customer} || ' ' || ordered_at::VARCHAR, row::VARCHAR)`;
}

/** The ways an exporter writes a word: quicker to look up than to bring every name to one of them. */
function written(word: string): string[] {
  const lower = word.toLowerCase();
  const title = lower.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase());
  return [...new Set([word, word.toUpperCase(), lower, title, title.slice(0, 1) + lower.slice(1)])];
}

function isProduct({ format: { notProducts = plain.notProducts! }, rules, has }: LineSpec): string {
  const byName = notProducts.by === 'product' ? has('product') : !has('product_id');
  const key = byName ? 'product' : 'product_id';
  if (!has('product_id') && !has('product')) return 'true';
  const conditions = [`list_contains([${list(notProducts.ids.flatMap(written))}]::VARCHAR[], ${key})`];
  for (const prefix of notProducts.prefixes ?? [])
    conditions.push(`starts_with(upper(${key}), ${literal(prefix)})`);
  if (rules.notProducts.length > 0)
    for (const meaning of (['product_id', 'product'] as const).filter(has))
      conditions.push(`coalesce(${meaning} IN (${list(rules.notProducts)}), false)`);
  return `coalesce(NOT (${conditions.join(' OR ')}), true)`;
}
