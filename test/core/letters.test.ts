import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, reach } from '../../src/analyses/care/letters/address.ts';
import {
  COLUMNS,
  LISTS,
  type ListRow,
  type Placeholder,
  PLACEHOLDERS,
} from '../../src/analyses/care/letters/contract.ts';
import { fill, unknownIn } from '../../src/analyses/care/letters/fill.ts';
import { mailingCsv } from '../../src/analyses/care/letters/mailing-file.ts';
import { mailing, missingIn, type Wording } from '../../src/analyses/care/letters/mailing.ts';
import { smsOf } from '../../src/analyses/care/letters/sms.ts';
import { framed, textsFromJson } from '../../src/analyses/care/letters/texts.ts';
import en from '../../src/messages/en/letters.ts';
import hans from '../../src/messages/zh-Hans/letters.ts';
import hant from '../../src/messages/zh-Hant/letters.ts';

const LANGUAGES = { en, 'zh-Hans': hans, 'zh-Hant': hant };

describe('a letter', () => {
  const names = { name: '姓名', product: '商品' };
  const neutral = Object.fromEntries(PLACEHOLDERS.map((one) => [one, `some ${one}`])) as Record<
    Placeholder,
    string
  >;

  it('takes placeholders by their name in the language or in English, in braces of either keyboard', () => {
    expect(
      fill('{姓名}/{name}/{ NAME }/｛姓名｝/{商品}', names, { name: '王芳', product: 'Tea' }, neutral),
    ).toEqual({
      text: '王芳/王芳/王芳/王芳/Tea',
      missing: [],
    });
  });

  it('has a neutral word where a value is missing, and says so', () => {
    expect(fill('{name}, {product}', names, { name: ' ', product: null }, neutral)).toEqual({
      text: 'some name, some product',
      missing: ['name', 'product'],
    });
  });

  it('leaves what it does not know as it stands and reports it', () => {
    expect(fill('{code} {name}', names, { name: 'A' }, neutral).text).toBe('{code} A');
    expect(unknownIn('{code} {name} {商品} ｛积分｝ {code} {}', names)).toEqual(['code', '积分', '']);
  });

  it('never reads a value as a placeholder or a pattern', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{name}', '{product}', '$&', '$1', '\\', 'x', '{', '}'), { minLength: 1 }),
        (parts) => {
          const value = parts.join('');
          expect(fill('<{name}>', names, { name: value }, neutral)).toEqual({
            text: `<${value}>`,
            missing: [],
          });
        },
      ),
    );
  });

  it.each(Object.entries(LANGUAGES))('of our own in %s says only what its list knows', (_, t) => {
    const texts = [
      ...LISTS.map((list) => [list, t.texts[list]] as const),
      ['greetings', t.texts.sale_days] as const,
    ];
    for (const [list, text] of texts) {
      const known = ['name', 'shop', 'festival', ...Object.keys(COLUMNS[list])] as Placeholder[];
      const named = Object.fromEntries(
        known
          .filter((one) => one !== 'festival' || list === 'greetings')
          .map((one) => [one, t.placeholders[one]]),
      );
      expect(unknownIn(text, named), list).toEqual([]);
      expect(fill(text, named, {}, t.neutral).missing, list).toContain('name');
    }
    expect(new Set(Object.values(t.placeholders)).size).toBe(PLACEHOLDERS.length);
  });
});

describe('signature and ending', () => {
  const words = { sign: '【小店】', stop: ' 拒收请回复R' };
  it('are added unless the text has them or the tool adds them', () => {
    const both = { sign: true, stop: true };
    expect(framed(' 您好 ', both, words)).toBe('【小店】您好 拒收请回复R');
    expect(framed('【别的店】您好，回T退订', both, words)).toBe('【别的店】您好，回T退订');
    expect(framed('Hello, reply STOP to end', both, { sign: 'Shop: ', stop: ' X' })).toBe(
      'Shop: Hello, reply STOP to end',
    );
    expect(framed('您好', { sign: false, stop: false }, words)).toBe('您好');
  });
});

describe('the length of a text message', () => {
  it.each([
    ['a'.repeat(160), 160, 1],
    ['a'.repeat(161), 161, 2],
    ['a'.repeat(306), 306, 2],
    ['a'.repeat(307), 307, 3],
    ['字'.repeat(70), 70, 1],
    ['字'.repeat(71), 71, 2],
    ['字'.repeat(134), 134, 2],
    ['字'.repeat(135), 135, 3],
    ['a'.repeat(69) + '字', 70, 1],
    ['€'.repeat(80), 160, 1],
    // 153 places hold 76 euro signs: 229 of them need four messages, not three.
    ['€'.repeat(229), 458, 4],
    ['🙂'.repeat(35), 70, 1],
    // An emoji is not cut in two: 33 fit into 67 places.
    ['🙂'.repeat(67), 134, 3],
    ['', 0, 1],
  ])('is counted as networks do (%#)', (text, length, parts) => {
    expect(smsOf(text)).toMatchObject({ length, parts });
  });
});

