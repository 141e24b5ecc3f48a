import { ROWS, type Spec } from '../../chart/draw.ts';
import { monthFormat, shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';

export interface TrackingWords {
  actual: string;
  expected: string;
  split: string;
  language: string;
}

/** `TrackRow`s as two lines, what the model expected dashed; a rule marks where it had to stop looking. */
export function trackingChart(words: TrackingWords, split: Date, palette: Palette): Spec {
  const { accent, ink, soft, paper } = palette;
  const lines = [words.actual, words.expected];
  const x = {
    field: 'week_end',
    type: 'temporal',
    scale: { type: 'utc' },
    title: null,
    axis: {
      format: monthFormat(words.language),
      tickCount: { interval: 'month', step: 3 },
      labelFlush: true,
    },
  } as const;
  const key = {
    field: 'line',
    type: 'nominal',
    title: null,
    sort: null,
    legend: { symbolType: 'stroke', symbolStrokeWidth: 2.5 },
  } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 240,
    params: [{ name: 'focus', value: -1 }],
    layer: [
      {
        transform: [
          { fold: ['actual', 'expected'], as: ['which', 'cumulative'] },
          {
            calculate: `datum.which === 'actual' ? ${JSON.stringify(words.actual)} : ${JSON.stringify(words.expected)}`,
            as: 'line',
          },
        ],
        mark: 'line',
        encoding: {
          x,
          y: {
            field: 'cumulative',
            type: 'quantitative',
            title: null,
            axis: { labelExpr: shortNumberLabels(words.language) },
          },
          color: { ...key, scale: { domain: lines, range: [ink, accent] } },
          strokeDash: {
            ...key,
            scale: {
              domain: lines,
              range: [
                [1, 0],
                [6, 4],
              ],
            },
          },
        },
      },
      {
        mark: { type: 'point', size: 60, color: accent },
        encoding: {
          x,
          y: { field: 'actual', type: 'quantitative' },
          opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0 },
        },
      },
      {
        data: { values: [{ week_end: split.getTime() }] },
        mark: { type: 'rule', color: soft, strokeDash: [2, 3] },
        encoding: { x },
      },
      {
        data: { values: [{ week_end: split.getTime() }] },
        mark: {
          type: 'text',
          align: 'right',
          dx: -6,
          y: 8,
          color: soft,
          stroke: paper,
          strokeWidth: 0,
          text: words.split,
        },
        encoding: { x },
      },
    ],
  };
}
