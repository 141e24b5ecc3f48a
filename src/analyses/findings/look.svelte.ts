import { readiness } from '../../state/readiness.svelte.ts';
import { shop } from '../../state/shop.svelte.ts';
import { usual } from '../change/usual.svelte.ts';
import { look, type Seen } from './look.ts';
import { readView } from './view.ts';

/** The findings for what the address asks, looked for again whenever it or the open data change. */
export class Looking {
  /** The last ones; null until there are any, and where nothing is dated. */
  seen = $state.raw<Seen | null>(null);
  settled = $state(false);
  error = $state.raw<Error | null>(null);

  /** Call while a component is set up. */
  constructor() {
    $effect(() => {
      const view = readView();
      if (shop.version === 0) return;
      const done = readiness.begin();
      const abort = new AbortController();
      shop
        .database()
        .then((db) => look(db, view, abort.signal, (comparison) => (usual.comparison = comparison)))
        .then(
          (seen) => {
            if (abort.signal.aborted) return;
            this.seen = seen;
            this.error = null;
            this.settled = true;
          },
          (error: Error) => {
            if (!abort.signal.aborted) this.error = error;
          },
        )
        .finally(done);
      return () => abort.abort();
    });
  }
}
