import { Error as ERRORS, parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { fileAnswer } from '../../src/analyses/customers/answer.ts';
import { categoriesChart } from '../../src/analyses/customers/categories.chart.ts';
import type { CardRow, OrderRow, RhythmRow } from '../../src/analyses/customers/customers.ts';
import { timelineChart, timelineRows } from '../../src/analyses/customers/timeline.chart.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS, type Spec } from '../../src/chart/draw.ts';
import words from '../../src/messages/en/customers.ts';
import { Formats } from '../../src/state/formats.ts';
import { PALETTES } from '../../src/ui/theme.ts';

const palette = PALETTES.light;
const day = (text: string) => new Date(`${text}T12:00:00Z`);
const order = (order_id: string, ordered_at: Date | null, amount: number, refund = 0): OrderRow => ({
  order_id,
  ordered_at,
  lines: 1,
  units: 1,
  amount,
  discount: null,
  refund,
  revenue: amount - refund,
  cost: null,
  profit: null,
  products: null,
});

interface Item {
  x: number;
  y: number;
  stroke: string;
  fill: string;
  datum: Record<string, unknown>;
}

/** The marks of one kind, drawn 400 px wide without a page. */
async function marks(spec: Spec, rows: readonly object[], kind: string): Promise<Item[]> {
  const compiled = compile({ ...spec, width: 400 } as Spec, { config: chartConfig('light') });
  const view = new View(parse(compiled.spec), { renderer: 'none', logLevel: ERRORS });
  view.data(
    ROWS,
    rows.map((row, _i) => ({ ...row, _i })),
  );
  await view.runAsync();
  const found: Item[] = [];
  const walk = (node: { marktype?: string; role?: string; items?: object[] }): void => {
    if (node.marktype === kind && node.role === 'mark') found.push(...(node.items as Item[]));
    else node.items?.forEach(walk);
  };
  walk((view.scenegraph() as unknown as { root: object }).root);
  return found;
}

describe('the time line', () => {
  const rows = timelineRows([
    order('a', day('2024-03-01'), 10),
    order('b', day('2024-06-30'), 90, 5),
    order('undated', null, 50),
  ]);
  const span = [day('2024-01-01'), day('2024-12-31')] as const;
  const spec = timelineChart({ ...words.timeline, language: 'en' }, palette, span);

  it('has a dot for each order with a date, in its place within the time of the shop', async () => {
    const dots = await marks(spec, rows, 'symbol');
    expect(dots.map(({ datum }) => datum.order_id)).toEqual(['a', 'b']);
    expect(dots[1]!.x).toBeGreaterThan(180);
    expect(dots[1]!.x).toBeLessThan(220);
    expect(dots[0]!.y).toBeGreaterThan(dots[1]!.y);
  });

  it('marks refunds', async () => {
    const dots = await marks(spec, rows, 'symbol');
    expect(dots.map(({ stroke }) => stroke)).toEqual([palette.category[1], palette.accent]);
  });
});

it('a bar for each category, in the order given, with its share', async () => {
  const rows = [
    { name: 'Tea', revenue: 30, share: 0.75 },
    { name: 'Pots', revenue: 10, share: 0.25 },
  ];
  const texts = await marks(categoriesChart(rows, palette), rows, 'text');
  expect(texts.map(({ datum }) => datum.name)).toEqual(['Tea', 'Pots']);
  expect(texts[0]!.y).toBeLessThan(texts[1]!.y);
});

describe('the answer', () => {
  const card = { orders: 5, revenue: 5000, revenue_rank: 3, customers: 80 } as CardRow;
  const f = new Formats('en', null);
  const rhythm = (silence_days: number, gaps = 4): RhythmRow => ({
    orders: gaps + 1,
    gaps,
    last_order: day('2024-06-01'),
    silence_days,
    gap_low_days: 20,
    median_gap_days: 30,
    gap_high_days: 40,
    due_from: day('2024-06-21'),
    due: day('2024-07-01'),
    due_to: day('2024-07-11'),
  });
  const said = (one: RhythmRow | null) => fileAnswer('Ann', card, one, words, f);

  it.each([
    [10, 'the next one is due around Jul 1, 2024.'],
    [35, 'the next one has been due since Jul 1, 2024.'],
    [60, 'has been silent for 60: time to get in touch.'],
  ])('after %i days', (silence, end) => {
    expect(said(rhythm(silence))).toBe(
      `Ann: 5 orders and 5,000, no. 3 of 80 customers by revenue.${
        silence === 60 ? ' Used to order' : ' Orders'
      } about every 30 days${silence === 60 ? ', and ' : '; '}${end}`,
    );
  });

  it('does not promise a rhythm on one gap', () => {
    expect(said(rhythm(9, 1))).toMatch(/The last order was 9 days ago\.$/);
  });

  it('says nothing of time without dates', () => {
    expect(said(null)).toBe('Ann: 5 orders and 5,000, no. 3 of 80 customers by revenue.');
  });
});
