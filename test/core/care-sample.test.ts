import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTS } from '../../sample-data/home-goods/catalogue.ts';
import { DAYS } from '../../sample-data/home-goods/calendar.ts';
import { customers } from '../../sample-data/home-goods/customers.ts';
import { careAnswer, careTotals, firstList, largestOf } from '../../src/analyses/care/answer.ts';
import {
  type CareRow,
  careSql,
  type ComplaintRow,
  type CycleRow,
  cyclesSql,
  type RunningOutRow,
  type SilentRow,
  URGENCY,
} from '../../src/analyses/care/care.ts';
import { festivalsAfter } from '../../src/analyses/care/letters/festivals.ts';
import { stakePieces } from '../../src/analyses/care/stake.chart.ts';
import { FACTS_SQL, type FactsRow, type TotalRow, totalsSql } from '../../src/analyses/care/statements.ts';
import { standardView } from '../../src/analyses/care/thresholds.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { CREATE_ORDER_LINE } from './golden-data.ts';
import { loadAll, text } from './intake-loader.ts';

const DAY = 86_400_000;
const SAMPLE = readFileSync(new URL('../../sample-data/home-goods-zh.csv', import.meta.url), 'utf8');
/** The last order is of 30 September 2026. */
const FESTIVAL = festivalsAfter(new Date(Date.UTC(2026, 9, 1)), 1)[0]!;

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await loadAll(db, [text(SAMPLE, 'home-goods-zh.csv')]);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

describe('the lists of the sample shop', () => {
  it('find the things that are used up, and no others', async () => {
    const cycles = await db.query<CycleRow>(cyclesSql());
    const consumed = PRODUCTS.filter(({ every }) => every !== null).map(({ code }) => code);
    expect(cycles.map(({ item }) => item).sort()).toEqual(consumed.sort());
    for (const { item, median_gap_days: days } of cycles) {
      const { every } = PRODUCTS.find(({ code }) => code === item)!;
      expect(days / every!, item).toBeGreaterThan(0.8);
      expect(days / every!, item).toBeLessThan(1.5);
    }
  });

  it('name the good customers who fell silent in the last year', async () => {
    const silent = new Map(
      (await db.query<SilentRow>(careSql('silent'))).map((row) => [row.customer_id, row]),
    );
    const planted = customers().filter(({ leaves }) => leaves < DAYS);
    expect(planted).toHaveLength(24);
    const recent = new Set(
      (
        await db.query<{ customer_id: string }>(
          "SELECT customer_id FROM customers WHERE last_order > TIMESTAMP '2025-10-02' AND orders >= 3",
        )
      ).map(({ customer_id: id }) => id),
    );
    const expected = planted.filter(({ account }) => recent.has(account));
    expect(expected.length).toBeGreaterThan(12);
    for (const { account, gap } of expected) {
      expect(silent.has(account), account).toBe(true);
      const { gap_days, own_gap, silence_days } = silent.get(account)!;
      expect(own_gap).toBe(true);
      expect(gap_days / gap).toBeLessThan(2);
      expect(silence_days).toBeGreaterThan(150);
    }
  });

  it('offer again what was bought and not bought since', async () => {
    const rows = await db.query<RunningOutRow>(careSql('running_out'));
    expect(rows.length).toBeGreaterThan(30);
    const bought = await db.query<{ customer_id: string; product: string; last: Date }>(
      'SELECT customer_id, product, max(ordered_at)::DATE AS last FROM order_line WHERE is_product GROUP BY ALL',
    );
    const last = new Map(bought.map((row) => [`${row.customer_id} ${row.product}`, Number(row.last)]));
    for (const row of rows) {
      expect(Number(row.last_bought)).toBe(last.get(`${row.customer_id} ${row.product}`));
      const late = (Date.UTC(2026, 9, 1) - Number(row.due_on)) / DAY;
      expect(late).toBe(row.late_days);
      expect(late >= -7 && late <= 14).toBe(true);
      expect(Number(row.due_from)).toBeLessThanOrEqual(Number(row.due_on));
      expect(Number(row.due_to)).toBeGreaterThanOrEqual(Number(row.due_on));
    }
  });

  it('agree with the file of the customer on when something runs out', async () => {
    const rows = await db.query<RunningOutRow>(careSql('running_out'));
    const own = rows.filter(({ rhythm }) => rhythm === 'own').slice(0, 6);
    expect(own).toHaveLength(6);
    for (const row of own) {
      const due = await db.query<{ product: string; due_from: Date; due: Date; due_to: Date }>(
        `FROM customer_due(customer := (SELECT number FROM customer_numbers() WHERE customer_id = ${literal(row.customer_id)}))`,
      );
      const same = due.find(({ product }) => product === row.product);
      expect(same).toMatchObject({ due_from: row.due_from, due: row.due_on, due_to: row.due_to });
    }
  });

  it('hold every open complaint of the year, and no settled one', async () => {
    const rows = await db.query<ComplaintRow>(careSql('complaints'));
    const open = await db.query<{ customer_id: string; n: number }>(
      `SELECT customer_id, count(*)::INTEGER AS n FROM order_line
WHERE complaint_result = '未解决' AND ordered_at > TIMESTAMP '2025-10-01 21:09:13' AND customer_id IS NOT NULL GROUP BY ALL`,
    );
    const counts = (found: readonly { customer_id: string }[]) =>
      found.map(({ customer_id: id }) => id).sort();
    expect(counts(rows)).toEqual(counts(open));
    for (const { customer_id: id, complaints } of rows)
      expect(complaints).toBe(open.find((row) => row.customer_id === id)!.n);
  });

  it('say that people were sent, but not by whom', async () => {
    const [facts] = await db.query<FactsRow>(FACTS_SQL);
    expect(facts!.referred).toBeGreaterThan(150);
    expect(facts!.referrers).toBe(0);
    expect(await db.query(careSql('referrers'))).toEqual([]);
  });
});

