import { ROWS, type Spec } from '../../chart/draw.ts';
import { monthFormat, shortNumberLabels } from '../../chart/locale.ts';

/** The words of the chart: its axes and its three kinds of buyer. */
export interface MonthlyWords {
  language: string;
  revenue: string;
  kinds: { new: string; returning: string; guest: string };
}

/** One bar piece: a month's revenue from one kind of buyer. */
export interface MonthlyPiece {
  month: Date;
  kind: 'new' | 'returning' | 'guest';
  revenue: number;
  partial: boolean;
}

/**
 * Months across, revenue up, stacked by kind of buyer; months the data cover only in part are paler. `shown` are the kinds
 * there are.
 */
export function monthlyChart(words: MonthlyWords, shown: readonly MonthlyPiece['kind'][]): Spec {
  const kinds = ['returning', 'new', 'guest'] as const;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 280,
    params: [{ name: 'focus', value: -1 }],
    mark: { type: 'bar', cornerRadiusEnd: 0, width: { band: 0.8 } },
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
        field: 'revenue',
        type: 'quantitative',
        title: words.revenue,
        axis: { labelExpr: shortNumberLabels(words.language) },
      },
      color: {
        field: 'kind',
        type: 'nominal',
        title: null,
        scale: { domain: [...kinds] },
        legend:
          shown.length > 1
            ? {
                values: kinds.filter((kind) => shown.includes(kind)),
                labelExpr: `${JSON.stringify(words.kinds)}[datum.value]`,
              }
            : null,
      },
      order: { field: 'order', type: 'quantitative' },
      opacity: {
        condition: [
          { test: 'datum._i === focus', value: 1 },
          { test: 'datum.partial', value: 0.5 },
        ],
        value: 0.88,
      },
    },
  };
}
