import { ROWS, type Spec } from '../../chart/draw.ts';
import { shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';

/** A point of a line; `low` and `high` bound it where a band is drawn. */
export interface LinePoint {
  /** Which line it is of: '' for the whole shop, else a group's place. */
  key: string;
  x: number;
  y: number;
  low: number | null;
  high: number | null;
  /** Its group has few customers. */
  small: boolean;
}

export interface LinesLayout {
  /** The lines in order, with their words; the whole shop's key is ''. */
  names: readonly (readonly [string, string])[];
  x: string;
  y: string;
  /** Steps of a curve instead of straight lines between points. */
  steps: boolean;
  percent: boolean;
  language: string;
  /** The room there is, in pixels. */
  width: number;
  /** Where the reader may read the curve: faint upright rules. */
  marks?: readonly number[];
}

/** The width of a name in the legend. */
const LEGEND = 220;

/** Lines over time since an order. The whole shop alone has its band; beside groups it is a thin dashed line. */
export function linesChart(layout: LinesLayout, { ink, faint, line, category, accent }: Palette): Spec {
  const { names, x, y, steps, percent, language, width, marks = [] } = layout;
  const alone = names.length === 1;
  const colours = names.map(([key], i) => (key === '' ? (alone ? category[1]! : ink) : category[i % 8]!));
  const interpolate = steps ? 'step-after' : 'linear';
  const words = JSON.stringify(Object.fromEntries(names));
  const xAt = {
    field: 'x',
    type: 'quantitative',
    title: x,
    axis: { format: 'd', tickMinStep: 1, tickCount: 8 },
    scale: { nice: false },
  } as const;
  const yAt = {
    field: 'y',
    type: 'quantitative',
    title: y,
    scale: { zero: true },
    axis: { grid: true, ...(percent ? { format: '.0%' } : { labelExpr: shortNumberLabels(language) }) },
  } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 280,
    params: [{ name: 'focus', value: -1 }],
    layer: [
      ...(marks.length
        ? [
            {
              data: { values: marks.map((day) => ({ day })) },
              mark: { type: 'rule', color: line } as const,
              encoding: { x: { field: 'day', type: 'quantitative' as const } },
            },
          ]
        : []),
      ...(alone
        ? [
            {
              transform: [{ filter: 'isValid(datum.low)' }],
              mark: { type: 'area', interpolate, opacity: 0.2, color: category[1]! } as const,
              encoding: {
                x: xAt,
                y: { ...yAt, field: 'low' },
                y2: { field: 'high' },
              },
            },
          ]
        : []),
      {
        mark: { type: 'line', interpolate },
        encoding: {
          x: xAt,
          y: yAt,
          color: {
            field: 'key',
            type: 'nominal',
            scale: { domain: names.map(([key]) => key), range: colours },
            legend: alone
              ? null
              : {
                  title: null,
                  columns: Math.max(1, Math.floor(width / LEGEND)),
                  symbolType: 'stroke',
                  labelExpr: `${words}[datum.value]`,
                  labelLimit: LEGEND - 40,
                },
          },
          strokeWidth: { condition: { test: "datum.key === ''", value: alone ? 2.5 : 1.5 }, value: 2.5 },
          strokeDash: {
            condition: [
              { test: `datum.key === '' && ${!alone}`, value: [6, 4] },
              { test: 'datum.small', value: [2, 4] },
            ],
            value: [1, 0],
          },
        },
      },
      {
        mark: { type: 'point', size: 70, color: accent, stroke: faint },
        encoding: {
          x: xAt,
          y: yAt,
          opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0 },
        },
      },
    ],
  };
}
