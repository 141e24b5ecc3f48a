import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { CONFIDENT, inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { counts, loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

const HEADER = 'order_id,order_date,customer,product,quantity,price\n';
const lines = (...rows: string[]) => text(HEADER + rows.join('\n') + '\n');
const problem = (code: string, place = {}) => ({
  name: 'IntakeProblem',
  code,
  place: expect.objectContaining({ file: 'orders.csv', ...place }),
});

describe('files that cannot be loaded', () => {
  it('refuses an empty file', async () => {
    await expect(inspect(db, [text('')])).rejects.toMatchObject(problem('empty_file'));
    await expect(inspect(db, [text('\n \r\n')])).rejects.toMatchObject(problem('empty_file'));
  });

  it('refuses a header without rows', async () => {
    await expect(inspect(db, [text(HEADER)])).rejects.toMatchObject(problem('header_only', { row: 1 }));
    await expect(inspect(db, [text(`${HEADER},,,,,\n\n`)])).rejects.toMatchObject(problem('header_only'));
  });

  it('refuses a table of columns without rows', async () => {
    const stream = tableToIPC(
      tableFromArrays({ order_id: new Int32Array(), amount: new Float64Array() }),
      'stream',
    ) as Uint8Array<ArrayBuffer>;
    await expect(
      inspect(db, [{ kind: 'columns', name: 'orders.csv', stream, rows: 0 }]),
    ).rejects.toMatchObject(problem('header_only'));
  });

  it('refuses 10,000 columns, naming the number', async () => {
    const wide = Array.from({ length: 10_000 }, (_, i) => `a column with a long name ${i}`).join(',');
    await expect(inspect(db, [text(`${wide}\n${wide}\n`)])).rejects.toMatchObject(
      problem('too_many_columns', { count: 10_000 }),
    );
  });

  it('names the row whose quote is never closed', async () => {
    const rows = ['1,2024-01-05,ann,mug,1,2', '2,2024-01-06,ann,"mug,1,2', '3,2024-01-07,ann,mug,1,2'];
    await expect(loadAll(db, [lines(...rows)])).rejects.toMatchObject(problem('unclosed_quote', { row: 3 }));
  });

  it('says that bytes are not UTF-8, so that they can be decoded again', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(`${HEADER}1,2024-01-05,ann,mug,1,2\n2,2024-01-06,`),
      0xc0,
      0xb1,
      ...new TextEncoder().encode(',mug,1,2\n'),
    ]);
    const decoded = { kind: 'text', name: 'orders.csv', blob: new Blob([bytes]), encoding: 'utf-8' } as const;
    await expect(loadAll(db, [decoded])).rejects.toMatchObject(problem('undecodable', { row: 3 }));
  });

  it('says what a mapping lacks, and of which file', async () => {
    const good = lines('1,2024-01-05,ann,mug,1,2');
    const other = text('x,y\n1,2\n', 'other.csv');
    await expect(loadAll(db, [good, other])).rejects.toMatchObject({
      code: 'mapping_incomplete',
      place: { file: 'other.csv', column: 'order_id' },
    });
  });

  it('says when no line is kept', async () => {
    await expect(loadAll(db, [lines('1,2024-01-05,ann,mug,-1,2')])).rejects.toMatchObject(
      problem('no_line_kept', { count: 1 }),
    );
  });

  it('leaves what was loaded before, and nothing of its own', async () => {
    await loadAll(db, [lines('1,2024-01-05,ann,mug,1,2')]);
    const everything = `SELECT schema_name, table_name FROM duckdb_tables() UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal ORDER BY ALL`;
    const before = await db.query(everything);
    await expect(loadAll(db, [lines('1,2024-01-05,ann,"mug,1,2')])).rejects.toThrow();
    const tables = await inspect(db, [lines('9,2024-01-05,zoe,mug,1,2')]);
    const abort = new AbortController();
    await expect(
      load(db, tables, {
        signal: abort.signal,
        onProgress: ({ stage }) => stage === 'tables' && abort.abort(),
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(await db.query(everything)).toEqual(before);
    expect(await db.query('SELECT order_id, customer_id FROM order_line')).toEqual([
      { order_id: '1', customer_id: 'ann' },
    ]);
  });
});

describe('files that need care', () => {
  it('fills up short rows, counts long ones', async () => {
    const { account } = await loadAll(db, [
      lines(
        '1,2024-01-05,ann,mug,1,2',
        '2,2024-01-06,ann,mug',
        '3,2024-01-07,ann,mug,1,2,,x',
        '',
        '4,2024-01-08,ann,mug,1,5',
      ),
    ]);
    expect(counts(account)).toEqual({ kept: 2, too_many_cells: 1, no_amount: 1 });
    expect(account).toMatchObject({ linesIn: 4, files: [{ padded: 1 }] });
    expect(await db.query('SELECT order_id, row FROM order_line ORDER BY row')).toEqual([
      { order_id: '1', row: 2 },
      { order_id: '4', row: 5 },
    ]);
  });

  it('reads a column with three formats of dates, also when the sample shows one', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `${i},2024-01-05 10:00:00,ann,mug,1,2`);
    for (const iso of [many.slice(0, 3), many]) {
      const { account } = await loadAll(db, [
        lines(...iso, 'x,25/12/2023,ann,mug,1,2', 'y,05 Jan 2023 10:02,ann,mug,1,2'),
      ]);
      expect(counts(account)).toEqual({ kept: iso.length + 2 });
      expect(account).toMatchObject({
        firstDate: new Date('2023-01-05T10:02Z'),
        lastDate: new Date('2024-01-05T10:00Z'),
      });
      expect(account.files[0]!.notes).toContainEqual(
        expect.objectContaining({ code: 'date_formats', count: 3 }),
      );
      expect(await db.query(`SELECT ordered_at FROM orders WHERE order_id = 'x'`)).toEqual([
        { ordered_at: new Date('2023-12-25') },
      ]);
    }
  });

  it('asks when day and month cannot be told apart', async () => {
    const doubtful = lines('1,03/04/2024,ann,mug,1,2', '2,05/06/2024,ann,mug,1,2');
    const [table] = await inspect(db, [doubtful]);
    expect(table!.dayFirst).toBe('ask');
    expect(table!.readings).toEqual({
      written: '03/04/2024',
      dayFirst: '2024-04-03',
      monthFirst: '2024-03-04',
    });
    expect(table!.confidence).toBeLessThan(CONFIDENT);
    const first = async (dayFirst: boolean | 'ask') => (await load(db, [{ ...table!, dayFirst }])).firstDate;
    expect(await first(true)).toEqual(new Date('2024-04-03'));
    expect(await first(false)).toEqual(new Date('2024-03-04'));
    expect(await first('ask')).toEqual(new Date('2024-03-04'));
  });

  it('reads on until a date decides', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `${i},03/04/2024,ann,mug,1,2`);
    many[20_123] = 'x,31/04/2024,ann,mug,1,2';
    expect((await inspect(db, [lines(...many)]))[0]!.dayFirst).toBe(true);
  });

  it.each([
    ['1.234,56', 1234.56],
    ['"1,234.56"', 1234.56],
    ['(12.00)', -12],
    ['-$12.50', -12.5],
    ['US $1 234.50', 1234.5],
    ['¥99', 99],
    ['12,5', 12.5],
  ])('reads the price %s', async (written, value) => {
    const table = text(
      `order;date;customer;product;amount\n1;2024-01-05;ann;mug;${written}\n2;2024-01-05;ann;mug;${written.includes(',') && !written.includes('"') ? '7,25' : '7.25'}\n`,
    );
    await loadAll(db, [table]);
    expect(
      await db.query(
        `SELECT amount FROM order_line WHERE order_id = '1' UNION ALL SELECT amount FROM left_out`,
      ),
    ).toEqual([{ amount: value }]);
  });

  it.each([
    ['2016/5/23 22:02', '2016-05-23T22:02Z'],
    ['2019-05-15T16:50:00+08:00', '2019-05-15T16:50Z'],
    ['2025-10-07 09:50:26 +0200', '2025-10-07T09:50:26Z'],
    ['10/25/23', '2023-10-25'],
    ['10/25/2023 3:07 PM', '2023-10-25T15:07Z'],
    ['Sep-27-26', '2026-09-27'],
    ['05 Jan 2023 10:02', '2023-01-05T10:02Z'],
    ['"January 5, 2023"', '2023-01-05'],
    ['2023年3月5日 08:09', '2023-03-05T08:09Z'],
    ['25.12.2023', '2023-12-25'],
    ['20230105', '2023-01-05'],
    ['45292.5', '2024-01-01T12:00Z'],
    ['1704110400', '2024-01-01T12:00Z'],
    ['1704110400000', '2024-01-01T12:00Z'],
  ])('reads the date %s', async (written, moment) => {
    const { account } = await loadAll(db, [lines(`1,${written},ann,mug,1,2`)]);
    expect(account.firstDate).toEqual(new Date(moment));
  });

  it('takes wrappings off ids and reads dashes as nothing', async () => {
    await loadAll(db, [
      text(
        'order,date,customer,product,amount\n"=""0012""",2024-01-05,"\t9001",mug,1\n\'0013,2024-01-06,--,mug,1\n',
      ),
    ]);
    expect(await db.query('SELECT order_id, customer_id FROM order_line ORDER BY row')).toEqual([
      { order_id: '0012', customer_id: '9001' },
      { order_id: '0013', customer_id: null },
    ]);
  });

  it('combines two files with different headers', async () => {
    const second = text('订单号;下单时间;买家昵称;商品名称;金额\n7;2024-02-01;小红;杯子;9,5\n', 'zweite.csv');
    const { account } = await loadAll(db, [lines('1,2024-01-05,ann,mug,1,2'), second]);
    expect(account).toMatchObject({
      linesIn: 2,
      kept: 2,
      files: [
        { file: 'orders.csv', kept: 1 },
        { file: 'zweite.csv', kept: 1 },
      ],
    });
    expect(await db.query('SELECT file, order_id, amount FROM order_line ORDER BY amount')).toEqual([
      { file: 'orders.csv', order_id: '1', amount: 2 },
      { file: 'zweite.csv', order_id: '7', amount: 9.5 },
    ]);
  });

  it('reads line breaks of several kinds', async () => {
    const { account } = await loadAll(db, [
      text(
        `${HEADER}1,2024-01-05,ann,mug,1,2\r\n2,2024-01-05,ann,mug,1,2\n3,2024-01-05,ann,mug,1,2\r4,2024-01-05,ann,mug,1,2`,
      ),
    ]);
    expect(account.kept).toBe(4);
    expect(account.files[0]!.notes).toContainEqual({ code: 'mixed_newlines' });
  });

  it('numbers the lines of orders that do not stand together', async () => {
    await loadAll(db, [
      lines(
        '1,2024-01-05,ann,mug,1,2',
        '2,2024-01-05,bob,mug,1,2',
        '1,2024-01-05,ann,bowl,1,2',
        '2,2024-01-05,bob,bowl,1,2',
        '2,2024-01-05,bob,cup,1,2',
      ),
    ]);
    expect(await db.query('SELECT order_id || line_no AS line FROM order_line ORDER BY row')).toEqual(
      ['11', '21', '12', '22', '23'].map((line) => ({ line })),
    );
  });

  it('reads the columns of an Arrow stream', async () => {
    const columns = {
      order_id: ['1', '2'],
      order_date: [new Date('2024-01-05'), new Date('2024-01-06')],
      customer: ['ann', 'bob'],
      amount: [1.5, 2.5],
    };
    const stream = tableToIPC(tableFromArrays(columns), 'stream') as Uint8Array<ArrayBuffer>;
    const { account } = await loadAll(db, [{ kind: 'columns', name: 'orders.parquet', stream, rows: 2 }]);
    expect(account).toMatchObject({ linesIn: 2, kept: 2, lastDate: new Date('2024-01-06') });
  });

  it('keeps names from files out of the SQL', async () => {
    const name = `x'; DROP TABLE orders; --".csv`;
    const { account } = await loadAll(db, [
      text(`order,date,cust'"omer,product,amount\n1,2024-01-05,a'"b,'; --,1\n2,2024-01-06,a'"b,x,0\n`, name),
    ]);
    expect(account.files[0]!.file).toBe(name);
    expect(await db.query('SELECT file, product FROM order_line')).toEqual([
      { file: name, product: expect.any(String) },
    ]);
  });
});
