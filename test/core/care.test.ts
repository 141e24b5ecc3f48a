import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BirthdayRow,
  type CareRow,
  careSql,
  type CycleRow,
  cyclesSql,
  type ReferrerRow,
  type RunningOutRow,
  type SecondOrderRow,
  type SilentRow,
  type WindowRow,
  windowSql,
} from '../../src/analyses/care/care.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';
import { median } from './sales-data.ts';

const DAY = 86_400_000;
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const dayOf = (date: Date) => Math.floor(Number(date) / DAY);

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

/** The value a share of the way along the sorted values, linear between neighbours. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 260 * 24 }).map((hour) => new Date(Date.UTC(2023, 9, 10, hour))),
    customer: fc.option(
      fc.integer({ min: 1, max: 7 }).map((number) => `c${number}`),
      { freq: 9 },
    ),
    lines: fc.array(
      fc.record({
        product: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: 1, max: 3 }),
        amount: fc.integer({ min: 0, max: 9000 }).map((cents) => cents / 100),
        refund: fc.option(fc.constantFrom(0, 1, 2.5)),
        fee: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 60 },
);
const asOfs = fc.option(fc.integer({ min: 100, max: 300 }));
const dateOf = (days: number | null) => (days === null ? undefined : new Date(Date.UTC(2023, 9, 10 + days)));
const runs = { numRuns: 25 };

/** Whether four in five of the days differ by no more than a factor of ten. */
function alike(days: readonly number[]): boolean {
  return quantile(days, 0.9) <= 10 * quantile(days, 0.1) + 1e-9;
}

interface Bought {
  customer: string;
  product: string;
  /** Day and quantity, in the order of time. */
  days: [day: number, quantity: number][];
  /** Days one unit lasted, for every gap. */
  lasting: number[];
}

/** The orders of customers up to a moment, and that moment: one day after the last order of all unless given. */
function upTo(data: readonly Order[], asOf: Date | undefined) {
  const end = asOf ?? new Date(Math.max(...data.map(({ at }) => Number(at))) + DAY);
  const past = data.filter(({ at, customer }) => customer !== null && at <= end);
  const customers = new Map<string, Order[]>();
  for (const one of past) customers.set(one.customer!, [...(customers.get(one.customer!) ?? []), one]);
  for (const own of customers.values()) own.sort((a, b) => Number(a.at) - Number(b.at));
  return { end, customers };
}

const revenueOf = (own: readonly Order[]) =>
  own.flatMap(({ lines }) => lines).reduce((sum, { amount, refund }) => sum + amount - (refund ?? 0), 0);

/** What is at stake, customer by customer. */
function valueOf(own: readonly Order[]): number {
  const last = Number(own.at(-1)!.at);
  return revenueOf(own.filter(({ at }) => Number(at) > last - 365 * DAY));
}

function purchases(data: readonly Order[], asOf: Date | undefined): Bought[] {
  return [...upTo(data, asOf).customers].flatMap(([customer, own]) =>
    ['a', 'b', 'c'].flatMap((product): Bought[] => {
      const units = new Map<number, number>();
      for (const { at, lines } of own)
        for (const line of lines)
          if (!line.fee && line.product === product)
            units.set(dayOf(at), (units.get(dayOf(at)) ?? 0) + line.quantity);
      const days = [...units].sort(([a], [b]) => a - b);
      const lasting = days.slice(1).map(([next], i) => (next - days[i]![0]) / days[i]![1]);
      return days.length ? [{ customer, product, days, lasting }] : [];
    }),
  );
}

/** Where the exact interval of a median begins: the largest rank whose tail of the fair coin is at most 2.5 %. */
function medianRank(n: number): number | null {
  let [rank, tail, ways] = [0, 0n, 1n];
  for (let k = 0n; k < BigInt(n); k++) {
    tail += ways;
    if (40n * tail > 1n << BigInt(n)) break;
    rank += 1;
    ways = (ways * (BigInt(n) - k)) / (k + 1n);
  }
  return rank || null;
}

