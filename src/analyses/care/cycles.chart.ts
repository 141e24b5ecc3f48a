import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';
import type { CycleRow } from './care.ts';

/** A product of the picture, with the interval of its median drawn to the median itself where there is none. */
export type CyclePoint = CycleRow & { low: number; high: number };

export function cyclePoints(rows: readonly CycleRow[], most: number): CyclePoint[] {
  return rows
    .slice(0, most)
    .map((row) => ({
      ...row,
      low: row.unit_days_low ?? row.unit_days,
      high: row.unit_days_high ?? row.unit_days,
    }))
    .sort((a, b) => a.unit_days - b.unit_days);
}

/** Products down, the shortest-lived first: a dot for the median, a thick line for its interval, a thin one for four gaps in five. */
export function cyclesChart(points: readonly CyclePoint[], days: string, palette: Palette): Spec {
  const colour = palette.category[1]!;
  const line = (from: keyof CyclePoint, to: keyof CyclePoint, width: number, opacity: number) => ({
    mark: { type: 'rule' as const, strokeWidth: width, color: colour, opacity, strokeCap: 'round' as const },
    encoding: {
      x: {
        field: from,
        type: 'quantitative' as const,
        title: days,
        scale: { zero: true },
        axis: { tickCount: 6, grid: true },
      },
      x2: { field: to },
    },
  });
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 26 },
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'item',
        type: 'nominal',
        sort: points.map(({ item }) => item),
        title: null,
        axis: {
          domain: false,
          labelColor: palette.ink,
          labelLimit: 150,
          labelExpr: `${JSON.stringify(Object.fromEntries(points.map(({ item, product }) => [item, product])))}[datum.value]`,
        },
      },
    },
    layer: [
      line('short_unit_days', 'long_unit_days', 1.5, 0.55),
      line('low', 'high', 6, 0.45),
      {
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: {
          x: { field: 'unit_days', type: 'quantitative' },
          color: {
            condition: { test: 'datum._i === focus', value: palette.accent },
            value: colour,
          },
        },
      },
    ],
  };
}
