import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecodeOptions, type Decoded, decode } from '../../src/intake/decode/decode.ts';
import type { Encoding } from '../../src/intake/decode/encoding.ts';
import { characters, encode, fileOf } from '../fixtures/encode.ts';

const TAOBAO =
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,订单状态,收货地址 ,订单创建时间,宝贝标题 ,宝贝总数量\n';
const TAOBAO_ROW =
  '"=""1234567890123456789""",小猫钓鱼,a@b.cn,59.90,交易成功,浙江省 杭州市,2016/5/23 22:02,纯棉短袖T恤,2\n';
const SHOPEE =
  '訂單編號,訂單狀態,不成立原因,訂單成立日期,商品總價,買家支付運費,買家總支付金額,商品選項貨號,數量\n';
const SHOPEE_ROW =
  '230101ABCD,完成,-,2023-01-01 10:00,350,60,410,A-01,1\n台北市信義區,已取消,買家取消,2023-01-02,1,0,1,B,2\n';
const JAPANESE = '注文番号,お客様名,商品名,数量,金額\n1001,山田太郎,りんごジュース,2,500\n';
const FRENCH = 'Commande;Client;Article;Quantité;Prix\n1;Zoé Müller;Crème brûlée à la vanille;2;12,50 €\n';
const BOMS: Partial<Record<Encoding, number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

async function one(content: BlobPart | BlobPart[], options: DecodeOptions = {}, name?: string) {
  const [table, ...more] = await decode(fileOf(content, name), options, () => {});
  expect(more).toEqual([]);
  if (table?.kind !== 'text') throw new Error('not text');
  return { ...table, text: await table.blob.text() };
}

const problem = (content: BlobPart | BlobPart[], options: DecodeOptions = {}): Promise<Decoded[]> =>
  decode(fileOf(content), options, () => {});

describe('the encoding of a file', () => {
  const cases: [string, Encoding, string][] = [
    ['a Taobao export', 'gb18030', TAOBAO + TAOBAO_ROW.repeat(3)],
    ['its header alone', 'gb18030', TAOBAO],
    [
      'an ASCII header over Chinese rows',
      'gb18030',
      'order_id,customer,product,amount\n1,张三,苹果,3.5\n2,李四,牛奶面包,8\n',
    ],
    ['one Chinese word', 'gb18030', 'id,city\n1,杭州\n'],
    ['four-byte characters', 'gb18030', '订单编号,买家昵称\n1,开心😀每一天\n2,张三😄😎\n'],
    ['a Shopee export', 'big5', SHOPEE + SHOPEE_ROW.repeat(2)],
    ['its header alone', 'big5', SHOPEE],
    [
      'an ASCII header over Taiwanese rows',
      'big5',
      'order_id,customer,product\n1,陳小明,珍珠奶茶\n2,林美麗,鳳梨酥禮盒\n',
    ],
    ['a Japanese export', 'shift_jis', JAPANESE],
    ['a French export', 'windows-1252', FRENCH],
    ['one accent', 'windows-1252', 'id,name\n1,Cafe au lait\n2,Café noir\n3,Tea\n'],
    ['pounds', 'windows-1252', 'id,name,price\n1,Mug,£3.50\n2,Cup,£4\n'],
    ['German', 'windows-1252', 'Nr;Kunde;Straße\n1;Jörg Größer;Bäckerstraße\n2;Günther Löw;Königsallee\n'],
  ];
  it.each(cases)('%s in %s', async (_, encoding, text) => {
    const table = await one(encode(text, encoding));
    expect(table).toMatchObject({ encoding, text });
  });

  const unicode = ['utf-8', 'utf-16le', 'utf-16be'] as const;
  const texts = {
    Chinese: TAOBAO + TAOBAO_ROW,
    English: 'Name,Email\n#1,a@b.c\n',
    mixed: FRENCH + JAPANESE + '😀\n',
  };
  describe.each(unicode)('%s', (encoding) => {
    it.each(Object.entries(texts))('%s, with and without a byte order mark', async (_, text) => {
      const bytes = encode(text, encoding);
      expect(await one(bytes)).toMatchObject({ encoding, text });
      expect(await one([Uint8Array.from(BOMS[encoding]!), bytes])).toMatchObject({ encoding, text });
    });
  });

  it('is taken as given', async () => {
    const text = '數量\n';
    expect(await one(encode(text, 'big5'), { encoding: 'big5' })).toMatchObject({ encoding: 'big5', text });
    const marked = [Uint8Array.from(BOMS['utf-16le']!), encode(text, 'utf-16le')];
    expect(await one(marked, { encoding: 'utf-16le' })).toMatchObject({ text });
  });

  it('is told from every line on a thorough look', async () => {
    const ascii = 'id,name,amount\n' + '1,plain,2\n'.repeat(90_000);
    const bytes = encode(`${ascii}2,张三买了苹果,3\n`, 'gb18030');
    const hidden = [bytes, '1,plain,2\n'.repeat(200_000)];
    expect(await one(hidden)).toMatchObject({ encoding: 'utf-8' });
    const table = await one(hidden, { thorough: true });
    expect(table.encoding).toBe('gb18030');
    expect(table.text).toContain('2,张三买了苹果,3\n');
  });

  it('tells GBK from Big5 by a dozen everyday characters', async () => {
    const everyday: [Encoding, [number, number]][] = [
      ['gb18030', [0xb0, 0xd7]],
      ['big5', [0xa4, 0xc6]],
    ];
    for (const [encoding, [from, to]] of everyday) {
      const common = characters(encoding).filter((character) => {
        const [lead, trail] = encode(character, encoding);
        return lead! >= from && lead! < to && (encoding === 'big5' || trail! >= 0xa1);
      });
      const word = fc
        .array(fc.constantFrom(...common), { minLength: 12, maxLength: 40 })
        .map((list) => list.join(''));
      await fc.assert(
        fc.asyncProperty(word, async (text) => {
          expect((await one(encode(`id,name\n1,${text}\n`, encoding))).encoding).toBe(encoding);
        }),
        { numRuns: 300, seed: 7 },
      );
    }
  });
});

