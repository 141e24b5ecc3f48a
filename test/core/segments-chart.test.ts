import { Error as ERRORS, parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { cellOf, gridChart } from '../../src/analyses/segments/grid.chart.ts';
import type { Segment, SegmentSummaryRow } from '../../src/analyses/segments/segments.ts';
import { type ShareRow, sharesChart } from '../../src/analyses/segments/shares.chart.ts';
import { mostToWinBack } from '../../src/analyses/segments/urgency.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS, type Spec } from '../../src/chart/draw.ts';
import words from '../../src/messages/en/segments.ts';
import { PALETTES } from '../../src/ui/theme.ts';

const palette = PALETTES.light;
const share = (
  segment: Segment,
  customer_share: number,
  revenue_share: number,
  urgent = false,
): ShareRow => ({
  segment,
  customers: customer_share * 100,
  customer_share,
  revenue: revenue_share * 1000,
  revenue_share,
  urgent,
});
const SHARES = [share('champions', 0.2, 0.6), share('at_risk', 0.3, 0.3, true), share('lost', 0.5, 0.1)];
const CELLS = [5, 4, 3, 2, 1].flatMap((r) =>
  [1, 2, 3, 4, 5].map((f) => ({
    r,
    f,
    customers: r * f,
    revenue: r === 5 && f === 5 ? 900 : f,
    mean_monetary: 1,
  })),
);

/** Draws without a page; the picture as a tree of marks, and what the grammar complained about. */
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
  return { view, complaints, marks };
}

/** A drawn mark, with what of the row it stands for the tests read. */
interface Mark {
  marktype: string;
  width: number;
  fill: string;
  stroke: string;
  text: string;
  datum: (typeof CELLS)[0] & ShareRow & { measure?: string };
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

describe('the bars of the segments', () => {
  const spec = sharesChart({ names: words.names, ...words.measures }, palette, SHARES);

  it('compile without a complaint and stand in the order of the rows', async () => {
    const { view, complaints } = await drawn(spec, SHARES);
    expect(complaints).toEqual([]);
    expect(view.scale('y').domain()).toEqual(['champions', 'at_risk', 'lost']);
    expect(view.scale('x').domain()[0]).toBe(0);
    expect(view.scale('x').domain()[1]).toBeGreaterThan(0.6);
  });

  it('are two for each segment, as long as its shares, with the share beside them', async () => {
    const { view, marks } = await drawn(spec, SHARES);
    const bars = marks.filter(({ marktype, datum }) => marktype === 'rect' && datum.measure);
    const texts = marks.filter(({ marktype }) => marktype === 'text').map(({ text }) => text);
    const x = view.scale('x');
    expect(bars.map(({ width }) => Math.round(width)).sort()).toEqual(
      SHARES.flatMap((row) =>
        [row.customer_share, row.revenue_share].map((one) => Math.round(x(one) - x(0))),
      ).sort(),
    );
    expect(texts.sort()).toEqual(['10.0%', '20.0%', '30.0%', '30.0%', '50.0%', '60.0%']);
  });

  it('use the accent only for what to act on, and mark the chosen row', async () => {
    const { marks } = await drawn(spec, SHARES, { chosen: 'lost' });
    const filled = (colour: string) =>
      new Set(marks.filter(({ fill }) => fill === colour).map(({ datum }) => datum.segment));
    expect(filled(palette.accent)).toEqual(new Set(['at_risk']));
    expect(filled(palette.accentWash)).toEqual(new Set(['lost']));
  });
});

describe('the grid', () => {
  it('has the best recency on top and the best frequency at the right', async () => {
    const { view, complaints } = await drawn(gridChart(words.gridAxes, 'revenue', palette), CELLS);
    expect(complaints).toEqual([]);
    expect(view.scale('x').domain()).toEqual([1, 2, 3, 4, 5]);
    expect(view.scale('y')(5)).toBeLessThan(view.scale('y')(1));
  });

  it('says the customers of each cell and shades by the measure asked for', async () => {
    for (const shade of ['revenue', 'customers'] as const) {
      const { view, marks } = await drawn(gridChart(words.gridAxes, shade, palette), CELLS);
      const cells = marks.filter(({ marktype }) => marktype === 'rect');
      expect(cells).toHaveLength(25);
      for (const { fill, datum } of cells)
        expect(fill).toBe(view.scale('color')(Math.sqrt(datum[shade] / (shade === 'revenue' ? 900 : 25))));
      const texts = marks.filter(({ marktype }) => marktype === 'text');
      expect(texts.map(({ text }) => text)).toEqual(texts.map(({ datum }) => String(datum.customers)));
    }
  });

  it('writes legibly on every shade of both appearances', async () => {
    for (const { ramp, ink, paper } of Object.values(PALETTES)) {
      const { marks } = await drawn(
        gridChart(words.gridAxes, 'customers', { ...palette, ramp, ink, paper }),
        CELLS,
      );
      const fills = new Map(marks.filter((m) => m.marktype === 'rect').map((m) => [cellOf(m.datum), m.fill]));
      for (const { datum, fill } of marks.filter(({ marktype }) => marktype === 'text'))
        expect(contrast(fill, fills.get(cellOf(datum))!)).toBeGreaterThan(3.5);
    }
  });

  it('outlines the chosen cell', async () => {
    const { marks } = await drawn(gridChart(words.gridAxes, 'revenue', palette), CELLS, { chosen: 54 });
    const outlined = marks.filter(({ stroke }) => stroke === palette.ink).map(({ datum }) => cellOf(datum));
    expect(outlined).toEqual([54]);
  });

  it('draws a shop without revenue', async () => {
    const { marks } = await drawn(
      gridChart(words.gridAxes, 'revenue', palette),
      CELLS.map((cell) => ({ ...cell, revenue: 0 })),
    );
    expect(new Set(marks.filter(({ marktype }) => marktype === 'rect').map(({ fill }) => fill)).size).toBe(1);
  });
});

describe('whom to win back', () => {
  const row = (segment: Segment, customers: number, revenue: number) =>
    ({ segment, customers, revenue }) as SegmentSummaryRow;

  it('is the segment that is going and brought the most', () => {
    const rows = [
      row('champions', 9, 900),
      row('at_risk', 3, 50),
      row('cannot_lose_them', 1, 70),
      row('lost', 5, 80),
    ];
    expect(mostToWinBack(rows)?.segment).toBe('cannot_lose_them');
  });

  it('is nobody when nobody is going', () => {
    expect(mostToWinBack([row('champions', 9, 900), row('at_risk', 0, 0)])).toBeNull();
  });
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.startsWith('#')
    ? colour.match(/[0-9a-f]{2}/gi)!.map((pair) => parseInt(pair, 16))
    : colour.match(/\d+/g)!.map(Number);
  const [r, g, b] = digits.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
