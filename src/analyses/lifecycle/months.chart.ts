import { ROWS, type Spec } from '../../chart/draw.ts';
import { monthFormat, shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';
import type { LifecycleMonthRow, Stage } from './lifecycle.ts';

/** What a piece of a month's bar stands for: a stage, decline without the lost, and the lost apart. */
export const PARTS = ['exploration', 'buildup', 'maturity', 'decline', 'lost'] as const;
export type Part = (typeof PARTS)[number];

/** One piece of one bar. `share` is its part of the customers shown in that month. */
export interface MonthPiece {
  month: Date;
  part: Part;
  stage: Stage;
  order: number;
  customers: number;
  share: number;
  revenue: number;
  /** Two windows have not passed since the first order. */
  early: boolean;
}

/** The colour of each part: the lost grey, the declining in the accent, since they are to be acted on. */
export function partColours({ category, faint }: Palette): Record<Part, string> {
  const [, blue, green, , , pale] = category as [string, string, string, string, string, string];
  return { exploration: pale, buildup: green, maturity: blue, decline: category[0]!, lost: faint };
}

/** The rows as pieces of bars, the lost apart from the others in decline or left out. */
export function monthPieces(
  rows: readonly LifecycleMonthRow[],
  { lost, settled }: { lost: boolean; settled: Date },
): MonthPiece[] {
  const pieces = rows.flatMap((row): Omit<MonthPiece, 'share'>[] => {
    const { month, stage } = row;
    const piece = (part: Part, customers: number, revenue: number) => ({
      month,
      part,
      stage,
      order: PARTS.indexOf(part),
      customers,
      revenue,
      early: row.as_of < settled,
    });
    if (stage !== 'decline') return [piece(stage, row.customers, row.revenue)];
    const going = piece('decline', row.customers - row.lost_customers, row.revenue - row.lost_revenue);
    return lost ? [going, piece('lost', row.lost_customers, row.lost_revenue)] : [going];
  });
  const totals = new Map<number, number>();
  for (const { month, customers } of pieces)
    totals.set(month.getTime(), (totals.get(month.getTime()) ?? 0) + customers);
  return pieces.map((piece) => ({
    ...piece,
    share: piece.customers / (totals.get(piece.month.getTime()) || 1),
  }));
}

/** Months across, stacked by stage; months too early to judge are paler. The parameter `chosen` is a stage to stress. */
export function monthsChart(
  words: { language: string; parts: Record<Part, string> },
  show: 'customers' | 'share' | 'revenue',
  lost: boolean,
  palette: Palette,
): Spec {
  const colours = partColours(palette);
  const shown = PARTS.filter((part) => lost || part !== 'lost');
  return {
    data: { name: ROWS },
    width: 'container',
    height: 280,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    mark: { type: 'bar', cornerRadiusEnd: 0, width: { band: 0.84 }, cursor: 'pointer' },
    encoding: {
      x: {
        field: 'month',
        type: 'ordinal',
        timeUnit: 'utcyearmonth',
        title: null,
        axis: {
          format: monthFormat(words.language),
          labelAngle: 0,
          labelOverlap: 'parity',
          labelSeparation: 12,
        },
      },
      y: {
        field: show,
        type: 'quantitative',
        title: null,
        ...(show === 'share' && { scale: { domain: [0, 1] } }),
        axis: show === 'share' ? { format: '.0%' } : { labelExpr: shortNumberLabels(words.language) },
      },
      color: {
        field: 'part',
        type: 'nominal',
        title: null,
        scale: { domain: [...shown], range: shown.map((part) => colours[part]) },
        legend: { labelExpr: `${JSON.stringify(words.parts)}[datum.value]`, columns: 3 },
      },
      order: { field: 'order', type: 'quantitative' },
      stroke: {
        condition: { test: 'datum._i === focus', value: palette.ink },
        value: palette.paper,
      },
      strokeWidth: { condition: { test: 'datum._i === focus', value: 2 }, value: 0.5 },
      opacity: {
        condition: [
          { test: 'datum._i === focus', value: 1 },
          { test: "chosen !== '' && datum.stage !== chosen", value: 0.3 },
          { test: 'datum.early', value: 0.45 },
        ],
        value: 1,
      },
    },
  };
}
