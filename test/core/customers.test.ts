import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CardRow,
  type ContactRow,
  KEEP_DIRECTORY_SQL,
  ofCustomer,
  type OrderRow,
  type RhythmRow,
  searchSql,
} from '../../src/analyses/customers/customers.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';

const DAY = 86_400_000;

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

const order = fc.record({
  at: fc.integer({ min: 0, max: 300 * 24 }).map((hour) => new Date(Date.UTC(2023, 0, 10, hour))),
  customer: fc.option(fc.constantFrom('ann', 'Bo', '小红', "o'hara"), { freq: 8 }),
  lines: fc.array(
    fc.record({
      product: fc.constantFrom('a', 'b', 'c', 'd'),
      quantity: fc.integer({ min: 1, max: 4 }),
      amount: fc.integer({ min: 0, max: 9000 }).map((cents) => cents / 100),
      refund: fc.option(fc.integer({ min: 0, max: 300 }).map((cents) => cents / 100)),
      fee: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
const orders: fc.Arbitrary<Order[]> = fc.array(order, { minLength: 1, maxLength: 40 });
const runs = { numRuns: 15 };

/** The value a share of the way along the sorted values, linear between neighbours. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

function gapsOf(times: readonly number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.slice(1).map((time, i) => (time - sorted[i]!) / DAY);
}

/** Each customer of the orders with their number: the place in the order of the bytes of their ids. */
function numbered(data: readonly Order[]): [number, Order[]][] {
  const ids = [...new Set(data.flatMap(({ customer }) => customer ?? []))].sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  return ids.map((id, i) => [i + 1, data.filter(({ customer }) => customer === id)]);
}

describe('on any orders', () => {
  it('a card adds up the orders of one customer and ranks them', () =>
    fc.assert(
      fc.asyncProperty(orders, async (data) => {
        await fillOrders(db, data);
        const revenueOf = (own: readonly Order[]) =>
          own
            .flatMap(({ lines }) => lines)
            .reduce((sum, { amount, refund }) => sum + amount - (refund ?? 0), 0);
        const everyone = numbered(data);
        for (const [number, own] of everyone) {
          const [card] = await db.query<CardRow>(ofCustomer('customer_card', number));
          expect(card).toMatchObject({
            number,
            customer_id: own[0]!.customer,
            orders: own.length,
            refunded_orders: own.filter(({ lines }) => lines.some(({ refund }) => refund)).length,
            customers: everyone.length,
            profit: null,
          });
          expect(card!.revenue).toBeCloseTo(revenueOf(own), 6);
          const ahead = everyone.filter(([, other]) => revenueOf(other) > revenueOf(own) + 1e-7).length;
          expect(card!.revenue_rank).toBe(1 + ahead);
          const listed = await db.query<OrderRow>(ofCustomer('customer_orders', number));
          expect(listed.map(({ ordered_at }) => Number(ordered_at))).toEqual(
            own.map(({ at }) => Number(at)).sort((a, b) => b - a),
          );
        }
        expect(await db.query(ofCustomer('customer_card', everyone.length + 1))).toEqual([]);
      }),
      runs,
    ));

  it('the rhythm is the median gap between days with orders, with the range of four gaps in five', () =>
    fc.assert(
      fc.asyncProperty(orders, async (data) => {
        await fillOrders(db, data);
        const end = Math.max(...data.map(({ at }) => Number(at))) + DAY;
        for (const [number, own] of numbered(data)) {
          const [row] = await db.query<RhythmRow>(ofCustomer('customer_rhythm', number));
          const times = own.map(({ at }) => Number(at));
          const gaps = gapsOf([...new Set(times.map((time) => Math.floor(time / DAY) * DAY))]);
          expect(row).toMatchObject({
            orders: own.length,
            gaps: gaps.length,
            silence_days: Math.floor((end - Math.max(...times)) / DAY),
          });
          if (!gaps.length) {
            expect(row!.due).toBeNull();
            continue;
          }
          expect(row!.median_gap_days).toBeCloseTo(quantile(gaps, 0.5), 9);
          expect(row!.gap_low_days).toBeCloseTo(quantile(gaps, 0.1), 9);
          expect(row!.gap_high_days).toBeCloseTo(quantile(gaps, 0.9), 9);
          const lastDay = Math.floor(Math.max(...times) / DAY);
          expect(Math.abs(Number(row!.due) / DAY - lastDay - quantile(gaps, 0.5))).toBeLessThan(0.500001);
        }
      }),
      runs,
    ));

  it('what is due has been bought on four days, and pairs share two orders', () =>
    fc.assert(
      fc.asyncProperty(orders, async (data) => {
        await fillOrders(db, data);
        for (const [number, own] of numbered(data)) {
          const goods = own.map(({ at, lines }) => ({
            day: Math.floor(Number(at) / DAY),
            items: [...new Set(lines.filter(({ fee }) => !fee).map(({ product }) => product))].sort(),
            units: (wanted: string) =>
              lines
                .filter(({ fee, product }) => !fee && product === wanted)
                .reduce((sum, { quantity }) => sum + quantity, 0),
          }));
          const products = ['a', 'b', 'c', 'd'];
          const due = products.flatMap((product) => {
            const days = [
              ...new Set(goods.filter(({ items }) => items.includes(product)).map(({ day }) => day)),
            ];
            days.sort((a, b) => a - b);
            const bought = days.map((day) =>
              goods.filter((one) => one.day === day).reduce((sum, { units }) => sum + units(product), 0),
            );
            const lasting = days.slice(1).map((day, i) => (day - days[i]!) / bought[i]!);
            const alike = quantile(lasting, 0.9) <= 10 * quantile(lasting, 0.1) + 1e-9;
            return days.length < 4 || !alike ? [] : [{ product, days, last: bought.at(-1)!, lasting }];
          });
          const rows = await db.query<Record<string, unknown>>(
            `${ofCustomer('customer_due', number)} ORDER BY product`,
          );
          expect(rows.map(({ product, times }) => [product, times])).toEqual(
            due.map(({ product, days }) => [product, days.length]),
          );
          rows.forEach((row, i) => {
            const { last_bought, last_quantity, state, due_from: from, due_to: to } = row;
            const { days, last: units, lasting } = due[i]!;
            expect(row.median_gap_days).toBeCloseTo(quantile(gapsOf(days.map((day) => day * DAY)), 0.5), 9);
            expect(last_quantity).toBe(units);
            const last = Math.max(...days);
            expect(Number(last_bought) / DAY).toBe(last);
            const until = units * quantile(lasting, 0.5);
            expect(Math.abs(Number(row.due) / DAY - last - until)).toBeLessThan(0.5001);
            const end = Math.floor(Math.max(...data.map(({ at }) => Number(at))) / DAY) + 1;
            const still = Number(from) / DAY > end ? 'coming' : Number(to) / DAY >= end ? 'due' : 'overdue';
            expect(state).toBe(end - last > 4 * until + 1e-4 ? 'lost' : still);
          });
          const pairs = products.flatMap((one, i) =>
            products.slice(i + 1).flatMap((other) => {
              const n = goods.filter(({ items }) => items.includes(one) && items.includes(other)).length;
              return n < 2 ? [] : [[one, other, n]];
            }),
          );
          const found = await db.query<Record<string, unknown>>(
            `${ofCustomer('customer_pairs', number)} ORDER BY product, other_product`,
          );
          expect(found.map(Object.values)).toEqual(pairs);
        }
      }),
      runs,
    ));
});

const PEOPLE = [
  { id: 'anna_88', name: 'Anna Smith', phone: '+86 138-0013 8000', email: 'Anna.S@example.com' },
  { id: '小熊饼干', name: '许晓燕', phone: '１３９００１３９０００', email: null },
  { id: '100%_"quoted"', name: "Pat O'Hara", phone: null, email: 'pat@example.org' },
  { id: 'back\\slash', name: null, phone: null, email: null },
];

async function fillPeople(): Promise<void> {
  const values = PEOPLE.map(({ id, name, phone, email }, i) =>
    literal([`o${i}`, id, name, phone, email]).replace(/^\[|\]$/g, ''),
  );
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(`INSERT INTO order_line BY NAME
    SELECT o AS order_id, 1 AS line_no, TIMESTAMP '2024-01-01' AS ordered_at, c AS customer_id, n AS customer_name, p AS phone,
      e AS email, 'Thing' AS product, 1 AS quantity, 5 AS amount, true AS is_product, 'f' AS file, 1 AS row
    FROM (VALUES (${values.join('), (')}), ('again', 'anna_88', 'Anna Jones', '020 1234', NULL)) lines(o, c, n, p, e)`);
  await db.exec(MATERIALISE);
  await db.exec(KEEP_DIRECTORY_SQL);
}

describe('the search', () => {
  beforeAll(fillPeople);
  const found = async (text: string) =>
    (await db.query<{ customer_id: string }>(`${searchSql(text)} ORDER BY number`)).map(
      ({ customer_id: id }) => id,
    );

  it.each([
    ['', PEOPLE.map(({ id }) => id).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))],
    ['SMITH anna', ['anna_88']],
    ['jones', ['anna_88']],
    ['13800138000', ['anna_88']],
    ['138 0013-8000', ['anna_88']],
    ['ａｎｎａ', ['anna_88']],
    ['anna.s@EXAMPLE', ['anna_88']],
    ['139-0013', ['小熊饼干']],
    ['晓燕', ['小熊饼干']],
    ['　小熊　', ['小熊饼干']],
    ["o'hara", ['100%_"quoted"']],
    ['%', ['100%_"quoted"']],
    ['_"', ['100%_"quoted"']],
    ['\\', ['back\\slash']],
    ["'; DROP TABLE orders; --", []],
    ['smith 139', []],
  ])('finds by %j', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  it('takes any text for what it is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        async (text) => {
          expect((await found(text)).length).toBeLessThanOrEqual(PEOPLE.length);
        },
      ),
      { numRuns: 200 },
    ));

  it('finds everyone by any part of their name or number', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          ...PEOPLE.flatMap(({ id, name, phone }) =>
            [id, name, phone].flatMap((one) => (one ? [[id, one] as const] : [])),
          ),
        ),
        fc.nat(),
        fc.nat(),
        async ([id, text], from, length) => {
          const letters = [...text];
          const start = from % letters.length;
          const part = letters.slice(start, start + 1 + (length % letters.length)).join('');
          expect(await found(part)).toContain(id);
        },
      ),
      { numRuns: 100 },
    ));

  it('finds by the tags of the shop and shows them', async () => {
    await db.exec(
      "INSERT INTO customer_tag VALUES ('anna_88', 'Friend'), ('anna_88', 'calls'), ('nobody', 'Friend')",
    );
    const rows = await db.query<Record<string, unknown>>(searchSql('friend'));
    await db.exec('DELETE FROM customer_tag');
    expect(rows).toMatchObject([{ customer_id: 'anna_88', tags: 'Friend · calls' }]);
  });

  it('tells every name and number of a customer', async () => {
    const rows = await db.query<ContactRow>(ofCustomer('customer_contacts', 2));
    expect(rows.map(({ field, value }) => [field, value])).toEqual([
      ['name', 'Anna Jones'],
      ['name', 'Anna Smith'],
      ['phone', '+86 138-0013 8000'],
      ['phone', '020 1234'],
      ['email', 'Anna.S@example.com'],
    ]);
  });
});
