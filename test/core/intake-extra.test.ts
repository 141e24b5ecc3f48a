import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCsv } from '../../src/engine/csv.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { keptExtra } from '../../src/intake/extra.ts';
import { inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { DEFAULT_RULES } from '../../src/intake/rules.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { bySettings, settingsFrom, settingsOf } from '../../src/state/settings.ts';
import { packSql } from '../../src/pack/pack.ts';
import { loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(packSql());
});
afterAll(() => db.close());

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const HEADER = '订单编号,下单时间,客户账号,商品名称,数量,实付金额';
const orders = (further: string, cells: (i: number) => string, name = 'orders.csv', count = 40) =>
  text(
    [
      `${HEADER},${further}`,
      ...Array.from(
        { length: count },
        (_, i) => `${name}${i},${day(i)} 10:00:00,c${i % 8},p${i % 3},1,${i + 10},${cells(i)}`,
      ),
    ].join('\n'),
    name,
  );

async function kept(further: string, cells: (i: number) => string): Promise<string[]> {
  const [table] = await inspect(db, [orders(further, cells)]);
  return keptExtra(table!).map(({ name }) => name);
}

describe('columns nothing else takes', () => {
  it('are kept when they describe customers: words that come back, and numbers', async () => {
    const cells = (i: number) =>
      `${20 + i},${['金卡', '银卡'][i % 2]},${i * 100}.50,${i % 5 ? '学校' : '医院'}`;
    expect(await kept('年龄,会员等级,收入,工作单位', cells)).toEqual([
      '年龄',
      '会员等级',
      '收入',
      '工作单位',
    ]);
  });

  it('are not kept when they are ids, dates, sentences, ways to reach somebody, or always the same', async () => {
    const cells = (i: number) =>
      `77${i}00012345,SF${i},2024-01-0${1 + (i % 9)},这里是第 ${i} 位顾客留下的一句很长很长的话没有别的意思,1${i},wx_${i},是,${i % 2 ? '浙江杭州' : '江苏苏州'}`;
    expect(await kept('流水,运单号码,发货日期,买家的话,QQ号码,微信,是否开票,发票抬头', cells)).toEqual([]);
  });

  it('are at most eight, those first that surely tell of customers', async () => {
    const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '年龄', '收入'];
    const found = await kept(names.join(','), (i) => names.map((_, n) => (i + n) % 4).join(','));
    expect(found).toEqual(['甲', '乙', '丙', '丁', '戊', '己', '年龄', '收入']);
  });

  it('of a platform’s export are kept only where they surely do', async () => {
    const header =
      '订单编号,下单帐号,商品ID,商品名称,订购数量,京东价,订单金额,结算金额,下单时间,订单状态,客户姓名,客户地址,会员等级,仓库';
    const row = (i: number) =>
      `${i},u${i % 4},1,x,1,5,5,5,2024-01-0${1 + i},完成,n,杭州市,${i % 2 ? 'PLUS' : '普通'},${i % 2 ? '北京' : '上海'}`;
    const [table] = await inspect(db, [text([header, ...[1, 2, 3, 4, 5].map(row)].join('\n'))]);
    expect(table!.format).toBe('jd');
    expect(keptExtra(table!).map(({ name }) => name)).toEqual(['会员等级']);
  });

  it('become order_line.extra, and customer_extra with the latest value', async () => {
    await loadAll(db, [
      orders('年龄,会员等级', (i) => `${i < 20 ? '' : 20 + (i % 8)},${i < 30 ? '银卡' : '金卡'}`),
    ]);
    const [old, young] = await db.query<{ extra: string | null; age: string | null }>(
      `SELECT extra, extra['年龄'] AS age FROM order_line WHERE row IN (2, 40) ORDER BY row`,
    );
    expect(old).toEqual({ extra: '会员等级: 银卡', age: null });
    expect(young).toEqual({ extra: '年龄: 26 · 会员等级: 金卡', age: '26' });
    const rows = await db.query(`FROM customer_extra WHERE customer_id = 'c6' ORDER BY attribute`);
    expect(rows).toEqual([
      { customer_id: 'c6', attribute: '会员等级', value: '金卡', different_values: 2 },
      { customer_id: 'c6', attribute: '年龄', value: '26', different_values: 1 },
    ]);
    const csv = await (await exportCsv(db, 'SELECT extra FROM order_line WHERE row = 40')).text();
    expect(csv).toContain('年龄: 26 · 会员等级: 金卡');
  });

  it('say the same of customers from the columns of lines as from their maps', async () => {
    await loadAll(db, [
      orders('年龄,会员等级', (i) => `${20 + (i % 8)},${i % 3 ? '银卡' : '金卡'}`, 'a.csv'),
      orders('会员等级,收入', (i) => `${i % 5 ? '金卡' : ''},${(i % 8) * 1000}`, 'b.csv'),
    ]);
    const here = await db.query('FROM customer_extra ORDER BY ALL');
    await db.exec(`CREATE OR REPLACE TEMP TABLE line AS FROM order_line`);
    const { customerExtraSql } = await import('../../src/tables/customer-extra.ts');
    const there = await db.query(`WITH order_line AS (FROM line) FROM (${customerExtraSql()}) ORDER BY ALL`);
    expect(here.length).toBe(24);
    expect(here).toEqual(there);
  });

  it('come from a customer file too, and stand in the place of what the orders say', async () => {
    const file = [
      '客户账号,性别,会员等级,单位',
      ...[0, 1, 2, 3].map((i) => `c${i},女,钻石,${i % 2 ? '学校' : '医院'}`),
    ];
    await loadAll(db, [orders('会员等级', () => '银卡'), text(file.join('\n'), 'customers.csv')]);
    const rows = await db.query<{ customer_id: string; attribute: string; value: string }>(
      `SELECT customer_id, attribute, value FROM customer_extra WHERE customer_id IN ('c1', 'c5') ORDER BY ALL`,
    );
    expect(rows).toEqual([
      { customer_id: 'c1', attribute: '会员等级', value: '钻石' },
      { customer_id: 'c1', attribute: '单位', value: '学校' },
      { customer_id: 'c5', attribute: '会员等级', value: '银卡' },
    ]);
  });

  it('are left out where the user says so, which is remembered by their names', async () => {
    const decoded = orders('年龄,会员等级', (i) => `${20 + (i % 8)},${i % 2 ? '金卡' : '银卡'}`);
    const [table] = await inspect(db, [decoded]);
    const without = { ...table!, extra: table!.extra.slice(0, 1) };
    await load(db, [without]);
    expect(await db.query('SELECT DISTINCT attribute FROM customer_extra')).toEqual([{ attribute: '年龄' }]);
    const settings = settingsFrom(JSON.parse(JSON.stringify(settingsOf(without, DEFAULT_RULES))))!;
    expect(settings.attributes).toEqual(['年龄']);
    expect(bySettings(table!, settings).extra).toEqual(without.extra);
    const earlier = { ...settings, attributes: undefined };
    expect(bySettings(table!, earlier).extra).toEqual(table!.extra);
  });

  it('are NULL in a file that has none', async () => {
    await loadAll(db, [text(`${HEADER}\n1,2024-01-01,c1,p,1,5\n`)]);
    expect(await db.query('SELECT extra FROM order_line')).toEqual([{ extra: null }]);
    expect(await db.query('FROM customer_extra')).toEqual([]);
  });
});

