import { monthFormat } from '../../chart/locale.ts';
import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

export const MONTH_MEASURES = ['customer_share', 'revenue_share', 'customers'] as const;
export type MonthMeasure = (typeof MONTH_MEASURES)[number];

/** A segment at a month's end; shares are parts of 1. */
export interface MonthPoint {
  month_end: Date;
  segment: string;
  customers: number;
  customer_share: number;
  revenue_share: number;
}

export interface MonthsLayout {
  order: readonly string[];
  names: Record<string, string>;
  measure: MonthMeasure;
  /** The room there is, in pixels. */
  width: number;
  language: string;
}

/** The least width of one small picture, with its axis. */
const LEAST = 150;
const AXIS = 48;

/** One small area per segment over the months, on one scale; as many beside each other as there is room for. */
export function monthsChart(layout: MonthsLayout, palette: Palette): Spec {
  const { order, names, measure, width, language } = layout;
  const columns = Math.max(1, Math.min(order.length, Math.floor(width / LEAST), 4));
  const each = Math.max(60, Math.floor((width - AXIS) / columns) - 20);
  return {
    data: { name: ROWS },
    params: [{ name: 'focus', value: -1 }],
    columns,
    bounds: 'flush',
    spacing: { row: 52, column: 20 },
    facet: {
      field: 'segment',
      type: 'nominal',
      sort: [...order],
      title: null,
      header: {
        labelExpr: `${JSON.stringify(names)}[datum.value]`,
        labelColor: palette.ink,
        labelFontSize: 12,
        labelAnchor: 'start',
        labelLimit: each + 16,
      },
    },
    spec: {
      width: each,
      height: 84,
      encoding: {
        x: {
          field: 'month_end',
          type: 'temporal',
          scale: { type: 'utc' },
          title: null,
          axis: {
            format: monthFormat(language),
            tickCount: each > 140 ? 3 : 2,
            labelFlush: true,
            grid: false,
          },
        },
        y: {
          field: measure,
          type: 'quantitative',
          title: null,
          axis: { format: measure === 'customers' ? '~s' : '.0%', tickCount: 3, domain: false },
        },
      },
      layer: [
        { mark: { type: 'area', line: { strokeWidth: 2 }, opacity: 0.25, color: palette.category[1]! } },
        {
          mark: { type: 'point', size: 70, color: palette.accent },
          encoding: { opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0 } },
        },
      ],
    },
  };
}
