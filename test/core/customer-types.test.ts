import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { macrosSql } from '../../src/analyses/sql.ts';
import { typesAnswer } from '../../src/analyses/types/answer.ts';
import {
  EVIDENCE_SQL,
  type EvidenceRow,
  listSql,
  type SourceRow,
  SOURCES_SQL,
} from '../../src/analyses/types/statements.ts';
import {
  type CustomerType,
  customerTypesSql,
  TYPE_DEFAULTS,
  type TypeOptions,
  type TypeRow,
  TYPES,
  type TypeSummaryRow,
  typeSummarySql,
} from '../../src/analyses/types/types.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { packSql } from '../../src/pack/pack.ts';
import { Formats } from '../../src/state/formats.ts';
import { MATERIALISE } from './golden-data.ts';
import { byCustomer, median, round, type Sale, sales, salesSql, total } from './sales-data.ts';

const DAY = 86_400_000;
let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await fill([sale(0, 'a', 1)]);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

async function fill(all: readonly Sale[]): Promise<void> {
  await db.exec(salesSql(all));
  await db.exec(MATERIALISE);
}
const rowsOf = (options: TypeOptions = {}) => db.query<TypeRow>(customerTypesSql(options));
const typeOf = async (all: readonly Sale[], options: TypeOptions = {}) => {
  await fill(all);
  const rows = await rowsOf(options);
  return Object.fromEntries(rows.map(({ customer_id, type, reason }) => [customer_id, `${type}: ${reason}`]));
};

const options: fc.Arbitrary<TypeOptions> = fc.record({
  referral_sources: fc.constantFrom(undefined, ['search'], ['nothing like it']),
  habit_orders: fc.integer({ min: 1, max: 3 }),
  bargain_from: fc.constantFrom(0.1, 0.2),
  bargain_share: fc.constantFrom(0.5, 0.8),
  bargain_returns: fc.constantFrom(0, 0.2),
  owner_orders: fc.integer({ min: 1, max: 5 }),
  task_orders: fc.integer({ min: 1, max: 3 }),
  task_days: fc.constantFrom(7, 200),
  task_factor: fc.constantFrom(0.5, 2),
  rational_gaps: fc.integer({ min: 1, max: 3 }),
  rational_variation: fc.constantFrom(0.6, 1.5),
  rational_returns: fc.constantFrom(0.05, 0.5),
});

