import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/**
 * Items as points with their names, larger the more baskets hold them, in the colour of their community; those beyond the palette are
 * grey. Pair rules are lines, stronger with their lift.
 */
export function networkChart(words: { lift: string }, width: number, height: number, palette: Palette): Spec {
  const place = (field: string, most: number) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, most], nice: false, zero: false },
  });
  const x = place('x', width);
  const y = place('y', height);
  const item = { filter: "datum.kind === 'item'" };
  const text = { type: 'text', baseline: 'bottom', dy: -6, fontSize: 11 } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height,
    params: [{ name: 'focus', value: -1 }],
    layer: [
      {
        transform: [{ filter: "datum.kind === 'rule'" }],
        mark: { type: 'rule', strokeCap: 'round', opacity: 0.75 },
        encoding: {
          x,
          y,
          x2: { field: 'x2' },
          y2: { field: 'y2' },
          color: {
            field: 'lift',
            type: 'quantitative',
            title: words.lift,
            scale: { type: 'log', nice: true, range: palette.ramp.slice(2) },
            legend: { format: '.2~r', tickCount: 4, gradientLength: 160 },
          },
          strokeWidth: { condition: { test: 'datum._i === focus', value: 6 }, value: 2.5 },
        },
      },
      {
        transform: [item],
        mark: { type: 'point', filled: true, opacity: 1, stroke: palette.ink },
        encoding: {
          x,
          y,
          size: {
            field: 'baskets',
            type: 'quantitative',
            scale: { range: [30, 400] },
            legend: null,
          },
          fill: {
            field: 'group',
            type: 'ordinal',
            scale: { domain: [...palette.category.keys()], range: [...palette.category] },
            legend: null,
          },
          strokeWidth: { condition: { test: 'datum._i === focus', value: 6 }, value: 0.5 },
        },
      },
      {
        transform: [item],
        encoding: { x, y, text: { field: 'short', type: 'nominal' }, detail: { field: 'label' } },
        layer: [
          { mark: { ...text, stroke: palette.paper, strokeWidth: 4, strokeJoin: 'round' } },
          { mark: text },
        ],
      },
    ],
  };
}
