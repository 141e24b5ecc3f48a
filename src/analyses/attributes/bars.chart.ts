import { ROWS, type Spec } from '../../chart/draw.ts';
import { shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';

/** One value of the attribute in the picture. */
export interface ValueBar {
  /** Its place in the picture, as text. */
  key: string;
  estimate: number;
  low: number;
  high: number;
  small: boolean;
  /** Drawn in the accent: it differs from the others by more than chance. */
  different: boolean;
}

export interface BarsWords {
  /** What stands beside each bar, by key. */
  names: Record<string, string>;
  measure: string;
  language: string;
}

/** Beyond so many times the largest measure an interval is cut off, lest one doubtful value flatten all others. */
const CUT = 1.6;

/**
 * A bar per value with its interval as a line, and the figure of the whole shop as a dashed rule. Values of few customers
 * are pale.
 */
export function barsChart(
  words: BarsWords,
  palette: Palette,
  rows: readonly ValueBar[],
  overall: number,
  percent: boolean,
): Spec {
  const largest = Math.max(overall, ...rows.map(({ estimate }) => estimate), 1e-9);
  const high = Math.min(CUT * largest, Math.max(largest, ...rows.map((row) => row.high)));
  const low = Math.min(0, ...rows.map(({ estimate }) => estimate));
  const short = shortNumberLabels(words.language);
  const pale = { condition: { test: 'datum.small', value: 0.4 }, value: 1 } as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 32 },
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      y: {
        field: 'key',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { paddingInner: 0.3, paddingOuter: 0.15 },
        axis: {
          labelExpr: `${JSON.stringify(words.names)}[datum.value]`,
          labelLimit: 150,
          labelColor: palette.ink,
        },
      },
    },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          x: {
            field: 'estimate',
            type: 'quantitative',
            title: words.measure,
            scale: { domain: [low, high], nice: false, clamp: true },
            axis: { tickCount: 4, grid: true, ...(percent ? { format: '.0%' } : { labelExpr: short }) },
          },
          color: { condition: { test: 'datum.different', value: palette.accent }, value: palette.faint },
          opacity: pale,
          stroke: { condition: { test: 'datum._i === focus', value: palette.ink }, value: 'transparent' },
          strokeWidth: { value: 2 },
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 1.5 },
        encoding: {
          x: { field: 'low', type: 'quantitative' },
          x2: { field: 'high' },
          color: { value: palette.ink },
          opacity: pale,
        },
      },
      {
        data: { values: [{ overall }] },
        mark: { type: 'rule', strokeDash: [4, 4], strokeWidth: 1.5, color: palette.ink },
        encoding: { x: { field: 'overall', type: 'quantitative' }, y: { value: 0 }, y2: { value: 'height' } },
      },
    ],
  };
}
