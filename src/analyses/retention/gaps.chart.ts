import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** A product or category with the middle half of its gaps, in days. */
export interface GapBar {
  /** Its place from the top, as text. */
  key: string;
  quartile_1: number;
  median_days: number;
  quartile_3: number;
}

/** The middle half of the gaps as a bar and their median as a dot; the shop's median is a dashed rule. */
export function gapsChart(
  words: { names: Record<string, string>; days: string },
  shopMedian: number | null,
  { category, ink, soft, accent, paper }: Palette,
): Spec {
  return {
    data: { name: ROWS },
    width: 'container',
    height: 28 * Object.keys(words.names).length,
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'key',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { paddingInner: 0.4 },
        axis: {
          labelExpr: `${JSON.stringify(words.names)}[datum.value]`,
          labelLimit: 130,
          labelColor: ink,
          domain: false,
        },
      },
    },
    layer: [
      {
        mark: { type: 'bar', cornerRadius: 3, opacity: 0.4 },
        encoding: {
          x: {
            field: 'quartile_1',
            type: 'quantitative',
            title: words.days,
            scale: { zero: true },
            axis: { grid: true, tickCount: 5 },
          },
          x2: { field: 'quartile_3' },
          color: { value: category[1]! },
          stroke: { condition: { test: 'datum._i === focus', value: accent }, value: 'transparent' },
          strokeWidth: { value: 3 },
        },
      },
      {
        mark: { type: 'point', size: 80, stroke: paper, strokeWidth: 1 },
        encoding: {
          x: { field: 'median_days', type: 'quantitative' },
          color: { value: category[1]! },
        },
      },
      {
        data: { values: shopMedian === null ? [] : [{ days: shopMedian }] },
        mark: { type: 'rule', strokeDash: [4, 4], strokeWidth: 1.5, color: soft },
        encoding: { x: { field: 'days', type: 'quantitative' }, y: { value: 0 }, y2: { value: 'height' } },
      },
    ],
  };
}
