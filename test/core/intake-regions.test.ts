import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { literal } from '../../src/engine/sql.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { citySql, provinceSql, regionSql } from '../../src/intake/regions.ts';
import { transitions } from '../../src/intake/zones.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

async function value(sql: string): Promise<unknown> {
  return (await db.query<{ v: unknown }>(`SELECT ${sql} AS v`))[0]!.v;
}

describe('addresses', () => {
  it.each([
    ['浙江省 杭州市 西湖区 文三路1号', '浙江省', '杭州市'],
    ['浙江省杭州市西湖区文三路1号', '浙江省', '杭州市'],
    ['广东深圳市福田区', '广东省', '深圳市'],
    ['上海市浦东新区世纪大道', '上海市', '上海市'],
    ['上海 上海市 浦东新区', '上海市', '上海市'],
    ['广西壮族自治区南宁市青秀区', '广西壮族自治区', '南宁市'],
    ['内蒙古自治区 锡林郭勒盟 锡林浩特市', '内蒙古自治区', '锡林郭勒盟'],
    ['云南省 大理白族自治州 大理市', '云南省', '大理白族自治州'],
    ['中国 四川省 成都市 武侯区', '四川省', '成都市'],
    ['香港特别行政区 九龙', '香港特别行政区', null],
    ['221B Baker Street, London', null, null],
    ['***', null, null],
  ])('%s', async (address, province, city) => {
    expect(await value(provinceSql(literal(address)))).toBe(province);
    expect(await value(citySql(literal(address)))).toBe(city);
  });

  it.each([
    ['浙江', '浙江省'],
    ['浙江省', '浙江省'],
    [' 内蒙古自治区 ', '内蒙古自治区'],
    ['北京市', '北京市'],
    ['United Kingdom', 'United Kingdom'],
    ['上海路门店', '上海路门店'],
  ])('the region %s is %s', async (region, full) => {
    expect(await value(regionSql(literal(region)))).toBe(full);
  });
});

describe('time zones', () => {
  it('change when the zone says', () => {
    expect(transitions('Asia/Tokyo')).toEqual([{ at: -Infinity, minutes: 540 }]);
    const london = transitions('Europe/London');
    expect(london).toContainEqual({ at: Date.UTC(2024, 2, 31, 1), minutes: 60 });
    expect(london).toContainEqual({ at: Date.UTC(2024, 9, 27, 1), minutes: 0 });
  });
});
