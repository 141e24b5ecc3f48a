import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';
import type { Stage } from './lifecycle.ts';
import { partColours } from './months.chart.ts';

/** A stage with what its average customer brings; `label` is `value` in words. */
export interface ProfitRow {
  stage: Stage;
  value: number;
  label: string;
  customers: number;
}

/** One bar per stage, in the order of the rows. The parameter `chosen` is the stage to stress. */
export function profitChart(
  names: Record<Stage, string>,
  rows: readonly ProfitRow[],
  palette: Palette,
): Spec {
  const colours = partColours(palette);
  const values = rows.map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (most - least || 1) * 0.35;
  const faded = { test: "chosen !== '' && datum.stage !== chosen && datum._i !== focus", value: 0.35 };
  return {
    data: { name: ROWS },
    width: 'container',
    height: 40 * Math.max(1, rows.length),
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    encoding: {
      y: {
        field: 'stage',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { paddingInner: 0.3 },
        axis: {
          labelExpr: `${JSON.stringify(names)}[datum.value]`,
          labelColor: palette.ink,
          labelLimit: 120,
        },
      },
      x: {
        field: 'value',
        type: 'quantitative',
        axis: null,
        scale: { domain: [least, most + room], nice: false },
      },
    },
    layer: [
      {
        mark: { type: 'bar', cursor: 'pointer' },
        encoding: {
          color: {
            field: 'stage',
            type: 'nominal',
            legend: null,
            scale: { domain: rows.map(({ stage }) => stage), range: rows.map(({ stage }) => colours[stage]) },
          },
          opacity: { condition: faded, value: 1 },
        },
      },
      {
        transform: [{ calculate: 'max(0, datum.value)', as: 'end' }],
        mark: { type: 'text', align: 'left', dx: 6, cursor: 'pointer' },
        encoding: { x: { field: 'end', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
  };
}
