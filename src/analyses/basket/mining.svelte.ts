import { untrack } from 'svelte';
import { readiness } from '../../state/readiness.svelte.ts';
import { shop } from '../../state/shop.svelte.ts';
import { writeResults } from './results.ts';
import { findRules, type HeldBaskets, type Question, readBaskets, type Run } from './run.ts';

/** Mines in workers of its own and fills the public tables `itemsets` and `rules`; keeps what it found last. */
class Mining {
  run = $state.raw<Run | null>(null);
  /** 0–1, null while it cannot be told; undefined when nothing is under way. */
  share = $state.raw<number | null | undefined>(undefined);
  error = $state.raw<Error | null>(null);
  /** The reader cancelled; `run`, if there is one, answers an earlier question. */
  stopped = $state(false);

  #attempt = $state(0);
  #abort: AbortController | null = null;
  #answered = '';
  #held: { key: string; baskets: HeldBaskets } | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  /** Answers the question, unless it was the last one answered. Call in an effect: its next turn ends the work. */
  ask(question: Question): () => void {
    void this.#attempt;
    const abort = new AbortController();
    untrack(() => {
      if (JSON.stringify(question) !== this.#answered) void this.#work(question, abort);
    });
    return () => abort.abort();
  }

  cancel(): void {
    this.stopped = true;
    this.#abort?.abort();
  }

  /** Asks again what was cancelled or failed. */
  again(): void {
    this.#attempt += 1;
  }

  async #work(question: Question, abort: AbortController): Promise<void> {
    const done = readiness.begin();
    this.#abort = abort;
    this.#answered = '';
    this.error = null;
    this.stopped = false;
    this.share = null;
    if (this.run?.question.version !== question.version) this.run = null;
    try {
      this.run = await this.#answer(question, abort.signal);
      this.#answered = JSON.stringify(question);
    } catch (error) {
      if (!abort.signal.aborted) this.error = error as Error;
    } finally {
      if (this.#abort === abort) this.share = undefined;
      done();
    }
  }

  async #answer(question: Question, signal: AbortSignal): Promise<Run> {
    const db = await shop.database();
    const key = JSON.stringify({ ...question, support: null, holdout: null });
    if (this.#held?.key !== key) this.#held = { key, baskets: await readBaskets(db, question, signal) };
    const onProgress = ({ done, total }: { done: number; total: number }) =>
      (this.share = total ? done / total : null);
    const { run, results } = await findRules(db, this.#held.baskets, question, { signal, onProgress });
    this.share = null;
    if (results) await this.#write(signal, () => writeResults(db, results, question));
    signal.throwIfAborted();
    return run;
  }

  /** Lets one run write at a time: all use the same tables. */
  async #write(signal: AbortSignal, write: () => Promise<void>): Promise<void> {
    const before = this.#writing.catch(() => undefined);
    this.#writing = before.then(() => {
      signal.throwIfAborted();
      return write();
    });
    await this.#writing;
  }
}

export const mining = new Mining();
