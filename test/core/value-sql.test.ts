import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { macrosSql } from '../../src/analyses/sql.ts';
import {
  COUNTS,
  type CountBy,
  type HoldoutRow,
  holdoutSql,
  type RepeatRow,
  repeatSql,
  type SplitRow,
  splitSql,
  type WeekRow,
  weeklySql,
} from '../../src/analyses/value/value.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { fillCdnow } from './cdnow.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';
import { golden, realData } from './real-data.ts';
import { byCustomer, type Sale, sales, salesSql } from './sales-data.ts';

const DAY = 86_400_000;
const date = (text: string) => new Date(`${text}T00:00:00Z`);

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

async function fill(all: readonly Sale[]): Promise<void> {
  await db.exec(salesSql(all));
  await db.exec(MATERIALISE);
}

const sale = (customer: string | null, at: string, amount: number, refund: number | null = null): Sale => ({
  ...{ at: new Date(`${at}Z`), customer, amount, refund },
  ...{ discount: null, cost: null, paid: null, source: null, tags: null, note: null },
});

describe('repeat purchases', () => {
  it('are days after the first one, in weeks by the calendar', async () => {
    await fill([
      sale('a', '2024-03-01T23:00', 10),
      sale('a', '2024-03-08T01:00', 20, 5),
      sale('a', '2024-03-08T20:00', 7),
      sale('a', '2024-03-15T12:00', 40),
      sale('b', '2024-03-20T12:00', 9),
      sale(null, '2024-03-21T12:00', 9),
    ]);
    const rows = await db.query<RepeatRow>(repeatSql());
    expect(rows).toMatchObject([
      { customer_id: 'a', x: 2, t_x: 2, age: 3, mean_spend: 31, revenue: 72 },
      { customer_id: 'b', x: 0, t_x: 0, age: 2 / 7, mean_spend: null, revenue: 9 },
    ]);
    const orders = await db.query<RepeatRow>(repeatSql({ count_by: 'order' }));
    expect(orders[0]).toMatchObject({ x: 3, t_x: 2, age: 3, mean_spend: 62 / 3 });
  });

  it('are cut after two thirds of the days unless a split is given', async () => {
    await fill([sale('a', '2024-03-01T10:00', 10), sale('a', '2024-03-30T10:00', 20)]);
    const [row] = await db.query<SplitRow>(splitSql());
    expect(row).toEqual({
      starts: new Date('2024-03-01T10:00Z'),
      split: date('2024-03-21'),
      ends: new Date('2024-03-31T10:00Z'),
    });
    const asked = { split: date('2024-03-11'), as_of: date('2024-03-25') };
    const [held] = await db.query<HoldoutRow>(holdoutSql(asked));
    expect(held).toMatchObject({ x: 0, x_holdout: 0, holdout_weeks: 2, age: 10 / 7 });
  });

  it('of nobody give no rows', async () => {
    await fill([sale(null, '2024-03-01T10:00', 10)]);
    expect(await db.query(repeatSql())).toEqual([]);
    expect(await db.query(holdoutSql())).toEqual([]);
  });
});

