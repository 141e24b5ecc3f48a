import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** A bar of the picture: a category in words and what the customer spent in it. */
export interface CategoryBar {
  name: string;
  revenue: number;
  share: number;
}

/** A bar per category in the order of the rows, with its share of what the customer spends written behind it. */
export function categoriesChart(rows: readonly CategoryBar[], palette: Palette): Spec {
  const largest = Math.max(0.01, ...rows.map(({ revenue }) => revenue));
  const smallest = Math.min(0, ...rows.map(({ revenue }) => revenue));
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 28 },
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: null,
        title: null,
        axis: { labelLimit: 140, labelColor: palette.ink, domain: false, ticks: false },
      },
    },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.7 } },
        encoding: {
          x: {
            field: 'revenue',
            type: 'quantitative',
            axis: null,
            scale: { domain: [smallest, largest * 1.25], nice: false },
          },
          color: {
            condition: { test: 'datum._i === focus', value: palette.accent },
            value: palette.category[1]!,
          },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 11 },
        encoding: {
          x: { field: 'revenue', type: 'quantitative' },
          text: { field: 'share', type: 'quantitative', format: '.0%' },
        },
      },
    ],
  };
}
