import { runTask, type TaskOptions } from '../../workers/task.ts';
import type { ValueResult, ValueWork } from './types.ts';
import url from './worker.ts?worker&url';

/**
 * Fits the models and works out what is expected of every customer, in a worker of its own. Aborting the signal ends it at
 * once. The histories are copied to the worker unless their buffers are listed in `transfer`.
 */
export function valueInWorker(asked: ValueWork, task: TaskOptions = {}): Promise<ValueResult> {
  return runTask<ValueWork, ValueResult>(url, asked, task);
}
