import { ROWS, type Spec } from '../../chart/draw.ts';
import { shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';
import type { Evidence } from './evidence.ts';

/** The axis and how its numbers are written. */
export interface IntervalWords {
  axis: string;
  language: string;
  unit: Evidence['unit'];
}

/**
 * A point with its interval for each bar, in their order; what the finding is about in the accent. Zero is on the axis.
 */
export function intervalsChart({ axis, language, unit }: IntervalWords, palette: Palette): Spec {
  const color = {
    condition: { test: 'datum.focus', value: palette.accent },
    value: palette.soft,
  } as const;
  const x = {
    type: 'quantitative',
    title: axis,
    scale: { zero: true, nice: true },
    axis: {
      tickCount: 5,
      grid: true,
      ...(unit === 'percent' ? { format: '~%' } : { labelExpr: shortNumberLabels(language) }),
    },
  } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 40 },
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: null,
        title: null,
        axis: { labelLimit: 140, labelColor: palette.ink, ticks: false, domain: false },
      },
    },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 2, strokeCap: 'round' },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, color },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1 },
        encoding: {
          x: { field: 'value', ...x },
          color,
          size: { condition: { test: 'datum._i === focus', value: 180 }, value: 110 },
        },
      },
    ],
  };
}
