import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';
import { type Kind, KINDS, type Node } from './flow.ts';

export interface FlowWords {
  /** The date at each side. */
  from: string;
  to: string;
  /** The words for each segment, and for new customers. */
  names: Record<string, string>;
  kinds: Record<Kind, string>;
}

const HEIGHT = 420;
/** A segment lower than so many pixels has no room for its name. */
const LEAST = 9;

/**
 * The ribbons of `flowLayout` between two columns of segments. The parameter `chosen` is `from|to` of the marked
 * ribbon, `focus` the index of the one the keyboard is at.
 */
export function flowChart(words: FlowWords, nodes: readonly Node[], palette: Palette): Spec {
  const colours: Record<Kind, string> = {
    same: palette.faint,
    up: palette.good,
    down: palette.accent,
    new: palette.category[1]!,
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [0, 1] as number[], reverse: true, nice: false },
    axis: null,
  } as const;
  const x = {
    type: 'quantitative',
    scale: { domain: [0, 1] as number[], nice: false },
    axis: {
      orient: 'top',
      values: [0, 1] as number[],
      labelExpr: `datum.value === 0 ? ${JSON.stringify(words.from)} : ${JSON.stringify(words.to)}`,
      labelFlush: true,
      labelColor: palette.ink,
      domain: false,
      grid: false,
    },
    title: null,
  } as const;
  const marked = "datum._i === focus || datum.segment_from + '|' + datum.segment_to === chosen";
  const labelled = nodes.filter(({ top, bottom }) => (bottom - top) * HEIGHT >= LEAST);
  return {
    width: 'container',
    height: HEIGHT,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    layer: [
      {
        data: { name: ROWS },
        transform: [{ flatten: ['xs', 'tops', 'bottoms'], as: ['x', 'top', 'bottom'] }],
        mark: { type: 'area', cursor: 'pointer', line: false },
        encoding: {
          x: { field: 'x', ...x },
          y: { field: 'top', ...y },
          y2: { field: 'bottom' },
          detail: { field: '_i' },
          color: {
            field: 'kind',
            type: 'nominal',
            title: null,
            scale: { domain: [...KINDS], range: KINDS.map((kind) => colours[kind]) },
            legend: { labelExpr: `${JSON.stringify(words.kinds)}[datum.value]`, symbolOpacity: 0.7 },
          },
          opacity: { condition: { test: marked, value: 0.9 }, value: 0.38 },
        },
      },
      {
        data: { values: nodes.map((node) => ({ ...node, x: node.side === 'from' ? 0 : 1 })) },
        mark: { type: 'rule', strokeWidth: 6, stroke: palette.ink, tooltip: null },
        encoding: {
          x: { field: 'x', ...x },
          y: { field: 'top', ...y },
          y2: { field: 'bottom' },
        },
      },
      ...(['from', 'to'] as const).map((side) => ({
        data: {
          values: labelled
            .filter((node) => node.side === side)
            .map(({ segment, customers, top, bottom }) => ({
              x: side === 'from' ? 0 : 1,
              middle: (top + bottom) / 2,
              text: words.names[segment] ?? segment,
              customers,
            })),
        },
        transform: [{ calculate: "datum.text + '  ' + format(datum.customers, ',')", as: 'label' }],
        mark: {
          type: 'text' as const,
          align: side === 'from' ? ('left' as const) : ('right' as const),
          dx: side === 'from' ? 8 : -8,
          fontSize: 11,
          fill: palette.ink,
          limit: 150,
          tooltip: null,
        },
        encoding: {
          x: { field: 'x', ...x },
          y: { field: 'middle', ...y },
          text: { field: 'label' },
        },
      })),
    ],
  };
}
