import { Error as ERRORS, parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { type GainBar, gainsChart } from '../../src/analyses/change/gains.chart.ts';
import { waterfallChart } from '../../src/analyses/change/waterfall.chart.ts';
import { waterfall } from '../../src/analyses/change/waterfall.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS, type Spec } from '../../src/chart/draw.ts';
import { PALETTES } from '../../src/ui/theme.ts';

const palette = PALETTES.light;
const part = (key: string, value: number) => ({ key, name: `Name of ${key}`, value, note: '' });
const STEPS = waterfall(
  { name: 'Before', value: 1000, note: '' },
  [part('a', -300), part('b', 0), part('c', 120), part('d', -20)],
  { name: 'After', value: 800, note: '' },
  (value) => `¥${value}`,
);

interface Mark {
  marktype: string;
  role: string;
  x: number;
  y: number;
  width: number;
  fill: string;
  text: string;
  bounds: { x2: number };
  datum: Record<string, unknown>;
}

interface Item {
  marktype?: string;
  role?: string;
  items?: Item[];
}

/** Draws without a page, `width` pixels wide; the marks of the picture, its axis labels apart. */
async function drawn(spec: Spec, rows: readonly object[], width: number) {
  const complaints: string[] = [];
  const warn = (...message: unknown[]) => void complaints.push(message.join(' '));
  const logger = { level: () => logger, warn, error: warn, info: () => logger, debug: () => logger };
  const compiled = compile({ ...spec, width } as Spec, {
    config: chartConfig('light'),
    logger: logger as never,
  });
  const view = new View(parse(compiled.spec), { renderer: 'none', logLevel: ERRORS });
  view.data(
    ROWS,
    rows.map((row, _i) => ({ ...row, _i })),
  );
  await view.runAsync();
  const marks: Mark[] = [];
  collect((view.scenegraph() as unknown as { root: Item }).root, marks);
  const of = (role: string, marktype: string) =>
    marks.filter((mark) => mark.role === role && mark.marktype === marktype);
  return { view, complaints, of };
}

function collect(item: Item, into: Mark[]): void {
  if (item.marktype && item.marktype !== 'group')
    into.push(
      ...(item.items ?? []).map((one) => ({
        ...(one as unknown as Mark),
        marktype: item.marktype!,
        role: item.role!,
      })),
    );
  else item.items?.forEach((one) => collect(one, into));
}

describe('the steps from before to after', () => {
  it('begin where the last one ended and leave out what added nothing', () => {
    expect(STEPS.map(({ key, role, start, end, place }) => [key, role, start, end, place])).toEqual([
      ['before', 'total', 1000, 1000, 0],
      ['a', 'fall', 1000, 700, 1],
      ['c', 'rise', 700, 820, 2],
      ['d', 'fall', 820, 800, 3],
      ['after', 'total', 800, 800, 4],
    ]);
  });

  it('are drawn with every name, as long as what they added, what fell in the accent', async () => {
    const { view, complaints, of } = await drawn(waterfallChart(STEPS, palette), STEPS, 400);
    expect(complaints).toEqual([]);
    expect(of('axis-label', 'text').map(({ text }) => text)).toEqual(STEPS.map(({ name }) => name));
    const x = view.scale('x');
    const bars = of('mark', 'rect');
    expect(bars.map(({ width }) => Math.round(width))).toEqual(
      [300, 120, 20].map((by) => Math.round(x(by) - x(0))),
    );
    expect(bars.map(({ fill }) => fill)).toEqual([palette.accent, palette.good, palette.accent]);
    const strokes = of('mark', 'rule').filter(({ datum }) => datum.role === 'total' && 'top' in datum);
    expect(strokes.map((stroke) => Math.round(stroke.x))).toEqual([1000, 800].map((at) => Math.round(x(at))));
    expect(of('mark', 'text').map(({ text }) => text)).toEqual(STEPS.map(({ label }) => label));
  });

  it.each([210, 900])('leave room for the labels in %i pixels', async (width) => {
    const steps = waterfall(
      { name: 'Before', value: 2_177_977, note: '' },
      [part('a', 1_929_878)],
      { name: 'After', value: 4_107_855, note: '' },
      (value) => `£${value.toLocaleString('en')}`,
    );
    const { view, of } = await drawn(waterfallChart(steps, palette), steps, width);
    for (const { x, text } of of('mark', 'text')) expect(x + 7 * text.length).toBeLessThanOrEqual(width);
    expect(view.scale('x')(4_107_855) - view.scale('x')(2_177_977)).toBeGreaterThan(width * 0.4);
  });

  it('are drawn where nothing changed', async () => {
    const steps = waterfall(
      { name: 'Before', value: 0, note: '' },
      [],
      { name: 'After', value: 0, note: '' },
      String,
    );
    const { complaints, of } = await drawn(waterfallChart(steps, palette), steps, 300);
    expect(complaints).toEqual([]);
    expect(of('mark', 'text').every(({ x }) => Number.isFinite(x))).toBe(true);
  });
});

describe('the bars of the levers', () => {
  const bar = (name: string, value: number, range: number | null, few = false): GainBar => ({
    name,
    value,
    low: range && value - range,
    high: range && value + range,
    label: String(value),
    few,
  });
  const BARS = [bar('return', 80, 20), bar('price', 60, null), bar('back', 90, null, true)];

  it('stand in the order of the rows, the first in the accent, an interval only where there is one', async () => {
    const { view, complaints, of } = await drawn(gainsChart(BARS, palette), BARS, 400);
    expect(complaints).toEqual([]);
    expect(view.scale('y').domain()).toEqual(['return', 'price', 'back']);
    expect(of('mark', 'rect').map(({ fill }) => fill)).toEqual([
      palette.accent,
      palette.faint,
      palette.faint,
    ]);
    expect(of('mark', 'rule')).toHaveLength(1);
    const label = of('mark', 'text')[0]!;
    expect(label.x).toBeCloseTo(view.scale('x')(100), 6);
  });
});
