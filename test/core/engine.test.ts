import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { call, ident, literal } from '../../src/engine/sql.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

describe('a database', () => {
  it('returns plain values of every type the analyses use', async () => {
    const { columns, rows } =
      await db.run(`SELECT 1::BIGINT AS b, 2.50::DECIMAL(9,2) AS d, 'x' AS t, NULL AS n, true AS y,
      DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 12:30:00' AS at, [1, 2] AS l, {'a': 1} AS s, sum(7) AS h`);
    expect(rows).toEqual([
      {
        b: 1,
        d: 2.5,
        t: 'x',
        n: null,
        y: true,
        day: new Date('2024-02-29'),
        at: new Date('2024-02-29T12:30Z'),
        l: [1, 2],
        s: { a: 1 },
        h: 7,
      },
    ]);
    expect(columns.map((column) => column.name)).toEqual([
      'b',
      'd',
      't',
      'n',
      'y',
      'day',
      'at',
      'l',
      's',
      'h',
    ]);
  });

  it('marks the place of a mistake', async () => {
    const sql = 'SELECT 1,\n  no_such_column';
    await expect(db.query(sql)).rejects.toMatchObject({
      name: 'QueryError',
      position: sql.indexOf('no_such'),
    });
  });

  it('reads a file it was given', async () => {
    await db.addFile('odd "name\'.csv', new Blob(['a,b\n1,2\n']));
    expect(await db.query(`FROM read_csv(${literal('odd "name\'.csv')}, all_varchar = true)`)).toEqual([
      { a: '1', b: '2' },
    ]);
    await db.dropFile('odd "name\'.csv');
  });

  it('refuses what would need an extension, and goes on working', async () => {
    await expect(db.query("SELECT * FROM read_parquet('x.parquet')")).rejects.toThrow();
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('quoting', () => {
  it('survives hostile text', async () => {
    const hostile = `a"b'c;--\n%s\\`;
    const rows = await db.query(`SELECT ${literal(hostile)} AS ${ident(hostile)}`);
    expect(rows).toEqual([{ [hostile]: hostile }]);
  });

  it('writes macro calls', () => {
    expect(call('rfm', { bins: 5, as_of: undefined, name: "o'clock" })).toBe(
      "rfm(bins := 5, name := 'o''clock')",
    );
  });
});
