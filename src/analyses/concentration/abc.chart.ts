import { ROWS, type Spec } from '../../chart/draw.ts';

/** One piece of the two bars: a class, which bar it is in and its share of 1. */
export interface AbcPiece {
  bar: string;
  abc: 'A' | 'B' | 'C';
  share: number;
}

/** Two bars under each other, number and revenue, each cut into A, B and C. */
export function abcChart(bars: readonly string[], ramp: readonly string[]): Spec {
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 40 },
    params: [{ name: 'focus', value: -1 }],
    mark: { type: 'bar', cornerRadiusEnd: 0 },
    encoding: {
      x: {
        field: 'share',
        type: 'quantitative',
        title: null,
        axis: { format: '.0%' },
        scale: { domain: [0, 1] },
      },
      y: { field: 'bar', type: 'nominal', title: null, sort: [...bars] },
      color: {
        field: 'abc',
        type: 'nominal',
        title: null,
        scale: { domain: ['A', 'B', 'C'], range: [ramp[4]!, ramp[2]!, ramp[1]!] },
      },
      opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0.9 },
    },
  };
}
