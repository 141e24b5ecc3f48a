import { ident, literal } from '../engine/sql.ts';
import { detectDates } from './dates.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected, InspectedColumn } from './inspect.ts';
import { textSql } from './texts.ts';

/** Tables of lines hold a column kept beside the mapped ones under this and its header. */
const PREFIX = 'extra ';
const AT_MOST = 8;
/** A column of more different words describes no group of customers. */
const VALUES_AT_MOST = 50;
/** Longer values are sentences. */
const LENGTH_AT_MOST = 24;

/** Headers of what is known of a customer; these are kept from the exports of platforms too. */
const ABOUT_CUSTOMERS =
  /年龄|年齡|收入|职业|職業|学历|學歷|婚姻|单位|單位|公司|行业|行業|等级|等級|级别|級別|会员类型|會員類型|持有|兴趣|興趣|血型|星座|\b(age|income|salary|occupation|job|profession|education|marital|family|household size|children|organi[sz]ation|company|industry|employer|level|tier|grade|membership|loyalty|segment|group|interest|hobby|accepts marketing)\b|接受营销|接受行銷/i;

/** Headers of what tells of a parcel, a bill or a person's whereabouts, and of numbers that count nothing. */
const NOT_ABOUT_CUSTOMERS =
  /编号|編號|单号|單號|号码|號碼|流水|条码|序号|序號|链接|連結|网址|图片|圖片|时间|時間|日期|备注|備註|留言|说明|說明|物流|快递|快遞|运单|運單|运费|運費|邮费|郵費|邮编|郵遞|发票|發票|税|稅|姓名|电话|電話|手机|手機|邮箱|郵箱|信箱|地址|微信|证件|證件|身份证|身分證|银行|銀行|\b(id|ids|uuid|no|number|code|sku|url|link|image|photo|date|time|note|comment|message|tracking|carrier|shipping|shipment|postage|freight|delivery|invoice|tax|vat|name|phone|mobile|email|mail|address|street|zip|postcode|postal|passport|bank|card|token|ip|index|row)\b/i;

/**
 * The columns of a table that are kept as attributes of customers unless the user says otherwise: named, carrying no
 * meaning, with few different words or with numbers; no ids, dates, ways to reach a person or sentences. Of a platform's
 * export only those that are known to describe customers. At most eight, those first that surely do.
 */
export function extraColumns({
  columns,
  mapping,
  format,
  shape,
  headerRow,
}: Pick<Inspected, 'columns' | 'mapping' | 'format' | 'shape' | 'headerRow'>): number[] {
  if (headerRow === 0 || shape === 'baskets' || shape === 'products') return [];
  const taken = new Set(Object.values(mapping));
  const own = formatOf(format).platform === null;
  const names = new Set<string>();
  const found = columns.filter((column) => {
    const name = column.name.toLowerCase();
    if (taken.has(column.index) || column.part !== undefined || names.has(name)) return false;
    names.add(name);
    const known = ABOUT_CUSTOMERS.test(spaced(column.name));
    if (NOT_ABOUT_CUSTOMERS.test(spaced(column.name)) || (!own && !known)) return false;
    return !/^column \d+$/.test(name) && describes(column, known);
  });
  const surely = found.filter(({ name }) => ABOUT_CUSTOMERS.test(spaced(name)));
  const others = found.filter((column) => !surely.includes(column));
  return [...surely, ...others]
    .slice(0, AT_MOST)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** Columns a user may keep as attributes: those kept, and others without a meaning and with more than one value. */
export function couldDescribe({ columns, mapping, extra, headerRow, shape }: Inspected): InspectedColumn[] {
  if (headerRow === 0 || shape === 'baskets' || shape === 'products') return [];
  const taken = new Set(Object.values(mapping));
  return columns.filter(
    ({ index, part, samples }) =>
      part === undefined && !taken.has(index) && (extra.includes(index) || new Set(samples).size > 1),
  );
}

/** The columns kept: those chosen, without those that have been given a meaning since. */
export function keptExtra({ columns, mapping, extra }: Inspected): InspectedColumn[] {
  const taken = new Set(Object.values(mapping));
  return columns.filter(({ index }) => extra.includes(index) && !taken.has(index));
}

/** The name of the column of a table of lines that holds what the file has under this header. */
export function extraName(header: string): string {
  return PREFIX + header;
}

/** The kept columns of a table as quoted names of columns of its lines. */
export function extraNames(table: Inspected): string[] {
  return keptExtra(table).map(({ name }) => ident(extraName(name)));
}

/** SQL that reads the kept columns from the cells of a file. */
export function extraCells(table: Inspected): string[] {
  return keptExtra(table).map(
    ({ index, name }) => `${textSql(`c${index}`, 'spaces')} AS ${ident(extraName(name))}`,
  );
}

/** `order_line.extra` of a table of lines with these columns: header and value of what is kept, NULL when there is none. */
export function extraMap(names: Iterable<string>): string {
  const kept = [...names].filter((name) => name.startsWith(PREFIX));
  if (kept.length === 0) return 'NULL::MAP(VARCHAR, VARCHAR)';
  const keys = kept.map((name) => literal(name.slice(PREFIX.length)));
  const values = kept.map(ident);
  return `CASE WHEN coalesce(${values.join(', ')}) IS NOT NULL THEN MAP([${keys.join(', ')}], [${values.join(', ')}]) END`;
}

/** SQL for `extra_line` over tables of lines: each value of a kept column a customer has had, with the latest order's time. */
export function extraLinesSql(tables: readonly { lines: string; columns: ReadonlySet<string> }[]): string {
  const parts = tables.flatMap(({ lines, columns }) =>
    [...columns]
      .filter((name) => name.startsWith(PREFIX))
      .map(
        (
          name,
        ) => `SELECT customer_id, ${literal(name.slice(PREFIX.length))} AS attribute, ${ident(name)} AS value,
  max(${columns.has('ordered_at') ? 'ordered_at' : 'NULL::TIMESTAMP'}) AS ordered_at
FROM ${lines} WHERE reason IS NULL AND customer_id IS NOT NULL AND ${ident(name)} IS NOT NULL GROUP BY ALL`,
      ),
  );
  const none =
    'SELECT NULL::VARCHAR AS customer_id, NULL::VARCHAR AS attribute, NULL::VARCHAR AS value, NULL::TIMESTAMP AS ordered_at WHERE false';
  return parts.join('\nUNION ALL\n') || none;
}

/** Words written together, MemberLevel and member_level, apart. */
function spaced(header: string): string {
  return header.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.]+/g, ' ');
}

/** Of a column that surely describes customers one word may be all there is beside empty cells. */
function describes({ samples }: InspectedColumn, known: boolean): boolean {
  const values = samples.map((sample) => sample.trim()).filter((value) => value !== '');
  const different = new Set(values);
  if (different.size < (known ? 1 : 2)) return false;
  if (values.every((value) => /^[-+]?[¥￥$€£]?\d[\d,]*(\.\d+)?%?$/.test(value)))
    return !values.every((value) => /^\d{8,}$/.test(value)) && !values.some((value) => /^0\d/.test(value));
  const dated = detectDates(values).patterns.some(
    (pattern) => !/^(serial|seconds|milliseconds)$/.test(pattern),
  );
  const length = Math.max(...[...different].map((value) => value.length));
  const repeats = values.length < 20 || different.size <= values.length / 2;
  return !dated && length <= LENGTH_AT_MOST && different.size <= VALUES_AT_MOST && repeats;
}
