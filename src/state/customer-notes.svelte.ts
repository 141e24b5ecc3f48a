import { literal } from '../engine/sql.ts';
import type { Database } from '../engine/database.ts';
import { forget, recallText, remember } from './memory.ts';
import { type CustomerNote, type CustomerNotes, notesFromJson, notesToJson, withNotes } from './notes.ts';

/** The key they are kept under. */
export const NOTES_KEY = 'customer-notes';

const stored = () => notesFromJson(recallText(NOTES_KEY) ?? '');

/** Notes and tags by the customer's id, kept in this browser. */
class Notes {
  #all = $state.raw<CustomerNotes>(stored());
  /** Whether the browser could not keep the last change, which then lasts as long as the page. */
  lost = $state(false);
  /** Grows when the table `customer_tag` has been filled anew. */
  published = $state(0);

  get all(): CustomerNotes {
    return this.#all;
  }

  of(id: string): CustomerNote {
    return this.#all.get(id) ?? { note: '', tags: [] };
  }

  /** Takes over what these entries say; an empty one takes a customer's note away. */
  put(entries: Iterable<readonly [string, CustomerNote]>): void {
    const all = withNotes(this.#all, entries);
    this.#all = all;
    if (all.size === 0) forget(NOTES_KEY);
    this.lost = all.size > 0 && !remember(NOTES_KEY, notesToJson(all));
  }

  /** Reads again what the browser keeps, after something else changed it. */
  reload(): void {
    this.#all = stored();
    this.lost = false;
  }
}

/** Fills the table `customer_tag`, which macros and the reader's own SQL can ask, with these tags and no others. */
export async function publishTags(db: Database, notes: CustomerNotes): Promise<void> {
  const rows = [...notes].flatMap(([id, { tags }]) => tags.map((tag) => `(${literal(id)}, ${literal(tag)})`));
  const insert = rows.length ? `INSERT INTO customer_tag VALUES ${rows.join(', ')};` : '';
  await db.exec(`DELETE FROM customer_tag; ${insert}`);
}

export const customerNotes = new Notes();