describe('how long a unit lasts', () => {
  it('is the gap to the next purchase over the quantity, with the exact interval of its median', () =>
    fc.assert(
      fc.asyncProperty(orders, asOfs, async (data, days) => {
        await fillOrders(db, data);
        const as_of = dateOf(days);
        const rows = await db.query<CycleRow>(
          cyclesSql({ as_of, min_gaps: 2, min_again: 0.5, max_spread: 8 }),
        );
        const all = purchases(data, as_of);
        const last = new Map(
          [...upTo(data, as_of).customers].map(([id, own]) => [id, dayOf(own.at(-1)!.at)]),
        );
        const expected = ['a', 'b', 'c'].flatMap((product) => {
          const own = all.filter((one) => one.product === product);
          const back = own.filter(({ customer, days }) => last.get(customer)! > days[0]![0]);
          const again = own.filter(({ lasting }) => lasting.length);
          const units = own.flatMap(({ lasting }) => lasting).sort((x, y) => x - y);
          const alike = quantile(units, 0.9) <= 8 * quantile(units, 0.1) + 1e-9;
          return units.length < 2 || again.length < 0.5 * back.length || !alike
            ? []
            : [{ product, own, back, again, units }];
        });
        expect(rows.map(({ item }) => item).sort()).toEqual(expected.map(({ product }) => product));
        for (const { product, own, back, again, units } of expected) {
          const row = rows.find(({ item }) => item === product)!;
          expect(row).toMatchObject({
            buyers: own.length,
            buyers_back: back.length,
            buyers_again: again.length,
            gaps: units.length,
          });
          expect(row.unit_days).toBeCloseTo(quantile(units, 0.5), 6);
          expect(row.short_unit_days).toBeCloseTo(quantile(units, 0.1), 6);
          expect(row.long_unit_days).toBeCloseTo(quantile(units, 0.9), 6);
          const rank = medianRank(units.length);
          if (rank === null) expect([row.unit_days_low, row.unit_days_high]).toEqual([null, null]);
          else {
            expect(row.unit_days_low).toBeCloseTo(units[rank - 1]!, 6);
            expect(row.unit_days_high).toBeCloseTo(units[units.length - rank]!, 6);
          }
        }
      }),
      runs,
    ));

  it.each([
    [5, null],
    [6, 1],
    [10, 2],
    [20, 6],
    [50, 18],
    [100, 40],
  ])('takes the ranks of the published tables: %i gaps', async (n, rank) => {
    const gaps = Array.from({ length: n }, (_, i) => ((i * 7) % n) + 1);
    let at = day('2020-01-01').getTime();
    const data = [0, ...gaps].map((gap): Order => {
      at += gap * DAY;
      const line = { product: 'a', quantity: 1, amount: 1, refund: null, fee: false };
      return { at: new Date(at), customer: 'c', lines: [line] };
    });
    const sorted = gaps.toSorted((a, b) => a - b);
    await fillOrders(db, data);
    const [row] = await db.query<CycleRow>(cyclesSql({ min_gaps: 1, max_spread: 1000 }));
    expect(row!.gaps).toBe(n);
    expect([row!.unit_days_low, row!.unit_days_high]).toEqual(
      rank === null ? [null, null] : [sorted[rank - 1], sorted[n - rank]],
    );
    expect(medianRank(n)).toBe(rank);
  });
});

