import { runTask, type TaskOptions } from '../workers/task.ts';
import type { Recovery } from './stability/resample.ts';
import type { Described, Description, Resampled, Work } from './work.ts';
import url from './worker.ts?worker&url';

/** Learns to describe segments, in a worker of its own. Aborting the signal ends it at once. */
export function describeInWorker(asked: Described, task: TaskOptions = {}): Promise<Description> {
  return runTask<Work, Description>(url, { kind: 'describe', ...asked }, task);
}

/** Draws shops at random and looks for the segments in each, in a worker of its own. */
export function resampleInWorker(asked: Resampled, task: TaskOptions = {}): Promise<Recovery[]> {
  return runTask<Work, Recovery[]>(url, { kind: 'resample', ...asked }, task);
}
