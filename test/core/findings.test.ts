import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingSql, type Rows } from '../../src/analyses/findings/findings.ts';
import { type Seen, look } from '../../src/analyses/findings/look.ts';
import { sentence } from '../../src/analyses/findings/sentence.ts';
import { MACROS, macrosSql } from '../../src/analyses/sql.ts';
import { call } from '../../src/engine/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { Count } from './findings-count.ts';
import { fillLines, type SoldLine, stationaryShop } from './findings-shop.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';
import { loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

const wish = (compare: 'before' | 'year' | null, days = 90) => ({ days, compare, as_of: undefined });

describe.each([
  { seed: 101, days: 90, compare: 'before', as_of: undefined },
  { seed: 102, days: 120, compare: 'year', as_of: undefined },
  { seed: 103, days: 45, compare: 'before', as_of: new Date(Date.UTC(2024, 8, 3, 12, 30)) },
] as const)('the figures of shop $seed, $days days, $compare', ({ seed, ...options }) => {
  const lines = stationaryShop(seed);
  const count = new Count(lines, options);
  const sql = findingSql(options);
  beforeAll(() => fillLines(db, lines));
  const rows = <Name extends keyof Rows>(name: Name) => db.query<Rows[Name]>(sql[name]);

  it('profit', async () => close(await rows('profit'), [count.profit()]));
  it('new customers', async () => close(await rows('newcomers'), count.newcomers()));
  it('the best customers', async () => {
    const best = count.best();
    expect(best.length).toBeGreaterThan(20);
    const found = await db.query<{ period: string; customer_id: string }>(
      `SELECT period, customer_id, order_days, median_gap_days, silence_days, revenue, profit, silent
      FROM ${call('finding_best_customers', { as_of: options.as_of })}`,
    );
    close(byCustomer(found), byCustomer(best));
    const leavers = await rows('leavers');
    for (const row of leavers) {
      const own = best.filter(({ period }) => period === row.period);
      expect(row.customers).toBe(own.length);
      expect(row.silent).toBe(own.filter(({ silent }) => silent).length);
    }
  });
  it('dependence', async () => {
    const found = (await rows('dependence')).map(({ name, ...row }) => (void name, row));
    close(found, count.dependence());
  });
  it('sources and discounts', async () => {
    const firsts = count.firsts();
    for (const row of await rows('sources')) {
      const own = firsts.filter(({ source }) => source === row.source);
      close(
        [row],
        [{ source: row.source, ...group(own), discounted: own.filter((o) => o.discounted).length }],
      );
    }
    const discounts = await rows('discounts');
    expect(discounts.length).toBe(8);
    for (const row of discounts) {
      const own = firsts.filter((one) => one.discounted === row.discounted && one.source === row.source);
      const discount = own.reduce((all, one) => all + one.discount, 0);
      close([row], [{ source: row.source, discounted: row.discounted, ...group(own), discount }]);
    }
    close(await rows('baskets'), [count.baskets()]);
  });
  it('refunds and complaints', async () => {
    expect(count.refunds().length).toBeGreaterThan(0);
    close(await rows('refunds'), count.refunds());
    close(await rows('complaints'), count.complaints());
  });
});

function byCustomer(rows: readonly { period: string; customer_id: string }[]) {
  const key = ({ period, customer_id }: (typeof rows)[number]) => `${period} ${customer_id}`;
  return rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

function group(own: ReturnType<Count['firsts']>) {
  const total = (name: 'first_revenue' | 'later_revenue' | 'first_profit' | 'later_profit') =>
    own.reduce((all, one) => all + one[name], 0);
  return {
    customers: own.length,
    again: own.filter(({ again }) => again).length,
    first_revenue: total('first_revenue'),
    later_revenue: total('later_revenue'),
    first_profit: total('first_profit'),
    later_profit: total('later_profit'),
  };
}

describe('a shop in which nothing changes', () => {
  it('is left alone about nineteen times of twenty', { timeout: 240_000 }, async () => {
    let alarms = 0;
    for (let seed = 1; seed <= 60; seed++) {
      await fillLines(db, stationaryShop(seed));
      const seen = (await look(db, wish(seed % 2 ? 'before' : 'year')))!;
      expect(seen.judged.few).toEqual([]);
      expect(seen.judged.tests).toBeGreaterThan(15);
      alarms += Number(seen.judged.findings.length > 0);
    }
    expect(alarms).toBeLessThanOrEqual(6);
  });
});

describe('one thing at a time is found in it', () => {
  const lines = stationaryShop(7);
  const last = Math.max(...lines.map(({ at }) => at));
  const recent = ({ at }: SoldLine, days = 90) => at > last - days * 86_400_000;
  const found = async (changed: SoldLine[], compare: 'before' | 'year' = 'before') => {
    await fillLines(db, changed);
    return (await look(db, wish(compare)))!.judged.findings.map(({ test, name, good }) => ({
      test,
      name,
      good,
    }));
  };
  const alter = (
    which: (line: SoldLine) => boolean,
    change: Partial<SoldLine> | ((line: SoldLine) => Partial<SoldLine>),
  ) =>
    lines.map((line) =>
      which(line) ? { ...line, ...(typeof change === 'function' ? change(line) : change) } : line,
    );

  it('nothing, before anything is altered', async () => expect(await found([...lines])).toEqual([]));
  it('costs that rise', async () => {
    const dearer = alter(recent, ({ cost }) => ({ cost: cost! * 1.4 }));
    expect((await found(dearer)).map(({ test, good }) => [test, good])).toContainEqual(['margin', false]);
  });
  it('costs that fall, as good news', async () => {
    const cheaper = alter(recent, ({ cost }) => ({ cost: cost! * 0.6 }));
    expect((await found(cheaper)).map(({ test, good }) => [test, good])).toContainEqual(['margin', true]);
  });
  it('a product that comes back', async () => {
    const back = alter(
      (line) => recent(line, 365) && line.product_id === 'p3' && line.at % 4 === 0,
      ({ amount }) => ({
        refund: amount,
      }),
    );
    expect(await found(back)).toContainEqual({ test: 'refund', name: 'p3', good: false });
  });
  it('complaints of one kind', async () => {
    const loud = alter((line) => recent(line) && line.at % 6 === 0, { complaint: 'delivery' });
    const names = (await found(loud)).filter(({ test }) => test === 'complaint').map(({ name }) => name);
    expect(names).toEqual(['delivery']);
  });
  it('discounts after which nobody returns, and not when one source alone is to blame', async () => {
    const first = new Map<string, SoldLine>();
    for (const line of lines) if (!first.has(line.customer_id ?? '')) first.set(line.customer_id ?? '', line);
    const without = (leaves: (start: SoldLine) => boolean) =>
      lines.filter((line) => {
        const start = first.get(line.customer_id ?? '')!;
        return !line.customer_id || line.at === start.at || !leaves(start);
      });
    const reduced = ({ discount, amount }: SoldLine) => discount! >= 0.05 * (discount! + amount);
    const tests = async (changed: SoldLine[]) => (await found(changed)).map(({ test }) => test);
    expect(await tests(without((start) => reduced(start) && start.at % 3 > 0))).toContain('discount');
    const video = await tests(
      without(({ source }) => source === 'video').map((line) => ({
        ...line,
        discount: line.source === 'video' ? line.amount / 2 : 0,
      })),
    );
    expect(video).toContain('source');
    expect(video).not.toContain('discount');
  });
  it('one buyer who is half the shop', async () => {
    const many = Array.from({ length: 30 }, (_, i): SoldLine => ({
      ...lines.at(-1)!,
      order_id: `big${i}`,
      at: last - i * 2.5 * 86_400_000,
      customer_id: 'big',
      amount: 1500,
      cost: 900,
      refund: 0,
      complaint: null,
    }));
    expect((await found([...lines, ...many])).map(({ test }) => test)).toContain('customer');
  });
});

describe('the sample shop', () => {
  let sample: Database;
  let seen: Seen;
  beforeAll(async () => {
    sample = await openNodeDatabase();
    const file = readFileSync(new URL('../../sample-data/home-goods-zh.csv', import.meta.url), 'utf8');
    await loadAll(sample, [text(file, 'home-goods-zh.csv')]);
    const own = MACROS.filter(({ analysis }) => analysis === 'options' || analysis === 'findings');
    for (const { sql } of own) await sample.exec(sql);
    seen = (await look(sample, wish(null)))!;
  });
  afterAll(() => sample.close());

  it('is held against the year before, since its data go back so far', () => {
    expect(seen.options.compare).toBe('year');
    expect(seen.covered).toBe(true);
  });

  it('tells its tale, the most money first', () => {
    const told = seen.judged.findings.map(({ test, id }) => [test, id]);
    expect(told).toEqual([
      ['worth', null],
      ['margin', null],
      ['silent', null],
      ['source', '抖音'],
      ['refund', 'QJ002'],
    ]);
    const stakes = seen.judged.findings.map(({ stake }) => stake);
    expect(stakes).toEqual(stakes.toSorted((one, other) => other - one));
    expect(
      seen.judged.findings.every(({ good, p, adjusted }) => !good && adjusted >= p && adjusted <= 0.05),
    ).toBe(true);
    expect(seen.judged.lacking).toEqual([]);
  });

  it.each(LANGUAGES)('in words, with its figures, in %s', async (code) => {
    const t = (await loadMessages(code)).findings;
    const said = seen.judged.findings.map((finding) => sentence(finding, t, new Formats(code, 'CNY')));
    const figures = [
      ['26.23', '118.25', '304', '81', '16%', '36%'],
      ['7,023', '+14.4%', '5,412', '25.6%', '28.1', '43.3'],
      ['25', '46', '9', '50', '29,551'],
      ['抖音', '23', '277', '8%', '108', '290', '37%'],
      ['自动感应垃圾桶 12L', '21', '61', '2', '35'],
    ];
    said.forEach((one, i) => {
      for (const figure of figures[i]!) expect(one).toContain(figure);
      expect(one).not.toMatch(/undefined|NaN/);
    });
  });

  it('compares with the days before when asked', async () => {
    const before = (await look(sample, wish('before')))!;
    expect(before.judged.findings.map(({ test }) => test)).toEqual(['silent', 'source', 'refund']);
    expect(before.judged.quiet).toEqual(['profit', 'newcomers', 'dependence', 'discounts', 'complaints']);
  });

  it('says of a period longer than its data that there is nothing to compare', async () => {
    const long = (await look(sample, wish('year', 365)))!;
    expect(long.covered).toBe(false);
    expect(long.judged.few).toEqual(expect.arrayContaining(['profit', 'newcomers', 'complaints']));
  });
});

describe('what the data lack', () => {
  it('is named with the question it would answer', async () => {
    const bare = stationaryShop(11).map((line) => ({
      ...line,
      cost: null,
      discount: null,
      source: null,
      refund: null,
      complaint: null,
    }));
    await fillLines(db, bare);
    const { judged, columns } = (await look(db, wish('before')))!;
    expect(columns).toMatchObject({ customers: true, costs: false, sources: false });
    expect(judged.lacking).toEqual([
      { question: 'sources', column: 'sources' },
      { question: 'discounts', column: 'discounts' },
      { question: 'refunds', column: 'refunds' },
      { question: 'complaints', column: 'complaints' },
    ]);
    expect(judged.tests).toBe(6);
  });

  it('is buyers for all that asks who bought', async () => {
    await fillLines(
      db,
      stationaryShop(11).map((line) => ({ ...line, customer_id: null })),
    );
    const { judged } = (await look(db, wish('before')))!;
    const asking = judged.lacking
      .filter(({ column }) => column === 'customers')
      .map(({ question }) => question);
    expect(asking).toEqual(['newcomers', 'leavers', 'sources', 'discounts']);
  });

  it('few orders are not tested', async () => {
    await fillLines(db, stationaryShop(11).slice(-40));
    const { judged } = (await look(db, wish('before')))!;
    expect(judged.findings).toEqual([]);
    expect(judged.few).toEqual(expect.arrayContaining(['profit', 'newcomers', 'leavers', 'sources']));
  });

  it('without a date there is nothing at all', async () => {
    await db.exec(CREATE_ORDER_LINE);
    await db.exec(MATERIALISE);
    expect(await look(db, wish(null))).toBeNull();
  });
});

/** Equal rows; numbers may differ by one part in a thousand million. */
function close(found: readonly object[], expected: readonly object[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((row, i) => {
    const other = expected[i] as Record<string, unknown>;
    expect(Object.keys(row).toSorted()).toEqual(Object.keys(other).toSorted());
    for (const [name, value] of Object.entries(row)) {
      const wanted = other[name];
      if (typeof value === 'number' && typeof wanted === 'number')
        expect(Math.abs(value - wanted), `${name} of row ${i}: ${value} and ${wanted}`).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(wanted)),
        );
      else expect(value, `${name} of row ${i}`).toEqual(wanted);
    }
  });
}
