import { untrack } from 'svelte';
import type { Database } from '../../engine/database.ts';
import { readiness } from '../../state/readiness.svelte.ts';
import { shop } from '../../state/shop.svelte.ts';
import type { TaskOptions } from '../../workers/task.ts';

/** A piece of work for a worker, asked again when its question changes; a question no longer asked ends it. */
export class Work<Result> {
  /** The last result; null until there is one, and again while the next is worked out. */
  result = $state.raw<Result | null>(null);
  /** 0–1, null while it cannot be told; undefined when nothing is under way. */
  share = $state.raw<number | null | undefined>(undefined);
  error = $state.raw<Error | null>(null);
  stopped = $state(false);

  #attempt = $state(0);
  #abort: AbortController | null = null;
  #answered = '';

  /** Does the job, unless the question is the one last answered. Call in an effect, and return what it returns. */
  ask(question: string, job: (db: Database, task: TaskOptions & { signal: AbortSignal }) => Promise<Result>) {
    void this.#attempt;
    const abort = new AbortController();
    untrack(() => {
      if (question !== this.#answered) void this.#work(question, job, abort);
    });
    return () => abort.abort();
  }

  /** Whether it has come to an end, one way or another. */
  get settled(): boolean {
    return this.share === undefined && (this.result !== null || this.stopped || this.error !== null);
  }

  cancel(): void {
    if (this.share === undefined) return;
    this.stopped = true;
    this.#abort?.abort();
  }

  /** Asks again what was cancelled. */
  again(): void {
    this.#attempt += 1;
  }

  async #work(
    question: string,
    job: Parameters<Work<Result>['ask']>[1],
    abort: AbortController,
  ): Promise<void> {
    const done = readiness.begin();
    this.#abort = abort;
    this.#answered = '';
    this.result = null;
    this.error = null;
    this.stopped = false;
    this.share = null;
    const onProgress: TaskOptions['onProgress'] = (progress) => {
      if (this.#abort === abort) this.share = progress.done / progress.total;
    };
    try {
      const result = await job(await shop.database(), { signal: abort.signal, onProgress });
      if (abort.signal.aborted) return;
      this.result = result;
      this.#answered = question;
    } catch (error) {
      if (!abort.signal.aborted) this.error = error as Error;
    } finally {
      if (this.#abort === abort) this.share = undefined;
      done();
    }
  }
}
