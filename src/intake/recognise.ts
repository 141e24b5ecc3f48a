import { customers, products } from './formats/attached.ts';
import { type Format, normaliseHeader } from './formats/format.ts';
import { FORMATS } from './formats/index.ts';
import { plain } from './formats/plain.ts';
import type { Mapping, Meaning } from './meaning.ts';

/** A format a header may belong to, how sure that is (0–1), and which column means what. */
export interface Recognised {
  format: string;
  confidence: number;
  mapping: Mapping;
}

/** Share of a format's signature that must be found before it is preferred to the dictionary of names. */
const ENOUGH = 0.6;

/**
 * Finds the format whose signature the header has most of: of those it has enough of, the one with the most weight found.
 * Failing that, maps the header by the dictionary of names.
 */
export function recognise(header: readonly string[]): Recognised {
  const names = header.map(normaliseHeader);
  const found = FORMATS.map((format) => ({ format, ...signatureFound(format, names) }))
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share * b.weight - a.share * a.weight)[0];
  if (found)
    return { format: found.format.id, confidence: found.share, mapping: completed(found.format, names) };
  const mapping = plainly(names);
  const attached = attachedFormat(mapping);
  if (attached) return { format: attached.id, confidence: 0.8, mapping: mapBy(attached, names) };
  return { format: plain.id, confidence: plainConfidence(mapping), mapping };
}

/** By the dictionary of names; without order numbers nothing is shared by the rows of an order. */
function plainly(names: readonly string[]): Mapping {
  const { order_amount: whole, ...mapping } = mapBy(plain, names);
  if (whole === undefined) return mapping;
  if (mapping.order_id !== undefined) return { ...mapping, order_amount: whole };
  return { ...mapping, amount: mapping.amount ?? whole };
}

/** A list without orders, goods and money may be one of customers; one without orders and customers, of products. */
function attachedFormat(mapping: Mapping): Format | null {
  const has = (...meanings: Meaning[]) => meanings.some((meaning) => mapping[meaning] !== undefined);
  if (has('order_id', 'quantity', 'amount', 'order_amount', 'refund', 'discount')) return null;
  const goods = has('product', 'product_id');
  if (!goods && !has('unit_price', 'cost', 'category'))
    return has('customer_id', 'phone', 'email') &&
      has('birthday', 'gender', 'tags', 'source', 'address', 'customer_name', 'phone', 'email')
      ? customers
      : null;
  if (has('ordered_at', 'customer_id', 'phone', 'email')) return null;
  return goods && has('cost', 'category') ? products : null;
}

/** The format's own names first; what every line needs and the format's names do not find, by the dictionary. */
function completed(format: Format, names: readonly string[]): Mapping {
  const mapping = mapBy(format, names);
  const taken = new Set(Object.values(mapping));
  const found = mapBy(plain, names);
  for (const meaning of ['order_id', 'ordered_at', 'product'] as const) {
    const column = found[meaning];
    if (mapping[meaning] === undefined && column !== undefined && !taken.has(column))
      mapping[meaning] = column;
  }
  return mapping;
}

/** Which column carries each meaning, by the format's names; the first name listed wins, each column serves once. */
export function mapBy(format: Format, names: readonly string[]): Mapping {
  const found: { meaning: Meaning; column: number; rank: number }[] = [];
  for (const [meaning, synonyms] of Object.entries(format.meanings) as [Meaning, readonly string[]][]) {
    synonyms.forEach((synonym, rank) => {
      const column = names.indexOf(normaliseHeader(synonym));
      if (column >= 0) found.push({ meaning, column, rank });
    });
  }
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { meaning, column } of found.sort((a, b) => a.rank - b.rank)) {
    if (mapping[meaning] !== undefined || taken.has(column)) continue;
    mapping[meaning] = column;
    taken.add(column);
  }
  if (mapping.ordered_at === undefined && mapping.paid_at !== undefined && format.meanings.ordered_at) {
    mapping.ordered_at = mapping.paid_at;
    delete mapping.paid_at;
  }
  if (mapping.ordered_at === undefined && mapping.time !== undefined && format.meanings.ordered_at) {
    mapping.ordered_at = mapping.time;
    delete mapping.time;
  }
  return mapping;
}

/** The share of the signature's weight the header has, and that weight; headers that speak against it take weight off. */
function signatureFound({ signature }: Format, names: readonly string[]): { share: number; weight: number } {
  let total = 0;
  let found = 0;
  for (const [name, weight] of Object.entries(signature)) {
    total += Math.max(0, weight);
    if (names.includes(normaliseHeader(name))) found += weight;
  }
  return { share: total === 0 ? 0 : Math.max(0, found) / total, weight: found };
}

/** An order list is sure when it says who or which order, when, and how much; a basket list when it has order and item. */
function plainConfidence(mapping: Mapping): number {
  const has = (...meanings: Meaning[]) => meanings.some((meaning) => mapping[meaning] !== undefined);
  const who = has('order_id', 'customer_id', 'customer_name', 'email', 'phone');
  const money = has('amount', 'unit_price', 'order_amount');
  if (who && has('ordered_at') && money) return 0.85;
  if (has('order_id') && has('product') && !has('ordered_at') && !money) return 0.75;
  return Object.keys(mapping).length > 0 ? 0.4 : 0.1;
}
