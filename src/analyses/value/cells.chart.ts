import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

export interface CellsWords {
  repeats: string;
  silence: string;
  /** The names of the ranges of silence and of the rows, in their order. */
  ranges: readonly string[];
  rows: readonly string[];
}

/**
 * `CellRow`s with their `name`: silence across, repeat purchases up; each cell says how many customers it holds and is
 * darker the likelier they are still there, grey where that is unknown. The parameter `chosen` is the name of a cell.
 */
export function cellsChart(words: CellsWords, palette: Palette): Spec {
  const { ramp, ink, paper, line } = palette;
  const inverse = `isValid(datum.p_alive) && contrast(scale('color', datum.p_alive), '${paper}') > contrast(scale('color', datum.p_alive), '${ink}')`;
  const rect = { type: 'rect', cursor: 'pointer', cornerRadius: 2 } as const;
  const marked = {
    stroke: {
      condition: { test: 'datum._i === focus || datum.name === chosen', value: ink },
      value: 'transparent',
    },
    strokeWidth: { value: 3 },
  } as const;
  const named = (names: readonly string[]) => `${JSON.stringify(names)}[datum.value]`;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 34 * words.rows.length,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    encoding: {
      x: {
        field: 'silence',
        type: 'ordinal',
        scale: { domain: words.ranges.map((_, i) => i), padding: 0.04 },
        title: words.silence,
        axis: { labelExpr: named(words.ranges), labelAngle: 0, labelOverlap: true, domain: false },
      },
      y: {
        field: 'repeats',
        type: 'ordinal',
        scale: { domain: words.rows.map((_, i) => i).reverse(), padding: 0.04 },
        title: words.repeats,
        axis: { labelExpr: named(words.rows) },
      },
    },
    layer: [
      {
        transform: [{ filter: 'isValid(datum.p_alive)' }],
        mark: rect,
        encoding: {
          color: {
            field: 'p_alive',
            type: 'quantitative',
            scale: { domain: ramp.map((_, i) => i / (ramp.length - 1)), range: [...ramp] },
            legend: null,
          },
          ...marked,
        },
      },
      {
        transform: [{ filter: '!isValid(datum.p_alive)' }],
        mark: { ...rect, color: line },
        encoding: marked,
      },
      {
        mark: { type: 'text', fontSize: 12, cursor: 'pointer' },
        encoding: {
          text: { field: 'customers', type: 'quantitative', format: ',' },
          color: { condition: { test: inverse, value: paper }, value: ink },
        },
      },
    ],
  };
}
