import { read, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { decode } from '../../src/intake/decode/decode.ts';
import { CONFIDENT } from '../../src/intake/inspect.ts';
import type { Meaning } from '../../src/intake/meaning.ts';
import { templateFile } from '../../src/intake/template.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { counts, loadAll } from './intake-loader.ts';

type Sale = Partial<Record<Meaning, string | number>>;

/** Ann buys two things at once; what is not needed is left empty. */
const SALES: readonly Sale[] = [
  {
    ordered_at: '2024-05-01 14:30',
    customer_id: 'ann',
    customer_name: 'Ann Li',
    product: 'Tea',
    amount: 30,
    quantity: 2,
    birthday: '1990-05-01',
    source: 'a friend',
  },
  { ordered_at: '2024-05-01 14:30', customer_id: 'ann', product: 'Cup', amount: 12.5 },
  { ordered_at: '2024-06-02', customer_id: 'ben', product: 'Tea', amount: 15 },
];

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
});
afterAll(() => db.close());

describe.each(LANGUAGES)('the template in %s', (code) => {
  const template = async () => {
    const { words, file } = (await loadMessages(code)).template;
    return { words, name: file, blob: await templateFile(words) };
  };

  it('explains each column on a sheet of its own', async () => {
    const { words, blob } = await template();
    const book = read(await blob.arrayBuffer());
    expect(book.SheetNames).toEqual([words.sheet, words.help]);
    const help = utils.sheet_to_csv(book.Sheets[words.help]!);
    for (const { name } of words.columns) expect(help).toContain(name);
  });

  const load = async (sales: readonly Sale[]) => {
    const { words, name, blob } = await template();
    const book = read(await blob.arrayBuffer());
    const rows = sales.map((sale) => words.columns.map(({ meaning }) => sale[meaning] ?? null));
    utils.sheet_add_aoa(book.Sheets[words.sheet]!, rows, { origin: 'A2' });
    const filled = new File([write(book, { type: 'array', bookType: 'xlsx' })], name);
    const { tables, account } = await loadAll(db, await decode(filled, {}, () => {}));
    expect(tables.map(({ file }) => file)).toEqual([name]);
    expect(tables[0]!.confidence).toBeGreaterThanOrEqual(CONFIDENT);
    expect(counts(account)).toEqual({ kept: sales.length });
    const named = Object.fromEntries(words.columns.map(({ meaning }, index) => [meaning, index]));
    return { named, mapping: tables[0]!.mapping };
  };

  it('filled in, loads without a look at the columns', async () => {
    const { named, mapping } = await load(SALES);
    expect({ ...mapping, order_id: named.order_id, email: named.email }).toEqual(named);
    expect(
      await db.query(
        'SELECT customer_id, ordered_at, lines, units, amount, source FROM orders ORDER BY ordered_at',
      ),
    ).toEqual([
      {
        customer_id: 'ann',
        ordered_at: new Date('2024-05-01T14:30:00Z'),
        lines: 2,
        units: 3,
        amount: 42.5,
        source: 'a friend',
      },
      {
        customer_id: 'ben',
        ordered_at: new Date('2024-06-02'),
        lines: 1,
        units: 1,
        amount: 15,
        source: null,
      },
    ]);
  });

  it('can tell customers apart by phone alone, and orders by their numbers', async () => {
    await load(
      SALES.map((sale, i) => ({ ...sale, customer_id: '', phone: '013800000001', order_id: `N${i}` })),
    );
    expect(await db.query('SELECT customer_id, orders, amount FROM customers')).toEqual([
      { customer_id: '013800000001', orders: 3, amount: 57.5 },
    ]);
  });
});
