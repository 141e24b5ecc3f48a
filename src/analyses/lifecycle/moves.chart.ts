import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';
import { type Beginning, type LifecycleMoveRow, STAGES } from './lifecycle.ts';

export interface MovesWords {
  stages: Record<Beginning, string>;
  from: string;
  to: string;
}

/**
 * The earlier stage down, the later across; each cell says how many customers made the move and is shaded by their share
 * of the row. The parameter `chosen` is the `moveName` of a marked cell.
 */
export function movesChart(words: MovesWords, rows: readonly LifecycleMoveRow[], palette: Palette): Spec {
  const { ramp, ink, paper } = palette;
  const rowsShown = new Set(rows.map(({ from_stage }) => from_stage)).size;
  const labelExpr = `${JSON.stringify(words.stages)}[datum.value]`;
  const inverse = `contrast(scale('color', datum.level), '${paper}') > contrast(scale('color', datum.level), '${ink}')`;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 44 * rowsShown,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    transform: [{ calculate: 'datum.share === null ? 0 : datum.share', as: 'level' }],
    encoding: {
      x: {
        field: 'to_stage',
        type: 'nominal',
        sort: [...STAGES],
        scale: { paddingInner: 0.04, paddingOuter: 0.02 },
        title: words.to,
        axis: { orient: 'top', labelAngle: 0, labelExpr, domain: false, labelColor: ink, labelLimit: 90 },
      },
      y: {
        field: 'from_stage',
        type: 'nominal',
        sort: null,
        scale: { paddingInner: 0.06, paddingOuter: 0.02 },
        title: words.from,
        axis: { labelExpr, domain: false, labelColor: ink, labelLimit: 130 },
      },
    },
    layer: [
      {
        mark: { type: 'rect', cursor: 'pointer', cornerRadius: 2 },
        encoding: {
          color: {
            field: 'level',
            type: 'quantitative',
            scale: { domain: ramp.map((_, i) => i / (ramp.length - 1)), range: [...ramp] },
            legend: null,
          },
          stroke: {
            condition: {
              test: "datum._i === focus || datum.from_stage + '-' + datum.to_stage === chosen",
              value: ink,
            },
            value: 'transparent',
          },
          strokeWidth: { value: 3 },
        },
      },
      {
        mark: { type: 'text', fontSize: 13, cursor: 'pointer' },
        encoding: {
          text: { field: 'customers', type: 'quantitative', format: ',' },
          color: { condition: { test: inverse, value: paper }, value: ink },
        },
      },
    ],
  };
}
