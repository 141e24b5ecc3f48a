import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

export interface ClassesWords {
  actual: string;
  predicted: string;
  repeats: string;
  purchases: string;
}

/** `ClassRow`s with their `label`: what came as bars with the interval of their mean, what was expected as points. */
export function classesChart(words: ClassesWords, palette: Palette): Spec {
  const { accent, faint, ink, paper } = palette;
  const colour = (name: string) =>
    ({
      datum: name,
      type: 'nominal',
      title: null,
      scale: { domain: [words.actual, words.predicted], range: [faint, accent] },
      legend: { symbolType: 'circle' },
    }) as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 240,
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      x: {
        field: 'label',
        type: 'nominal',
        sort: null,
        title: words.repeats,
        scale: { paddingInner: 0.35 },
        axis: { labelAngle: 0 },
      },
    },
    layer: [
      {
        mark: 'bar',
        encoding: {
          y: { field: 'actual', type: 'quantitative', title: words.purchases },
          color: colour(words.actual),
          opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0.55 },
        },
      },
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', color: ink, strokeWidth: 1.5 },
        encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
      },
      {
        mark: { type: 'point', shape: 'diamond', size: 130, opacity: 1, stroke: paper, strokeWidth: 1.5 },
        encoding: { y: { field: 'predicted', type: 'quantitative' }, color: colour(words.predicted) },
      },
    ],
  };
}
