import type { Database } from '../../engine/database.ts';
import { valueInWorker } from '../../models/value/task.ts';
import type { ModelName } from '../../models/value/types.ts';
import type { TaskOptions } from '../../workers/task.ts';
import { type ErrorRow, errorRow } from './backtest.ts';
import type { Question } from './question.ts';
import { readHeld, readKnown, rivalWork, valueWork } from './read.ts';
import { writeValues } from './results.ts';
import { type Valuation, valuate } from './valuation.ts';

type Task = TaskOptions & { signal: AbortSignal };

/** Fits, tests on what was held back, judges, and fills `customer_value` with what can be believed. */
export async function value(db: Database, question: Question, task: Task): Promise<Valuation> {
  const { signal } = task;
  const known = await readKnown(db, question, signal);
  const back = await readHeld(db, question, signal);
  const result = await valueInWorker(valueWork(question, known, back), task);
  const { valuation, figures } = await valuate(question, known, back, result);
  signal.throwIfAborted();
  await writeValues(db, question, figures, signal);
  return valuation;
}

/** How another model did on the same time held back; null where it carries no fit. */
export async function rival(
  db: Database,
  question: Pick<Question, 'as_of' | 'split' | 'count_by'>,
  model: ModelName,
  task: Task,
): Promise<ErrorRow | null> {
  const back = await readHeld(db, question, task.signal);
  if (!back) return null;
  const { expectations } = await valueInWorker(rivalWork(back, model), task);
  return (
    expectations && errorRow(model, expectations.orders[0]!.value, back.held, expectations.spend ?? undefined)
  );
}
