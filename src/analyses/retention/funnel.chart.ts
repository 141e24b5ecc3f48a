import { ROWS, type Spec } from '../../chart/draw.ts';
import { shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';

/** A step of the funnel with what is written beside its bar. */
export interface FunnelStep {
  order: number;
  customers: number;
  words: string;
}

/** The axis reaches so far beyond the longest bar that its words fit. */
const ROOM = 1.25;

/** A bar per purchase number: how many customers reached it; `most` reached the first. */
export function funnelChart(
  words: { steps: Record<number, string>; customers: string; language: string },
  most: number,
  { category, ink, accent }: Palette,
): Spec {
  return {
    data: { name: ROWS },
    width: 'container',
    height: 30 * Object.keys(words.steps).length,
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'order',
        type: 'ordinal',
        title: null,
        scale: { paddingInner: 0.25, paddingOuter: 0.1 },
        axis: { labelExpr: `${JSON.stringify(words.steps)}[datum.value]`, labelColor: ink, domain: false },
      },
      x: {
        field: 'customers',
        type: 'quantitative',
        title: words.customers,
        scale: { domain: [0, ROOM * most], nice: false },
        axis: { grid: true, tickCount: 4, labelExpr: shortNumberLabels(words.language) },
      },
    },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          color: { condition: { test: 'datum.order === 1', value: category[7]! }, value: category[1]! },
          stroke: { condition: { test: 'datum._i === focus', value: accent }, value: 'transparent' },
          strokeWidth: { value: 3 },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, color: ink },
        encoding: { text: { field: 'words', type: 'nominal' } },
      },
    ],
  };
}
