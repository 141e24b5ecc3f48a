import type { CellObject } from '@e965/xlsx';

const DAY_S = 86_400;
/** Day 0 of the 1900 date system as spreadsheets count from 1 March 1900 on, and of the 1904 system. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The 1900 system has a 29 February that never was; days before it are one off. */
const MISSING_DAY = 60;
const LAST_DAY = 2_958_466;

/** What a format shows of a serial number. */
export interface DateParts {
  day: boolean;
  time: boolean;
}

/**
 * A cell as CSV text: numbers in full, dates as `YYYY-MM-DD` with ` HH:MM:SS` where the cell has a time, times of day
 * as `HH:MM:SS`, errors and blanks as the empty string. `partsOf` tells which number formats show dates.
 */
export function cellText(
  cell: CellObject | undefined,
  date1904: boolean,
  partsOf: (format: string) => DateParts | null,
): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e' || cell.t === 'z') return '';
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 19).replace('T', ' ');
  if (typeof cell.v !== 'number') return String(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : '';
  const parts = partsOf(format);
  if (parts && cell.v >= 0 && cell.v < LAST_DAY) return dateText(cell.v, parts, date1904);
  const text = Number.isInteger(cell.v) ? BigInt(cell.v).toString() : String(cell.v);
  return /^0+$/.test(format) ? text.padStart(format.length, '0') : text;
}

function dateText(serial: number, parts: DateParts, date1904: boolean): string {
  const seconds = Math.round(serial * DAY_S);
  const shift = !date1904 && serial < MISSING_DAY ? 1 : 0;
  const epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
  const [day, clock] = new Date(epoch + (seconds + shift * DAY_S) * 1000)
    .toISOString()
    .slice(0, 19)
    .split('T') as [string, string];
  if (!parts.day && seconds < DAY_S) return clock;
  return parts.time || seconds % DAY_S !== 0 ? `${day} ${clock}` : day;
}

/** Which parts a date format shows: literals and colours apart, `y` or `d` stand for a day, `h` or `s` for a time. */
export function datePartsOf(format: string): DateParts {
  const codes = format
    .replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[[a-z]{3,}\d*\]/gi, '')
    .split(';')[0]!
    .toLowerCase();
  const time = /[hs]/.test(codes);
  return { day: /[yd]/.test(codes) || !time, time };
}
