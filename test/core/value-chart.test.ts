import { Error as ERRORS, parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { cellsChart } from '../../src/analyses/value/cells.chart.ts';
import { classesChart } from '../../src/analyses/value/classes.chart.ts';
import { groupsChart } from '../../src/analyses/value/groups.chart.ts';
import { trackingChart } from '../../src/analyses/value/tracking.chart.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS, type Spec } from '../../src/chart/draw.ts';
import { PALETTES } from '../../src/ui/theme.ts';

const palette = PALETTES.light;

/** A drawn mark, with what of the row it stands for the tests read. */
interface Mark {
  marktype: string;
  fill?: string;
  stroke?: string;
  width?: number;
  y?: number;
  datum?: Record<string, unknown>;
}

/** Draws without a page; all marks, and what the grammar complained about. */
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
  collect((view.scenegraph() as unknown as { root: Item }).root, marks);
  return { complaints, marks: marks.filter(({ datum }) => datum && '_i' in datum) };
}

type Item = Mark & { items?: Item[]; mark?: { marktype: string } };

function collect(item: Item, into: Mark[]): void {
  if (item.mark) into.push({ ...item, marktype: item.mark.marktype });
  for (const child of item.items ?? []) collect(child, into);
}

describe('the picture of who is still there', () => {
  it('shades by probability and leaves grey what cannot be judged', async () => {
    const cell = (repeats: number, silence: number, p_alive: number | null) => ({
      ...{ repeats, silence, p_alive, customers: 5, name: `${repeats}-${silence}` },
    });
    const words = { repeats: 'r', silence: 's', ranges: ['a', 'b'], rows: ['0', '1'] };
    const { marks, complaints } = await drawn(cellsChart(words, palette), [
      cell(0, 0, null),
      cell(1, 0, 1),
      cell(1, 1, 0),
    ]);
    const fill = (name: string) =>
      marks.find(({ marktype, datum }) => marktype === 'rect' && datum!.name === name)!.fill;
    expect(fill('0-0')).toBe(palette.line);
    expect(fill('1-0')).toBe(rgb(palette.ramp.at(-1)!));
    expect(fill('1-1')).toBe(rgb(palette.ramp[0]!));
    expect(complaints).toEqual([]);
  });
});

describe('the picture of the classes', () => {
  it('has a bar for what came, a point for what was expected, an interval where there is one', async () => {
    const row = { repeats: 0, customers: 4, actual: 1, predicted: 2, label: '0' };
    const { marks, complaints } = await drawn(
      classesChart({ actual: 'came', predicted: 'expected', repeats: 'r', purchases: 'p' }, palette),
      [
        { ...row, low: 0.5, high: 1.5 },
        { ...row, repeats: 1, label: '1', low: NaN, high: NaN },
      ],
    );
    const count = (type: string) => marks.filter(({ marktype }) => marktype === type).length;
    expect([count('rect'), count('symbol'), count('rule')]).toEqual([2, 2, 1]);
    expect(marks.find(({ marktype }) => marktype === 'symbol')!.fill).toBe(palette.accent);
    expect(complaints).toEqual([]);
  });
});

describe('the picture of the weeks', () => {
  it('draws both lines through every week', async () => {
    const weeks = [1, 2, 3].map((i) => ({
      ...{ week_end: new Date(Date.UTC(2024, 0, 7 * i)), actual: i, expected: 2 * i },
    }));
    const words = { actual: 'came', expected: 'expected', split: 'here', language: 'en' };
    const { marks, complaints } = await drawn(trackingChart(words, weeks[1]!.week_end, palette), weeks);
    const points = marks.filter(({ marktype }) => marktype === 'line');
    expect(points.map(({ stroke }) => stroke).sort()).toEqual(
      [palette.ink, palette.ink, palette.ink, palette.accent, palette.accent, palette.accent].sort(),
    );
    expect(complaints).toEqual([]);
  });
});

describe('the picture of the segments', () => {
  it('leaves the interval out where there is none', async () => {
    const bar = { value: 10, text: '10' };
    const { marks, complaints } = await drawn(
      groupsChart(
        [
          { ...bar, label: 'a', low: 8, high: 12 },
          { ...bar, label: 'b', low: NaN, high: NaN },
        ],
        palette,
      ),
      [
        { ...bar, label: 'a', low: 8, high: 12 },
        { ...bar, label: 'b', low: NaN, high: NaN },
      ],
    );
    const of = (type: string) => marks.filter(({ marktype }) => marktype === type);
    expect(of('rule').map(({ datum }) => datum!.label)).toEqual(['a']);
    const [one, other] = of('rect') as [Mark, Mark];
    expect(one.width).toBe(other.width);
    expect(complaints).toEqual([]);
  });
});

function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
