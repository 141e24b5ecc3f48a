import fc from 'fast-check';
import { literal } from '../../src/engine/sql.ts';
import customerTag from '../../src/tables/customer-tag.sql?raw';
import { CREATE_ORDER_LINE } from './golden-data.ts';

/** An order of one line as the tests write one; its id is its place. What the file lacks is null. */
export interface Sale {
  at: Date;
  customer: string | null;
  amount: number;
  discount: number | null;
  refund: number | null;
  cost: number | null;
  /** Hours from the order to its payment. */
  paid: number | null;
  source: string | null;
  tags: string | null;
  note: string | null;
}

const HOUR = 3_600_000;
const cents = (max: number) => fc.integer({ min: 0, max }).map((value) => value / 100);

/** Orders of a small shop over two years; many customers come back, values repeat so that they tie. */
export const sales: fc.Arbitrary<Sale[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 700 * 24 }).map((hour) => new Date(Date.UTC(2023, 0, 10, hour))),
    customer: fc.option(
      fc.integer({ min: 1, max: 14 }).map((number) => `c${number}`),
      { freq: 9 },
    ),
    amount: fc.oneof(fc.constantFrom(0, 5, 10, 40), cents(9000)),
    discount: fc.option(fc.oneof(fc.constantFrom(0, 1, 2.5, 10), cents(2000))),
    refund: fc.option(fc.constantFrom(0, 0.5, 2, 5), { freq: 2 }),
    cost: fc.option(fc.oneof(fc.constantFrom(3, 6), cents(6000)), { freq: 4 }),
    paid: fc.option(fc.integer({ min: -2, max: 80 })),
    source: fc.option(fc.constantFrom('朋友推荐', 'search', 'Referral', '手淘推荐', '朋友圈广告')),
    tags: fc.option(fc.constantFrom('大方', '理智型', 'vip, task', '老同学 好友', 'dog owner'), {
      freq: 1,
      nil: null,
    }),
    note: fc.option(fc.constantFrom('便宜点', '请写贺卡', 'any discount?'), { freq: 1, nil: null }),
  }),
  { minLength: 1, maxLength: 70 },
);

/** The statements that fill `order_line` with these alone; the tables made from it are for the caller to make. */
export function salesSql(all: readonly Sale[]): string {
  const rows = all.map(
    ({ at, customer, amount, discount, refund, cost, paid, source, tags, note }, place) => {
      const paidAt = paid === null ? null : new Date(at.getTime() + paid * HOUR);
      const cells = [`o${place}`, at, customer, amount, discount, refund, cost, paidAt, source, tags, note];
      return `(${cells.map(literal).join(', ')}, ${place + 1})`;
    },
  );
  return `${CREATE_ORDER_LINE};
    ${customerTag}; DELETE FROM customer_tag;
    INSERT INTO order_line BY NAME
    SELECT
      o AS order_id, t::TIMESTAMP AS ordered_at, c::VARCHAR AS customer_id, a::DOUBLE AS amount, d::DOUBLE AS discount,
      r::DOUBLE AS refund, k::DOUBLE AS cost, p::TIMESTAMP AS paid_at, s::VARCHAR AS source, g::VARCHAR AS tags,
      m::VARCHAR AS note, 1 AS line_no, 1 AS quantity, true AS is_product, 'f' AS file, i AS row
    FROM (VALUES ${rows.join(', ')}) sales(o, t, c, a, d, r, k, p, s, g, m, i)`;
}

/** The sales of each customer with a key, in the order of time and id. */
export function byCustomer(all: readonly Sale[]): Map<string, (Sale & { id: string })[]> {
  const placed = all.map((sale, place) => ({ ...sale, id: `o${place}` }));
  placed.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const found = new Map<string, (Sale & { id: string })[]>();
  for (const sale of placed) {
    if (sale.customer === null) continue;
    if (!found.has(sale.customer)) found.set(sale.customer, []);
    found.get(sale.customer)!.push(sale);
  }
  return found;
}

export function median(values: readonly number[]): number | null {
  if (!values.length) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** Sums what is there; null where nothing is. */
export function total(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return there.length ? there.reduce((sum, value) => sum + value, 0) : null;
}

/** Half away from zero, as SQL rounds. */
export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
}
