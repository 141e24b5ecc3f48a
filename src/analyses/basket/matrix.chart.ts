import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

export const SHADED = ['lift', 'confidence'] as const;

/**
 * `MatrixRow`s as fields: left sides down, right sides across, both in the order of `items`; the deeper the colour the higher
 * the measure. The parameter `chosen` is the index of the chosen rule, or −1.
 */
export function matrixChart(
  words: { lift: string; confidence: string; antecedent: string; consequent: string },
  items: readonly string[],
  shade: (typeof SHADED)[number],
  palette: Palette,
): Spec {
  const scale = { type: 'band' as const, domain: [...items], padding: 0.06 };
  const axis = { labelLimit: 140, domain: false, ticks: false };
  const marked = 'datum._i === focus || datum._i === chosen';
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 24 },
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: -1 },
    ],
    mark: { type: 'rect', cursor: 'pointer', cornerRadius: 2 },
    encoding: {
      x: {
        field: 'consequent',
        type: 'nominal',
        scale,
        title: words.consequent,
        axis: { ...axis, labelAngle: -60 },
      },
      y: { field: 'antecedent', type: 'nominal', scale, title: words.antecedent, axis },
      color: {
        field: shade,
        type: 'quantitative',
        title: words[shade],
        scale:
          shade === 'lift'
            ? { type: 'log', nice: true, range: palette.ramp.slice(1) }
            : { zero: true, range: palette.ramp.slice(1) },
        legend: { format: shade === 'lift' ? '.2~r' : '~p', tickCount: 4, gradientLength: 160 },
      },
      stroke: { condition: { test: marked, value: palette.ink }, value: null },
      strokeWidth: { value: 2 },
    },
  };
}
