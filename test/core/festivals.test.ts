import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FESTIVALS, festivalsAfter } from '../../src/analyses/care/letters/festivals.ts';
import { lunarDate } from '../../src/analyses/care/letters/lunar.ts';

const DAY_MS = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);

/** Days as calendars print them. */
const SPRING =
  `1990-01-27 1991-02-15 1995-01-31 1997-02-07 2000-02-05 2001-01-24 2004-01-22 2008-02-07 2011-02-03
2012-01-23 2015-02-19 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29
2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08`.split(
    /\s+/,
  );
const MID_AUTUMN =
  `2006-10-06 2012-09-30 2014-09-08 2017-10-04 2019-09-13 2020-10-01 2021-09-21 2022-09-10 2023-09-29
2024-09-17 2025-10-06 2026-09-25`.split(/\s+/);
const DRAGON_BOAT = '2020-06-25 2021-06-14 2022-06-03 2023-06-22 2024-06-10 2025-05-31 2026-06-19'.split(' ');
const QIXI = '2020-08-25 2021-08-14 2022-08-04 2023-08-22 2024-08-10 2025-08-29 2026-08-19'.split(' ');

describe('a date of the Chinese calendar', () => {
  it.each([
    ['the Spring Festival', SPRING, 1, 1],
    ['Mid-Autumn', MID_AUTUMN, 8, 15],
    ['the Dragon Boat Festival', DRAGON_BOAT, 5, 5],
    ['Qixi', QIXI, 7, 7],
  ] as const)('is the printed one for %s', (_, days, month, day) => {
    expect(days.map((on) => iso(lunarDate(Number(on.slice(0, 4)), month, day)))).toEqual([...days]);
  });

  it('never means a leap month', () => {
    // 2020 had a second fourth month from 23 May, 2023 a second second one from 22 March, 2025 a second sixth one.
    expect(iso(lunarDate(2020, 4, 1))).toBe('2020-04-23');
    expect(iso(lunarDate(2020, 5, 1))).toBe('2020-06-21');
    expect(iso(lunarDate(2023, 2, 1))).toBe('2023-02-20');
    expect(iso(lunarDate(2023, 3, 1))).toBe('2023-04-20');
    expect(iso(lunarDate(2025, 6, 1))).toBe('2025-06-25');
    expect(iso(lunarDate(2025, 7, 1))).toBe('2025-08-23');
  });

  it('has months of 29 or 30 days, with a leap month at most one of them twice as long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        const starts = Array.from({ length: 10 }, (_, i) => lunarDate(year, i + 1, 1).getTime() / DAY_MS);
        const lengths = starts.slice(1).map((start, i) => start - starts[i]!);
        expect(lengths.every((days) => [29, 30, 58, 59, 60].includes(days))).toBe(true);
        expect(lengths.filter((days) => days > 30).length).toBeLessThanOrEqual(1);
        expect(iso(lunarDate(year, 1, 1)) >= `${year}-01-21`).toBe(true);
        expect(iso(lunarDate(year, 1, 1)) <= `${year}-02-21`).toBe(true);
      }),
    );
  });
});

describe('the festivals after a day', () => {
  it('are the nearest, with the days to go', () => {
    const days = festivalsAfter(new Date('2026-10-01T00:00:00Z'), 6).map(({ id, on, days }) => [
      id,
      iso(on),
      days,
    ]);
    expect(days).toEqual([
      ['double_11', '2026-11-11', 41],
      ['double_12', '2026-12-12', 72],
      ['christmas', '2026-12-25', 85],
      ['new_year', '2027-01-01', 92],
      ['spring', '2027-02-06', 128],
      ['lantern', '2027-02-20', 142],
    ]);
  });

  it('begin with that day itself, whatever its hour', () => {
    const [first] = festivalsAfter(new Date('2011-12-25T18:30:00Z'), 1);
    expect(first).toEqual({ id: 'christmas', on: new Date('2011-12-25T00:00:00Z'), days: 0 });
  });

  it('hold no shopping day from before there was one', () => {
    const ids = festivalsAfter(new Date('1997-06-01T00:00:00Z'), 8).map(({ id }) => id);
    expect(ids).toEqual([
      'dragon_boat',
      'qixi',
      'mid_autumn',
      'christmas',
      'new_year',
      'spring',
      'lantern',
      'womens_day',
    ]);
  });

  it('are as many as asked for, in order, each festival once a year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1995-01-01'), max: new Date('2080-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 30 }),
        (date, n) => {
          const found = festivalsAfter(date, n);
          expect(found.length).toBe(n);
          expect(found.every(({ days }, i) => days >= (found[i - 1]?.days ?? 0))).toBe(true);
          expect(new Set(found.map(({ id, on }) => id + on.getUTCFullYear())).size).toBe(n);
          expect(
            found.every(({ on, days }) => (on.getTime() - days * DAY_MS - date.getTime()) / DAY_MS <= 0),
          ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('hold every festival within a year', () => {
    const ids = festivalsAfter(new Date('2024-03-01T00:00:00Z'), FESTIVALS.length).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(FESTIVALS));
  });
});