describe('decoding', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252'] as const)(
    'reads any text back: %s',
    async (encoding) => {
      const any = encoding.startsWith('utf')
        ? fc.string({ unit: 'binary' })
        : fc
            .array(fc.constantFrom(',', '\n', '1', 'x', ...characters(encoding)))
            .map((list) => list.join(''));
      await fc.assert(
        fc.asyncProperty(
          any.filter(
            (text) => text.trim() !== '' && !text.startsWith('\ufeff') && !text.trimStart().startsWith('<'),
          ),
          async (text) => {
            expect((await one(encode(text, encoding), { encoding })).text).toBe(text);
          },
        ),
        { numRuns: 300, seed: 11 },
      );
    },
  );

  it.each(['gb18030', 'big5', 'shift_jis', 'utf-16le', 'utf-16be'] as const)(
    'keeps characters that chunks cut: %s',
    async (encoding) => {
      const line = encoding === 'gb18030' ? '一二三a😀\n' : '一二三a\n';
      const lines = encode(line.repeat(1000), encoding);
      const copies = Math.ceil(5e6 / lines.length);
      for (const shift of ['', 'x', 'xx', 'xxx']) {
        const file = fileOf([encode(shift, encoding), ...Array.from({ length: copies }, () => lines)]);
        const progress: number[] = [];
        const [table] = await decode(file, { encoding }, ({ done, total }) => progress.push(done / total));
        const text = await (table as { blob: Blob }).blob.text();
        expect(text === shift + line.repeat(1000 * copies)).toBe(true);
        expect(progress.length).toBeGreaterThan(1);
        expect(progress.at(-1)).toBe(1);
      }
    },
  );

  it('returns the file itself when it is UTF-8', async () => {
    const file = fileOf(TAOBAO);
    const [table] = await decode(file, {}, () => {});
    expect((table as { blob: Blob }).blob).toBe(file);
  });

  it('does not read a large UTF-8 file through', async () => {
    const block = new Blob([TAOBAO_ROW.repeat(10_000)]);
    const file = fileOf(Array.from({ length: 500 }, () => block));
    expect(file.size).toBeGreaterThan(500e6);
    const start = performance.now();
    const [table] = await decode(file, {}, () => {});
    expect(performance.now() - start).toBeLessThan(2000);
    expect(table).toMatchObject({ kind: 'text', encoding: 'utf-8' });
  });

  it('unpacks gzip', async () => {
    const text = TAOBAO + TAOBAO_ROW;
    expect(await one(gzipSync(encode(text, 'gb18030')), {}, 'orders.csv.gz')).toMatchObject({
      name: 'orders.csv',
      encoding: 'gb18030',
      text,
    });
  });

  it('reads text that calls itself .xls', async () => {
    const text = TAOBAO.replaceAll(',', '\t');
    expect(await one(encode(text, 'gb18030'), {}, 'orders.xls')).toMatchObject({ text, delimiterHint: '\t' });
  });

  it.each([
    ['a,b;c,d\n', ','],
    ['\n,,,,\n"a,b,c,d";e;f\n', ';'],
    ['a|b|c\n1|2|3\n', '|'],
    ['alone\n', undefined],
  ])('hints at the separator of %j', async (text, delimiterHint) => {
    expect((await one(text)).delimiterHint).toBe(delimiterHint);
  });
});

