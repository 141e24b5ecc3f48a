import type { Database } from '../../engine/database.ts';
import type { Comparison } from '../change/change.ts';
import {
  type ColumnsRow,
  columnsSql,
  findingSql,
  halvesSql,
  type PeriodOptions,
  type PeriodRow,
  periodsSql,
  type Question,
  type Rows,
} from './findings.ts';
import { isAsked, judge, type Judged } from './judge.ts';

/** So many days of orders before the earlier of two periods a year apart make the year the fairer comparison. */
const ENOUGH = 180;

/** What is to be compared; `compare` null leaves the choice to the data. */
export interface Wish {
  days: number;
  compare: Comparison | null;
  as_of: Date | undefined;
}

/** What was found, and how it was looked for. */
export interface Seen {
  options: PeriodOptions & { days: number; compare: Comparison };
  /** The later period first. */
  periods: readonly [PeriodRow, PeriodRow];
  /** Whether the data cover both periods, and whether they would with those of a year earlier. */
  covered: boolean;
  yearCovered: boolean;
  columns: ColumnsRow;
  judged: Judged;
  statements: { question: Question; sql: string }[];
}

/** The question each statement is asked for. */
const ASKED_FOR: Readonly<Record<keyof Rows, Question>> = {
  profit: 'profit',
  newcomers: 'newcomers',
  leavers: 'leavers',
  dependence: 'dependence',
  sources: 'sources',
  discounts: 'discounts',
  baskets: 'discounts',
  refunds: 'refunds',
  complaints: 'complaints',
};

/**
 * Asks every finding of the open data and judges them together; null where nothing is dated. `onUsual` hears first what
 * the data are compared with unless the address says.
 */
export async function look(
  db: Pick<Database, 'query'>,
  { days, compare, as_of }: Wish,
  signal?: AbortSignal,
  onUsual: (comparison: Comparison) => void = () => {},
): Promise<Seen | null> {
  const year = await db.query<PeriodRow>(periodsSql({ days, compare: 'year', as_of }), signal);
  const known = year[0]?.days_known_before;
  const usual: Comparison = known !== undefined && known >= ENOUGH ? 'year' : 'before';
  onUsual(usual);
  const halves = await db.query<PeriodRow>(halvesSql(as_of), signal);
  if (known === undefined || !halves[0]) return null;
  const options = { days, compare: compare ?? usual, as_of };
  const [now, before] = await db.query<PeriodRow>(periodsSql(options), signal);
  const [columns] = await db.query<ColumnsRow>(columnsSql(), signal);
  const covered = before!.days_known_before >= 0;
  const statements = Object.entries(findingSql(options))
    .map(([name, sql]) => ({ name: name as keyof Rows, sql, question: ASKED_FOR[name as keyof Rows] }))
    .filter(({ question }) => isAsked(question, columns!));
  const rows: Record<string, unknown[]> = {};
  for (const { name, sql } of statements) rows[name] = await db.query(sql, signal);
  const asked = (name: keyof Rows) => rows[name] ?? [];
  return {
    options,
    periods: [now!, before!],
    covered,
    yearCovered: known >= 0,
    columns: columns!,
    judged: judge(
      columns!,
      Object.fromEntries((Object.keys(ASKED_FOR) as (keyof Rows)[]).map((name) => [name, asked(name)])) as {
        [Name in keyof Rows]: Rows[Name][];
      },
      { days, span: halves[0].span, covered },
    ),
    statements,
  };
}
