import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { decode } from '../../src/intake/decode/decode.ts';
import { type Encoding, ENCODINGS } from '../../src/intake/decode/encoding.ts';
import { inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { IntakeProblem } from '../../src/intake/problem.ts';
import { encode, fileOf } from '../fixtures/encode.ts';

const HEADER = ['order_id', 'buyer', 'date', 'product', 'quantity', 'amount'];
const CHINESE = ['訂單編號', '買家', '下單時間', '商品名稱', '數量', '金額'];
const JAPANESE = ['注文番号', 'お客様名', '日付', '商品名', '数量', '金額'];

function orders(header: readonly string[], product: string): string[][] {
  const rows = Array.from({ length: 60 }, (_, i) => [
    `10${i}`,
    `b${i % 7}`,
    '2024-05-01 10:00',
    product,
    '2',
    '9.50',
  ]);
  return [[...header], ...rows];
}

const csvOf = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join(',')).join('\n');
const TEXT = csvOf(orders(CHINESE, '鳳梨酥禮盒'));
const TEXTS: Partial<Record<Encoding, string>> = {
  shift_jis: csvOf(orders(JAPANESE, 'りんごジュース')),
  'windows-1252': csvOf(orders(HEADER, 'Café noir')),
};
const MAGIC = [
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '\x1f\x8b\x08',
  'PAR1',
  '<html><table>',
  '<?xml',
];

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

/** Whole files of every kind the decoder knows. */
const KINDS: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  ...Object.fromEntries(
    ENCODINGS.map((encoding) => [`text in ${encoding}`, () => encode(TEXTS[encoding] ?? TEXT, encoding)]),
  ),
  xlsx: () => workbook('xlsx'),
  xlsb: () => workbook('xlsb'),
  xls: () => workbook('biff8'),
  ods: () => workbook('ods'),
  'a web page': () => workbook('html'),
  'a workbook in one XML file': () => workbook('xlml'),
  zip: () => {
    const archive = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(archive, '/orders.csv', new TextEncoder().encode(TEXT));
    return new Uint8Array(xlsx.CFB.write(archive, { type: 'array', fileType: 'zip' }) as number[]);
  },
  gzip: () => gzipSync(TEXT),
  parquet,
};

describe('a damaged file', () => {
  it.each(Object.keys(KINDS))('of kind %s is read or refused', async (kind) => {
    const whole = await KINDS[kind]!();
    await decode(fileOf(Uint8Array.from(whole)), {}, () => {});
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const cutAt = fc.oneof(fc.constant(1), share);
    const change = fc.tuple(share, fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(cutAt, fc.array(change, { maxLength: 6 }), async (cut, changes) => {
        const bytes = Uint8Array.from(whole.slice(0, 1 + Math.floor(cut * (whole.length - 1))));
        for (const [place, byte] of changes) bytes[Math.floor(place * (bytes.length - 1))] = byte;
        await readOrRefused(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('of random bytes is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', ...MAGIC),
        fc.uint8Array({ maxLength: 600 }),
        async (magic, bytes) => {
          await readOrRefused(Uint8Array.from([...Buffer.from(magic, 'latin1'), ...bytes]));
        },
      ),
      { numRuns: 200 },
    );
  });
});

const folder = fileURLToPath(new URL('../fixtures/formats/', import.meta.url));

describe('an export cut off anywhere', () => {
  it('is loaded with an account of every record, or refused with a reason', async () => {
    const files = readdirSync(folder).flatMap((name) =>
      readdirSync(folder + name)
        .filter((file) => file !== 'expected.json')
        .map((file) => ({ file, bytes: readFileSync(`${folder}${name}/${file}`) })),
    );
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: files.length,
      maxLength: files.length,
    });
    await fc.assert(
      fc.asyncProperty(cuts, async (shares) => {
        for (const [i, { file, bytes }] of files.entries())
          await loadedOrRefused(file, bytes.subarray(0, Math.ceil(shares[i]! * bytes.length)));
      }),
      { numRuns: 1 },
    );
  });
});

async function readOrRefused(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await inspect(db, await decode(fileOf(bytes), {}, () => {}));
  } catch (error) {
    expectRefusal(error);
  }
}

async function loadedOrRefused(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const decoded = await decode(new File([Uint8Array.from(bytes)], name), {}, () => {});
    const account = await load(db, await inspect(db, decoded));
    expect(account.kept + account.leftOut.reduce((sum, { lines }) => sum + lines, 0)).toBe(account.linesIn);
  } catch (error) {
    expectRefusal(error);
  }
}

function expectRefusal(error: unknown): void {
  if (!(error instanceof IntakeProblem)) throw error;
  expect(error.code).not.toBe('engine');
}

function workbook(bookType: xlsx.BookType): Uint8Array {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(orders(CHINESE, '鳳梨酥禮盒')), 'orders');
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

async function parquet(): Promise<Uint8Array> {
  const made = await mkdtemp(join(tmpdir(), 'intake-fuzz-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT i AS order_id, '小明' || i % 7 AS buyer, i * 1.5 AS amount FROM range(500) t(i)) TO '${join(made, 'a.parquet')}' (FORMAT parquet)`,
  );
  connection.closeSync();
  const bytes = await readFile(join(made, 'a.parquet'));
  await rm(made, { recursive: true });
  return bytes;
}