describe('the textbook’s exercise: segments by age, product type held, income and order of purchase', () => {
  it('loads, and each of them can be chosen', async () => {
    const types = ['理财', '保险', '信用卡'];
    const rows = Array.from({ length: 200 }, (_, i) => {
      const customer = i % 60;
      return `${i},${day(i)},客户${customer},产品${customer % 3},${types[customer % 3]},${22 + customer},${3000 + customer * 157},${100 + i}`;
    });
    const { tables } = await loadAll(db, [
      text(['编号,日期,客户,产品名称,持有产品类型,年龄,收入,金额', ...rows].join('\n'), 'exercise.csv'),
    ]);
    expect(keptExtra(tables[0]!).map(({ name }) => name)).toEqual(['持有产品类型', '年龄', '收入']);
    await db.exec(macrosSql());
    const names = await db.query<{ attribute: string; customers: number; values: number }>(
      `SELECT attribute, customers, "values" FROM customer_attribute_names() WHERE kind = 'file' OR attribute = 'first_order'`,
    );
    expect(names).toEqual(
      [
        { attribute: 'first_order', customers: 60, values: 4 },
        { attribute: '年龄', customers: 60, values: 4 },
        { attribute: '持有产品类型', customers: 60, values: 3 },
        { attribute: '收入', customers: 60, values: 4 },
      ].sort((a, b) => (a.attribute < b.attribute ? -1 : 1)),
    );
    for (const { attribute } of names) {
      const [sum] = await db.query<{ n: number }>(
        `SELECT sum(customers) AS n FROM attribute_summary(attribute := '${attribute}', min_customers := 5)`,
      );
      expect(sum!.n, attribute).toBe(60);
    }
  });
});

describe('when an order was paid, and complaints', () => {
  it('are read beside the time of the order', async () => {
    await loadAll(db, [
      text(
        '订单编号,下单时间,付款时间,客户账号,商品名称,实付金额,投诉类型,处理结果,处理天数\n1,2024-01-01 10:00:00,2024-01-01 12:30:00,c1,p,5,物流,已解决,2\n2,2024-01-02 10:00:00,,c1,p,5,,,\n',
      ),
    ]);
    expect(
      await db.query(
        'SELECT paid_at, complaint, complaint_result, complaint_days FROM order_line ORDER BY row',
      ),
    ).toEqual([
      {
        paid_at: new Date('2024-01-01T12:30:00Z'),
        complaint: '物流',
        complaint_result: '已解决',
        complaint_days: 2,
      },
      { paid_at: null, complaint: null, complaint_result: null, complaint_days: null },
    ]);
  });

  it('a list with the time of payment alone takes it for that of the order', async () => {
    await loadAll(db, [text('订单编号,付款时间,客户账号,商品名称,实付金额\n1,2024-01-01 12:30:00,c1,p,5\n')]);
    expect(await db.query('SELECT ordered_at, paid_at FROM order_line')).toEqual([
      { ordered_at: new Date('2024-01-01T12:30:00Z'), paid_at: null },
    ]);
  });
});
