import { lunarDate } from './lunar.ts';

export const FESTIVALS = [
  'new_year',
  'spring',
  'lantern',
  'womens_day',
  'dragon_boat',
  'june_18',
  'qixi',
  'mid_autumn',
  'double_11',
  'double_12',
  'christmas',
] as const;

/** Days of offers rather than of good wishes. */
export const SALE_DAYS: readonly FestivalId[] = ['june_18', 'double_11', 'double_12'];

export type FestivalId = (typeof FESTIVALS)[number];

/** A festival in one year; `on` is midnight UTC, `days` how far ahead it is. */
export interface FestivalDay {
  id: FestivalId;
  on: Date;
  days: number;
}

const DAY_MS = 86_400_000;

/** The next `n` festivals on or after the day of `date`, the nearest first. */
export function festivalsAfter(date: Date, n: number): FestivalDay[] {
  const from = Math.floor(date.getTime() / DAY_MS);
  const first = date.getUTCFullYear();
  const years = Array.from({ length: 2 + Math.ceil(n / FESTIVALS.length) }, (_, ahead) => first + ahead);
  return years
    .flatMap((year) => FESTIVALS.map((id) => ({ id, year })))
    .filter(({ id, year }) => year >= (SINCE[id] ?? -Infinity))
    .map(({ id, year }) => ({ id, on: DATES[id](year) }))
    .map(({ id, on }) => ({ id, on, days: on.getTime() / DAY_MS - from }))
    .filter(({ days }) => days >= 0)
    .sort((a, b) => a.days - b.days)
    .slice(0, n);
}

const each = (month: number, day: number) => (year: number) => new Date(Date.UTC(year, month - 1, day));
const lunar = (month: number, day: number) => (year: number) => lunarDate(year, month, day);

const DATES: Readonly<Record<FestivalId, (year: number) => Date>> = {
  new_year: each(1, 1),
  spring: lunar(1, 1),
  lantern: lunar(1, 15),
  womens_day: each(3, 8),
  dragon_boat: lunar(5, 5),
  june_18: each(6, 18),
  qixi: lunar(7, 7),
  mid_autumn: lunar(8, 15),
  double_11: each(11, 11),
  double_12: each(12, 12),
  christmas: each(12, 25),
};

/** The first year of the shopping days, which older data do not know. */
const SINCE: Partial<Record<FestivalId, number>> = { june_18: 2010, double_11: 2009, double_12: 2012 };
