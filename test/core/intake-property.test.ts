import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { IntakeProblem } from '../../src/intake/problem.ts';
import { loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

const word = fc
  .string({ unit: fc.constantFrom(...'abcXYZ0189茶杯é ,;"\t\n|/\''), minLength: 1, maxLength: 12 })
  .map((raw) => `p${raw}p`);
const line = fc.record({
  order: fc.integer({ min: 0, max: 30 }).map((n) => `A${n}`),
  time: fc.integer({ min: 0, max: 700 }).map((days) => new Date(Date.UTC(2023, 0, 1 + days, 10, 30))),
  customer: fc.option(word, { nil: null }),
  product: word,
  quantity: fc.integer({ min: -2, max: 9 }),
  cents: fc.integer({ min: 0, max: 99_999 }),
});
const writing = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  last: fc.boolean(),
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

function cells({ order, time, customer, product, quantity, cents }: Line): string[] {
  return [
    order,
    time.toISOString().slice(0, 19).replace('T', ' '),
    customer ?? '',
    product,
    String(quantity),
    (cents / 100).toFixed(2),
  ];
}

function write(
  rows: string[][],
  { delimiter, newline, last }: { delimiter: string; newline: string; last: boolean },
): string {
  const quoted = (cell: string) => (/[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join(delimiter)).join(newline) + (last ? newline : '');
}

describe('any list of orders', () => {
  it('is read back as it was written, every record kept or accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), writing, async (lines, how) => {
        const header = ['order_id', 'order_date', 'customer', 'product', 'quantity', 'price'];
        const good = lines.filter(({ quantity, cents }) => quantity > 0 && cents > 0);
        const loading = loadAll(db, [text(write([header, ...lines.map(cells)], how))]);
        if (good.length === 0) {
          await expect(loading).rejects.toMatchObject({ code: 'no_line_kept' });
          return;
        }
        const { account } = await loading;
        expect(account).toMatchObject({ linesIn: lines.length, kept: good.length, orderLines: good.length });
        expect(account.kept + account.leftOut.reduce((sum, left) => sum + left.lines, 0)).toBe(
          account.linesIn,
        );
        const rows = await db.query(
          'SELECT order_id, ordered_at, customer_id, product, quantity, unit_price, row FROM order_line ORDER BY row',
        );
        expect(rows).toEqual(
          lines.flatMap(({ order, time, customer, product, quantity, cents }, i) =>
            quantity > 0 && cents > 0
              ? [
                  {
                    order_id: order,
                    ordered_at: time,
                    customer_id: customer,
                    product,
                    quantity,
                    unit_price: cents / 100,
                    row: i + 2,
                  },
                ]
              : [],
          ),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('any text', () => {
  const scraps = fc.constantFrom(
    'order_id',
    'date',
    '金额',
    'Name',
    'Lineitem name',
    '订单编号',
    ',',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '1',
    '-',
    '3,5',
    '2024-01-05',
    '13/13/2013',
    '\u0000',
    '\u0001',
    'é',
    '😀',
    "'",
    '=',
  );

  it('is loaded or refused with a reason', async () => {
    const before = await db.query('SELECT count(*) AS n FROM duckdb_schemas()');
    await fc.assert(
      fc.asyncProperty(fc.array(scraps, { maxLength: 80 }), async (parts) => {
        try {
          const tables = await inspect(db, [text(parts.join(''))]);
          const mapping = {
            order_id: 0,
            product: tables[0]!.columns.length - 1,
            amount: 0,
            ordered_at: 0,
            ...tables[0]!.mapping,
          };
          const account = await load(db, [{ ...tables[0]!, mapping }]);
          expect(account.kept + account.leftOut.reduce((sum, left) => sum + left.lines, 0)).toBe(
            account.linesIn,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeProblem);
          expect((error as IntakeProblem).code).not.toBe('engine');
        }
      }),
      { numRuns: 250 },
    );
    const [after] = await db.query<{ n: number }>('SELECT count(*) AS n FROM duckdb_schemas()');
    expect(after!.n).toBeLessThanOrEqual((before[0]!.n as number) + 1);
  });
});
