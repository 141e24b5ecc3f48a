import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateForms } from '../../src/analyses/data/date-form.ts';
import {
  CURRENCIES_SQL,
  type Effect,
  effectsSql,
  FEES_SQL,
  findProductsSql,
  statusesSql,
  TOTALS_SQL,
} from '../../src/analyses/data/rules/effects.ts';
import { fitting } from '../../src/analyses/data/rules/fitting.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import type { Account } from '../../src/intake/account.ts';
import { FORMATS } from '../../src/intake/formats/index.ts';
import { TREATMENTS } from '../../src/intake/formats/format.ts';
import type { Inspected } from '../../src/intake/inspect.ts';
import { DEFAULT_RULES } from '../../src/intake/rules.ts';
import { hasWord, statusColumns, statusWords, treatmentOf } from '../../src/intake/statuses.ts';
import { loadAll, text } from './intake-loader.ts';

const ORDERS = `order id,date,customer id,product,quantity,price,refund,status,note
A1,2024-01-05,ann,Tea,2,10.00,,Paid,
A2,2024-02-07,ben,Tea,1,10.00,10.00,paid,
A3,2024-03-09,ann,Pot,1,20.00,5.00,paid,刷单
A4,2024-03-10,,Pot,1,20.00,5.00,Paid,
A5,2024-03-10,cat,Pot,1,20.00,,Cancelled,
A6,2024-03-11,ann,Tea,-1,10.00,,paid,
A7,2024-03-12,ann,Gift,1,0.00,,paid,
A8,2024-03-13,dan,Shipping,1,5.00,,odd,
`;

let db: Database;
let tables: Inspected[];
let account: Account;
beforeAll(async () => {
  db = await openNodeDatabase();
  ({ tables, account } = await loadAll(db, [text(ORDERS)]));
});
afterAll(() => db.close());

it('says what every rule moves', async () => {
  const rows = await db.query<Effect>(effectsSql(tables));
  const moved = Object.fromEntries(rows.map(({ effect, lines, amount }) => [effect, [lines, amount]]));
  expect(moved).toEqual({
    cancelled: [1, -10],
    returned: [0, null],
    test: [1, 20],
    free_left: [1, 0],
    duplicate: [0, null],
    free_kept: [0, null],
    refund_full: [1, 10],
    refund_part: [1, 5],
    fee: [1, 5],
    guest: [1, 20],
  });
  expect(await db.query(TOTALS_SQL)).toEqual([{ lines: 4, amount: 55, customers: 3 }]);
});

it('lists status words of kept lines and of those a status left out', async () => {
  const rows = await db.query(statusesSql(tables));
  expect(rows).toEqual([
    { word: 'paid', file: 'orders.csv', lines: 3, amount: 50 },
    { word: 'cancelled', file: 'orders.csv', lines: 1, amount: 20 },
    { word: 'odd', file: 'orders.csv', lines: 1, amount: 5 },
  ]);
});

it('lists fees, finds products by part of their name, and other currencies', async () => {
  const shipping = { product_id: 'Shipping', product: 'Shipping', lines: 1, amount: 5 };
  expect(await db.query(FEES_SQL)).toEqual([shipping]);
  expect(await db.query(findProductsSql('SHIP'))).toEqual([shipping]);
  expect(await db.query(findProductsSql("'; DROP TABLE x; --"))).toEqual([]);
  expect(await db.query(CURRENCIES_SQL)).toEqual([]);
});

it('tells rules that do not concern the data', async () => {
  const rows = await db.query<Effect>(effectsSql(tables));
  const moved = new Map(rows.map((row) => [row.effect, row]));
  expect(fitting(tables, account, moved, DEFAULT_RULES)).toEqual({
    statuses: true,
    refunds: true,
    cancellations: true,
    freeLines: true,
    notProducts: true,
    customers: true,
    zone: true,
    currency: true,
    duplicates: false,
  });
  const few = await loadAll(db, [text('order id,date,product,amount\n1,2024-01-05,Tea,3.50\n')]);
  const none = new Map((await db.query<Effect>(effectsSql(few.tables))).map((row) => [row.effect, row]));
  const fits = (rules = DEFAULT_RULES) => fitting(few.tables, few.account, none, rules);
  expect(fits()).toMatchObject({ statuses: false, refunds: false, cancellations: false, customers: false });
  expect(fits({ ...DEFAULT_RULES, cancellations: 'match' }).cancellations).toBe(true);
});

describe('what a status word counts as is told as it is cleaned', () => {
  it.each(FORMATS.filter(({ statuses }) => statuses).map((format) => [format.id, format] as const))(
    '%s',
    async (_, format) => {
      const rules = { ...DEFAULT_RULES, statuses: { odd: 'closed', paid: 'cancelled' } } as const;
      const words = statusWords(format, rules);
      const samples = [
        ...Object.values(words)
          .flat()
          .flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1), `${word.slice(0, -1)}x`] : [word])),
        'Odd',
        'PAID',
        'never heard of',
      ];
      const has = (meaning: string) => meaning === 'status';
      const cases = TREATMENTS.filter((treatment) => treatment !== 'sale').flatMap((treatment) => {
        const condition = hasWord('status', words[treatment]);
        return condition ? [`WHEN ${condition} THEN ${literal(treatment)}`] : [];
      });
      const rows = await db.query<{ status: string; treatment: string }>(
        `SELECT status, CASE ${cases.join(' ')} ELSE 'sale' END AS treatment
FROM (SELECT *${statusColumns(words, has)} FROM (VALUES ${samples.map((one) => `(${literal(one)})`).join(', ')}) v(status))`,
      );
      const told = rows.map(({ status }) => ({ status, treatment: treatmentOf(status, words) ?? 'sale' }));
      expect(told).toEqual(rows);
    },
  );
});

it('writes forms of dates in the signs people know', () => {
  expect(dateForms('{1}/{2}/%Y %H:%M | iso', true)).toBe('DD/MM/YYYY HH:mm · YYYY-MM-DD HH:mm:ss');
  expect(dateForms('{1}/{2}/%y', false)).toBe('MM/DD/YY');
});
