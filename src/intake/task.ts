import { prepareTask, runTask } from '../workers/task.ts';
import type { Decoded } from './decode/decode.ts';
import type { Inspected } from './inspect.ts';
import { fromPlain } from './problem.ts';
import workerUrl from './worker.ts?worker&url';

/** Starts the worker that looks at the next text. */
export function prepareInspecting(): void {
  prepareTask(workerUrl);
}

/** `inspectText` in a worker of its own: the dates of a large file can need a look at all of it. */
export async function inspectTextInWorker(
  decoded: Decoded & { kind: 'text' },
  signal?: AbortSignal,
): Promise<Inspected> {
  try {
    return await runTask<Decoded & { kind: 'text' }, Inspected>(workerUrl, decoded, { signal });
  } catch (error) {
    throw fromPlain(error);
  }
}
