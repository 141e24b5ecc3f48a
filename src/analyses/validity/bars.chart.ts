import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** One bar: its name, its length, what is written at its end, and whether it is what to look at. */
export interface Bar {
  label: string;
  value: number;
  text: string;
  weak: boolean;
}

export interface BarsOptions {
  /** Dashed lines across the bars. */
  limits: readonly number[];
  /** The end of the axis; by default the longest bar or the last limit. */
  full?: number;
}

/** Horizontal bars in the order of the rows, with limits across; the parameter `chosen` is the label of a marked row. */
export function barsChart(rows: readonly Bar[], { limits, full }: BarsOptions, palette: Palette): Spec {
  const lowest = Math.min(0, ...rows.map(({ value }) => value));
  const highest = full ?? Math.max(...rows.map(({ value }) => value), ...limits, 1e-9);
  const x = {
    field: 'value',
    type: 'quantitative',
    axis: null,
    scale: { domain: [lowest, lowest + (highest - lowest) * 1.25] as number[], nice: false },
  } as const;
  const y = {
    field: 'label',
    type: 'nominal',
    sort: null,
    title: null,
    scale: { paddingInner: 0.3, paddingOuter: 0.15 },
    axis: { labelLimit: 160, labelColor: palette.ink },
  } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 30 * Math.max(rows.length, 1),
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    layer: [
      {
        mark: { type: 'bar', cursor: 'pointer' },
        encoding: {
          x,
          y,
          color: { condition: { test: 'datum.weak', value: palette.accent }, value: palette.faint },
          opacity: {
            condition: { test: 'datum._i === focus || datum.label === chosen', value: 1 },
            value: 0.75,
          },
        },
      },
      {
        data: { values: limits.map((value) => ({ value })) },
        mark: { type: 'rule', strokeDash: [4, 3], color: palette.soft, opacity: 0.8 },
        encoding: { x },
      },
      ...[{ stroke: palette.paper, strokeWidth: 4, strokeJoin: 'round' } as const, {}].map((halo) => ({
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 11, ...halo } as const,
        encoding: { x, y, text: { field: 'text', type: 'nominal' } } as const,
      })),
    ],
  };
}