describe('the types of customers', () => {
  it('are what the rules say, on any orders', () =>
    fc.assert(
      fc.asyncProperty(sales, options, async (all, chosen) => {
        await fill(all);
        const rows = await rowsOf(chosen);
        const expected = judge(all, chosen);
        expect(rows.map(({ customer_id }) => customer_id)).toEqual([...expected.keys()].sort());
        for (const { customer_id, type, reason } of rows)
          expect([customer_id, type, reason]).toEqual([customer_id, ...expected.get(customer_id)!]);
      }),
      { numRuns: 40 },
    ));

  it('add up in the summary and the lists', () =>
    fc.assert(
      fc.asyncProperty(sales, options, async (all, chosen) => {
        await fill(all);
        const rows = await rowsOf(chosen);
        const summary = await db.query<TypeSummaryRow>(typeSummarySql(chosen));
        expect(summary.map(({ type }) => type)).toEqual(TYPES);
        for (const row of summary) {
          const inside = rows.filter(({ type }) => type === row.type);
          expect(row).toMatchObject({
            customers: inside.length,
            orders: inside.reduce((sum, { orders }) => sum + orders, 0),
            by_tag: inside.filter(({ reason }) => reason === 'tag').length,
          });
          expect(row.revenue).toBeCloseTo(total(inside.map(({ revenue }) => revenue)) ?? 0, 6);
        }
        const { type, customers } = summary.find((row) => row.customers) ?? summary[0]!;
        expect(await db.query(listSql(chosen, type))).toHaveLength(customers);
        expect(await db.query(listSql(chosen, null))).toHaveLength(rows.length);
      }),
      { numRuns: 10 },
    ));

  it('are each recognised', async () => {
    const often = [0, 9, 60, 66, 160, 240].map((day) => sale(day, 'owner', 90, { discount: 10 }));
    const steady = [0, 30, 61, 90, 121, 240].map((day) => sale(day, 'steady', 50));
    const types = await typeOf(
      [
        ...often,
        ...steady.slice(0, 5),
        sale(3, 'friend', 20, { source: '朋友推荐' }),
        sale(5, 'cheap', 55, { discount: 45 }),
        sale(200, 'cheap', 55, { discount: 45 }),
        sale(5, 'haggler', 20, { note: '能便宜点吗', refund: 10 }),
        sale(8, 'errand', 30),
        sale(8, 'twice', 30),
        sale(10, 'twice', 30),
        sale(239, 'new', 30),
        sale(0, 'irregular', 30),
        sale(100, 'irregular', 30),
        sale(110, 'irregular', 30),
      ],
      { rational_variation: 0.2 },
    );
    expect(types).toEqual({
      owner: 'owner: compares',
      steady: 'rational: regular',
      friend: 'relationship: source',
      cheap: 'stingy: bargains',
      haggler: 'stingy: bargaining',
      errand: 'task: one_order',
      twice: 'task: few_days',
      new: 'mixed: new',
      irregular: 'mixed: none',
    });
  });

  it('are overruled by a tag of the file or of the customer file', async () => {
    const all = [
      sale(0, 'a', 5, { source: 'Referral', tags: '老客, 理智型' }),
      sale(0, 'b', 5, { source: 'Referral', tags: 'gift; Bargain hunter' }),
      sale(0, 'c', 5, { source: 'Referral', tags: 'Task type' }),
      sale(9, 'd', 5),
      sale(400, 'e', 5, { tags: '好友' }),
    ];
    expect(await typeOf(all)).toEqual({
      a: 'rational: tag',
      b: 'stingy: tag',
      c: 'task: tag',
      d: 'mixed: new',
      e: 'relationship: friend',
    });
    await db.exec("INSERT INTO customer_tag VALUES ('d', '主人翁型'), ('e', 'mixed'), ('nobody', 'task')");
    const rows = await rowsOf();
    expect(rows.map(({ type, reason }) => `${type}: ${reason}`).slice(3)).toEqual([
      'owner: tag',
      'mixed: tag',
    ]);
    expect(rows).toHaveLength(5);
    const [evidence] = await db.query<EvidenceRow>(EVIDENCE_SQL);
    expect(evidence).toMatchObject({ orders: 5, with_source: 3, with_discount: 0, with_tag: 7 });
  });

  it('know a referral from traffic that is only called recommended', async () => {
    const words: [string, boolean][] = [
      ['朋友推荐', true],
      ['老客户推荐', true],
      ['會員推薦', true],
      ['同事介绍', true],
      ['Refer a friend', true],
      ['Word of mouth', true],
      ['手淘推荐', false],
      ['猜你喜欢', false],
      ['朋友圈广告', false],
      ['抖音', false],
    ];
    await fill(words.map(([source], place) => sale(place, 'a', 5, { source })));
    const found = await db.query<SourceRow>(SOURCES_SQL);
    expect(found.map(({ source, referral }) => [source, referral]).sort()).toEqual(words.toSorted());
    expect(found.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      words.map((_, place) => place + 1),
    );
  });

  it('cannot be told by silence where nobody has come back', async () => {
    expect(await typeOf([sale(0, 'a', 5), sale(300, 'b', 5)])).toEqual({ a: 'mixed: new', b: 'mixed: new' });
  });

  it('are the same on native DuckDB, with all that a file can hold', async () => {
    const many = fc.sample(sales, { numRuns: 12, seed: 11 }).flat();
    await fill(many);
    const native = await (await DuckDBInstance.create(':memory:')).connect();
    await native.run(salesSql(many));
    await native.run(packSql());
    for (const macro of [
      'customer_types()',
      'type_summary()',
      'customer_quality()',
      'quality_summary()',
      'quality_map()',
    ]) {
      const here = await db.query<Record<string, unknown>>(`FROM ${macro}`);
      const there = (await native.runAndReadAll(`FROM ${macro}`)).getRowObjectsJS();
      expect(plain(there), macro).toEqual(plain(here));
    }
    native.closeSync();
  });
});

describe('the answer of the types page', () => {
  it('names the type that brings most in every language', async () => {
    await fill([sale(0, 'a', 90, { source: '朋友推荐' }), sale(1, 'b', 5), sale(2, 'c', 5)]);
    const rows = await db.query<TypeSummaryRow>(typeSummarySql());
    for (const code of LANGUAGES) {
      const { types: t } = await loadMessages(code);
      const f = new Formats(code, null);
      const answer = typesAnswer(rows, t, f)!;
      expect(answer).toContain(t.names.relationship);
      expect(answer).toContain(f.percent(0.9));
      expect(answer).toContain(f.percent(2 / 3, 0));
      expect(typesAnswer([], t, f)).toBeNull();
    }
  });
});