describe('an address', () => {
  const to = (channel: Channel, text: string | null) => {
    const found = reach(channel, { customer_id: 'a', phone: text, email: text });
    return 'to' in found ? found.to : found.why;
  };
  it.each([
    ['13812345678', '13812345678'],
    ['+86 138-1234-5678', '13812345678'],
    ['0086 138 1234 5678', '13812345678'],
    ['８６１３８１２３４５６７８', '13812345678'],
    ["'13812345678", '13812345678'],
    ['13812345678.0', '13812345678'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+1 415-555-0100', '+14155550100'],
    ['00852 5123 4567', '+85251234567'],
    ['0912-345-678', '0912345678'],
    ['415.555.0100', '4155550100'],
    ['0571-88881234', '057188881234'],
    ['138****0000', 'masked'],
    ['1381234xxxx', 'masked'],
    ['13812345678-1234', 'wrong'],
    ['+86 13812345678-1234', 'wrong'],
    ['13812345678转1234', 'wrong'],
    ['1.38123E+10', 'wrong'],
    ['=1+1', 'wrong'],
    ['12345', 'wrong'],
    ['', 'none'],
    [null, 'none'],
  ])('for a message: %s', (text, expected) => {
    expect(to('sms', text)).toBe(expected);
  });

  it.each([
    [' Ann.Lee+tea@Example.co.uk ', 'Ann.Lee+tea@Example.co.uk'],
    ['王@例子.公司', '王@例子.公司'],
    ['m***@qq.com', 'masked'],
    ['ann@example', 'wrong'],
    ['a@b.com, c@d.com', 'wrong'],
    ['=HYPERLINK("x")@a.com', 'wrong'],
    ['', 'none'],
  ])('for a mail: %s', (text, expected) => {
    expect(to('mail', text)).toBe(expected);
  });
});

const ROW: ListRow = { customer_id: 'a', customer_name: 'Ann', phone: '13812345678', email: null };
const WORDING: Wording = {
  list: 'running_out',
  template: '{name}: {product}, {due}',
  names: { name: 'name', product: 'product', due: 'due' },
  neutral: en.neutral,
  shop: '',
  festival: null,
  dayOf: (date) => date.toISOString().slice(5, 10),
};

describe('the letters of a list', () => {
  it('go to each address once, and everyone else is counted', () => {
    const due = new Date('2026-10-04T00:00:00Z');
    const rows: ListRow[] = [
      { ...ROW, product: 'Tea', due_on: due },
      { ...ROW, customer_id: 'b', customer_name: '张**', phone: '+8613812345679' },
      { ...ROW, customer_id: 'c', phone: '138 1234 5678' },
      { ...ROW, customer_id: 'd', phone: '138****5678' },
      { ...ROW, customer_id: 'e', phone: null },
      { ...ROW, customer_id: 'f', phone: '13812345678转12' },
    ];
    const { letters, unreachable, written } = mailing(rows, 'sms', WORDING);
    expect(letters.map(({ to, message }) => [to, message])).toEqual([
      ['13812345678', 'Ann: Tea, 10-04'],
      ['13812345679', 'customer: item, soon'],
    ]);
    expect(unreachable).toEqual({ none: 1, masked: 1, wrong: 1, same: 1 });
    expect(written).toEqual(['a', 'b', 'c']);
    expect(missingIn(letters)).toEqual([
      ['name', 1],
      ['product', 1],
      ['due', 1],
    ]);
    expect(mailing(rows, 'account', WORDING).written).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(mailing(rows, 'mail', WORDING).unreachable).toEqual({ none: 6, masked: 0, wrong: 0, same: 0 });
  });

  it('are a file with plain numbers, in which a spreadsheet finds nothing to run', async () => {
    const rows: ListRow[] = [
      {
        ...ROW,
        customer_id: '=cmd()',
        customer_name: '@SUM(1)',
        phone: '+1 415 555 0100',
        product: 'a "b", c',
      },
      { ...ROW, customer_id: '007', due_on: new Date('2026-10-04T00:00:00Z') },
    ];
    const template = '-{product}\n{name}';
    const { letters } = mailing(rows, 'sms', { ...WORDING, template });
    const file = mailingCsv(letters, 'sms', 'running_out');
    expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(await file.text()).toBe(
      [
        'phone,customer_name,message,list,due_on,customer_id',
        `+14155550100,'@SUM(1),"'-a ""b"", c\n@SUM(1)",running_out,,'=cmd()`,
        '13812345678,Ann,"\'-item\nAnn",running_out,2026-10-04,007',
        '',
      ].join('\r\n'),
    );
  });
});

describe('texts of the shop', () => {
  it('come back from the browser’s memory, and nothing else does', () => {
    const kept = {
      shop: '小店',
      own: { 'silent.zh-Hans': '你好' },
      frames: {
        sms: { sign: false, stop: true },
        mail: { sign: true, stop: false },
        account: { sign: true, stop: true },
      },
    };
    expect(textsFromJson(JSON.stringify(kept))).toEqual(kept);
    const bad =
      '{"shop":3,"own":{"__proto__":"x","a b":"y","silent.en":1,"silent.zh-Hant":"好"},"frames":{"sms":{"sign":"no"}}}';
    const frame = { sign: true, stop: true };
    expect(textsFromJson(bad)).toEqual({
      shop: '',
      own: { 'silent.zh-Hant': '好' },
      frames: { sms: frame, mail: frame, account: { sign: false, stop: false } },
    });
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { shop, own, frames } = textsFromJson(text);
        expect(typeof shop).toBe('string');
        expect(Object.values(own).every((one) => typeof one === 'string')).toBe(true);
        expect(typeof frames.mail.stop).toBe('boolean');
      }),
    );
    expect(textsFromJson('no json').frames.sms).toEqual(frame);
  });
});
