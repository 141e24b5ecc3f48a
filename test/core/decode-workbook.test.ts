import { deflateRawSync, crc32 } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as xlsx from '@e965/xlsx';
import type { BookType, WorkBook } from '@e965/xlsx';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import { type DecodeOptions, decode } from '../../src/intake/decode/decode.ts';
import { encode, fileOf } from '../fixtures/encode.ts';

const SERIAL = 45123 + (12 * 3600 + 17 * 60 + 47) / 86_400;
const ID = '012345678901234567';

function book(sheets: Record<string, xlsx.WorkSheet>): WorkBook {
  const workbook = xlsx.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) xlsx.utils.book_append_sheet(workbook, sheet, name);
  return workbook;
}

function orders(): xlsx.WorkSheet {
  const sheet = xlsx.utils.aoa_to_sheet([
    ['订单编号', '下单时间', '日期', '时间', '金额', '数量', '已付', '备注', '件号', '大数'],
    [ID, SERIAL, 45123, 0.5, 0.1 + 0.2, 2, true, '红色, "大"\n第二行', 42, 900719925474099],
    ['2', 45123, 60, SERIAL, -3.5, 0, false, '', 7, 123456789012345680],
  ]);
  for (const cell of ['B2', 'B3']) sheet[cell].z = 'yyyy-mm-dd hh:mm:ss';
  for (const cell of ['C2', 'C3']) sheet[cell].z = 'm/d/yy';
  for (const cell of ['D2', 'D3']) sheet[cell].z = 'h:mm';
  for (const cell of ['I2', 'I3']) sheet[cell].z = '00000';
  return sheet;
}

const ORDERS = [
  '订单编号,下单时间,日期,时间,金额,数量,已付,备注,件号,大数',
  `${ID},2023-07-16 12:17:47,2023-07-16,12:00:00,0.30000000000000004,2,true,"红色, ""大""\n第二行",00042,900719925474099`,
  '2,2023-07-16 00:00:00,1900-02-28,2023-07-16 12:17:47,-3.5,0,false,,00007,123456789012345680',
  '',
].join('\r\n');

const bytes = (workbook: WorkBook, bookType: BookType): Uint8Array<ArrayBuffer> =>
  new Uint8Array(xlsx.write(workbook, { type: 'array', bookType }) as ArrayBuffer);