function sale(day: number, customer: string, amount: number, rest: Partial<Sale> = {}): Sale {
  return {
    at: new Date(Date.UTC(2024, 0, 1) + day * DAY),
    customer,
    amount,
    discount: null,
    refund: null,
    cost: null,
    paid: null,
    source: null,
    tags: null,
    note: null,
    ...rest,
  };
}

/** Rows free of what the two engines write differently: counts as bigint, and the last digits of sums. */
function plain(rows: readonly Record<string, unknown>[]): unknown {
  return JSON.parse(
    JSON.stringify(rows, (_, cell: unknown) =>
      typeof cell === 'bigint'
        ? Number(cell)
        : typeof cell === 'number'
          ? Number(cell.toPrecision(9))
          : cell && typeof cell === 'object' && 'items' in cell
            ? cell.items
            : cell,
    ),
  );
}

/** The rules once more, one customer after the other; words only as far as the generated data use them. */
function judge(all: readonly Sale[], chosen: TypeOptions): Map<string, [CustomerType, string]> {
  const o = { ...TYPE_DEFAULTS, ...chosen } as {
    [Key in keyof TypeOptions]-?: NonNullable<TypeOptions[Key]>;
  };
  const people = byCustomer(all);
  const end = Math.max(...all.map(({ at }) => at.getTime())) + DAY;
  const gapsOf = (orders: readonly Sale[]) =>
    orders.slice(1).map(({ at }, place) => (at.getTime() - orders[place]!.at.getTime()) / DAY);
  const usual = median([...people.values()].flatMap(gapsOf));
  const someDiscount = [...people.values()].flat().some(({ discount }) => (discount ?? 0) > 0);
  const someRefund = [...people.values()].flat().some(({ refund }) => (refund ?? 0) > 0);
  const part = (some: number, whole: number) => (whole === 0 ? null : round(some / whole, 9));
  const rule = (orders: readonly Sale[]): [CustomerType, string] => {
    const tags = orders.flatMap(({ tags }) => tags ?? []);
    if (tags.includes('vip, task')) return ['task', 'tag'];
    if (tags.includes('理智型')) return ['rational', 'tag'];
    const source = orders[0]!.source;
    const named = o.referral_sources ?? ['朋友推荐', 'Referral'];
    if (source && named.includes(source)) return ['relationship', 'source'];
    if (tags.includes('老同学 好友')) return ['relationship', 'friend'];
    const amount = total(orders.map((one) => one.amount))!;
    const discounts = total(orders.map((one) => one.discount ?? 0))!;
    const refunds = total(orders.map((one) => one.refund ?? 0))!;
    const discount = someDiscount ? part(discounts, amount + discounts) : null;
    const returned = someRefund ? part(refunds, amount) : null;
    const bargains = orders.filter((one) => {
      const off = one.discount ?? 0;
      return off > 0 && off / (one.amount + off) >= o.bargain_from;
    }).length;
    const n = orders.length;
    if (n >= o.habit_orders && bargains > 0 && bargains / n >= o.bargain_share - 1e-9)
      return ['stingy', 'bargains'];
    const haggles = orders.some(({ note }) => note === '便宜点' || note === 'any discount?');
    if (haggles && returned !== null && returned > o.bargain_returns) return ['stingy', 'bargaining'];
    if (n >= o.owner_orders && discount !== null && discount >= o.owner_low && discount <= o.owner_high)
      return ['owner', 'compares'];
    const last = orders.at(-1)!.at.getTime();
    const silent = usual !== null && Math.floor((end - last) / DAY) > o.task_factor * usual;
    const span = Math.floor((last - orders[0]!.at.getTime()) / DAY);
    if (silent && n === 1) return ['task', 'one_order'];
    if (silent && n <= o.task_orders && span <= o.task_days) return ['task', 'few_days'];
    const gaps = gapsOf(orders);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    const steady = mean > 0 && round(spread / mean, 9) <= o.rational_variation;
    const proper = (returned ?? 0) <= o.rational_returns && (discount ?? 0) <= o.rational_discount;
    if (gaps.length >= o.rational_gaps && steady && proper) return ['rational', 'regular'];
    return ['mixed', n === 1 ? 'new' : 'none'];
  };
  return new Map([...people].map(([id, orders]) => [id, rule(orders)]));
}
