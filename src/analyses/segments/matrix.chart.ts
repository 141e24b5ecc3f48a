import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** Up to so many columns their words stand level. */
export const LEVEL = 5;

/** A cell of a cross table: what stands at its side and on top, by the keys of their words. */
export interface MatrixCell {
  row: string;
  column: string;
  customers: number;
  revenue: number;
}

export interface MatrixWords {
  /** The title of the rows and their words, in their order; likewise of the columns. */
  row: string;
  rows: Record<string, string>;
  column: string;
  columns: Record<string, string>;
}

export interface MatrixOrder {
  rows: readonly string[];
  columns: readonly string[];
  shade: 'customers' | 'revenue';
  /** Cells on the diagonal are outlined: those who stayed where they were. */
  diagonal?: boolean;
}

/**
 * A cross table as a picture: each cell says its customers and is shaded by the square root of its customers or revenue.
 * The parameter `chosen` is `row|column` of the marked cell.
 */
export function matrixChart(words: MatrixWords, order: MatrixOrder, palette: Palette): Spec {
  const { ramp, ink, paper, faint } = palette;
  const { shade } = order;
  const inverse = `contrast(scale('color', datum.level), '${paper}') > contrast(scale('color', datum.level), '${ink}')`;
  const axis = (names: Record<string, string>) =>
    ({
      labelExpr: `${JSON.stringify(names)}[datum.value]`,
      labelColor: ink,
      domain: false,
      labelLimit: 140,
    }) as const;
  const key = "datum.row + '|' + datum.column";
  const mark = `datum._i === focus || ${key} === chosen`;
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 32 },
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    transform: [
      { joinaggregate: [{ op: 'max', field: shade, as: 'largest' }] },
      { calculate: `datum.largest > 0 ? sqrt(max(0, datum.${shade}) / datum.largest) : 0`, as: 'level' },
    ],
    encoding: {
      x: {
        field: 'column',
        type: 'nominal',
        scale: { domain: [...order.columns], padding: 0.04 },
        title: words.column,
        axis: { ...axis(words.columns), orient: 'top', labelAngle: order.columns.length > LEVEL ? -35 : 0 },
      },
      y: {
        field: 'row',
        type: 'nominal',
        scale: { domain: [...order.rows], padding: 0.04 },
        title: words.row,
        axis: axis(words.rows),
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
            condition: [
              { test: mark, value: ink },
              ...(order.diagonal ? [{ test: 'datum.row === datum.column', value: faint }] : []),
            ],
            value: 'transparent',
          },
          strokeWidth: { condition: { test: mark, value: 3 }, value: 1.5 },
        },
      },
      {
        mark: { type: 'text', fontSize: 11, cursor: 'pointer' },
        encoding: {
          text: { field: 'customers', type: 'quantitative', format: ',' },
          color: { condition: { test: inverse, value: paper }, value: ink },
        },
      },
    ],
  };
}
