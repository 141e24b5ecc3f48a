import { prepareTask, type TaskOptions, runTask } from '../../workers/task.ts';
import { fromPlain } from '../problem.ts';
import type { DecodeOptions, Decoded } from './decode.ts';
import workerUrl from './worker.ts?worker&url';

/** What the worker is sent. */
export interface DecodeTask {
  file: File;
  options: DecodeOptions;
}

/** Starts the worker of the next file. */
export function prepareDecoding(): void {
  prepareTask(workerUrl);
}

/** `decode` in a worker of its own, which ends with it. Rejects as `decode` does, or with the signal's reason. */
export async function decodeInWorker(
  file: File,
  options: DecodeOptions,
  { signal, onProgress }: Pick<TaskOptions, 'signal' | 'onProgress'> = {},
): Promise<Decoded[]> {
  try {
    return await runTask<DecodeTask, Decoded[]>(workerUrl, { file, options }, { signal, onProgress });
  } catch (error) {
    throw fromPlain(error);
  }
}
