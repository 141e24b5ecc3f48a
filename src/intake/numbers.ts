import { literal } from '../engine/sql.ts';

/** How the numbers of a column are written. */
export interface NumberStyle {
  decimal: '.' | ',';
  /** True when every sample is a bare number with a decimal point, so that a plain cast reads the column. */
  plain: boolean;
  /** ISO code of the currency whose symbol the values carry. */
  currency: string | null;
}

export const PLAIN_NUMBERS: NumberStyle = { decimal: '.', plain: true, currency: null };

const BARE = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/NT\$/, 'TWD'],
  [/HK\$/, 'HKD'],
  [/R\$/, 'BRL'],
  [/£/, 'GBP'],
  [/€/, 'EUR'],
  [/[¥￥元]/, 'CNY'],
  [/৳/, 'BDT'],
  [/₹/, 'INR'],
  [/zł/, 'PLN'],
  [/\$/, 'USD'],
];

/**
 * Derives from sample values how a column writes its numbers. `1.234,56` and `12,5` speak for a decimal comma,
 * `1,234.56` and `12.5` for a point; three digits after a single mark speak for neither, and the point is the default.
 */
export function detectNumbers(samples: readonly string[]): NumberStyle {
  const values = samples
    .map((sample) => sample.trim())
    .filter((sample) => sample !== '' && !/^-+$/.test(sample));
  const currency = CURRENCIES.find(([symbol]) => values.some((value) => symbol.test(value)))?.[1] ?? null;
  if (values.every((value) => BARE.test(value)) && !groupedByPoints(values))
    return { ...PLAIN_NUMBERS, currency };
  let votes = 0;
  for (const value of values) votes += vote(value.replace(/[^\d.,]/g, ''));
  return { decimal: votes < 0 ? ',' : '.', plain: false, currency };
}

/** SQL that reads `text` (an expression) as DOUBLE, else NULL; see `finiteNumber`. */
export function numberSql(text: string, { decimal, plain }: NumberStyle): string {
  const cast = `TRY_CAST(${text} AS DOUBLE)`;
  if (plain) return cast;
  const [group, point] = decimal === '.' ? [',', '.'] : ['.', ','];
  const digits = `regexp_replace(${text}, '[^0-9.,]', '', 'g')`;
  const number = `TRY_CAST(replace(replace(${digits}, '${group}', ''), '${point}', '.') AS DOUBLE)`;
  const sign = `if(regexp_matches(${text}, '^[^0-9]*-|^[^0-9]*\\(.*\\)|-\\s*$'), -1, 1)`;
  const readable = `regexp_matches(${text}, '^[^0-9]{0,6}[0-9.,''\\s\u00a0\u202f]*[0-9][0-9.,''\\s\u00a0\u202f]*[^0-9]{0,4}$')`;
  const cleaned = `CASE WHEN ${readable} THEN ${sign} * ${number} END`;
  return decimal === '.' ? `coalesce(${cast}, ${cleaned})` : cleaned;
}

/** SQL for the sum of the numbers a pattern with one group finds in `text`, NULL if there are none. */
export function sumSql(text: string, pattern: string): string {
  return `list_sum([TRY_CAST(one AS DOUBLE) FOR one IN regexp_extract_all(${text}, ${literal(pattern)}, 1)])`;
}

/** SQL that drops what a cast took for a number but is none: NaN and infinity. */
export function finiteNumber(number: string): string {
  return `CASE WHEN isfinite(${number}) THEN ${number} END`;
}

function vote(digits: string): number {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? 3 : -3;
  const mark = Math.max(point, comma);
  if (mark < 0) return 0;
  const several = digits.indexOf(digits[mark]!) !== mark;
  const side = mark === point ? 1 : -1;
  if (several) return -3 * side;
  return digits.length - mark - 1 === 3 ? 0 : side;
}

/** `1.234` alone could be either; `1.234.567` cannot be a decimal point. */
function groupedByPoints(values: readonly string[]): boolean {
  return values.some((value) => /\.\d{3}\./.test(value));
}
