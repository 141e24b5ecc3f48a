import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GainLever, type GainRow, leverGainsSql } from '../../src/analyses/change/gains.ts';
import { gainsAnswer, gainWords, sortedGains } from '../../src/analyses/change/worth.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';
import { byCustomer, type Sale, sales, salesSql, total } from './sales-data.ts';

const DAY_MS = 86_400_000;
const NOTHING = {
  discount: null,
  refund: null,
  cost: null,
  paid: null,
  source: null,
  tags: null,
  note: null,
};
const sale = (at: string, customer: string | null, amount: number, more: Partial<Sale> = {}): Sale => ({
  ...NOTHING,
  at: new Date(`${at}T12:00:00Z`),
  customer,
  amount,
  ...more,
});

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

/** Ten days, 11 to 20 June, with the ten before and some time before those. */
const SHOP = [
  sale('2024-05-01', 'away', 5),
  sale('2024-05-01', 'back', 5),
  sale('2024-06-01', 'stays', 40),
  sale('2024-06-02', 'goes', 30),
  sale('2024-06-11', 'stays', 20, { cost: 8, discount: 4 }),
  sale('2024-06-12', 'stays', 60, { cost: 30, refund: 10 }),
  sale('2024-06-13', 'back', 30, { cost: 20 }),
  sale('2024-06-14', 'first', 50, { cost: 30 }),
  sale('2024-06-20', 'second', 70, { cost: 30 }),
  sale('2024-06-20', null, 10, { cost: 5 }),
];

describe('what one per cent more brings, by hand', () => {
  it('is the base times the per cent times what each brings', async () => {
    await fill(SHOP);
    const rows = await db.query<GainRow>(leverGainsSql({ days: 10 }));
    const found = Object.fromEntries(
      rows.map((row) => [row.lever, [row.base, row.value_each, round(row.gain), round(row.profit)]]),
    );
    expect(found).toEqual({
      revenue_per_order: [6, 230 / 6, 2.3, 2.3],
      units_per_order: [6, 230 / 6, 2.3, 1.07],
      orders_per_buyer: [5, 44, 2.2, 1.02],
      returning_buyers: [2, 70, 1.4, 0.64],
      new_buyers: [2, 60, 1.2, 0.6],
      won_back_buyers: [1, 30, 0.3, 0.1],
      guest_orders: [1, 10, 0.1, 0.05],
      refund: [10, 1, 0.1, 0.1],
      discount: [4, 1, 0.04, 0.04],
    });
    expect(rows.map(({ gain }) => gain)).toEqual(rows.map(({ gain }) => gain).toSorted((a, b) => b - a));
    const fresh = rows.find(({ lever }) => lever === 'new_buyers')!;
    expect([fresh.gain_low, fresh.gain_high].map(round)).toEqual(
      [1.2 - 0.0392 * 10, 1.2 + 0.0392 * 10].map(round),
    );
  });

  it('grows with the per cent, but no more come back than stayed away', async () => {
    await fill([
      ...SHOP,
      ...Array.from({ length: 9 }, (_, i) => [
        sale('2024-06-03', `loyal${i}`, 10),
        sale('2024-06-13', `loyal${i}`, 10),
      ]).flat(),
    ]);
    const rows = await db.query<GainRow>(leverGainsSql({ days: 10, percent: 20 }));
    const of = (lever: GainLever) => rows.find((row) => row.lever === lever)!;
    expect(of('new_buyers').gain).toBeCloseTo(0.2 * 120, 9);
    expect(of('returning_buyers').percent).toBeCloseTo(100 / 11, 9);
    expect(of('returning_buyers').gain).toBeCloseTo(16, 9);
  });

  it('is not told for a period the data do not cover, nor of what they lack', async () => {
    await fill(SHOP.map((one) => ({ ...one, cost: null, refund: null, discount: null })));
    expect(await db.query(leverGainsSql({ days: 51 }))).toHaveLength(5);
    expect(await db.query(leverGainsSql({ days: 52 }))).toEqual([]);
    const rows = await db.query<GainRow>(leverGainsSql({ days: 10 }));
    expect(rows.filter(({ lever }) => lever === 'discount' || lever === 'refund')).toEqual([]);
    expect(rows.map(({ profit }) => profit)).toEqual(Array(rows.length).fill(null));
  });
});

describe('what more brings in any shop', () => {
  it('is what its own buyers and orders brought, with the error of their mean', () =>
    fc.assert(
      fc.asyncProperty(
        sales,
        fc.constantFrom(30, 90, 300),
        fc.integer({ min: 1, max: 20 }),
        async (all, days, percent) => {
          await fill(all);
          const rows = await db.query<GainRow>(leverGainsSql({ days, percent }));
          const expected = gains(all, days, percent);
          expect(new Set(rows.map(({ lever }) => lever))).toEqual(new Set(expected.keys()));
          for (const row of rows) {
            const one = expected.get(row.lever)!;
            near(row.gain, one.gain);
            if (one.half === null) expect(row.gain_low).toBeNull();
            else near(row.gain - row.gain_low!, one.half);
            if (one.profit === null) expect(row.profit).toBeNull();
            else near(row.profit!, one.profit);
          }
        },
      ),
      { numRuns: 60 },
    ));
});

