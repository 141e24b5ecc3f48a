import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';
import { domainWithRoom } from './room.ts';

/** One lever of the picture: what more of it brings, from `low` to `high`; `label` is `value` in words. */
export interface GainBar {
  name: string;
  value: number;
  low: number | null;
  high: number | null;
  label: string;
  /** Known from few only: drawn pale. */
  few: boolean;
}

/** One bar per lever in the order of the rows, the first in the accent, with a stroke over its interval; those of few pale. */
export function gainsChart(bars: readonly GainBar[], palette: Palette): Spec {
  const ends = bars.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return {
    data: { name: ROWS },
    width: 'container',
    height: 32 * Math.max(1, bars.length),
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { paddingInner: 0.35 },
        axis: { labelColor: palette.ink, labelLimit: 150 },
      },
      x: {
        field: 'value',
        type: 'quantitative',
        axis: null,
        scale: {
          domain: domainWithRoom(
            least,
            most,
            bars.map(({ label }) => label),
          ),
          nice: false,
        },
      },
    },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          color: {
            condition: { test: 'datum._i === 0 && !datum.few', value: palette.accent },
            value: palette.faint,
          },
          opacity: {
            condition: [
              { test: 'datum._i === focus', value: 1 },
              { test: 'datum.few', value: 0.35 },
            ],
            value: 0.85,
          },
        },
      },
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', stroke: palette.ink, strokeWidth: 2 },
        encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
      {
        transform: [{ calculate: 'max(0, datum.value, isValid(datum.high) ? datum.high : 0)', as: 'edge' }],
        mark: { type: 'text', align: 'left', dx: 7 },
        encoding: { x: { field: 'edge', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
  };
}
