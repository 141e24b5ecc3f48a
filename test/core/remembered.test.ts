import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { asFormat, withMeaning } from '../../src/intake/as-format.ts';
import { CONFIDENT, type Inspected, inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { DEFAULT_RULES, type Rules } from '../../src/intake/rules.ts';
import { remembered } from '../../src/state/remembered.svelte.ts';
import { signatureOf } from '../../src/state/settings.ts';
import { text } from './intake-loader.ts';

const STRANGE = 'alpha,beta,gamma,delta\nx1,2024-01-05,Tea,3.50\nx2,2024-01-06,Cup,8.00\n';
const MOVED = 'Delta,alpha,GAMMA,beta\n9.00,x7,Pot,2024-02-07\n';
const RULES: Rules = {
  ...DEFAULT_RULES,
  statuses: { 寄样: 'not_a_sale' },
  testWords: ['sample'],
  testOrders: ['小红', 'x1'],
  currency: { code: 'CNY', rates: { USD: 7.1 } },
};

let db: Database;
beforeAll(async () => {
  (globalThis as { localStorage: unknown }).localStorage = new Storage();
  db = await openNodeDatabase();
});
afterAll(() => db.close());
beforeEach(() => localStorage.clear());

async function inspected(content: string): Promise<Inspected> {
  return (await inspect(db, [text(content)]))[0]!;
}

async function mapped(content = STRANGE): Promise<Inspected> {
  const table = await inspected(content);
  const columns = { order_id: 0, ordered_at: 1, product: 2, amount: 3 } as const;
  return (Object.keys(columns) as (keyof typeof columns)[]).reduce(
    (so_far, meaning) => withMeaning(so_far, meaning, columns[meaning]),
    table,
  );
}

it('puts what was kept in the place of what is recognised, wherever the columns stand', async () => {
  remembered.keep([await mapped()], RULES);
  const next = await inspected(MOVED);
  expect(next.confidence).toBeLessThan(CONFIDENT);
  const { tables, rules, used } = remembered.apply([next]);
  expect(used).toBe(true);
  expect(rules).toEqual(RULES);
  expect(tables[0]).toMatchObject({
    confidence: 1,
    mapping: { order_id: 1, ordered_at: 3, product: 2, amount: 0 },
  });
  expect(remembered.stateOf(tables)).toBe('used');
  const account = await load(db, tables, { rules: rules! });
  expect(account.orderLines).toBe(1);
});

it('leaves files with other columns as they are', async () => {
  remembered.keep([await mapped()], RULES);
  const other = await inspected('alpha,beta,gamma,delta,extra\nx1,2024-01-05,Tea,3.50,1\n');
  expect(remembered.apply([other])).toEqual({ tables: [other], rules: null, used: false });
});

it('keeps nothing of a table without column names', async () => {
  const baskets = await inspected('beer\nbeer,diapers\nmilk,beer,diapers\nmilk\n');
  expect(signatureOf(baskets)).toBeNull();
  remembered.keep([baskets], RULES);
  expect(remembered.count).toBe(0);
});

it('holds no value of the file, only names', async () => {
  remembered.keep([await mapped('alpha,beta,gamma,delta\nsecret-1,2024-01-05,Teapot,3.50\n')], DEFAULT_RULES);
  const stored = localStorage.getItem(localStorage.key(0)!)!;
  expect(stored).toContain('gamma');
  for (const value of ['secret-1', 'Teapot', '2024', '3.50']) expect(stored).not.toContain(value);
});

it('forgets a recognised file that is set back to what is recognised', async () => {
  const table = await inspected('order id,date,customer,product,amount\n1,2024-01-05,ann,Tea,3.50\n');
  expect(table.confidence).toBeGreaterThanOrEqual(CONFIDENT);
  const [open] = remembered.apply([table]).tables;
  const corrected = withMeaning(open!, 'customer_id', null);
  remembered.keep([corrected], DEFAULT_RULES);
  expect(remembered.stateOf([corrected])).toBe('kept');
  remembered.keep([withMeaning(corrected, 'customer_id', 2)], DEFAULT_RULES);
  expect(remembered.count).toBe(0);
});

it('gives back what was recognised and forgets what was kept', async () => {
  remembered.keep([await mapped()], RULES);
  const table = await inspected(STRANGE);
  const { tables } = remembered.apply([table]);
  expect(remembered.asRecognised(tables)).toEqual([table]);
  expect(remembered.count).toBe(0);
  expect(remembered.stateOf(tables)).toBe('none');
});

it('keeps a chosen format and decimal mark, and the order of day and month where dates do not tell', async () => {
  const content = 'Name,alpha,beta,Lineitem price\n#1,03/04/2024,Tea,"3,50"\n';
  const table = await inspected(content);
  const changed = withMeaning(withMeaning(asFormat(table, 'shopify'), 'ordered_at', 1), 'product', 2);
  expect(changed).toMatchObject({
    dayFirst: 'ask',
    shape: 'carried',
    mapping: { order_id: 0, unit_price: 3 },
  });
  remembered.keep([{ ...changed, dayFirst: true, decimal: ',' }], DEFAULT_RULES);
  const [applied] = remembered.apply([await inspected(content)]).tables;
  expect(applied).toMatchObject({ format: 'shopify', shape: 'carried', dayFirst: true, decimal: ',' });
  const told = await inspected(content.replace('03/04/2024', '03/25/2024'));
  expect(remembered.apply([told]).tables[0]).toMatchObject({ dayFirst: false });
});

describe('the file of settings', () => {
  it('goes from one browser to another, without the list of test orders', async () => {
    remembered.keep([await mapped()], RULES);
    const file = remembered.exportFile();
    expect(JSON.parse(await file.text())).toMatchObject({ app: 'regulars', version: 1 });
    expect(await file.text()).not.toContain('小红');
    localStorage.clear();
    expect(await remembered.importFile(file)).toBe(1);
    const { tables, rules } = remembered.apply([await inspected(STRANGE)]);
    expect(tables[0]!.mapping).toEqual({ order_id: 0, ordered_at: 1, product: 2, amount: 3 });
    expect(rules).toEqual({ ...RULES, testOrders: [] });
  });

  it('does not take away the list of test orders of this browser', async () => {
    remembered.keep([await mapped()], RULES);
    await remembered.importFile(remembered.exportFile());
    expect(remembered.apply([await inspected(STRANGE)]).rules).toEqual(RULES);
  });

  it.each([
    ['no JSON', 'hello'],
    ['another kind of JSON', '{"app":"other","version":1,"settings":{}}'],
    ['a later version', '{"app":"regulars","version":2,"settings":{}}'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['too much', `{"app":"regulars","version":1,"settings":{},"x":"${'x'.repeat(3e6)}"}`],
  ])('is refused when it is %s', async (_, content) => {
    await expect(remembered.importFile(new Blob([content]))).rejects.toBeInstanceOf(SyntaxError);
    expect(remembered.count).toBe(0);
  });

  it('loses whatever in it is not as it should be', async () => {
    const signature = signatureOf(await inspected(STRANGE))!;
    const settings: unknown = {
      [signature]: {
        columns: {
          order_id: 'alpha',
          product: 'gamma',
          amount: 7,
          constructor: 'beta',
          ['__proto__']: 'beta',
        },
        format: 'plain',
        dayFirst: 'yes',
        decimal: ';',
        rules: {
          statuses: { paid: 'stolen', ['__proto__']: 'stolen' },
          testWords: 'x',
          zone: { to: 'Nowhere' },
        },
      },
      '../language': { columns: { order_id: 'a' }, format: 'plain' },
      '0123456789abcdef': { columns: { order_id: 'a' }, format: 'no-such' },
      fedcba9876543210: { columns: {}, format: 'plain' },
    };
    const file = new Blob([JSON.stringify({ app: 'regulars', version: 1, settings })]);
    expect(await remembered.importFile(file)).toBe(1);
    const { tables, rules } = remembered.apply([await inspected(STRANGE)]);
    expect(tables[0]).toMatchObject({ mapping: { order_id: 0, product: 2 }, dayFirst: false, decimal: null });
    expect(rules).toEqual(DEFAULT_RULES);
    expect(({} as Record<string, unknown>).beta).toBeUndefined();
  });
});

it('forgets everything of its own, and nothing of others', async () => {
  remembered.keep([await mapped()], RULES);
  localStorage.setItem('regulars.language', 'en');
  localStorage.setItem('another', 'stays');
  expect(remembered.forget()).toEqual({ settings: 1, notes: 0, contacts: 0, choices: 1 });
  expect(Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i))).toEqual(['another']);
});

/** The part of the browser's storage that is used, which Node 20 does not have. */
class Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  clear(): void {
    this.#items.clear();
  }
}
