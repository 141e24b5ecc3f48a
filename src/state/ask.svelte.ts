import { readiness } from './readiness.svelte.ts';
import { shop } from './shop.svelte.ts';

/** The rows of a statement that is asked again whenever it or the open data set changes. */
export class Answer<Row> {
  /** The last rows; null until the first answer. */
  rows = $state.raw<Row[] | null>(null);
  /** The statement that has these rows; another one may be under way. */
  asked = $state.raw<string | null>(null);
  error = $state.raw<Error | null>(null);
  pending = $state(false);

  /** The rows of this very statement; null while those of another stand, or it is null itself. */
  of(statement: string | null | undefined): Row[] | null {
    // Read before the condition: a derived value that first asked with null would not hear of the answer.
    const { asked, rows } = this;
    return statement && asked === statement ? rows : null;
  }

  /** The only row of a statement that returns one. */
  get first(): Row | null {
    return this.rows?.[0] ?? null;
  }
}

/** Asks in an effect: call while a component is set up. A statement that is no longer wanted is cancelled. */
export function ask<Row>(sql: () => string | null): Answer<Row> {
  const answer = new Answer<Row>();
  $effect(() => {
    const statement = sql();
    if (statement === null || shop.version === 0) return;
    const done = readiness.begin();
    const abort = new AbortController();
    answer.pending = true;
    shop
      .database()
      .then((db) => db.query<Row>(statement, abort.signal))
      .then(
        (rows) => {
          answer.rows = rows;
          answer.asked = statement;
          answer.error = null;
          answer.pending = false;
        },
        (error: Error) => {
          if (abort.signal.aborted) return;
          answer.error = error;
          answer.pending = false;
        },
      )
      .finally(done);
    return () => abort.abort();
  });
  return answer;
}
