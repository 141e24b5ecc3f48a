import { literal } from '../engine/sql.ts';
import type { Database } from '../engine/database.ts';
import { forget, recallText, remember } from './memory.ts';

/** The key they are kept under. */
export const NOTES_KEY = 'customer-notes';

/** What the shop wrote down about a customer. */
export interface CustomerNote {
  note: string;
  tags: readonly string[];
}

export type CustomerNotes = ReadonlyMap<string, CustomerNote>;

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
    const all = new Map(this.#all);
    for (const [id, { note, tags }] of entries) {
      const kept = { note: note.trim(), tags: tidyTags(tags) };
      if (kept.note || kept.tags.length) all.set(id, kept);
      else all.delete(id);
    }
    this.#all = all;
    if (all.size === 0) forget(NOTES_KEY);
    this.lost = all.size > 0 && !remember(NOTES_KEY, JSON.stringify([...all]));
  }

  /** Reads again what the browser keeps, after something else changed it. */
  reload(): void {
    this.#all = stored();
    this.lost = false;
  }
}

/** Tags without spaces around them, separators and repetitions. */
export function tidyTags(tags: readonly string[]): string[] {
  const each = tags
    .flatMap((tag) => tag.split(/[,;，；、\r\n]/))
    .map((tag) => tag.trim().replace(/\s+/g, ' '));
  return [...new Set(each.filter(Boolean))];
}

/** Fills the table `customer_tag`, which macros and the reader's own SQL can ask, with these tags and no others. */
export async function publishTags(db: Database, notes: CustomerNotes): Promise<void> {
  const rows = [...notes].flatMap(([id, { tags }]) => tags.map((tag) => `(${literal(id)}, ${literal(tag)})`));
  const insert = rows.length ? `INSERT INTO customer_tag VALUES ${rows.join(', ')};` : '';
  await db.exec(`DELETE FROM customer_tag; ${insert}`);
}

function stored(): CustomerNotes {
  try {
    return new Map(entriesFrom(JSON.parse(recallText(NOTES_KEY) ?? '[]')));
  } catch {
    return new Map();
  }
}

/** Entries out of JSON of unknown origin; those that are no entries are left out. */
function entriesFrom(json: unknown): [string, CustomerNote][] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((entry): [string, CustomerNote][] => {
    const [id, said] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof id !== 'string' || typeof said !== 'object' || said === null) return [];
    const { note, tags } = said as Record<string, unknown>;
    const words = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
    return [[id, { note: typeof note === 'string' ? note : '', tags: tidyTags(words) }]];
  });
}

export const customerNotes = new Notes();
