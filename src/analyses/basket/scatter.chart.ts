import { ROWS, type Spec } from '../../chart/draw.ts';

/** The names of the two axes and of the colour. */
export interface ScatterWords {
  support: string;
  confidence: string;
  lift: string;
}

/**
 * A point per rule, `RuleRow`s: support across on a logarithmic scale, confidence up, the deeper the colour the higher
 * the lift. The parameter `chosen` is the index of the chosen rule, or −1.
 */
export function scatterChart(words: ScatterWords, ramp: readonly string[]): Spec {
  const marked = 'datum._i === focus || datum._i === chosen';
  return {
    data: { name: ROWS },
    width: 'container',
    height: 320,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: -1 },
    ],
    mark: { type: 'point', size: 50 },
    encoding: {
      x: {
        field: 'support',
        type: 'quantitative',
        title: words.support,
        scale: { type: 'log', nice: false },
        axis: { format: '~p', tickCount: 5, grid: false, labelOverlap: true },
      },
      y: {
        field: 'confidence',
        type: 'quantitative',
        title: words.confidence,
        scale: { zero: false, nice: true },
        axis: { format: '~p' },
      },
      color: {
        field: 'lift',
        type: 'quantitative',
        title: words.lift,
        scale: { type: 'log', nice: true, range: ramp.slice(1) },
        legend: { format: '.2~r', tickCount: 4, gradientLength: 160 },
      },
      order: { field: 'lift', type: 'quantitative' },
      size: { condition: { test: marked, value: 260 }, value: 50 },
      stroke: { condition: { test: marked, value: ramp.at(-1)! }, value: null },
      opacity: { condition: { test: marked, value: 1 }, value: 0.85 },
    },
  };
}