describe('running out', () => {
  it('goes by the own rhythm from three gaps on, else by that of the product, times the quantity', () =>
    fc.assert(
      fc.asyncProperty(orders, asOfs, async (data, days) => {
        await fillOrders(db, data);
        const as_of = dateOf(days);
        const { end, customers } = upTo(data, as_of);
        const all = purchases(data, as_of);
        const cycle = (product: string) => {
          const units = all.filter((one) => one.product === product).flatMap(({ lasting }) => lasting);
          return units.length >= 4 && alike(units) ? quantile(units, 0.5) : null;
        };
        const own = (lasting: readonly number[]) => lasting.length >= 3 && alike(lasting);
        const due = all.flatMap(({ customer, product, days, lasting }) => {
          const unit = own(lasting) ? quantile(lasting, 0.5) : cycle(product);
          const [bought, quantity] = days.at(-1)!;
          return unit === null
            ? []
            : [
                {
                  customer,
                  product,
                  on: bought + quantity * unit,
                  rhythm: own(lasting) ? 'own' : 'product',
                },
              ];
        });
        const rows = await db.query<RunningOutRow>(
          careSql('running_out', { as_of, ahead_days: 10, overdue_days: 20, min_gaps: 4, min_again: 0 }),
        );
        const sure = due.filter(({ on }) => on > dayOf(end) - 19.4 && on < dayOf(end) + 9.4);
        const possible = due.filter(({ on }) => on > dayOf(end) - 20.6 && on < dayOf(end) + 10.6);
        const ids = new Set(rows.map(({ customer_id: id }) => id));
        expect(ids.size).toBe(rows.length);
        for (const { customer } of sure) expect(ids.has(customer)).toBe(true);
        for (const row of rows) {
          const own = possible.filter(({ customer }) => customer === row.customer_id);
          const first = own.find(({ product }) => product === row.product)!;
          expect(row.rhythm).toBe(first.rhythm);
          expect(Math.abs(dayOf(row.due_on) - first.on)).toBeLessThan(0.5001);
          expect(first.on).toBeLessThan(Math.min(...own.map(({ on }) => on)) + 1.001);
          expect(row.late_days).toBe(dayOf(end) - dayOf(row.due_on));
          expect(row.products).toBeLessThanOrEqual(own.length);
          expect(row.value).toBeCloseTo(valueOf(customers.get(row.customer_id)!), 6);
        }
      }),
      runs,
    ));
});

describe('silent and valuable', () => {
  it('is a good customer whose silence is long by the usual gap, until both limits are passed', () =>
    fc.assert(
      fc.asyncProperty(orders, asOfs, async (data, days) => {
        await fillOrders(db, data);
        const as_of = dateOf(days);
        const { end, customers } = upTo(data, as_of);
        const gapsOf = (own: readonly Order[]) =>
          own.slice(1).map(({ at }, i) => (Number(at) - Number(own[i]!.at)) / DAY);
        const usual = median([...customers.values()].flatMap(gapsOf));
        const revenues = [...customers.values()].map(revenueOf);
        const expected = [...customers].flatMap(([id, own]) => {
          const gap = own.length >= 3 ? median(gapsOf(own)) : usual;
          const silence = (Number(end) - Number(own.at(-1)!.at)) / DAY;
          if (gap === null) return [];
          const pace = Math.max(gap, 7);
          const ahead = revenues.filter((one) => one > revenueOf(own) + 1e-6).length / revenues.length;
          const lost = silence > 3 * pace && silence > 90;
          return revenueOf(own) > 1e-9 && ahead < 0.5 && silence > 1.5 * pace && !lost ? [id] : [];
        });
        const rows = await db.query<SilentRow>(
          careSql('silent', { as_of, top_share: 0.5, silent_after: 1.5, give_up_after: 3, give_up_days: 90 }),
        );
        expect(rows.map(({ customer_id: id }) => id).sort()).toEqual(expected.sort());
        const values = rows.map(({ value }) => value);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        for (const { customer_id: id, value, orders } of rows) {
          expect(value).toBeCloseTo(valueOf(customers.get(id)!), 6);
          expect(orders).toBe(customers.get(id)!.length);
        }
      }),
      runs,
    ));
});

