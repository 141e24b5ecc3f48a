import { literal } from '../../engine/sql.ts';
import type { Messages } from '../../messages/index.ts';
import type { Estimate } from '../../models/statistics/estimates.ts';
import type { Formats } from '../../state/formats.ts';
import { type ColumnName, COLUMNS } from './columns.ts';
import type { Finding } from './judge.ts';
import { type PeriodOptions, type Rows, findingSql, silentSql } from './findings.ts';

type Words = Messages['findings'];

/** A bar of the picture: a figure with its interval. */
export interface Bar extends Estimate {
  name: string;
  /** What the finding is about, against what it is compared with. */
  focus: boolean;
}

/** What is shown below a finding: a picture's bars, all in one unit, and a table. */
export interface Evidence {
  bars: Bar[];
  unit: 'money' | 'percent';
  table: { name: keyof Words['tables']; sql: string; columns: readonly ColumnName[] };
}

/** Which statement holds a finding's figures, and how its table calls them. */
const TABLES = {
  margin: 'profit',
  revenue: 'profit',
  worth: 'newcomers',
  again: 'newcomers',
  silent: 'leavers',
  customer: 'dependence',
  product: 'dependence',
  source: 'sources',
  discount: 'discounts',
  refund: 'refunds',
  complaint: 'complaints',
} as const satisfies Record<Finding['test'], keyof Rows>;

/** The evidence of a finding; `costed` says whether profit is known. */
export function evidenceOf(finding: Finding, options: PeriodOptions, t: Words): Evidence {
  const name = TABLES[finding.test];
  const sql = name === 'leavers' ? silentSql(options.as_of) : findingSql(options)[name];
  const profit = finding.money === 'profit';
  return {
    ...barsOf(finding, t),
    table: {
      name,
      sql,
      columns: COLUMNS[name].filter((key) => profit || !/profit|margin/.test(key)),
    },
  };
}

/** Lines that show one finding alone, for the SQL page; null where a page of its own shows it. */
export function linesSql({ test, id }: Finding): string | null {
  const lines = (condition: string, columns: string) =>
    `SELECT order_id, ordered_at, ${columns}\nFROM order_line\nWHERE ${condition}\nORDER BY ordered_at DESC`;
  if (test === 'refund')
    return lines(
      `product_id = ${literal(id)} AND refund > 0`,
      'product, amount, refund, complaint, complaint_result, review',
    );
  if (test === 'complaint')
    return lines(
      id === null ? 'complaint IS NOT NULL' : `complaint = ${literal(id)}`,
      'product, amount, refund, complaint, complaint_result, complaint_days',
    );
  return null;
}

function barsOf(finding: Finding, t: Words): Pick<Evidence, 'bars' | 'unit'> {
  const pair = (now: Estimate, before: Estimate | null, names = [t.bars.now, t.bars.before] as const) => [
    bar(now, names[0], true),
    ...(before ? [bar(before, names[1], false)] : []),
  ];
  switch (finding.test) {
    case 'margin': {
      const { revenue, profit } = finding.figures.change;
      return { unit: 'money', bars: pair(profit, revenue, [t.bars.profit, t.bars.revenue]) };
    }
    case 'revenue':
      return { unit: 'money', bars: [bar(finding.figures.change, t.bars.revenue, true)] };
    case 'worth':
      return { unit: 'money', bars: pair(finding.figures.each.now, finding.figures.each.before) };
    case 'again':
      return { unit: 'percent', bars: pair(finding.figures.again.now, finding.figures.again.before) };
    case 'silent':
      return { unit: 'percent', bars: pair(finding.figures.silent.now, finding.figures.silent.before) };
    case 'customer':
    case 'product':
      return { unit: 'percent', bars: pair(finding.figures.share, finding.figures.before) };
    case 'source': {
      const { now, before } = finding.figures.again;
      return { unit: 'percent', bars: pair(now, before, [finding.name ?? '', t.bars.others]) };
    }
    case 'discount': {
      const { now, before } = finding.figures.again;
      return { unit: 'percent', bars: pair(now, before, [t.bars.with, t.bars.without]) };
    }
    case 'refund':
      return { unit: 'percent', bars: pair(finding.figures.refunded.now, finding.figures.refunded.before) };
    case 'complaint':
      return {
        unit: 'percent',
        bars: pair(finding.figures.complained.now, finding.figures.complained.before),
      };
  }
}

function bar({ value, low, high }: Estimate, name: string, focus: boolean): Bar {
  return { name, value, low, high, focus };
}

/** A bar's value as the picture's reader hears it. */
export function barWords({ name, value, low, high }: Bar, unit: Evidence['unit'], t: Words, f: Formats) {
  const write = (figure: number) => (unit === 'money' ? f.money(figure) : f.percent(figure));
  return t.bar({ name, value: write(value), low: write(low), high: write(high) });
}
