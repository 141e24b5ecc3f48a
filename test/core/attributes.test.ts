import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import {
  type AttributeNameRow,
  type AttributeRow,
  type CrossRow,
  crossSql,
  namesSql,
  summarySql,
} from '../../src/analyses/attributes/attributes.ts';
import { differing, twoSided } from '../../src/analyses/attributes/standing-out.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { CREATE_ORDER_LINE, DESCRIBE_CUSTOMERS, fillGenerated, MATERIALISE } from './golden-data.ts';

interface Line {
  order_id: string;
  customer_id: string;
  at: number;
  region: string | null;
  city: string | null;
  source: string | null;
  gender: string | null;
  birthday: Date | null;
  tags: string | null;
  product: string | null;
  category: string | null;
  is_product: boolean;
  amount: number;
  refund: number | null;
  age: string | null;
  income: string | null;
  level: string | null;
}

let db: Database;
let lines: Line[];
let asOf: number;
let found: Map<string, Map<string, string>>;

beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(fillGenerated(1500, 300, 60));
  await db.exec(DESCRIBE_CUSTOMERS);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
  lines =
    await db.query<Line>(`SELECT order_id, customer_id, epoch_ms(ordered_at)::DOUBLE AS at, region, city, source, gender,
    birthday, tags, product, category, is_product, amount, refund, extra['age'] AS age, extra['income'] AS income, extra['level'] AS level
  FROM order_line WHERE customer_id IS NOT NULL`);
  asOf = Math.max(...lines.map(({ at }) => at)) + 86_400_000;
  found = byAttribute(await db.query('FROM customer_attributes()'));
});
afterAll(() => db.close());

describe('what is known of customers', () => {
  it.each(['region', 'city', 'source', 'gender', 'level'] as const)('takes the latest %s', (name) => {
    expect(found.get(name)).toEqual(perCustomer((own) => latest(own, (line) => line[name])));
  });

  it('puts ages into bands of ten years at the as-of date', () => {
    const band = (own: Line[]) => {
      const known = own.filter(({ birthday }) => birthday !== null);
      if (known.length === 0) return null;
      const birthday = known.toSorted((a, b) => b.at - a.at || +b.birthday! - +a.birthday!)[0]!.birthday!;
      const now = new Date(asOf);
      const had = [now.getUTCMonth() - birthday.getUTCMonth(), now.getUTCDate() - birthday.getUTCDate()];
      const age =
        now.getUTCFullYear() -
        birthday.getUTCFullYear() -
        (had[0]! < 0 || (had[0] === 0 && had[1]! < 0) ? 1 : 0);
      return `${Math.floor(age / 10) * 10}–${Math.floor(age / 10) * 10 + 9}`;
    };
    expect(found.get('age_band')).toEqual(perCustomer(band));
  });

  it('writes tags in one order, whatever stands between them', () => {
    const sorted = (tags: string) =>
      tags
        .split(/[,；]/)
        .map((tag) => tag.trim())
        .sort()
        .join(' · ');
    expect(found.get('tags')).toEqual(perCustomer((own) => latest(own, ({ tags }) => tags && sorted(tags))));
    expect(new Set(found.get('tags')!.values())).toEqual(new Set(['friend · new', 'vip']));
  });

  it('names what brought most: of all, and of the first order', () => {
    const most = (own: Line[], name: 'product' | 'category') => {
      const sums = new Map<string, number>();
      for (const line of own)
        if (line.is_product && line[name] !== null)
          sums.set(line[name], (sums.get(line[name]) ?? 0) + line.amount - (line.refund ?? 0));
      const [first] = [...sums].sort(
        (a, b) => Math.round(b[1] * 100) - Math.round(a[1] * 100) || (a[0] < b[0] ? 1 : -1),
      );
      return first?.[0] ?? null;
    };
    const first = (own: Line[]) => own.filter(({ at }) => at === Math.min(...own.map((line) => line.at)));
    expect(found.get('main_category')).toEqual(perCustomer((own) => most(own, 'category')));
    expect(found.get('first_category')).toEqual(perCustomer((own) => most(first(own), 'category')));
    expect(found.get('first_product')).toEqual(perCustomer((own) => most(first(own), 'product')));
  });

  it('cuts many numbers into quarters named after their ends, as it does the first orders', () => {
    const income = perCustomer((own) => latest(own, (line) => line.income));
    expect(found.get('income')).toEqual(quarters(income, Number, String));
    const first = perCustomer((own) => String(Math.min(...own.map(({ at }) => at))));
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    expect(found.get('first_order')).toEqual(quarters(first, Number, day));
    expect(found.get('level')!.size).toBeGreaterThan(0);
  });

  it('keeps a further column apart from the attribute of its name', () => {
    expect(new Set(found.get('region *')!.values())).toEqual(new Set(['north']));
  });

  it('counts nothing that came after the as-of date', async () => {
    const half = byAttribute(await db.query("FROM customer_attributes(as_of := DATE '2023-12-01')"));
    const before = lines.filter(({ at }) => at <= Date.UTC(2023, 11, 1));
    expect(half.get('region')).toEqual(perCustomer((own) => latest(own, ({ region }) => region), before));
    const days = [...new Set(half.get('first_order')!.values())].flatMap((range) => range.split(' – '));
    expect(days.every((day) => day < '2023-12-01')).toBe(true);
  });

  it('lists the attributes with those they are known of', async () => {
    const rows = await db.query<AttributeNameRow>(namesSql());
    expect(rows.map(({ attribute }) => attribute)).toEqual([...found.keys()].sort());
    for (const { attribute, customers, values } of rows) {
      expect(customers, attribute).toBe(found.get(attribute)!.size);
      expect(values, attribute).toBe(new Set(found.get(attribute)!.values()).size);
    }
    const kinds = new Map(rows.map(({ attribute, kind }) => [attribute, kind]));
    expect([kinds.get('source'), kinds.get('gender'), kinds.get('level')]).toEqual([
      'outward',
      'inward',
      'file',
    ]);
  });
});