describe('second orders', () => {
  it('are due within the quantiles of the days after which others came back', () =>
    fc.assert(
      fc.asyncProperty(orders, asOfs, async (data, days) => {
        await fillOrders(db, data);
        const as_of = dateOf(days);
        const { end, customers } = upTo(data, as_of);
        const back = [...customers.values()].flatMap((own) => {
          const first = dayOf(own[0]!.at);
          const next = own.find(({ at }) => dayOf(at) > first);
          return next ? [dayOf(next.at) - first] : [];
        });
        const [window] = await db.query<WindowRow>(windowSql({ as_of }));
        expect(window).toMatchObject({ customers: customers.size, came_back: back.length });
        const rows = await db.query<SecondOrderRow>(careSql('second_order', { as_of, min_gaps: 2 }));
        const expected = [...customers].flatMap(([id, own]) => {
          if (own.length > 1 || back.length < 2) return [];
          const first = dayOf(own[0]!.at);
          const [from, to] = [first + quantile(back, 0.25), first + quantile(back, 0.75)];
          return dayOf(end) >= Math.floor(from) && dayOf(end) <= Math.ceil(to) ? [id] : [];
        });
        expect(rows.map(({ customer_id: id }) => id).sort()).toEqual(expected.sort());
        for (const row of rows) {
          const due = dayOf(row.last_order) + quantile(back, 0.5);
          expect(Math.abs(dayOf(row.due_on) - due)).toBeLessThan(0.5001);
          expect(row.late_days).toBe(dayOf(end) - dayOf(row.due_on));
        }
      }),
      runs,
    ));

  it('are not guessed at from too few', async () => {
    const order = (at: string, customer: string): Order => ({
      at: day(at),
      customer,
      lines: [{ product: 'a', quantity: 1, amount: 5, refund: null, fee: false }],
    });
    await fillOrders(db, [order('2024-01-01', 'a'), order('2024-02-01', 'a'), order('2024-01-05', 'b')]);
    const ids = async (min_gaps: number) =>
      (await db.query<CareRow>(careSql('second_order', { as_of: day('2024-02-05'), min_gaps }))).map(
        ({ customer_id: id }) => id,
      );
    expect(await ids(2)).toEqual([]);
    expect(await ids(1)).toEqual(['b']);
  });
});

interface Told {
  id: string;
  at: string;
  cells?: Record<string, unknown>;
}

/** One order of one line each, with these further columns. */
async function fillTold(rows: readonly Told[]): Promise<void> {
  await db.exec(CREATE_ORDER_LINE);
  for (const [i, { id, at, cells = {} }] of rows.entries()) {
    const all = { order_id: `o${i}`, customer_id: id, product: 'Thing', amount: 10, ...cells };
    const values = Object.entries(all).map(([name, value]) => `${literal(value as string)} AS ${name}`);
    await db.exec(`INSERT INTO order_line BY NAME SELECT ${values.join(', ')}, TIMESTAMP '${at}' AS ordered_at,
      1 AS line_no, 1 AS quantity, true AS is_product, 'f' AS file, ${i} AS row`);
  }
  await db.exec(MATERIALISE);
}
const ids = (rows: readonly CareRow[]) => rows.map(({ customer_id: id }) => id).sort();

describe('birthdays', () => {
  it('are found over month and year ends, and 29 February is the 28th in other years', async () => {
    await fillTold([
      { id: 'leap', at: '2023-02-01', cells: { birthday: '2000-02-29' } },
      { id: 'new year', at: '2023-02-01', cells: { birthday: '1990-01-02' } },
      { id: 'eve', at: '2023-02-01', cells: { birthday: '1985-12-31' } },
      { id: 'no year', at: '2023-02-01', cells: { birthday: '1900-12-30' } },
      { id: 'unborn', at: '2023-02-01', cells: { birthday: '2023-01-01' } },
      { id: 'no birthday', at: '2023-02-01' },
    ]);
    const found = async (as_of: string, ahead_days: number) =>
      new Map(
        (
          await db.query<BirthdayRow>(
            careSql('birthdays', { as_of: day(as_of), ahead_days, active_days: 4000 }),
          )
        ).map((row) => [row.customer_id, [row.due_on.toISOString().slice(0, 10), row.turning]]),
      );
    expect(await found('2023-12-29', 4)).toEqual(
      new Map([
        ['eve', ['2023-12-31', 38]],
        ['new year', ['2024-01-02', 34]],
        ['no year', ['2023-12-30', null]],
        ['unborn', ['2024-01-01', null]],
      ]),
    );
    expect(await found('2023-02-28', 0)).toEqual(new Map([['leap', ['2023-02-28', 23]]]));
    expect(await found('2024-02-28', 0)).toEqual(new Map());
    expect(await found('2024-02-29', 0)).toEqual(new Map([['leap', ['2024-02-29', 24]]]));
    expect(await found('2023-12-31', 0)).toEqual(new Map([['eve', ['2023-12-31', 38]]]));
  });

  it('fall on the first anniversary on or after the day, whatever the two dates', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 25_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 90 }),
        async (births, offset, ahead) => {
          const birthdays = births.map((days) => new Date(Date.UTC(1950, 0, 1 + days)));
          const as_of = new Date(Date.UTC(2020, 0, 1 + offset));
          await db.exec(CREATE_ORDER_LINE);
          const values = birthdays.map((date, i) => `('c${i}', ${literal(date)}::DATE, ${i})`);
          await db.exec(`INSERT INTO order_line BY NAME SELECT 'o' || c AS order_id, c AS customer_id, b AS birthday,
            TIMESTAMP '2019-12-01' AS ordered_at, 1 AS line_no, 1 AS quantity, 1 AS amount, true AS is_product,
            'f' AS file, r AS row FROM (VALUES ${values.join(', ')}) people(c, b, r)`);
          await db.exec(MATERIALISE);
          const expected = birthdays.flatMap((birth, i) => {
            for (let days = 0; days <= ahead; days++) {
              const date = new Date(Number(as_of) + days * DAY);
              const leap = new Date(Date.UTC(date.getUTCFullYear(), 1, 29)).getUTCMonth() === 1;
              const [month, on] =
                birth.getUTCMonth() === 1 && birth.getUTCDate() === 29 && !leap
                  ? [1, 28]
                  : [birth.getUTCMonth(), birth.getUTCDate()];
              if (date.getUTCMonth() === month && date.getUTCDate() === on) return [`c${i} ${days}`];
            }
            return [];
          });
          const rows = await db.query<BirthdayRow>(
            careSql('birthdays', { as_of, ahead_days: ahead, active_days: 9000 }),
          );
          expect(rows.map((row) => `${row.customer_id} ${row.days_ahead}`).sort()).toEqual(expected.sort());
        },
      ),
      runs,
    ));
});

