import { ROWS, type Spec } from '../../chart/draw.ts';

/** A bar for each reason, the most frequent first; rows have `words` and `lines`. */
export function reasonsChart(lines: string): Spec {
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 28 },
    params: [{ name: 'focus', value: -1 }],
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'lines', type: 'quantitative', title: lines, axis: { tickMinStep: 1 } },
      y: { field: 'words', type: 'nominal', title: null, sort: '-x', axis: { labelLimit: 220 } },
      opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0.85 },
    },
  };
}
