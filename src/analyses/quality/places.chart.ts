import { ROWS, type Spec } from '../../chart/draw.ts';
import { shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';

export interface PlacesWords {
  revenue: string;
  score: string;
}

/**
 * Revenue up (a logarithmic scale), score across; each place with customers is shaded by the logarithm of how many. Places
 * with a customer who is big but poor are framed in the accent, with one who is small but promising in their own colour.
 */
export function placesChart(words: PlacesWords, language: string, palette: Palette): Spec {
  const { ramp, ink, accent, good } = palette;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 300,
    params: [{ name: 'focus', value: -1 }],
    transform: [
      { calculate: 'log(datum.customers + 1)', as: 'level' },
      { joinaggregate: [{ op: 'max', field: 'level', as: 'largest' }] },
      { calculate: 'datum.level / datum.largest', as: 'shade' },
    ],
    mark: { type: 'rect', cornerRadius: 1 },
    encoding: {
      x: {
        field: 'score_from',
        type: 'quantitative',
        title: words.score,
        scale: { domain: [0, 100], nice: false },
        axis: { values: [0, 25, 50, 75, 100] },
      },
      x2: { field: 'score_to' },
      y: {
        field: 'revenue_from',
        type: 'quantitative',
        title: words.revenue,
        scale: { type: 'log', nice: false },
        axis: {
          labelExpr: `abs(log(datum.value) / LN10 - round(log(datum.value) / LN10)) < 1e-6 ? ${shortNumberLabels(language)} : ''`,
          grid: false,
        },
      },
      y2: { field: 'revenue_to' },
      color: {
        field: 'shade',
        type: 'quantitative',
        scale: { domain: ramp.map((_, i) => i / (ramp.length - 1)), range: [...ramp] },
        legend: null,
      },
      stroke: {
        condition: [
          { test: 'datum._i === focus', value: ink },
          { test: 'datum.big_but_poor > 0', value: accent },
          { test: 'datum.small_but_promising > 0', value: good },
        ],
        value: palette.line,
      },
      strokeWidth: {
        condition: {
          test: 'datum._i === focus || datum.big_but_poor > 0 || datum.small_but_promising > 0',
          value: 2,
        },
        value: 0.5,
      },
    },
  };
}