describe('after the sale', () => {
  it('asks about paid and sent orders nobody has spoken of, the latest of each customer', async () => {
    const paid = { paid_at: '2024-05-20 10:00:00' };
    await fillTold([
      { id: 'quiet', at: '2024-05-18', cells: paid },
      { id: 'quiet', at: '2024-05-19', cells: { ...paid, product: 'Later' } },
      { id: 'rated', at: '2024-05-18', cells: { ...paid, rating: 5 } },
      { id: 'wrote', at: '2024-05-18', cells: { ...paid, review: 'nice' } },
      { id: 'complained', at: '2024-05-18', cells: { ...paid, complaint: 'late' } },
      { id: 'refunded', at: '2024-05-18', cells: { ...paid, refund: 3 } },
      { id: 'waiting', at: '2024-05-18', cells: { ...paid, status: '买家已付款，等待卖家发货' } },
      { id: 'paid today', at: '2024-05-18', cells: { paid_at: '2024-05-31 10:00:00' } },
      { id: 'paid late', at: '2024-04-18', cells: { ...paid, status: '交易成功' } },
      { id: 'unpaid time', at: '2024-05-15' },
      { id: 'old', at: '2024-03-01' },
    ]);
    const rows = await db.query<CareRow & { product: string; days_since: number }>(
      careSql('after_sale', { as_of: day('2024-06-01') }),
    );
    expect(ids(rows)).toEqual(['paid late', 'quiet', 'unpaid time']);
    expect(rows.find(({ customer_id: id }) => id === 'quiet')).toMatchObject({
      product: 'Later',
      days_since: 11,
    });
  });
});

describe('complaints', () => {
  it('are open until the result says they are settled', async () => {
    const of = (
      complaint: string,
      complaint_result: string | null,
      complaint_days: number | null = null,
    ) => ({
      cells: { complaint, complaint_result, complaint_days },
      at: '2024-05-18',
    });
    await fillTold([
      { id: 'open 1', ...of('物流', '未解决') },
      { id: 'open 2', ...of('late delivery', 'unresolved', 4) },
      { id: 'open 3', ...of('质量问题', null) },
      { id: 'open 4', ...of('色差', '处理中') },
      { id: 'open 5', ...of('rude', 'not solved') },
      { id: 'settled 1', ...of('物流', '已解决') },
      { id: 'settled 2', ...of('broken', 'resolved') },
      { id: 'settled 3', ...of('broken', null, 3) },
      { id: 'settled 4', ...of('态度', '已退款') },
      { id: 'none 1', ...of('无', null) },
      { id: 'none 2', ...of('none', null) },
    ]);
    const rows = await db.query<CareRow & { link: string }>(
      careSql('complaints', { as_of: day('2024-06-01') }),
    );
    expect(Object.fromEntries(rows.map((row) => [row.customer_id, row.link]))).toEqual({
      'open 1': 'logistics',
      'open 2': 'logistics',
      'open 3': 'quality',
      'open 4': 'description',
      'open 5': 'service',
    });
    expect(await db.query(careSql('complaints', { as_of: day('2024-06-01'), within_days: 14 }))).toEqual([]);
  });
});

