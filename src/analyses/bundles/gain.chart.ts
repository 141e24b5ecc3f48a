import { ROWS, type Spec } from '../../chart/draw.ts';
import { shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';

/** What a bundle leaves over at one discount (a share of 1), and the uptake from which it pays. */
export interface GainRow {
  discount: number;
  net: number;
  low: number;
  high: number;
  breakeven: number | null;
}

/**
 * Money left over against the discount, with the band of what the counts leave uncertain. The point is where it stops
 * paying, if it does; the parameter `chosen` is the discount in force.
 */
export function gainChart(
  words: { discount: string; money: string; stops: string },
  largest: number | null,
  language: string,
  palette: Palette,
): Spec {
  const { accent, ink, category, faint, paper } = palette;
  const money = { type: 'quantitative' as const, title: words.money };
  const mark = largest !== null && largest > 0 && largest < 0.5 ? [{ discount: largest, net: 0 }] : [];
  const beside =
    largest !== null && largest > 0.25
      ? { align: 'right' as const, dx: -10 }
      : { align: 'left' as const, dx: 10 };
  return {
    data: { name: ROWS },
    width: 'container',
    height: 280,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: 0 },
    ],
    encoding: {
      x: {
        field: 'discount',
        type: 'quantitative',
        title: words.discount,
        scale: { domain: [0, 0.5], nice: false },
        axis: { format: '.0%', tickCount: 5 },
      },
    },
    layer: [
      {
        mark: { type: 'area', color: category[1]!, opacity: 0.18 },
        encoding: {
          y: { field: 'low', ...money, axis: { labelExpr: shortNumberLabels(language) } },
          y2: { field: 'high' },
        },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: faint, strokeWidth: 1 },
        encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { field: 'zero', ...money } },
      },
      {
        mark: { type: 'line', color: category[1]! },
        encoding: { y: { field: 'net', ...money } },
      },
      {
        data: { values: [{}] },
        transform: [{ calculate: 'chosen', as: 'discount' }],
        mark: { type: 'rule', color: accent, strokeWidth: 2 },
        encoding: { y: { value: 0 }, y2: { value: 'height' } },
      },
      {
        mark: { type: 'point', size: 110, color: category[1]!, cursor: 'pointer' },
        encoding: {
          y: { field: 'net', ...money },
          opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0 },
        },
      },
      {
        data: { values: mark },
        encoding: { y: { field: 'net', ...money } },
        layer: [
          { mark: { type: 'point', shape: 'diamond', size: 120, color: ink } },
          ...[{ stroke: paper, strokeWidth: 4 }, {}].map((outline) => ({
            mark: { type: 'text' as const, ...beside, dy: -12, color: ink, ...outline },
            encoding: { text: { value: words.stops } },
          })),
        ],
      },
    ],
  };
}
