import { runTask, type TaskOptions } from '../workers/task.ts';
import type { Judged, JudgeOptions } from './judge.ts';
import type { Mined } from './mine.ts';
import type { RuleOptions, Rules } from './rules.ts';
import type { MiningOptions, Pairs, Work } from './work.ts';
import url from './worker.ts?worker&url';

/**
 * Mines sold lines in a worker of its own. Aborting the signal ends it at once. The columns are copied to the worker
 * unless their buffers are listed in `transfer`. Items of the itemsets are the codes of `pairs.item`.
 */
export function mineInWorker(pairs: Pairs, options: MiningOptions, task: TaskOptions = {}): Promise<Mined> {
  return runTask<Work, Mined>(url, { kind: 'mine', pairs, options }, task);
}

/**
 * The rules of what was mined, in a worker of its own. It is a task apart from mining, so that another confidence does
 * not mine again: keep what `mineInWorker` returned and call this as often as needed.
 */
export function rulesInWorker(mined: Mined, options: RuleOptions, task: TaskOptions = {}): Promise<Rules> {
  const { itemsets, basketCount } = mined;
  return runTask<Work, Rules>(url, { kind: 'rules', itemsets, basketCount, options }, task);
}

/** As `rulesInWorker`, with what makes each rule believable or not. The pairs are those that were mined. */
export function judgeInWorker(mined: Mined, options: JudgeOptions, task: TaskOptions = {}): Promise<Judged> {
  const { itemsets, basketCount } = mined;
  return runTask<Work, Judged>(url, { kind: 'judge', itemsets, basketCount, options }, task);
}
