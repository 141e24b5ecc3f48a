import { ROWS, type Spec } from '../../chart/draw.ts';

/** A point of the curve: shares of 1, of the customers or products and of their revenue. */
export interface CurvePoint {
  x: number;
  y: number;
}

/** The curve with the even spread beside it. The parameter `reading` (0–1) is where the reading line stands. */
export function curveChart(words: { x: string; y: string }): Spec {
  const share = { type: 'quantitative' as const, scale: { domain: [0, 1], nice: false } };
  const axis = { format: '.0%', tickCount: 5 };
  return {
    data: { name: ROWS },
    width: 'container',
    height: 320,
    params: [
      { name: 'focus', value: -1 },
      { name: 'reading', value: 0 },
    ],
    encoding: {
      x: { field: 'x', ...share, title: words.x, axis },
      y: { field: 'y', ...share, title: words.y, axis },
    },
    layer: [
      { mark: { type: 'area', opacity: 0.12 } },
      {
        data: {
          values: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
        mark: { type: 'line', strokeDash: [4, 4], strokeWidth: 1, opacity: 0.7 },
      },
      { mark: { type: 'line' } },
      {
        data: { values: [{}] },
        transform: [{ calculate: 'reading', as: 'x' }],
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { y: { value: 0 }, y2: { value: 'height' } },
      },
      {
        mark: { type: 'point', size: 90, opacity: 0 },
        encoding: {
          opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0 },
        },
      },
    ],
  };
}