describe('those who brought others', () => {
  it('are found by id, telephone number or a name only one customer has', async () => {
    const extra = (name: string, value: string) => ({ note: `${name}：${value}` });
    await fillTold([
      { id: 'anna', at: '2024-01-01', cells: { customer_name: 'Anna Li', phone: '555 1' } },
      { id: 'bo', at: '2024-01-01', cells: { customer_name: 'Bo', phone: '555 2' } },
      { id: 'bo2', at: '2024-01-01', cells: { customer_name: 'Bo', phone: '555 3' } },
      { id: 'n1', at: '2024-05-01', cells: { tags: 'referred by: anna', amount: 30 } },
      { id: 'n2', at: '2024-05-02', cells: extra('介绍人', 'Anna Li') },
      { id: 'n3', at: '2024-05-03', cells: { source: '推荐：555 2' } },
      { id: 'n4', at: '2024-05-04', cells: extra('邀请人', 'Bo') },
      { id: 'n5', at: '2024-05-05', cells: extra('推荐人', 'n5') },
      { id: 'n6', at: '2024-01-02', cells: extra('介绍人', 'bo2') },
      { id: 'n7', at: '2024-05-06', cells: { note: '请推荐一款' } },
    ]);
    await db.exec("INSERT INTO customer_tag VALUES ('n7', '介绍人：555 3')");
    await db.exec(`CREATE OR REPLACE TABLE customer_extra AS
      SELECT 'n6' AS customer_id, '推荐人手机' AS attribute, '555 1' AS value, 1 AS different_values`);
    const rows = await db.query<ReferrerRow>(careSql('referrers', { as_of: day('2024-06-01') }));
    await db.exec('DELETE FROM customer_tag');
    expect(
      rows.map((row) => [row.customer_id, row.brought, row.newcomer, row.brought_revenue]).sort(),
    ).toEqual([
      ['anna', 2, 'n2', 40],
      ['bo', 1, 'n3', 10],
      ['bo2', 1, 'n7', 10],
    ]);
  });
});

describe('greetings', () => {
  it('go to those who bought in the last year and can be reached, or to all of them', async () => {
    const rows = [
      { id: 'phone', at: '2024-01-01', cells: { phone: '1' } },
      { id: 'mail', at: '2024-01-01', cells: { email: 'a@example.com' } },
      { id: 'neither', at: '2024-01-01' },
      { id: 'gone', at: '2022-01-01', cells: { phone: '1' } },
    ];
    const options = { festival_on: day('2024-02-10'), as_of: day('2024-02-01') };
    await fillTold(rows);
    expect(ids(await db.query<CareRow>(careSql('greetings', options)))).toEqual(['mail', 'phone']);
    await fillTold(rows.map(({ id, at }) => ({ id, at })));
    const all = await db.query<CareRow & { days_ahead: number }>(careSql('greetings', options));
    expect(ids(all)).toEqual(['mail', 'neither', 'phone']);
    expect(all[0]!.days_ahead).toBe(9);
  });

  it('and all lists use the telephone number and address used last', async () => {
    await fillTold([
      { id: 'a', at: '2024-01-01', cells: { phone: 'old', email: 'x@example.com' } },
      { id: 'a', at: '2024-01-05', cells: { phone: 'new' } },
      { id: 'a', at: '2024-01-09' },
    ]);
    const options = { festival_on: day('2024-02-10') };
    const [now] = await db.query<CareRow>(careSql('greetings', options));
    expect([now!.phone, now!.email]).toEqual(['new', 'x@example.com']);
    const [then] = await db.query<CareRow>(careSql('greetings', { ...options, as_of: day('2024-01-03') }));
    expect([then!.phone, then!.orders]).toEqual(['old', 1]);
  });
});
