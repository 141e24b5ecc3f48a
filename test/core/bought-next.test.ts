import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boughtNextSql, type NextRow } from '../../src/analyses/basket/basket.ts';
import { standsOut } from '../../src/analyses/basket/next.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { seeded } from '../../src/models/random.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';

interface Visit {
  customer: number;
  day: number;
  items: Set<string>;
}

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
});
afterAll(() => db.close());

/** Customers who buy some of ten things at random; after a teapot so many of them buy a cup besides. */
function visits(seed: number, cups: number): Visit[] {
  const random = seeded(seed);
  const all: Visit[] = [];
  for (let customer = 0; customer < 150; customer++) {
    let poured = false;
    const own = 2 + Math.floor(6 * random());
    for (let visit = 0; visit < own; visit++) {
      const items = new Set<string>();
      while (items.size < 1 + Math.floor(3 * random())) items.add(`thing ${Math.floor(10 * random())}`);
      if (poured && random() < cups) items.add('cup');
      if (random() < 0.04) items.add('cup');
      poured = random() < 0.3;
      if (poured) items.add('teapot');
      all.push({ customer, day: 10 * customer + visit, items });
    }
  }
  return all;
}

async function load(all: readonly Visit[]): Promise<void> {
  const rows = all.flatMap(({ customer, day, items }) =>
    [...items].map(
      (item) => `('o${day}', TIMESTAMP '2024-01-01' + ${day} * INTERVAL 1 DAY, 'c${customer}', '${item}')`,
    ),
  );
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(`INSERT INTO order_line BY NAME SELECT o AS order_id, d AS ordered_at, c AS customer_id, p AS product_id, p AS product,
    1 AS line_no, 1 AS quantity, 1 AS amount, true AS is_product, 'f' AS file, 1 AS row FROM (VALUES ${rows.join(', ')}) lines(o, d, c, p)`);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
}

/** The same by walking over the visits; `step` is 1 for the order after and −1 for the one before. */
function walked(all: readonly Visit[], what: string, step: 1 | -1): NextRow[] {
  const steps = all.flatMap((visit, i) => {
    const other = all[i + step];
    return other?.customer === visit.customer ? [{ visit, other }] : [];
  });
  const starts = steps.filter(({ visit }) => visit.items.has(what));
  return [...new Set(all.flatMap(({ items }) => [...items]))].flatMap((item) => {
    const usual = steps.filter(({ other }) => other.items.has(item)).length / steps.length;
    const hits = starts.filter(({ other }) => other.items.has(item));
    if (!hits.length) return [];
    const differences = new Map<number, number>();
    for (const { visit, other } of starts)
      differences.set(
        visit.customer,
        (differences.get(visit.customer) ?? 0) + Number(other.items.has(item)) - usual,
      );
    const error = Math.sqrt([...differences.values()].reduce((sum, value) => sum + value ** 2, 0));
    const share = hits.length / starts.length;
    return {
      item,
      times: hits.length,
      customers: new Set(hits.map(({ visit }) => visit.customer)).size,
      visits: starts.length,
      share,
      usual,
      lift: share / usual,
      z: (hits.length - starts.length * usual) / error,
    };
  });
}

describe('what is bought next', () => {
  it.each([
    ['after', 1],
    ['before', -1],
  ] as const)('is counted as by walking over the orders, %s', async (direction, step) => {
    const all = visits(7, 0.3);
    await load(all);
    const rows = await db.query<NextRow>(boughtNextSql('teapot', direction, {}, 1));
    const expected = walked(all, 'teapot', step);
    expect(rows.length).toBe(expected.length);
    for (const own of expected) {
      const row = rows.find(({ item }) => item === own.item)!;
      const { share, usual, lift, z, ...counts } = own;
      expect(row).toMatchObject(counts);
      for (const [name, value] of Object.entries({ share, usual, lift, z }))
        expect(row[name as keyof NextRow], name).toBeCloseTo(value!, 8);
    }
  });

  it('stands out where it is planted, and seldom where nothing is', async () => {
    await load(visits(3, 0.3));
    const rows = await db.query<NextRow>(boughtNextSql('teapot', 'after', {}, 5));
    expect(standsOut(rows).map(({ item }) => item)).toEqual(['cup']);
    const deceived = Array.from({ length: 200 }, (_, seed) =>
      standsOut(walked(visits(100 + seed, 0), 'teapot', 1).filter(({ times }) => times >= 5)),
    ).filter(({ length }) => length > 0).length;
    expect(deceived).toBeLessThanOrEqual(10);
  });
});
