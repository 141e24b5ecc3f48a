import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

export const PARTS = ['won', 'given', 'cannibalised', 'net'] as const;
export type Part = (typeof PARTS)[number];

/** A part of the result, with its sign; `label` is `value` in words. */
export interface PartRow {
  part: Part;
  value: number;
  label: string;
}

/** One bar per part, what is lost to the left of nought, what is left over in ink. */
export function partsChart(names: Record<Part, string>, rows: readonly PartRow[], palette: Palette): Spec {
  const values = rows.map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (most - least || 1) * 0.4;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 38 * rows.length,
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'part',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { paddingInner: 0.35 },
        axis: {
          labelExpr: `${JSON.stringify(names)}[datum.value]`,
          labelColor: palette.ink,
          labelLimit: 140,
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
        mark: { type: 'bar' },
        encoding: {
          color: {
            condition: [
              { test: "datum.part === 'net'", value: palette.ink },
              { test: 'datum.value < 0', value: palette.bad },
            ],
            value: palette.good,
          },
          opacity: { condition: { test: 'focus >= 0 && datum._i !== focus', value: 0.5 }, value: 1 },
        },
      },
      {
        transform: [{ calculate: 'max(0, datum.value)', as: 'end' }],
        mark: { type: 'text', align: 'left', dx: 6 },
        encoding: { x: { field: 'end', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
  };
}
