import { runTask, type TaskOptions } from '../workers/task.ts';
import type { Judged, JudgeOptions } from './judge.ts';
import type { Mined } from './mine.ts';
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
 * The rules of what was mined and what makes each believable or not, in a worker of its own. It is a task apart from mining, so
 * that other limits do not mine again: keep what `mineInWorker` returned and call this as often as needed.
 */
export function judgeInWorker(mined: Mined, options: JudgeOptions, task: TaskOptions = {}): Promise<Judged> {
  const { itemsets, basketCount } = mined;
  return runTask<Work, Judged>(url, { kind: 'judge', itemsets, basketCount, options }, task);
}
