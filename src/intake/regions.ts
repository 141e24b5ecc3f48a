import { literal } from '../engine/sql.ts';

/** The provinces of China by the short name addresses and lists use. */
const PROVINCES: Readonly<Record<string, string>> = {
  ...ending('省', '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川'),
  ...ending('省', '贵州 云南 陕西 甘肃 青海 台湾'),
  ...ending('市', '北京 天津 上海 重庆'),
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
  香港: '香港特别行政区',
  澳门: '澳门特别行政区',
};

const SHORT = Object.keys(PROVINCES).join('|');
const SUFFIX = '(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)';
const NAMES = `MAP {${Object.entries(PROVINCES)
  .map((pair) => pair.map(literal).join(': '))
  .join(', ')}}`;

/** SQL for the full name of the Chinese province a text begins with (`浙江`, `浙江省 杭州市 …`), else NULL. */
export function provinceSql(text: string): string {
  return `${NAMES}[nullif(regexp_extract(${text}, '^\\s*(?:中国|中國)?\\s*(${SHORT})', 1), '')]`;
}

/**
 * SQL for a region as it is compared: Chinese provinces by their full names, everything else as written. Names that are
 * `seen` are looked for first.
 */
export function regionSql(region: string, seen: readonly string[] = []): string {
  const full = new Map(
    Object.entries(PROVINCES).flatMap(([short, name]) => [
      [short, name],
      [name, name],
    ]),
  );
  const names = [...new Set([...seen.filter((name) => full.has(name)), ...full.keys()])];
  const known = `${literal(names.map((name) => full.get(name)!))}[list_position(${literal(names)}, ${region})]`;
  const oddlyWritten = `length(${region}) <= 8 AND strlen(${region}) > length(${region}) AND regexp_full_match(${region}, '\\s*(?:${SHORT})${SUFFIX}?\\s*')`;
  return `coalesce(${known}, CASE WHEN ${oddlyWritten} THEN ${provinceSql(region)} END, ${region})`;
}

/** SQL for the city after the province of a Chinese address, else NULL; a municipality is its own city. */
export function citySql(address: string): string {
  const municipality = `regexp_extract(${address}, '^\\s*(?:中国|中國)?\\s*(北京|天津|上海|重庆)', 1)`;
  const city = `regexp_extract(${address}, '^\\s*(?:中国|中國)?\\s*(?:${SHORT})${SUFFIX}?[\\s,，]*([^\\s,，省市区县]{1,9}(?:市|自治州|地区|盟))', 1)`;
  return `CASE WHEN ${municipality} <> '' THEN ${municipality} || '市' ELSE nullif(${city}, '') END`;
}

function ending(suffix: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, name + suffix]));
}