describe('the levers on the page', () => {
  const row = (
    lever: GainLever,
    position: number,
    gain: number,
    profit: number | null,
    observed: number | null,
  ) =>
    ({
      lever,
      position,
      gain,
      profit,
      observed,
      base: 100,
      percent: 1,
      value_each: gain,
      gain_low: gain / 2,
      gain_high: gain * 2,
      profit_low: null,
      profit_high: null,
    }) as GainRow;
  const ROWS = [
    row('won_back_buyers', 2, 90, 50, 14),
    row('returning_buyers', 4, 80, 30, 70),
    row('revenue_per_order', 6, 60, 60, 400),
    row('refund', 9, 5, 5, null),
  ];

  it('stand by what is asked for, those of few last', () => {
    const order = (measure: 'revenue' | 'profit') =>
      sortedGains(ROWS, measure).map(({ row: { lever } }) => lever);
    expect(order('revenue')).toEqual(['returning_buyers', 'revenue_per_order', 'refund', 'won_back_buyers']);
    expect(order('profit')).toEqual(['revenue_per_order', 'returning_buyers', 'refund', 'won_back_buyers']);
    const unknown = ROWS.map((one) => ({ ...one, profit: null }));
    expect(sortedGains(unknown, 'profit').map(({ by }) => by)).toEqual(Array(4).fill('gain'));
  });

  it.each(LANGUAGES)('say in %s how each gain comes about', async (code) => {
    const { gains: t } = await loadMessages(code);
    const f = new Formats(code, 'CNY');
    const all = sortedGains(ROWS, 'revenue');
    const words = all.map((one) => gainWords(one, '90', t, f));
    expect(words[0]).toMatch(/100.*× 1% × .*80\.00.*80\.00.*40\.00.*160\.00.*30\.00/s);
    expect(words[3]).toContain('14');
    expect(words[0]).not.toContain('70');
    expect(gainsAnswer(all[0]!, { percent: '1%', days: '90' }, t, f)).toContain(t.levers.returning_buyers);
  });
});

interface Gain {
  gain: number;
  profit: number | null;
  half: number | null;
}

/** The gains worked out from the sales alone. */
function gains(all: readonly Sale[], days: number, percent: number): Map<GainLever, Gain> {
  const end = (Math.floor(Math.max(...all.map(({ at }) => at.getTime())) / DAY_MS) + 1) * DAY_MS;
  const start = end - days * DAY_MS;
  const earliest = Math.floor(Math.min(...all.map(({ at }) => at.getTime())) / DAY_MS) * DAY_MS;
  const found = new Map<GainLever, Gain>();
  if (earliest > start) return found;
  const now = all.filter(({ at }) => at.getTime() >= start);
  const then = all.filter(({ at }) => at.getTime() < start && at.getTime() >= start - days * DAY_MS);
  const costed = now.some(({ cost }) => cost !== null);
  const revenue = (some: readonly Sale[]) =>
    some.reduce((sum, { amount, refund }) => sum + amount - (refund ?? 0), 0);
  const profit = (some: readonly Sale[]) =>
    revenue(some) - some.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  const people = (some: readonly Sale[]) => [...byCustomer(some)];
  const add = (
    lever: GainLever,
    base: number,
    share: number,
    samples: readonly { x: number; of: readonly Sale[] }[],
  ) => {
    const x = samples.reduce((sum, one) => sum + one.x, 0);
    if (!x || !base) return;
    const mean = revenue(samples.flatMap(({ of }) => of)) / x;
    const n = samples.length;
    const square = samples.reduce((sum, one) => sum + (revenue(one.of) - mean * one.x) ** 2, 0);
    const half = n > 1 ? (1.96 * base * share * Math.sqrt((square * n) / (n - 1))) / x : null;
    const margin = costed ? (base * share * profit(samples.flatMap(({ of }) => of))) / x : null;
    found.set(lever, { gain: base * share * mean, profit: margin, half });
  };
  const plain = (lever: GainLever, gain: number) => {
    if (gain > 0) found.set(lever, { gain, profit: costed ? gain : null, half: null });
  };
  const first = new Map(
    people(all).map(([name, of]) => [name, Math.min(...of.map(({ at }) => at.getTime()))]),
  );
  const before = new Set(people(then).map(([name]) => name));
  const present = people(now);
  const came = new Set(present.map(([name]) => name));
  const each = (some: readonly (readonly [string, readonly Sale[]])[]) =>
    some.map(([, of]) => ({ x: 1, of }));
  const share = percent / 100;
  const fresh = present.filter(([name]) => first.get(name)! >= start);
  add('new_buyers', fresh.length, share, each(fresh));
  add(
    'orders_per_buyer',
    present.flatMap(([, of]) => of).length,
    share,
    present.map(([, of]) => ({ x: of.length, of })),
  );
  const guests = now.filter(({ customer }) => customer === null);
  add(
    'guest_orders',
    guests.length,
    share,
    guests.map((of) => ({ x: 1, of: [of] })),
  );
  add(
    'units_per_order',
    now.length,
    share,
    now.map((of) => ({ x: 1, of: [of] })),
  );
  found.set('revenue_per_order', {
    gain: revenue(now) * share,
    profit: costed ? revenue(now) * share : null,
    half: null,
  });
  plain('discount', (total(now.map(({ discount }) => discount)) ?? 0) * share);
  plain('refund', (total(now.map(({ refund }) => refund)) ?? 0) * share);
  if (earliest > start - days * DAY_MS) return found;
  const stayed = [...before].filter((name) => !came.has(name)).length;
  add(
    'returning_buyers',
    before.size,
    Math.min(share, stayed / before.size),
    each(present.filter(([name]) => before.has(name))),
  );
  const back = present.filter(([name]) => first.get(name)! < start && !before.has(name));
  const away = [...first].filter(([name, at]) => at < start && !before.has(name) && !came.has(name)).length;
  add('won_back_buyers', away, share, each(back));
  return found;
}

function round(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(9));
}

function near(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThan(1e-6);
}
