import { Error as ERRORS, parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { lifecycleAnswer, slippedAnswer } from '../../src/analyses/lifecycle/answer.ts';
import {
  BEGINNINGS,
  type LifecycleMonthRow,
  type LifecycleMoveRow,
  type LifecycleSummaryRow,
  type Stage,
  STAGES,
} from '../../src/analyses/lifecycle/lifecycle.ts';
import {
  type MonthPiece,
  monthPieces,
  monthsChart,
  partColours,
  PARTS,
} from '../../src/analyses/lifecycle/months.chart.ts';
import { movesChart } from '../../src/analyses/lifecycle/moves.chart.ts';
import { profitChart } from '../../src/analyses/lifecycle/profit.chart.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS, type Spec } from '../../src/chart/draw.ts';
import words from '../../src/messages/en/lifecycle.ts';
import { Formats } from '../../src/state/formats.ts';
import { PALETTES } from '../../src/ui/theme.ts';

const palette = PALETTES.light;
const colours = partColours(palette);
const COUNTS = { exploration: 10, buildup: 20, maturity: 5, decline: 15 };
const MONTHS: LifecycleMonthRow[] = [1, 2, 3].flatMap((number) =>
  STAGES.map((stage, i) => ({
    month: new Date(Date.UTC(2024, number - 1, 1)),
    as_of: new Date(Date.UTC(2024, number, 0, 23)),
    position: i + 1,
    stage,
    customers: number * COUNTS[stage],
    revenue: number * COUNTS[stage] * 100,
    lost_customers: stage === 'decline' ? number * 5 : 0,
    lost_revenue: stage === 'decline' ? number * 300 : 0,
  })),
);
const settled = new Date(Date.UTC(2024, 1, 15));
const MOVES: LifecycleMoveRow[] = BEGINNINGS.flatMap((from_stage, i) =>
  STAGES.map((to_stage, j) => ({
    from_position: i,
    from_stage,
    to_position: j + 1,
    to_stage,
    customers: i === 2 ? 0 : 10 * i + j,
    share: i === 2 ? null : (10 * i + j) / (40 * i + 6),
    revenue: 100 * i,
  })),
);

/** Draws without a page; the picture as a list of marks, and what the grammar complained about. */
async function drawn(spec: Spec, rows: readonly object[], signals: Record<string, unknown> = {}) {
  const complaints: string[] = [];
  const warn = (...message: unknown[]) => void complaints.push(message.join(' '));
  const logger = { level: () => logger, warn, error: warn, info: () => logger, debug: () => logger };
  const compiled = compile(spec, { config: chartConfig('light'), logger: logger as never });
  const view = new View(parse(compiled.spec), { renderer: 'none', logLevel: ERRORS });
  view.data(
    ROWS,
    rows.map((row, _i) => ({ ...row, _i })),
  );
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  await view.runAsync();
  const marks: Mark[] = [];
  collect((view.scenegraph() as unknown as { root: Item }).root, marks);
  return { complaints, marks, view };
}

interface Mark {
  marktype: string;
  y: number;
  width: number;
  height: number;
  fill: string;
  stroke: string;
  opacity: number;
  text: string;
  datum: MonthPiece & LifecycleMoveRow;
}

interface Item {
  marktype?: string;
  role?: string;
  items?: Item[];
}

function collect(item: Item, into: Mark[]): void {
  if (item.marktype && item.role === 'mark' && item.marktype !== 'group')
    into.push(...(item.items ?? []).map((one) => ({ ...(one as Mark), marktype: item.marktype! })));
  else item.items?.forEach((one) => collect(one, into));
}

describe('the months', () => {
  it('have the lost apart from the others in decline', () => {
    const pieces = monthPieces(MONTHS, { lost: true, settled });
    expect(pieces.length).toBe(15);
    const march = pieces.slice(10);
    expect(march.map(({ part }) => part)).toEqual([...PARTS]);
    expect(march.map(({ customers }) => customers)).toEqual([30, 60, 15, 30, 15]);
    expect(march.map(({ revenue }) => revenue)).toEqual([3000, 6000, 1500, 3600, 900]);
    expect(march.map(({ share }) => share)).toEqual([0.2, 0.4, 0.1, 0.2, 0.1]);
    expect(pieces.map(({ early }) => early)).toEqual(
      [true, false, false].flatMap((one) => Array(5).fill(one)),
    );
  });

  it('are shares of those shown where the lost are left out', () => {
    const march = monthPieces(MONTHS, { lost: false, settled }).slice(8);
    expect(march.map(({ part }) => part)).toEqual([...STAGES]);
    expect(march.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(march[1]!.share).toBeCloseTo(60 / 135);
  });

  it.each(['customers', 'share', 'revenue'] as const)('stack %s in the order of the stages', async (show) => {
    const pieces = monthPieces(MONTHS, { lost: true, settled });
    const parts = { ...words.stages, lost: words.lost };
    const spec = monthsChart({ language: 'en', parts }, show, true, palette);
    const { complaints, marks, view } = await drawn(spec, pieces, { chosen: 'decline' });
    expect(complaints).toEqual([]);
    const march = marks
      .filter(({ marktype, datum }) => marktype === 'rect' && datum.month.valueOf() === +MONTHS.at(-1)!.month)
      .sort((a, b) => b.y - a.y);
    expect(march.map(({ datum }) => datum.part)).toEqual([...PARTS]);
    expect(march.map(({ fill }) => fill)).toEqual(PARTS.map((part) => colours[part]));
    const y = view.scale('y');
    for (const { height, datum } of march) expect(height).toBeCloseTo(y(0) - y(datum[show]), 4);
    expect(march.map(({ opacity }) => opacity)).toEqual([0.3, 0.3, 0.3, 1, 1]);
  });
});

describe('the moves', () => {
  const spec = movesChart(
    { stages: { not_yet: words.notYet, ...words.stages }, ...words.movesAxes },
    MOVES,
    palette,
  );

  it('have a cell for every pair, shaded by its share of the row, with the customers in it', async () => {
    const { complaints, marks, view } = await drawn(spec, MOVES);
    expect(complaints).toEqual([]);
    expect(view.scale('y').domain()).toEqual([...BEGINNINGS]);
    expect(view.scale('x').domain()).toEqual([...STAGES]);
    const cells = marks.filter(({ marktype }) => marktype === 'rect');
    expect(cells.length).toBe(20);
    for (const { fill, datum } of cells) expect(fill).toBe(view.scale('color')(datum.share ?? 0));
    const texts = marks.filter(({ marktype }) => marktype === 'text');
    expect(texts.map(({ text }) => text)).toEqual(MOVES.map(({ customers }) => String(customers)));
  });

  it('outline the chosen one', async () => {
    const { marks } = await drawn(spec, MOVES, { chosen: 'maturity-decline' });
    const outlined = marks.filter(({ stroke }) => stroke === palette.ink);
    expect(outlined.map(({ datum }) => [datum.from_stage, datum.to_stage])).toEqual([
      ['maturity', 'decline'],
    ]);
  });
});

describe('the bars of what a customer brings', () => {
  it('go left where there is a loss, and say how much', async () => {
    const rows = (['exploration', 'decline'] as Stage[]).map((stage, i) => ({
      stage,
      value: i ? -20 : 40,
      label: i ? '−£20' : '£40',
      customers: 3,
    }));
    const { complaints, marks, view } = await drawn(profitChart(words.stages, rows, palette), rows);
    expect(complaints).toEqual([]);
    const bars = marks.filter(({ marktype }) => marktype === 'rect') as (Mark & { x: number })[];
    const x = view.scale('x');
    expect(bars.map((bar) => bar.x)).toEqual([x(0), x(-20)]);
    expect(bars.map(({ fill }) => fill)).toEqual([colours.exploration, colours.decline]);
    expect(marks.filter(({ marktype }) => marktype === 'text').map(({ text }) => text)).toEqual([
      '£40',
      '−£20',
    ]);
  });
});

describe('the answer', () => {
  const f = new Formats('en', null);
  const stage = (name: Stage, customers: number, lost = 0) =>
    ({
      stage: name,
      customers,
      lost,
      customer_share: customers / 40,
      revenue: 100,
      revenue_share: 0.25,
    }) as LifecycleSummaryRow;

  it('says how many are in decline, or that nobody is', () => {
    const rows = [stage('exploration', 30), stage('decline', 10, 4)];
    expect(lifecycleAnswer(rows, words, f)).toContain(
      '10 of 40 customers (25%) are in decline, 4 of them lost',
    );
    expect(lifecycleAnswer([stage('exploration', 40), stage('decline', 0)], words, f)).toBe(
      'None of the 40 customers is in decline.',
    );
    expect(lifecycleAnswer([stage('exploration', 0), stage('decline', 0)], words, f)).toBeNull();
  });

  it('counts as slipped only those who were in a better stage', () => {
    const since = new Date(Date.UTC(2024, 0, 1));
    expect(slippedAnswer(MOVES, since, words, f)).toContain('46 customers slipped');
    expect(slippedAnswer(MOVES.slice(0, 4), since, words, f)).toContain('Nobody slipped');
  });
});
