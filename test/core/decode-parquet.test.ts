import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { decode } from '../../src/intake/decode/decode.ts';
import { fileOf } from '../fixtures/encode.ts';

const ORDERS = `SELECT '0' || i AS "订单编号", TIMESTAMP '2024-02-29 12:30:00' + i * INTERVAL 1 HOUR AS ordered_at,
  DATE '2024-02-29' AS day, (i * 1.25)::DECIMAL(12, 2) AS amount, i % 7 AS quantity, NULLIF('苹果' || i % 3, '苹果0') AS product,
  i % 2 = 0 AS paid, 9007199254740993 + i AS big
  FROM range(60000) t(i)`;

let folder: string;
let db: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode-parquet-'));
  db = await openNodeDatabase();
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

async function parquet(sql: string, options = ''): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, 'out.parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet${options})`);
  connection.closeSync();
  return Uint8Array.from(await readFile(path));
}

async function columns(content: Uint8Array<ArrayBuffer>) {
  const [table, ...more] = await decode(fileOf(content, 'orders.parquet'), {}, () => {});
  expect(more).toEqual([]);
  if (table?.kind !== 'columns') throw new Error('not columns');
  return table;
}

describe('a Parquet file', () => {
  it.each(['', ', COMPRESSION zstd', ', COMPRESSION gzip, ROW_GROUP_SIZE 10000', ', PARQUET_VERSION v2'])(
    'reaches the engine with its types%s',
    async (options) => {
      const table = await columns(await parquet(ORDERS, options));
      expect(table).toMatchObject({ name: 'orders.parquet', rows: 60_000 });
      await db.exec('DROP TABLE IF EXISTS parquet_in');
      await db.insert('parquet_in', table.stream);
      const [difference] = await db.query<{ n: number }>(
        `SELECT count(*) AS n FROM ((FROM parquet_in EXCEPT ALL ${ORDERS}) UNION ALL (${ORDERS} EXCEPT ALL FROM parquet_in))`,
      );
      expect(difference).toEqual({ n: 0 });
      const types = await db.query<{ column_type: string }>('DESCRIBE parquet_in');
      expect(types.map((column) => column.column_type)).toEqual(
        ['VARCHAR', 'TIMESTAMP', 'DATE', 'DECIMAL(12,2)', 'BIGINT', 'VARCHAR', 'BOOLEAN', 'BIGINT'],
      ); // prettier-ignore
    },
  );

  it('may have no rows', async () => {
    const table = await columns(await parquet(`${ORDERS} WHERE false`));
    expect(table.rows).toBe(0);
    await db.insert('no_rows', table.stream);
    const described = await db.query<{ column_name: string }>('DESCRIBE no_rows');
    expect(described.map((column) => column.column_name)).toContain('订单编号');
  });

  it('that is damaged is named so', async () => {
    const whole = await parquet('SELECT i AS a, i AS b FROM range(1000) t(i)');
    for (const size of [4, 5, 100, whole.length - 1]) {
      await expect(columns(whole.slice(0, size))).rejects.toMatchObject({ code: 'broken_parquet' });
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (changes) => {
          const damaged = whole.slice();
          for (const [at, byte] of changes) if (at >= 4) damaged[at] = byte;
          await columns(damaged).catch((error: unknown) =>
            expect(error).toMatchObject({ name: 'IntakeProblem' }),
          );
        },
      ),
      { numRuns: 100, seed: 9 },
    );
    expect((await columns(whole)).rows).toBe(1000);
  });

  it('that is encrypted is named so', async () => {
    await expect(columns(new TextEncoder().encode('PARE....PARE'))).rejects.toMatchObject({
      code: 'encrypted',
    });
  });
});
