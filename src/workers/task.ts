import { moduleWorker } from './bound.ts';

/** How far a piece of work has come; `total` is 0 while it is unknown. */
export interface Progress {
  stage: string;
  done: number;
  total: number;
  /** What `done` and `total` count, where that can be said. */
  unit?: 'bytes' | 'rows';
}

export interface TaskOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Objects of the input that are handed over instead of copied. */
  transfer?: Transferable[] | undefined;
}

type Reply<Output> = { progress: Progress } | { output: Output } | { error: unknown };

/** Workers that were started before their work came, by the address of their script. */
const prepared = new Map<string, Worker>();

/** Starts the worker of the next piece of work: starting can take as long as the work. */
export function prepareTask(url: string): void {
  if (prepared.has(url)) return;
  const worker = moduleWorker(url);
  worker.onerror = () => prepared.delete(url);
  prepared.set(url, worker);
}

/** Runs one piece of work in a worker of its own, which ends with it: cancelling is ending the worker. */
export function runTask<Input, Output>(
  url: string,
  input: Input,
  options: TaskOptions = {},
): Promise<Output> {
  const { signal, onProgress, transfer = [] } = options;
  signal?.throwIfAborted();
  const worker = prepared.get(url) ?? moduleWorker(url);
  prepared.delete(url);
  return new Promise<Output>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = (event) => reject(new Error(event.message || `The worker ${url} did not start.`));
    worker.onmessage = ({ data }: MessageEvent<Reply<Output>>) => {
      if ('progress' in data) onProgress?.(data.progress);
      else if ('output' in data) resolve(data.output);
      else reject(data.error);
    };
    worker.postMessage(input, transfer);
  }).finally(() => worker.terminate());
}

/** What the handler returns, with what of it is handed over instead of copied. */
export interface Handled<Output> {
  output: Output;
  transfer?: Transferable[];
}

/** The worker's side of `runTask`. What the handler throws is rethrown there, if it can be cloned. */
export function serveTask<Input, Output>(
  handler: (
    input: Input,
    onProgress: (progress: Progress) => void,
  ) => Promise<Handled<Output>> | Handled<Output>,
): void {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  scope.onmessage = async ({ data }: MessageEvent<Input>) => {
    try {
      const { output, transfer = [] } = await handler(data, (progress) => scope.postMessage({ progress }));
      scope.postMessage({ output }, transfer);
    } catch (error) {
      scope.postMessage({ error });
    }
  };
}
