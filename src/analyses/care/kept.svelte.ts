import { ask } from '../../state/ask.svelte.ts';
import { shop } from '../../state/shop.svelte.ts';

let made = 0;

/** A list that was worked out once; `table` is null until it has been. */
export interface Kept {
  readonly table: string | null;
  readonly error: Error | null;
}

/** Keeps the rows of a statement in a temporary table, so that whatever shows them need not work them out again. */
export function keep(sql: () => string): Kept {
  const wanted = $derived.by(() => {
    void shop.version;
    made += 1;
    return `CREATE OR REPLACE TEMP TABLE care_list_${made} AS ${sql()}`;
  });
  const answer = ask(() => wanted);
  const table = $derived(/care_list_\d+/.exec(answer.asked ?? '')?.[0] ?? null);
  $effect(() => {
    const name = table;
    if (name) return () => void shop.database().then((db) => db.exec(`DROP TABLE IF EXISTS ${name}`));
  });
  return {
    get table() {
      return table;
    },
    get error() {
      return answer.error;
    },
  };
}
