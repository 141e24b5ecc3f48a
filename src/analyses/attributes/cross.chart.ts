import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** A cell of two attributes against each other. */
export interface CrossCell {
  row: string;
  column: string;
  estimate: number;
  words: string;
  small: boolean;
}

/**
 * Two attributes as a cross table: each cell says its measure and is shaded by it, from the lowest to the highest of the
 * cells with enough customers; cells with few are hollow.
 */
export function crossChart(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly CrossCell[],
  titles: { row: string; column: string },
  { ramp, paper, ink, line, soft }: Palette,
): Spec {
  const sure = cells.filter(({ small }) => !small).map(({ estimate }) => estimate);
  const low = Math.min(...sure);
  const high = Math.max(...sure);
  const spread = high > low ? high - low : 1;
  const inverse = `!datum.small && contrast(scale('color', datum.level), '${paper}') > contrast(scale('color', datum.level), '${ink}')`;
  const axis = { labelColor: ink, domain: false, labelLimit: 140 } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 32 },
    params: [{ name: 'focus', value: -1 }],
    transform: [
      { calculate: `clamp((datum.estimate - ${low || 0}) / ${spread}, 0, 1)`, as: 'level' },
      { filter: 'isValid(datum.estimate)' },
    ],
    encoding: {
      x: {
        field: 'column',
        type: 'nominal',
        scale: { domain: [...columns], padding: 0.04 },
        title: titles.column,
        axis: { ...axis, orient: 'top', labelAngle: columns.length > 4 ? -35 : 0 },
      },
      y: {
        field: 'row',
        type: 'nominal',
        scale: { domain: [...rows], padding: 0.04 },
        title: titles.row,
        axis,
      },
    },
    layer: [
      {
        mark: { type: 'rect', cornerRadius: 2 },
        encoding: {
          color: {
            condition: { test: 'datum.small', value: 'transparent' },
            field: 'level',
            type: 'quantitative',
            scale: { domain: ramp.map((_, i) => i / (ramp.length - 1)), range: [...ramp] },
            legend: null,
          },
          stroke: { condition: { test: 'datum._i === focus', value: ink }, value: line },
          strokeWidth: { condition: { test: 'datum._i === focus', value: 3 }, value: 1 },
        },
      },
      {
        mark: { type: 'text', fontSize: 11 },
        encoding: {
          text: { field: 'words', type: 'nominal' },
          color: {
            condition: [
              { test: 'datum.small', value: soft },
              { test: inverse, value: paper },
            ],
            value: ink,
          },
        },
      },
    ],
  };
}