describe('all lists together', () => {
  it('count each customer once, with the most urgent list', async () => {
    const totals = await db.query<TotalRow>(totalsSql(standardView(), FESTIVAL));
    const seen = new Map<string, number>();
    for (const list of URGENCY.slice(0, -1)) {
      const rows = await db.query<CareRow>(careSql(list));
      expect(new Set(rows.map(({ customer_id: id }) => id)).size).toBe(rows.length);
      const fresh = rows.filter(({ customer_id: id }) => !seen.has(id));
      for (const { customer_id: id, value } of fresh) seen.set(id, value);
      const total = totals.find((row) => row.list === list)!;
      expect([total.customers, total.first_customers]).toEqual([rows.length, fresh.length]);
      expect(total.value).toBeCloseTo(
        rows.reduce((sum, { value }) => sum + value, 0),
        6,
      );
    }
    const { customers: all, value } = careTotals(totals);
    expect(all).toBe(seen.size);
    expect(value).toBeCloseTo(
      [...seen.values()].reduce((sum, one) => sum + one, 0),
      6,
    );
    expect(stakePieces(totals).reduce((sum, piece) => sum + piece.customers, 0)).toBe(
      totals.reduce((sum, row) => sum + row.customers, 0),
    );
  });

  it('leave out whom the shop wrote to and who wants no letters', async () => {
    const [first, second] = await db.query<CareRow>(careSql('silent'));
    const of = async () =>
      (await db.query<TotalRow>(totalsSql(standardView(), FESTIVAL))).find(({ list }) => list === 'silent')!;
    const before = await of();
    await db.exec(`INSERT INTO customer_contact VALUES ('${first!.customer_id}', DATE '2026-09-20', 'silent');
INSERT INTO customer_opt_out VALUES ('${second!.customer_id}')`);
    expect((await of()).customers).toBe(before.customers - 2);
    await db.exec('DELETE FROM customer_contact; DELETE FROM customer_opt_out');
    expect(await of()).toEqual(before);
  });

  it('hold greetings once their festival is near', async () => {
    const view = standardView();
    const totals = async (days: number) =>
      (await db.query<TotalRow>(totalsSql(view, { ...FESTIVAL, days }))).map(({ list }) => list);
    expect(await totals(15)).not.toContain('greetings');
    expect(await totals(14)).toContain('greetings');
  });

  it.each(LANGUAGES)('are told in one sentence in %s', async (code) => {
    const totals = await db.query<TotalRow>(totalsSql(standardView(), { ...FESTIVAL, days: 3 }));
    const t = await loadMessages(code);
    const f = new Formats(code, 'CNY');
    const day = new Date(Date.UTC(2026, 9, 1, 21));
    const said = careAnswer(totals, { day, usual: true, festival: FESTIVAL }, t, f);
    const { customers: n, value } = careTotals(totals);
    for (const word of [
      f.date(day),
      f.count(n),
      f.roundMoney(value),
      t.letters.lists[largestOf(totals)!.list],
      t.letters.festivals[FESTIVAL.id],
    ])
      expect(said).toContain(word);
    expect(said).not.toMatch(/today|今天|今日/i);
    const nobody = totals.map((row) => ({ ...row, customers: 0, first_customers: 0 }));
    expect(careAnswer(nobody, { day, usual: true, festival: FESTIVAL }, t, f)).toBe(
      t.care.nobody({ date: f.date(day) }),
    );
    expect(firstList(totals)).toBe('complaints');
  });
});
