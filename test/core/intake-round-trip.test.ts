import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { loadAll, text } from './intake-loader.ts';
import { WRITERS } from './writers/index.ts';
import type { Order, Writer } from './writers/writer.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

const PRODUCTS = ['Blue mug', '竹篮 大号', 'Tea, green', '香皂 "薰衣草"', 'Café set', '毛巾（三条装）'];

const line = fc.record({
  sku: fc.integer({ min: 0, max: PRODUCTS.length - 1 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  price: fc.integer({ min: 1, max: 99_999 }),
});
const order = fc.record({
  minutes: fc.integer({ min: 0, max: 500_000 }),
  buyer: fc.integer({ min: 0, max: 7 }),
  sold: fc.boolean(),
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: ({ sku }) => sku }),
});
const orders = fc.array(order, { minLength: 2, maxLength: 12 }).map((some) =>
  some.map(({ minutes, buyer, sold, lines }, i): Order => ({
    id: String(4_100_000_000_000_000 + i * 7_919),
    at: new Date(Date.UTC(2024, 0, 13, 0, 0) + minutes * 60_000),
    buyer: {
      account: `buyer_${buyer}`,
      email: `buyer${buyer}@example.com`,
      phone: `1380000000${buyer}`,
    },
    sold: i === 0 || sold,
    lines: lines.map(({ sku, quantity, price }) => ({
      sku: `SKU-${sku}`,
      product: PRODUCTS[sku]!,
      quantity,
      price,
    })),
  })),
);

/** The lines of the orders sold, as far as the file keeps them. */
function written(all: readonly Order[], { keeps }: Writer) {
  const rows = all
    .filter(({ sold }) => sold)
    .flatMap(({ id, at, buyer, lines }): Row[] => {
      const head = {
        order_id: id,
        customer_id: keeps.customer === null ? null : buyer[keeps.customer],
        ordered_at: (keeps.timeOfDay ? at.toISOString() : at.toISOString().slice(0, 10)).slice(0, 16),
      };
      const amount = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
      if (!keeps.items) return [{ ...head, product: null, quantity: null, cents: amount }];
      return lines.map(({ product, quantity, price }) => ({
        ...head,
        product,
        quantity,
        cents: quantity * price,
      }));
    });
  return sorted(rows);
}

async function read({ keeps }: Writer) {
  const time = keeps.timeOfDay ? '%Y-%m-%dT%H:%M' : '%Y-%m-%d';
  const columns = keeps.items
    ? 'product, sum(quantity)::INTEGER AS quantity'
    : 'NULL AS product, NULL AS quantity';
  return sorted(
    await db.query<Row>(
      `SELECT regexp_replace(order_id, '^#', '') AS order_id, customer_id, strftime(ordered_at, '${time}') AS ordered_at,
        ${columns}, round(sum(amount) * 100)::INTEGER AS cents
      FROM order_line GROUP BY ALL`,
    ),
  );
}

interface Row {
  order_id: string;
  customer_id: string | null;
  ordered_at: string;
  product: string | null;
  quantity: number | null;
  cents: number;
}

function sorted(rows: readonly Row[]): Row[] {
  const key = ({ order_id, product }: Row) => `${order_id} ${product}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('orders written as an export', () => {
  it.each(Object.entries(WRITERS))('are read back from %s', async (name, writer) => {
    await fc.assert(
      fc.asyncProperty(orders, async (all) => {
        const files = writer.write(all).map((content, i) => text(content, `${name}-${i}.csv`));
        const { tables } = await loadAll(db, files);
        expect(tables.map(({ format }) => format)).toEqual(writer.formats);
        expect(await read(writer)).toEqual(written(all, writer));
      }),
      { numRuns: 12 },
    );
  });
});