describe('customers by an attribute', () => {
  it('adds up to the shop, with those of whom it is not known', async () => {
    const rows = await summary('region', 'revenue');
    const buyers = new Set(lines.map(({ customer_id: id }) => id));
    const revenue = lines.reduce((sum, { amount, refund }) => sum + amount - (refund ?? 0), 0);
    expect(rows.reduce((sum, { customers }) => sum + customers, 0)).toBe(buyers.size);
    expect(rows.reduce((sum, row) => sum + row.revenue, 0)).toBeCloseTo(revenue, 6);
    expect(rows.at(-1)!.value).toBeNull();
    expect(rows.every((row) => row.small === row.customers < 30)).toBe(true);
  });

  it('gives means with the interval of the normal approximation, and z against all others', async () => {
    const revenue = new Map<string, number>();
    for (const { customer_id: id, amount, refund } of lines)
      revenue.set(id, (revenue.get(id) ?? 0) + amount - (refund ?? 0));
    const known = found.get('source')!;
    for (const row of await summary('source', 'revenue')) {
      const own = [...known].filter(([, value]) => value === row.value).map(([id]) => revenue.get(id)!);
      const rest = [...known].filter(([, value]) => value !== row.value).map(([id]) => revenue.get(id)!);
      const [a, b] = [moments(own), moments(rest)];
      expect(row.estimate).toBeCloseTo(a.mean, 6);
      expect(row.low).toBeCloseTo(a.mean - 1.96 * Math.sqrt(a.variance / own.length), 6);
      expect(row.high).toBeCloseTo(a.mean + 1.96 * Math.sqrt(a.variance / own.length), 6);
      const error = Math.sqrt(a.variance / own.length + b.variance / rest.length);
      expect(row.z).toBeCloseTo((a.mean - b.mean) / error, 4);
    }
  });

  it('gives the repurchase rate with numerator, denominator and the interval of Wilson', async () => {
    const orders = perCustomer((own) => String(new Set(own.map(({ order_id: id }) => id)).size));
    for (const row of await summary('gender', 'repurchase')) {
      const own = [...orders].filter(([id]) => (found.get('gender')!.get(id) ?? null) === row.value);
      const again = own.filter(([, count]) => Number(count) > 1).length;
      const [n, p, z] = [own.length, again / own.length, 1.96];
      const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
      expect([row.customers, row.returning_customers]).toEqual([n, again]);
      expect(row.estimate).toBeCloseTo(p, 9);
      expect(row.low).toBeCloseTo((p + (z * z) / (2 * n) - half) / (1 + (z * z) / n), 9);
      expect(row.high).toBeCloseTo((p + (z * z) / (2 * n) + half) / (1 + (z * z) / n), 9);
    }
  });

  it('gives ratios of sums: refunds of amounts, revenue of orders', async () => {
    for (const row of await summary('source', 'return_rate')) {
      const own = lines.filter(({ customer_id: id }) => found.get('source')!.get(id) === row.value);
      const amount = own.reduce((sum, line) => sum + line.amount, 0);
      const refund = own.reduce((sum, line) => sum + (line.refund ?? 0), 0);
      expect(row.estimate).toBeCloseTo(refund / amount, 9);
      expect(row.return_rate).toBeCloseTo(refund / amount, 9);
    }
    for (const row of await summary('source', 'revenue_per_order'))
      expect(row.estimate).toBeCloseTo(row.revenue / row.orders, 9);
  });

  it('crosses two attributes: each pair with its customers', async () => {
    const rows = await db.query<CrossRow>(
      crossSql({ attribute: 'source', second: 'gender', measure: 'orders', min_customers: 5 }),
    );
    const [source, gender] = [found.get('source')!, found.get('gender')!];
    for (const row of rows) {
      const both = [...source].filter(
        ([id, value]) => value === row.value && gender.get(id) === row.second_value,
      );
      expect(row.customers).toBe(both.length);
      const orders = new Set(
        lines.filter(({ customer_id: id }) => both.some(([one]) => one === id)).map((line) => line.order_id),
      );
      expect(row.estimate).toBeCloseTo(orders.size / both.length, 9);
    }
    expect(rows.reduce((sum, { customers }) => sum + customers, 0)).toBe(gender.size);
  });
});

