import type { Database } from '../../engine/database.ts';
import type { Histories, ModelName, ValueWork } from '../../models/value/types.ts';
import type { Held } from './backtest.ts';
import { HORIZONS, type Known } from './forecast.ts';
import { heldSql, knownSql, type Question } from './question.ts';
import { type SplitRow, splitSql, weeklySql, type WeekRow } from './value.ts';

/** The customers at the split with what came after it. */
export interface Back {
  held: Held;
  weeks: number;
  split: Date;
  ends: Date;
  weekly: WeekRow[];
}

/** The customers at the split; null when there is no time before it or after it, or nobody had come by then. */
export async function readHeld(
  db: Database,
  { as_of, split, count_by }: Pick<Question, 'as_of' | 'split' | 'count_by'>,
  signal?: AbortSignal,
): Promise<Back | null> {
  const options = { split, as_of, count_by };
  const [dates] = await db.query<SplitRow>(splitSql(options), signal);
  if (!dates?.split || !dates.ends || !dates.starts || dates.split <= dates.starts) return null;
  const columns = await db.numbers(heldSql(options), signal);
  const weeks = columns.holdout_weeks![0] ?? 0;
  if (!(weeks > 0)) return null;
  const weekly = await db.query<WeekRow>(weeklySql(options), signal);
  return { held: columns as unknown as Held, weeks, split: dates.split, ends: dates.ends, weekly };
}

export async function readKnown(db: Database, question: Question, signal?: AbortSignal): Promise<Known> {
  return (await db.numbers(knownSql(question), signal)) as unknown as Known;
}

/** What the worker is asked about a question. */
export function valueWork(question: Question, known: Known, back: Back | null): ValueWork {
  const { model, discount, months, segments } = question;
  return {
    histories: histories(known),
    options: {
      model,
      horizons: HORIZONS,
      discount,
      months,
      groups: known.segment,
      groupCount: segments.length,
    },
    backtest: back && { histories: histories(back.held), weeks: back.weeks },
  };
}

/** What the worker is asked to have another model forecast the weeks held back. */
export function rivalWork({ held, weeks }: Back, model: ModelName): ValueWork {
  const options = { model, horizons: [7 * weeks], discount: 0, months: 1, groups: null, groupCount: 0 };
  return { histories: histories(held), options, backtest: null };
}

function histories({ x, t_x, age, spend }: Histories): Histories {
  return { x, t_x, age, spend };
}
