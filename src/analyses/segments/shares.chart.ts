import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** One segment of the picture; shares are parts of 1. */
export interface ShareRow {
  /** What the address calls it. */
  segment: string;
  customers: number;
  customer_share: number;
  revenue: number;
  revenue_share: number;
  /** Drawn in the accent. */
  urgent: boolean;
}

export interface SharesWords {
  names: Record<string, string>;
  customers: string;
  revenue: string;
}

const MEASURES = ['customer_share', 'revenue_share'] as const;

/**
 * Two bars per segment, in the order of the rows: its share of customers (pale) and of revenue (full). The
 * parameter `chosen` is the segment whose row is marked.
 */
export function sharesChart(words: SharesWords, palette: Palette, rows: readonly ShareRow[]): Spec {
  const largest = Math.max(0.01, ...rows.flatMap((row) => [row.customer_share, row.revenue_share]));
  const bars = { yOffset: { field: 'measure', type: 'nominal', sort: [...MEASURES] } } as const;
  const labels = JSON.stringify({ customer_share: words.customers, revenue_share: words.revenue });
  return {
    data: { name: ROWS },
    width: 'container',
    height: 44 * rows.length,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    encoding: {
      y: {
        field: 'segment',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { paddingInner: 0.24, paddingOuter: 0.12 },
        axis: {
          labelExpr: `${JSON.stringify(words.names)}[datum.value]`,
          labelLimit: 160,
          labelColor: palette.ink,
        },
      },
    },
    layer: [
      {
        mark: { type: 'rect', cursor: 'pointer', cornerRadius: 2 },
        encoding: {
          x: { value: 0 },
          x2: { value: 'width' },
          color: {
            condition: { test: 'datum._i === focus || datum.segment === chosen', value: palette.accentWash },
            value: 'transparent',
          },
        },
      },
      {
        transform: [{ fold: [...MEASURES], as: ['measure', 'share'] }],
        mark: { type: 'bar', cursor: 'pointer' },
        encoding: {
          ...bars,
          x: {
            field: 'share',
            type: 'quantitative',
            axis: null,
            scale: { domain: [0, largest * 1.3], nice: false, clamp: true },
          },
          color: { condition: { test: 'datum.urgent', value: palette.accent }, value: palette.faint },
          opacity: {
            field: 'measure',
            type: 'ordinal',
            title: null,
            scale: { domain: [...MEASURES], range: [0.45, 1] },
            legend: {
              labelExpr: `${labels}[datum.value]`,
              symbolFillColor: palette.faint,
              symbolStrokeWidth: 0,
            },
          },
        },
      },
      {
        transform: [{ fold: [...MEASURES], as: ['measure', 'share'] }],
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 11, cursor: 'pointer' },
        encoding: {
          ...bars,
          x: { field: 'share', type: 'quantitative' },
          text: { field: 'share', type: 'quantitative', format: '.1%' },
        },
      },
    ],
  };
}