/** What the macros should find, purchase by purchase. */
function expected(all: readonly Sale[], split: number, end: number, by: CountBy) {
  const day = (at: number) => Math.floor(at / DAY);
  const days = day(end) - day(split);
  return [...byCustomer(all)]
    .map(([customer, own]) => {
      const past = own.filter(({ at }) => at.getTime() <= end);
      const groups = new Map<string, Sale[]>();
      for (const one of past) {
        const key = by === 'day' ? String(day(one.at.getTime())) : one.id;
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
      const purchases = [...groups.values()].map((group) => ({
        at: Math.min(...group.map(({ at }) => at.getTime())),
        before: group.filter(({ at }) => at.getTime() <= split).reduce((sum, one) => sum + worth(one), 0),
        after: group.filter(({ at }) => at.getTime() > split).reduce((sum, one) => sum + worth(one), 0),
      }));
      const known = purchases.filter(({ at }) => at <= split);
      const repeats = known.slice(1);
      return {
        customer,
        x: repeats.length,
        tx: known.length ? (day(known.at(-1)!.at) - day(known[0]!.at)) / 7 : 0,
        age: known.length ? (day(split) - day(known[0]!.at)) / 7 : 0,
        mean: repeats.length ? repeats.reduce((sum, one) => sum + one.before, 0) / repeats.length : null,
        lately: repeats.filter(({ at }) => day(at) > day(split) - days).length,
        later: purchases.length - known.length,
        spent: purchases.reduce((sum, one) => sum + one.after, 0),
        known: known.length,
        repeats: purchases.slice(1).map(({ at }) => at),
      };
    })
    .filter(({ known }) => known)
    .sort((one, other) => (one.customer < other.customer ? -1 : 1));
}

const worth = ({ amount, refund }: Sale) => amount - (refund ?? 0);
const moment = fc.integer({ min: 0, max: 720 }).map((days) => new Date(Date.UTC(2023, 0, 10 + days)));

describe('on any orders', () => {
  it('each customer has what a count of their own finds, and weeks add up', () =>
    fc.assert(
      fc.asyncProperty(sales, moment, moment, fc.constantFrom(...COUNTS), async (all, one, other, by) => {
        const [split, as_of] = one <= other ? [one, other] : [other, one];
        await fill(all);
        const options = { split, as_of, count_by: by };
        const rows = await db.query<HoldoutRow>(holdoutSql(options));
        const wanted = expected(all, split.getTime(), as_of.getTime(), by);
        expect(rows.map(({ customer_id: id }) => id)).toEqual(wanted.map(({ customer }) => customer));
        rows.forEach((row, i) => {
          const { x, tx, age, mean, lately, later, spent } = wanted[i]!;
          expect(row).toMatchObject({ x, x_lately: lately, x_holdout: later });
          expect(row.t_x).toBeCloseTo(tx, 9);
          expect(row.age).toBeCloseTo(age, 9);
          expect(row.spend_holdout).toBeCloseTo(spent, 6);
          if (mean === null) expect(row.mean_spend).toBeNull();
          else expect(row.mean_spend).toBeCloseTo(mean, 6);
        });
        if (!wanted.length) return;
        const first = Math.min(...all.map(({ at, customer }) => (customer ? at.getTime() : Infinity)));
        const weeks = await db.query<WeekRow>(weeklySql(options));
        const [start, end] = [first, as_of.getTime()].map((at) => Math.floor(at / DAY) * DAY) as [
          number,
          number,
        ];
        const times = wanted.flatMap(({ repeats }) => repeats);
        expect(weeks.length).toBe(Math.max(1, Math.ceil((end - start) / DAY / 7)));
        weeks.forEach(({ week, week_end, cumulative }) => {
          const until = end - 7 * DAY * (weeks.length - week);
          const last = week === weeks.length;
          expect(cumulative).toBe(times.filter((at) => last || at < until).length);
          expect(week_end.getTime()).toBe(until);
        });
      }),
      { numRuns: 60 },
    ));

  it('the customers up to a date are those of the back-test cut there', () =>
    fc.assert(
      fc.asyncProperty(sales, moment, fc.constantFrom(...COUNTS), async (all, at, count_by) => {
        await fill(all);
        const known = await db.query<RepeatRow>(repeatSql({ as_of: at, count_by }));
        const [{ ends }] = (await db.query<{ ends: Date }>('FROM repeat_split()')) as [{ ends: Date }];
        if (at > ends) return;
        const held = await db.query<HoldoutRow>(holdoutSql({ split: at, count_by }));
        expect(held).toMatchObject(known);
      }),
      { numRuns: 30 },
    ));
});

const sample = realData('CDNOW_sample.txt');
const figures = golden('clv_cdnow.json');
const each = golden('clv_cdnow_customers.csv');
describe.skipIf(!sample || !figures || !each)('CDNOW (skipped where the data set is absent)', () => {
  it('has the published x, t_x, T and spend, and what came after', async () => {
    await fillCdnow(db, sample!);
    const rows = await db.query<HoldoutRow>(
      holdoutSql({ split: date('1997-09-30'), as_of: date('1998-06-30') }),
    );
    const [head, ...lines] = readFileSync(each!, 'utf8').trim().split('\n');
    const names = head!.split(',');
    const wanted = new Map(
      lines.map((line) => {
        const cells = line.split(',').map(Number);
        return [cells[0]!, Object.fromEntries(names.map((name, i) => [name, cells[i]!]))];
      }),
    );
    expect(rows.length).toBe(wanted.size);
    for (const row of rows) {
      const one = wanted.get(Number(row.customer_id))!;
      expect([row.x, row.x_holdout], row.customer_id).toEqual([one.x, one.x_hold]);
      expect(row.t_x).toBeCloseTo(one.t_x!, 7);
      expect(row.age).toBeCloseTo(one.T!, 7);
      expect(row.mean_spend ?? 0).toBeCloseTo(one.m_x!, 7);
      expect(row.spend_holdout).toBeCloseTo(one.usd_hold!, 6);
      expect(row.holdout_weeks).toBe(39);
    }
  });

  it('has the published repeat purchases week by week', async () => {
    const weeks = await db.query<WeekRow>(weeklySql({ split: date('1997-09-30') }));
    const { aggregate } = JSON.parse(readFileSync(figures!, 'utf8')) as {
      aggregate: { actual_cumulative_repeat_by_week: Record<string, number> };
    };
    for (const [week, repeats] of Object.entries(aggregate.actual_cumulative_repeat_by_week))
      expect(weeks[Number(week) - 1]!.cumulative).toBe(repeats);
    expect(weeks.length).toBe(78);
  });
});
