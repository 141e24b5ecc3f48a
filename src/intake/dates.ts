import { literal } from '../engine/sql.ts';

const TIME = String.raw`(?:,?[T\s]*(?:(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?\s*([AaPp][Mm])?))?\s*(Z|UTC|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})(日?)${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DAY_MONTH_NAME = new RegExp(
  String.raw`^(\d{1,2})([-\s/])([A-Za-z]{3,9})\.?,?([-\s/])(\d{4}|\d{2})${TIME}$`,
);
const MONTH_NAME_DAY = new RegExp(
  String.raw`^([A-Za-z]{3,9})\.?([-\s/])(\d{1,2})(,?[-\s/])(\d{4}|\d{2})${TIME}$`,
);

/** How the dates of a column are written. */
export interface DateStyle {
  /** Ways of writing, in the order they are tried; see `detectDates`. */
  patterns: string[];
  /** True when values such as 03/04/2024 occur, whose order of day and month the pattern must be told. */
  numericOrder: boolean;
  /** True when white space surrounds values, as the tabs some exports put there. */
  spaced: boolean;
}

export const NO_DATES: DateStyle = { patterns: [], numericOrder: false, spaced: false };

/**
 * Derives from sample values how a column writes its dates, the most frequent way first: `iso` (cast by the engine),
 * `offset` (the same with a zone, whose wall time is kept), `serial` (Excel), `seconds` and `milliseconds` (epochs), or a
 * strptime pattern in which `{d}{m}` stands for the day and the month in the order of the file.
 */
export function detectDates(samples: readonly string[]): DateStyle {
  const counts = new Map<string, number>();
  for (const sample of samples) {
    const pattern = patternOf(sample.trim());
    if (pattern) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const patterns = [...counts].sort((a, b) => b[1] - a[1]).map(([pattern]) => pattern);
  return {
    patterns,
    numericOrder: patterns.some((pattern) => pattern.includes('{')),
    spaced: samples.some((sample) => sample !== sample.trim()),
  };
}

/**
 * Which orders of day and month the numeric dates of a sample allow. Values that are no date in either order say
 * nothing; where both orders occur the more frequent one holds.
 */
export function numericOrders(samples: readonly string[]): { dayFirst: boolean; monthFirst: boolean } {
  let dayOnly = 0;
  let monthOnly = 0;
  for (const sample of samples) {
    const match = YEAR_LAST.exec(sample.trim());
    const [first, second] = [Number(match?.[1]), Number(match?.[3])];
    if (first > 12 && first <= 31 && second <= 12) dayOnly++;
    if (second > 12 && second <= 31 && first <= 12) monthOnly++;
  }
  return {
    dayFirst: monthOnly === 0 || dayOnly > monthOnly,
    monthFirst: dayOnly === 0 || monthOnly >= dayOnly,
  };
}

/** A date as written, with its two readings as ISO dates. */
export interface DayReadings {
  written: string;
  dayFirst: string;
  monthFirst: string;
}

/** Both readings of the first sample whose day and month could change places, to ask which is meant. */
export function dayReadings(samples: readonly string[]): DayReadings | null {
  for (const sample of samples) {
    const match = YEAR_LAST.exec(sample.trim());
    if (!match || match[1] === match[3]) continue;
    const [first, second] = [match[1]!.padStart(2, '0'), match[3]!.padStart(2, '0')];
    const year = match[4]!.length === 4 ? match[4]! : `20${match[4]}`;
    return {
      written: sample,
      dayFirst: `${year}-${second}-${first}`,
      monthFirst: `${year}-${first}-${second}`,
    };
  }
  return null;
}

/** SQL that reads what is written (an expression) as TIMESTAMP in one of the style's patterns, else NULL; see `plausibleDate`. */
export function dateSql(written: string, style: DateStyle, dayFirst: boolean): string {
  const text = style.spaced ? `trim(${written}, E' \\t\u00a0')` : written;
  const ways: string[] = [];
  const strptime: string[] = [];
  for (const pattern of style.patterns) {
    if (pattern === 'iso') ways.push(`TRY_CAST(${text} AS TIMESTAMP)`);
    else if (pattern === 'offset')
      ways.push(`TRY_CAST(regexp_extract(${text}, '^\\s*(\\d{4}\\S+[T ]+[\\d:.]+)', 1) AS TIMESTAMP)`);
    else if (pattern === 'serial')
      ways.push(
        `TIMESTAMP '1899-12-30' + to_seconds(round(TRY_CAST(if(length(${text}) < 18, ${text}, NULL) AS DOUBLE) * 86400))`,
      );
    else if (pattern === 'seconds') ways.push(`make_timestamp(TRY_CAST(${text} AS BIGINT) * 1000000)`);
    else if (pattern === 'milliseconds') ways.push(`make_timestamp(TRY_CAST(${text} AS BIGINT) * 1000)`);
    else strptime.push(ordered(pattern, dayFirst));
  }
  const parsed = strptime.length ? `try_strptime(trim(${text}), ${literal([...new Set(strptime)])})` : null;
  const all = parsed ? (style.patterns[0] === 'iso' ? [...ways, parsed] : [parsed, ...ways]) : ways;
  if (all.length === 0) return 'NULL::TIMESTAMP';
  return all.length === 1 ? all[0]! : `coalesce(${all.join(', ')})`;
}

/** SQL that drops what a cast took for a date but is none, such as 10/11/12 read as the year 10. */
export function plausibleDate(date: string): string {
  return `CASE WHEN ${date} BETWEEN TIMESTAMP '1900-01-01' AND TIMESTAMP '2199-12-31' THEN ${date} END`;
}

function ordered(pattern: string, dayFirst: boolean): string {
  const [first, second] = dayFirst ? ['%d', '%m'] : ['%m', '%d'];
  return pattern.replace('{1}', first!).replace('{2}', second!);
}

function patternOf(value: string): string | null {
  if (/^\d{5}(\.\d+)?$/.test(value)) return 'serial';
  if (/^1\d{9}$/.test(value)) return 'seconds';
  if (/^1\d{12}$/.test(value)) return 'milliseconds';
  if (/^(19|20)\d{6}$/.test(value)) return '%Y%m%d';
  if (/^(19|20)\d{12}$/.test(value)) return '%Y%m%d%H%M%S';
  return yearFirst(value) ?? yearLast(value) ?? monthNamed(value);
}

function yearFirst(value: string): string | null {
  const match = YEAR_FIRST.exec(value);
  if (!match) return null;
  const [, , first, , second, , day] = match;
  if (first === second && (first === '-' || first === '/') && !match[10] && !value.includes(','))
    return match[11] ? 'offset' : 'iso';
  return `%Y${first}%m${second}%d${day}${timeOf(value, match, 7)}`;
}

function yearLast(value: string): string | null {
  const match = YEAR_LAST.exec(value);
  if (!match) return null;
  return `{1}${match[2]}{2}${match[2]}${yearOf(match[4]!)}${timeOf(value, match, 5)}`;
}

function monthNamed(value: string): string | null {
  const day = DAY_MONTH_NAME.exec(value);
  if (day) return `%d${day[2]}${monthOf(day[3]!)}${day[4]}${yearOf(day[5]!)}${timeOf(value, day, 6)}`;
  const month = MONTH_NAME_DAY.exec(value);
  if (month)
    return `${monthOf(month[1]!)}${month[2]}%d${month[4]}${yearOf(month[5]!)}${timeOf(value, month, 6)}`;
  return null;
}

const yearOf = (digits: string): string => (digits.length === 4 ? '%Y' : '%y');
const monthOf = (name: string): string => (name.length > 3 ? '%B' : '%b');

/** The strptime form of the time of day, whose groups start at `group`: hour, minute, second, half of the day. */
function timeOf(value: string, match: RegExpExecArray, group: number): string {
  if (match[group] === undefined) return '';
  const gap = /(T|,?\s+)(?=\d{1,2}:\d{2})/.exec(value)?.[0] ?? '';
  const hour = match[group + 3] ? '%I' : '%H';
  const seconds = match[group + 2];
  const half = match[group + 3] ? `${/\s*(?=[AaPp][Mm])/.exec(value)?.[0] ?? ''}%p` : '';
  return `${gap}${hour}:%M${seconds ? (seconds.includes('.') ? ':%S.%f' : ':%S') : ''}${half}`;
}
