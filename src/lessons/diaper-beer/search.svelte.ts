import { readiness } from '../../state/readiness.svelte.ts';
import type { Findings, Search as Question } from './chance.ts';
import { findingsInWorker } from './task.ts';

/** The findings of a search that is run again whenever its question changes. */
export class Search {
  findings = $state.raw<Findings | null>(null);
  error = $state.raw<Error | null>(null);
  pending = $state(false);
}

/** Searches in a worker, in an effect: call while a component is set up. A search no longer wanted is ended. */
export function search(question: () => Question): Search {
  const found = new Search();
  $effect(() => {
    const asked = question();
    const done = readiness.begin();
    const abort = new AbortController();
    found.pending = true;
    found.error = null;
    findingsInWorker(asked, abort.signal)
      .then(
        (findings) => {
          found.findings = findings;
          found.pending = false;
        },
        (error: Error) => {
          if (abort.signal.aborted) return;
          found.error = error;
          found.pending = false;
        },
      )
      .finally(done);
    return () => abort.abort();
  });
  return found;
}