async function texts(
  content: BlobPart,
  options: DecodeOptions = {},
  name = 'orders.xls',
): Promise<Record<string, string>> {
  const tables = await decode(fileOf(content, name), options, () => {});
  const entries = tables.map(
    async (table) => [table.name, table.kind === 'text' ? await table.blob.text() : ''] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

describe('a workbook', () => {
  it.each(['xlsx', 'xlsb', 'biff8'] as const)('keeps every value: %s', async (bookType) => {
    expect(await texts(bytes(book({ 订单: orders() }), bookType))).toEqual({ 'orders.xls': ORDERS });
  });

  it.each(['ods', 'xlml'] as const)('keeps ids, times and amounts: %s', async (bookType) => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['订单编号', '下单时间', '金额'],
      [ID, SERIAL, 12.5],
    ]);
    sheet.B2.z = bookType === 'ods' ? 'yyyymmddhhmmss' : 'yyyy-mm-dd hh:mm:ss';
    expect(await texts(bytes(book({ 订单: sheet }), bookType))).toEqual({
      'orders.xls': `订单编号,下单时间,金额\r\n${ID},2023-07-16 12:17:47,12.5\r\n`,
    });
  });

  it('counts dates from 1904 where it says so', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['a', 'b'],
      [1, 0.25],
    ]);
    sheet.A2.z = 'yyyy/m/d';
    sheet.B2.z = 'hh:mm:ss';
    const workbook = book({ S: sheet });
    workbook.Workbook = { WBProps: { date1904: true } };
    expect(await texts(bytes(workbook, 'biff8'))).toEqual({ 'orders.xls': 'a,b\r\n1904-01-02,06:00:00\r\n' });
  });

  it('gives every visible sheet that is a table, or the one asked for', async () => {
    const table = () => xlsx.utils.aoa_to_sheet([['a', 'b'], [1, 2]]); // prettier-ignore
    const workbook = book({
      订单: table(),
      Note: xlsx.utils.aoa_to_sheet([['only a note']]),
      Blank: xlsx.utils.aoa_to_sheet([]),
      Lists: table(),
      商品: table(),
    });
    workbook.Workbook = {
      Sheets: workbook.SheetNames.map((name) => ({ name, Hidden: name === 'Lists' ? 1 : 0 })),
    };
    const content = bytes(workbook, 'xlsx');
    const text = 'a,b\r\n1,2\r\n';
    expect(await texts(content, {}, 'o.xlsx')).toEqual({ 'o.xlsx [订单]': text, 'o.xlsx [商品]': text });
    expect(await texts(content, { sheet: 'Lists' }, 'o.xlsx')).toEqual({ 'o.xlsx': text });
  });

  it('keeps rows in their places and fills merged cells downwards', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['销售报表', null, null],
      [],
      ['订单', '商品', '金额'],
      ['A1', '苹果', 3],
      [null, '牛奶', 4],
      [],
      ['A2', '面包', 5],
    ]);
    sheet['!merges'] = [xlsx.utils.decode_range('A1:C1'), xlsx.utils.decode_range('A4:A5')];
    expect(await texts(bytes(book({ S: sheet }), 'xlsx'))).toEqual({
      'orders.xls': '销售报表,,\r\n,,\r\n订单,商品,金额\r\nA1,苹果,3\r\nA1,牛奶,4\r\n,,\r\nA2,面包,5\r\n',
    });
  });

  it('takes the results of formulas and nothing for errors', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([['a', 'b', 'c'], [1, 2, 3]]); // prettier-ignore
    sheet.B2 = { t: 'n', v: 6, f: 'A2*6' };
    sheet.C2 = { t: 'e', v: 7, w: '#DIV/0!' };
    expect(await texts(bytes(book({ S: sheet }), 'xlsx'))).toEqual({ 'orders.xls': 'a,b,c\r\n1,6,\r\n' });
  });

  it('reads the Chinese code page of old .xls files', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([['id', 'name'], ['1', 'PLACE']]); // prettier-ignore
    const content = bytes(book({ S: sheet }), 'biff5');
    replace(content, encode('PLACE', 'utf-8'), encode('张三A', 'gb18030'));
    replace(content, Uint8Array.of(0x42, 0, 2, 0, 0xe4, 0x04), Uint8Array.of(0x42, 0, 2, 0, 0xa8, 0x03));
    expect(await texts(content)).toEqual({ 'orders.xls': 'id,name\r\n1,张三A\r\n' });
  });

  it('holds 60,000 rows and keeps them countable for the engine', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) =>
      i % 1000 === 7 ? [] : [`2023${i}`, 45000 + i / 1440, '纯棉短袖T恤\n蓝', 2, 59.9, '交易成功'],
    );
    const sheet = xlsx.utils.aoa_to_sheet([['订单编号', '时间', '商品', '数量', '金额', '状态'], ...rows]);
    const content = bytes(book({ S: sheet }), 'xlsx');
    const start = performance.now();
    const [table] = await decode(fileOf(content, 'big.xlsx'), {}, () => {});
    expect(performance.now() - start).toBeLessThan(30_000);
    const blob = (table as { blob: Blob }).blob;
    const db: Database = await openNodeDatabase();
    await db.addFile('big.csv', blob);
    const counted = await db.query(
      `SELECT count(*) AS n, count("订单编号") AS filled FROM read_csv(${literal('big.csv')}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`,
    );
    await db.close();
    expect(counted).toEqual([{ n: 60_000, filled: 59_940 }]);
  });
});

