import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** A group with what it is expected to bring, `text` being that in words; `low` and `high` are NaN without an interval. */
export interface GroupBar {
  label: string;
  value: number;
  low: number;
  high: number;
  text: string;
}

/** Horizontal bars in the order of the rows, each with its interval; the parameter `chosen` is the label of a bar. */
export function groupsChart(rows: readonly GroupBar[], palette: Palette): Spec {
  const ends = rows.flatMap(({ value, high }) => [value, Number.isFinite(high) ? high : value]);
  const x = {
    field: 'value',
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, Math.max(...ends, 1e-9) * 1.3] as number[], nice: false },
  } as const;
  const y = {
    field: 'label',
    type: 'nominal',
    sort: null,
    title: null,
    scale: { paddingInner: 0.35 },
    axis: { labelLimit: 130, labelColor: palette.ink },
  } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 30 * Math.max(rows.length, 1),
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    encoding: { y },
    layer: [
      {
        mark: { type: 'bar', cursor: 'pointer', color: palette.category[1]! },
        encoding: {
          x,
          opacity: {
            condition: { test: 'datum._i === focus || datum.label === chosen', value: 1 },
            value: 0.7,
          },
        },
      },
      {
        transform: [{ filter: 'isValid(datum.high)' }],
        mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        transform: [
          { calculate: 'isValid(datum.high) ? max(datum.value, datum.high) : datum.value', as: 'end' },
        ],
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 11 },
        encoding: { x: { ...x, field: 'end' }, text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}
