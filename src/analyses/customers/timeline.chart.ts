import { ROWS, type Spec } from '../../chart/draw.ts';
import { monthFormat, shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';
import type { OrderRow } from './customers.ts';

export interface TimelineWords {
  language: string;
  money: string;
  refunded: string;
  whole: string;
}

/** An order of the picture: its money before refunds, and what of it was given back. */
export interface TimelineRow {
  order_id: string;
  ordered_at: Date;
  paid: number;
  refund: number;
}

/** The orders a time line can show: those with a date. */
export function timelineRows(orders: readonly OrderRow[]): TimelineRow[] {
  return orders.flatMap(({ order_id, ordered_at, amount, refund }) =>
    ordered_at ? [{ order_id, ordered_at, paid: amount ?? 0, refund }] : [],
  );
}

/** Spans longer than this are told in months. */
const MONTHS_FROM_MS = 120 * 86_400_000;

/**
 * A dot per order: when across, how much up, its area the money too; an order with a refund is in the accent.
 * The axis covers `span`, the time of all orders of the shop, so that a long silence shows. The parameter `chosen` is the id of a marked order.
 */
export function timelineChart(
  words: TimelineWords,
  palette: Palette,
  span: readonly [Date, Date] | null,
): Spec {
  const labels = JSON.stringify({ whole: words.whole, refunded: words.refunded });
  const months = span !== null && Number(span[1]) - Number(span[0]) > MONTHS_FROM_MS;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 200,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    transform: [{ calculate: "datum.refund > 0 ? 'refunded' : 'whole'", as: 'kind' }],
    encoding: {
      x: {
        field: 'ordered_at',
        type: 'temporal',
        title: null,
        scale: {
          type: 'utc',
          padding: 16,
          ...(span && { domain: span.map(dayOf) }),
        },
        axis: {
          grid: false,
          labelOverlap: true,
          tickCount: 6,
          ...(months && { format: monthFormat(words.language) }),
        },
      },
      y: {
        field: 'paid',
        type: 'quantitative',
        title: words.money,
        axis: { tickCount: 4, labelExpr: shortNumberLabels(words.language) },
        scale: { zero: true, nice: true },
      },
    },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1, cursor: 'pointer' },
        encoding: { y2: { datum: 0 }, color: { value: palette.line } },
      },
      {
        mark: { type: 'point', filled: false, cursor: 'pointer', strokeWidth: 2 },
        encoding: {
          size: {
            field: 'paid',
            type: 'quantitative',
            scale: { range: [30, 360], zero: true },
            legend: null,
          },
          color: {
            field: 'kind',
            type: 'nominal',
            title: null,
            scale: { domain: ['whole', 'refunded'], range: [palette.category[1]!, palette.accent] },
            legend: { labelExpr: `${labels}[datum.value]`, orient: 'top', symbolStrokeWidth: 2 },
          },
          shape: {
            field: 'kind',
            type: 'nominal',
            title: null,
            scale: { domain: ['whole', 'refunded'], range: ['circle', 'triangle-down'] },
          },
          fill: {
            condition: { test: 'datum._i === focus || datum.order_id === chosen', value: palette.ink },
            value: 'transparent',
          },
        },
      },
    ],
  };
}

/** A day as Vega-Lite takes one in the domain of a scale. */
function dayOf(date: Date): { utc: boolean; year: number; month: number; date: number } {
  return { utc: true, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}
