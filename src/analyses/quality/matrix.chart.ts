import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';
import { type Quality, QUALITIES, type QualitySummaryRow, type Tier, TIERS } from './quality.ts';

export interface MatrixWords {
  tiers: Record<Tier, string>;
  qualities: Record<Quality, string>;
}

/** A cell of the matrix as it stands in the address. */
export function cellOf({ tier, quality }: Pick<QualitySummaryRow, 'tier' | 'quality'>) {
  return `${tier}.${quality}` as const;
}

/**
 * Tiers down, quality across; each cell says how many customers it holds and is shaded by its share of the tier, so that a
 * small tier can be compared with a large one. Big but poor is framed in the accent, small but promising in its own
 * colour. The parameter `chosen` is the `cellOf` a marked cell.
 */
export function matrixChart(words: MatrixWords, palette: Palette): Spec {
  const { ramp, ink, paper, accent, good } = palette;
  const axis = { domain: false, labelColor: ink, labelAngle: 0 } as const;
  const inverse = `contrast(scale('color', datum.share_of_tier), '${paper}') > contrast(scale('color', datum.share_of_tier), '${ink}')`;
  const labels = (names: Record<string, string>) => `${JSON.stringify(names)}[datum.value]`;
  const marked = `datum._i === focus || datum.tier + '.' + datum.quality === chosen`;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 240,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    encoding: {
      x: {
        field: 'quality',
        type: 'nominal',
        sort: [...QUALITIES],
        title: null,
        scale: { padding: 0.06 },
        axis: { ...axis, orient: 'top', labelExpr: labels(words.qualities), labelLimit: 90 },
      },
      y: {
        field: 'tier',
        type: 'nominal',
        sort: [...TIERS],
        title: null,
        scale: { padding: 0.06 },
        axis: { ...axis, labelExpr: labels(words.tiers), labelLimit: 90 },
      },
    },
    layer: [
      {
        mark: { type: 'rect', cursor: 'pointer', cornerRadius: 2 },
        encoding: {
          color: {
            field: 'share_of_tier',
            type: 'quantitative',
            scale: { domain: ramp.map((_, i) => i / (ramp.length - 1)), range: [...ramp] },
            legend: null,
          },
          stroke: {
            condition: [
              { test: marked, value: ink },
              { test: `datum.found > 0 && datum.quality === 'poor'`, value: accent },
              { test: `datum.found > 0 && datum.quality === 'good'`, value: good },
            ],
            value: 'transparent',
          },
          strokeWidth: { value: 3 },
        },
      },
      {
        mark: { type: 'text', fontSize: 13, cursor: 'pointer' },
        encoding: {
          text: { field: 'customers', type: 'quantitative', format: ',' },
          color: { condition: { test: inverse, value: paper }, value: ink },
        },
      },
    ],
  };
}
