import * as XLSX from '@e965/xlsx';
import { Error as ERRORS, parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { comparison, comparisonWords, retentionAnswer } from '../../src/analyses/retention/answer.ts';
import { ALL, triangleOf } from '../../src/analyses/retention/cells.ts';
import { dayReached, readCurve } from '../../src/analyses/retention/curve.ts';
import { funnelChart } from '../../src/analyses/retention/funnel.chart.ts';
import { gapsChart } from '../../src/analyses/retention/gaps.chart.ts';
import { linesChart } from '../../src/analyses/retention/lines.chart.ts';
import { agePoints, curvePoints } from '../../src/analyses/retention/points.ts';
import type { AgeRow, CohortRow, CurveRow } from '../../src/analyses/retention/retention.ts';
import { cohortSheet } from '../../src/analyses/retention/sheet.ts';
import { triangleChart } from '../../src/analyses/retention/triangle.chart.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS, type Spec } from '../../src/chart/draw.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { PALETTES } from '../../src/ui/theme.ts';

/** A curve of so many customers: on each day so many come back and so many are last seen. */
function curveOf(
  all: number,
  steps: readonly (readonly [days: number, events: number, censored: number])[],
): CurveRow[] {
  let [left, silent] = [all, 1];
  return steps.map(([days, events, censored]) => {
    const at_risk = left;
    silent *= 1 - events / at_risk;
    left -= events + censored;
    const share = 1 - silent;
    return { value: null, days, at_risk, events, censored, share, low: share * 0.9, high: share * 1.1 };
  });
}

/** Of 1,000 customers 100 come back after 20 days, 500 are known for 60 days only, 120 more come back after 80 days. */
const CURVE = curveOf(1000, [
  [20, 100, 0],
  [60, 0, 500],
  [80, 120, 0],
  [400, 0, 280],
]);

describe('reading the curve', () => {
  it('counts those as undecided who were last seen before the day', () => {
    expect(readCurve(CURVE, 90)).toMatchObject({ days: 90, plain: 0.22, undecided: 500 });
    expect(readCurve(CURVE, 90)!.share).toBeCloseTo(1 - 0.9 * 0.7, 12);
    expect(readCurve(CURVE, 60)).toMatchObject({ plain: 0.1, undecided: 0 });
    expect(readCurve(CURVE, 10)).toMatchObject({ share: 0, plain: 0 });
  });

  it('ends where nobody, or almost nobody, was watched so long', () => {
    expect(readCurve(CURVE, 401)).toBeNull();
    expect(readCurve([], 30)).toBeNull();
    expect(
      readCurve(
        curveOf(100, [
          [10, 5, 90],
          [50, 0, 5],
        ]),
        30,
      ),
    ).toBeNull();
    expect(
      readCurve(
        curveOf(4, [
          [10, 1, 0],
          [50, 0, 3],
        ]),
        30,
      ),
    ).toBeNull();
  });

  it('finds the first day that reaches a share', () => {
    expect(dayReached(CURVE, 0.1)).toBe(20);
    expect(dayReached(CURVE, 0.11)).toBe(80);
    expect(dayReached(CURVE, 0.5)).toBeNull();
  });
});

describe('the answer', () => {
  it.each(LANGUAGES)('has its figures in %s', async (code) => {
    const { retention: t } = await loadMessages(code);
    const f = new Formats(code, null);
    const told = retentionAnswer(CURVE, 1, t, f)!;
    for (const figure of ['37', '33', '41', '22', '500', '90', '365', '80']) expect(told).toContain(figure);
    expect(told).not.toMatch(/undefined|null|NaN|object/);
    const young = retentionAnswer(
      curveOf(100, [
        [10, 5, 0],
        [20, 0, 95],
      ]),
      2,
      t,
      f,
    )!;
    expect(young).toContain('100');
    expect(young).not.toMatch(/undefined|null|NaN|object/);
    expect(retentionAnswer([], 1, t, f)).toBeNull();
    const alike = retentionAnswer(
      curveOf(100, [
        [10, 40, 0],
        [500, 0, 60],
      ]),
      1,
      t,
      f,
    )!;
    expect(alike).toContain(t.asCounted);
  });

  it.each(LANGUAGES)('compares groups of enough customers alone, in %s', async (code) => {
    const { retention: t } = await loadMessages(code);
    const f = new Formats(code, null);
    const groups = [
      {
        name: 'A',
        rows: curveOf(200, [
          [20, 100, 0],
          [400, 0, 100],
        ]),
      },
      {
        name: 'B',
        rows: curveOf(200, [
          [20, 20, 0],
          [400, 0, 180],
        ]),
      },
      { name: 'C', rows: curveOf(12, [[20, 12, 0]]) },
    ];
    expect(comparison(groups, 30).compared.map(({ name }) => name)).toEqual(['A', 'B']);
    const { chiSquare, df } = comparison(groups, 30).test!;
    // At day 20: 120 of 400 events; group A expects 60, its hypergeometric variance is 120·280·200·200/(400²·399).
    expect(chiSquare).toBeCloseTo((100 - 60) ** 2 / ((120 * 280 * 200 * 200) / (400 ** 2 * 399)), 9);
    expect(df).toBe(1);
    const told = comparisonWords(groups, 30, t, f);
    for (const figure of ['10⁻', 'A', 'B', '50%', '10%', '90']) expect(told).toContain(figure);
    expect(told).not.toMatch(/undefined|null|NaN|object/);
    expect(comparisonWords(groups, 300, t, f)).toContain('300');
  });
});

const month = (number: number) => new Date(Date.UTC(2024, number - 1, 1));
const COHORTS: CohortRow[] = [1, 2, 3].flatMap((number) =>
  Array.from({ length: 4 - number }, (_, age) => ({
    value: null,
    cohort: month(number),
    age,
    customers: age ? 10 * number : 50 * number,
    size: 50 * number,
    share: age ? 0.2 : 1,
    revenue: 1000 * number + age,
    cumulative_per_customer: 20 * (age + 1),
    is_partial: number + age === 4,
  })),
);
COHORTS.push({
  ...COHORTS[0]!,
  cohort: month(3),
  age: 1,
  customers: 1,
  size: 150,
  share: 0.007,
  is_partial: true,
});
const AGES: AgeRow[] = [0, 1, 2].map((age) => ({
  value: null,
  age,
  cohorts: 3 - age,
  customers: 30,
  size: 100,
  share: 0.3,
  low: 0.2,
  high: 0.4,
  revenue: 5,
  cumulative_per_customer: 7 * (age + 1),
}));

describe('the triangle', () => {
  it('is shaded by the largest figure after the first period, with all together below shares alone', () => {
    const { cohorts, cells } = triangleOf(COHORTS, AGES, 'customers', 2, String);
    expect(cohorts.map(({ key }) => key)).toEqual(['2024-02-01', '2024-03-01']);
    expect(cells.map(({ row, age }) => `${row} ${age}`)).toEqual([
      '2024-02-01 0',
      '2024-02-01 1',
      '2024-03-01 0',
      '2024-03-01 1',
    ]);
    expect(cells.map(({ level }) => level)).toEqual([1, 1, 1, 1 / 20]);
    const shares = triangleOf(COHORTS, AGES, 'share', 2, String).cells;
    expect(shares.filter(({ row }) => row === ALL).map(({ age }) => age)).toEqual([0, 1]);
    const whole = triangleOf(COHORTS, AGES, 'share', 9, String).cells;
    expect(whole.filter(({ row }) => row === ALL).map(({ age }) => age)).toEqual([0, 1]);
  });

  it('is a workbook with a sheet per figure, text that no spreadsheet runs, and marked partial cells', async () => {
    const words = {
      sheets: { customers: 'Customers', share: 'Share', revenue: 'Revenue' },
      about: ['=HYPERLINK("x")'],
      first: 'First bought',
      size: 'Customers',
      partial: 'in part',
      cohort: (starts: Date) => starts.toISOString().slice(0, 7),
    };
    const file = await cohortSheet(COHORTS, words);
    const book = XLSX.read(new Uint8Array(await file.arrayBuffer()));
    expect(book.SheetNames).toEqual(['Customers', 'Share', 'Revenue']);
    const sheet = book.Sheets.Customers!;
    expect(XLSX.utils.sheet_to_json(sheet, { header: 1 })).toEqual([
      ['\'=HYPERLINK("x")'],
      [],
      ['First bought', 'Customers', 0, 1, 2],
      ['2024-01', 50, 50, 10, 10],
      ['2024-02', 100, 100, 20],
      ['2024-03', 150, 150, 1],
    ]);
    expect(Object.values(sheet).some((cell) => (cell as XLSX.CellObject)?.f)).toBe(false);
    expect((sheet.D6 as XLSX.CellObject).c?.[0]?.t).toBe('in part');
    expect((sheet.D4 as XLSX.CellObject).c).toBeUndefined();
    expect((book.Sheets.Share!.D4 as XLSX.CellObject).v).toBe(0.2);
    expect((book.Sheets.Revenue!.E4 as XLSX.CellObject).v).toBe(1002);
  });
});

interface Item {
  marktype?: string;
  role?: string;
  items?: Item[];
}
interface Mark {
  marktype: string;
  fill: string;
  x: number;
  y: number;
  datum: Record<string, unknown>;
}

/** Draws without a page: the marks, and what the grammar complained about. */
async function drawn(spec: Spec, rows: readonly object[]) {
  const complaints: string[] = [];
  const warn = (...message: unknown[]) => void complaints.push(message.join(' '));
  const logger = { level: () => logger, warn, error: warn, info: () => logger, debug: () => logger };
  const compiled = compile(spec, { config: chartConfig('light'), logger: logger as never });
  const view = new View(parse(compiled.spec), { renderer: 'none', logLevel: ERRORS });
  view.data(
    ROWS,
    rows.map((row, _i) => ({ ...row, _i })),
  );
  await view.runAsync();
  const marks: Mark[] = [];
  const collect = (item: Item) => {
    if (item.marktype && item.role === 'mark' && item.marktype !== 'group')
      marks.push(...(item.items ?? []).map((one) => ({ ...(one as Mark), marktype: item.marktype! })));
    else item.items?.forEach(collect);
  };
  collect((view.scenegraph() as unknown as { root: Item }).root);
  return { complaints, marks, view };
}

describe('the pictures', () => {
  const palette = PALETTES.light;

  it('outline the cells of periods that are not over and shade the others', async () => {
    const { cohorts, cells } = triangleOf(COHORTS, AGES, 'share', 9, String);
    const order = [...cohorts.map(({ key }) => key), ALL];
    const { complaints, marks, view } = await drawn(
      triangleChart({ rows: {}, age: 'months' }, order, palette),
      cells,
    );
    expect(complaints).toEqual([]);
    expect(view.scale('y').domain()).toEqual(order);
    const rects = marks.filter(({ marktype }) => marktype === 'rect');
    expect(rects).toHaveLength(cells.length);
    for (const { fill, datum } of rects)
      expect(fill).toBe(datum.partial ? 'transparent' : view.scale('color')(datum.level));
  });

  it('draw a curve from nothing on day 0 to where ten customers are left, each group in its colour', async () => {
    const line = (key: string, rows: CurveRow[]) => ({ key, name: key, customers: rows[0]!.at_risk, rows });
    const few = curveOf(12, [
      [5, 1, 0],
      [9, 4, 0],
      [30, 1, 6],
    ]);
    const lines = [line('', CURVE), line('1', few)];
    const points = curvePoints(lines, 30);
    expect(points.filter(({ key }) => key === '1').map(({ x }) => x)).toEqual([0, 5, 9]);
    expect(points.filter(({ key }) => key === '').at(-1)).toMatchObject({ x: 400, small: false });
    expect(points.filter(({ small }) => small).every(({ key }) => key === '1')).toBe(true);
    const layout = {
      x: 'x',
      y: 'y',
      steps: true,
      percent: true,
      language: 'en',
      width: 600,
      marks: [30, 90],
    };
    const names = [
      ['', 'all'],
      ['1', 'one'],
    ] as const;
    const { complaints, marks, view } = await drawn(linesChart({ ...layout, names }, palette), points);
    expect(complaints).toEqual([]);
    expect(view.scale('color').domain()).toEqual(['', '1']);
    expect(new Set(view.scale('color').range()).size).toBe(2);
    const symbols = marks.filter(({ marktype }) => marktype === 'symbol');
    expect(symbols).toHaveLength(points.length);
    for (const { y, datum } of symbols) expect(y).toBeCloseTo(view.scale('y')(datum.y), 6);
    const alone = await drawn(
      linesChart({ ...layout, marks: [], names: [['', 'all']] }, palette),
      points.filter(({ key }) => key === ''),
    );
    expect(alone.complaints).toEqual([]);
    expect(alone.marks.some(({ marktype }) => marktype === 'area')).toBe(true);
  });

  it('keep ages that rest on one cohort out of the lines', () => {
    const lines = [{ key: '', name: 'all', customers: 100, rows: AGES }];
    expect(agePoints(lines, 'share', 1).map(({ x, y, low }) => [x, y, low])).toEqual([[1, 0.3, 0.2]]);
    expect(agePoints(lines, 'revenue', 1).map(({ x, y, low }) => [x, y, low])).toEqual([
      [0, 7, null],
      [1, 14, null],
    ]);
    expect(agePoints(lines, 'share', 101)).toHaveLength(1);
  });

  it('draw the steps of the funnel and the gaps to scale', async () => {
    const steps = [1, 2, 3].map((number) => ({ order: number, customers: 90 / number, words: `${number}` }));
    const funnel = await drawn(
      funnelChart({ steps: { 1: 'a', 2: 'b', 3: 'c' }, customers: 'n', language: 'en' }, 90, palette),
      steps,
    );
    expect(funnel.complaints).toEqual([]);
    const widths = funnel.marks.filter(({ marktype }) => marktype === 'rect') as (Mark & { width: number })[];
    expect(widths.map(({ width }) => width / widths[0]!.width)).toEqual(
      [1, 1 / 2, 1 / 3].map((one) => expect.closeTo(one, 6)),
    );
    const bars = [{ key: '0', quartile_1: 10, median_days: 20, quartile_3: 50 }];
    const gaps = await drawn(gapsChart({ names: { 0: 'a' }, days: 'd' }, 30, palette), bars);
    expect(gaps.complaints).toEqual([]);
    const x = gaps.view.scale('x');
    expect(gaps.marks.find(({ marktype }) => marktype === 'symbol')!.x).toBeCloseTo(x(20), 6);
    expect(gaps.marks.find(({ marktype }) => marktype === 'rule')!.x).toBeCloseTo(x(30), 6);
  });
});