describe('a workbook that cannot be read', () => {
  let whole: Uint8Array<ArrayBuffer>;
  beforeAll(() => void (whole = bytes(book({ 订单: orders() }), 'xlsx')));

  it('is locked by a password', async () => {
    const cfb = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(cfb, '/EncryptedPackage', new Uint8Array(4096));
    xlsx.CFB.utils.cfb_add(cfb, '/EncryptionInfo', Uint8Array.of(4, 0, 4, 0, 0x40, 0, 0, 0));
    await expect(
      texts(Uint8Array.from(xlsx.CFB.write(cfb, { type: 'array' }) as number[])),
    ).rejects.toMatchObject({ code: 'encrypted' });
    const locked = Uint8Array.from(bytes(book({ S: orders() }), 'biff8'));
    replace(locked, Uint8Array.of(0x5c, 0, 0x70, 0, 7, 0), Uint8Array.of(0x2f, 0, 0x70, 0, 0, 0));
    await expect(texts(locked)).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('is cut off', async () => {
    for (const share of [0.3, 0.7, 0.99]) {
      await expect(texts(whole.slice(0, whole.length * share))).rejects.toMatchObject({
        code: 'broken_workbook',
      });
    }
    const old = bytes(book({ S: orders() }), 'biff8');
    await expect(texts(old.slice(0, 300))).rejects.toMatchObject({ code: 'broken_workbook' });
  });

  it('is blank, or something else in the same container', async () => {
    await expect(texts(bytes(book({ S: xlsx.utils.aoa_to_sheet([]) }), 'xlsx'))).rejects.toMatchObject({
      code: 'empty_file',
    });
    await expect(
      texts(bytes(book({ S: xlsx.utils.aoa_to_sheet([['note']]) }), 'xlsx')),
    ).rejects.toMatchObject({ code: 'not_a_table' });
    const stray = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>
      <Row><Cell><Data ss:Type="String">a</Data></Cell></Row>
      <Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell></Row>
      </Table></Worksheet></Workbook>`;
    await expect(texts(stray)).rejects.toMatchObject({ code: 'too_many_columns', place: { count: 16_384 } });
    const cfb = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(cfb, '/WordDocument', new Uint8Array(4096));
    await expect(
      texts(Uint8Array.from(xlsx.CFB.write(cfb, { type: 'array' }) as number[])),
    ).rejects.toMatchObject({ code: 'not_a_table' });
    await expect(texts(zip({ 'word/document.xml': encode('<w/>', 'utf-8') }))).rejects.toMatchObject({
      code: 'not_a_table',
    });
  });

  it.each(['xlsx', 'biff8', 'ods', 'xlml'] as const)('never fails in any other way: %s', async (bookType) => {
    const original = bytes(book({ S: orders() }), bookType);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(original.length),
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 30 }),
        async (length, changes) => {
          const damaged = original.slice();
          for (const [at, byte] of changes) damaged[at] = byte;
          for (const content of [damaged, original.slice(0, length)])
            await texts(content).catch((error: unknown) =>
              expect(error).toMatchObject({ name: 'IntakeProblem' }),
            );
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe('an archive', () => {
  it('gives the tables packed in it', async () => {
    const content = zip({
      '订单.csv': encode('订单编号,金额\n1,2\n', 'gb18030'),
      '__MACOSX/._订单.csv': encode('x', 'utf-8'),
      'readme.pdf': encode('%PDF-1.4', 'utf-8'),
      'export/orders.xlsx': bytes(book({ S: xlsx.utils.aoa_to_sheet([['a', 'b'], [1, 2]]) }), 'xlsx'), // prettier-ignore
    });
    expect(await texts(content, {}, 'export.zip')).toEqual({
      '订单.csv': '订单编号,金额\n1,2\n',
      'export/orders.xlsx': 'a,b\r\n1,2\r\n',
    });
  });

  it('says that it is locked', async () => {
    await expect(texts(zip({ 'a.csv': encode('a,b\n', 'utf-8') }, 1))).rejects.toMatchObject({
      code: 'encrypted',
    });
  });
});

describe('HTML that calls itself .xls', () => {
  const page = (charset: string, table: string) =>
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=${charset}"></head><body>${table}</body></html>`;
  const table = `<table border="1"><thead><tr><th>订单编号</th><th>商&nbsp;品</th><th>金额</th></tr></thead>
    <tbody><tr><td style='vnd.ms-excel.numberformat:@' rowspan=2>${ID}</td><td>T恤 &amp; 裤<br/>蓝&#39;s</td><td>59.90</td></tr>
    <tr><td>袜子 &lt;3&#x20AC;</td><TD align=right>1.0</TD></tr>
    <tr><td colspan="2">合计<td>60.9</table>`;
  const text = `订单编号,商 品,金额\r\n${ID},"T恤 & 裤\n蓝's",59.90\r\n${ID},袜子 <3€,1.0\r\n合计,,60.9\r\n`;

  it.each([
    ['gb2312', 'gb18030'],
    ['utf-8', 'utf-8'],
    ['utf-8', 'gb18030'],
    ['gbk', 'utf-8'],
  ] as const)('declared %s, written in %s', async (charset, encoding) => {
    expect(await texts(encode(page(charset, table), encoding))).toEqual({ 'orders.xls': text });
  });

  it('gives each table', async () => {
    const small = '<table><tr><td>a<td>b<tr><td>1<td>2</table>';
    expect(await texts(encode(`${small}<p>x</p>${small}`, 'utf-8'))).toEqual({
      'orders.xls [1]': 'a,b\r\n1,2\r\n',
      'orders.xls [2]': 'a,b\r\n1,2\r\n',
    });
  });

  it('reads large ones in time that grows with their size', async () => {
    const rows =
      `<tr><td rowspan="2">${ID}</td><td>苹果</td><td>3</td></tr><tr><td>牛奶</td><td>4</td></tr>`.repeat(
        50_000,
      );
    const start = performance.now();
    const result = await texts(encode(page('utf-8', `<table>${rows}</table>`), 'utf-8'));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(result['orders.xls']!.split('\r\n')).toHaveLength(100_001);
  });
});

/** Replaces one sequence of bytes, which must be there, by another of the same length. */
function replace(content: Uint8Array, from: Uint8Array, to: Uint8Array): void {
  const at = content.findIndex((_, i) => from.every((byte, j) => content[i + j] === byte));
  expect(at).toBeGreaterThanOrEqual(0);
  content.set(to, at);
}

/** A ZIP archive with UTF-8 names, deflated. */
function zip(files: Record<string, Uint8Array>, flags = 0): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const label = Buffer.from(name);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04'), common, label, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, label);
    offset += 30 + label.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length / 4, 4);
  end.writeUInt16LE(directory.length / 4, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]));
}