describe('a file that cannot be decoded', () => {
  it('names the row of the first bad byte', async () => {
    const row = encode(TAOBAO_ROW, 'gb18030');
    const bad = [
      encode(TAOBAO, 'gb18030'),
      ...Array.from({ length: 8000 }, () => row),
      Uint8Array.of(0x31, 0x2c, 0xd5, 0x20, 0xff, 0x0a),
      row,
    ];
    await expect(problem(bad)).rejects.toMatchObject({
      code: 'undecodable',
      place: { file: 'orders.csv', row: 8002 },
    });
  });

  it('does not take damaged UTF-8 for anything else', async () => {
    const damaged = [
      TAOBAO,
      TAOBAO_ROW.repeat(5),
      Uint8Array.of(0x31, 0xe4, 0xb8, 0x0a),
      TAOBAO_ROW.repeat(5),
    ];
    await expect(problem(damaged)).rejects.toMatchObject({ code: 'undecodable', place: { row: 7 } });
    await expect(problem([TAOBAO, Uint8Array.of(0xe4, 0xb8)])).rejects.toMatchObject({
      code: 'undecodable',
      place: { row: 2 },
    });
    await expect(problem([encode(TAOBAO, 'gb18030'), Uint8Array.of(0xb0)])).rejects.toMatchObject({
      code: 'undecodable',
      place: { row: 2 },
    });
    await expect(problem([encode(TAOBAO, 'utf-16le'), Uint8Array.of(0x0a)])).rejects.toMatchObject({
      code: 'undecodable',
    });
  });

  it.each([
    ['nothing', []],
    ['a byte order mark', [0xef, 0xbb, 0xbf]],
    ['blanks', [0x20, 0x0d, 0x0a, 0x09]],
    ['a UTF-16 mark and blanks', [0xff, 0xfe, 0x20, 0x00, 0x0a, 0x00]],
  ])('is empty: %s', async (_, bytes) => {
    await expect(problem(Uint8Array.from(bytes))).rejects.toMatchObject({ code: 'empty_file' });
  });

  it.each([
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 3),
    ],
    ['zeros', new Uint8Array(5000)],
    ['noise', noise(3, 100_000)],
    ['a PDF', '%PDF-1.7\n1 0 obj\n'],
    ['a web page', '<!DOCTYPE html><html><body><p>Please log in</p></body></html>'],
  ])('is no table: %s', async (_, content) => {
    await expect(problem(content)).rejects.toMatchObject({ code: 'not_a_table' });
  });

  it('is damaged gzip', async () => {
    const packed = gzipSync(TAOBAO_ROW.repeat(100));
    await expect(problem(Uint8Array.from(packed.subarray(0, -20)))).rejects.toMatchObject({
      code: 'undecodable',
    });
  });

  it('never fails in any other way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, thorough) => {
        await decode(fileOf(bytes as Uint8Array<ArrayBuffer>), { thorough }, () => {}).catch(
          (error: unknown) => expect(error).toMatchObject({ name: 'IntakeProblem' }),
        );
      }),
      { numRuns: 500, seed: 5 },
    );
  });
});

/** Bytes of a linear congruential generator. */
function noise(seed: number, length: number): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 1664525 + 1013904223) >>> 0) >>> 24);
}