describe('what stands out', () => {
  it('knows the normal distribution', () => {
    for (const [z, p] of [
      [0, 1],
      [1, 0.317311],
      [1.959964, 0.05],
      [-2.575829, 0.01],
      [4, 0.0000633],
    ] as const)
      expect(twoSided(z)).toBeCloseTo(p, 5);
  });

  it('allows for the number of values compared', () => {
    const row = (value: string, z: number | null) => ({ value, z }) as AttributeRow;
    expect(differing([row('a', 2.1), row('b', -1)])).toEqual([]);
    expect(differing([row('a', 2.3), row('b', -2.3)])).toMatchObject([{ value: 'a' }, { value: 'b' }]);
    expect(differing([row('a', 2.3), row('b', 1), row('c', 0.2), row('d', null)])).toEqual([]);
    expect(differing([row('a', -3), row('b', 1), row('c', 2.9)]).map(({ value }) => value)).toEqual([
      'a',
      'c',
    ]);
  });
});

function summary(attribute: string, measure: 'revenue' | 'repurchase' | 'return_rate' | 'revenue_per_order') {
  return db.query<AttributeRow>(summarySql({ attribute, measure }));
}

function byAttribute(rows: { customer_id: string; attribute: string; value: string }[]) {
  const all = new Map<string, Map<string, string>>();
  for (const { customer_id: id, attribute, value } of rows) {
    const own = all.get(attribute) ?? new Map<string, string>();
    expect(own.has(id), `${attribute} of ${id} twice`).toBe(false);
    all.set(attribute, own.set(id, value));
  }
  return all;
}

function perCustomer(of: (own: Line[]) => string | null, among = lines): Map<string, string> {
  const own = new Map<string, Line[]>();
  for (const line of among) own.set(line.customer_id, [...(own.get(line.customer_id) ?? []), line]);
  return new Map(
    [...own].flatMap(([id, all]): [string, string][] => {
      const value = of(all);
      return value === null ? [] : [[id, value]];
    }),
  );
}

/** The value of the latest line that has one; of several at once the last in the order of their characters. */
function latest(own: Line[], of: (line: Line) => string | null): string | null {
  const known = own.filter((line) => of(line) !== null);
  known.sort((a, b) => b.at - a.at || (of(a)! < of(b)! ? 1 : -1));
  return known.length ? of(known[0]!) : null;
}

/** Values in four groups by the 25 %, 50 % and 75 % point, each named after its lowest and highest. */
function quarters(
  values: Map<string, string>,
  number: (value: string) => number,
  name: (value: number) => string,
) {
  const sorted = [...values.values()].map(number).sort((a, b) => a - b);
  const edges = [0.25, 0.5, 0.75].map((q) => sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]!);
  const group = (value: string) => edges.filter((edge) => number(value) > edge).length;
  return new Map(
    [...values].map(([id, value]) => {
      const own = sorted.filter((one) => group(String(one)) === group(value));
      return [id, `${name(own[0]!)} – ${name(own.at(-1)!)}`];
    }),
  );
}

function moments(values: number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}
