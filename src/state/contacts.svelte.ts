import { literal } from '../engine/sql.ts';
import type { Database } from '../engine/database.ts';
import {
  type Contacted,
  type Contacts,
  contactsFromJson,
  contactsToJson,
  withContacted,
  withOptedOut,
} from './contacts.ts';
import { forget, recallText, remember } from './memory.ts';

/** The key they are kept under. */
export const CONTACTS_KEY = 'contacts';

const stored = () => contactsFromJson(recallText(CONTACTS_KEY) ?? '');

/** To whom the shop wrote and who wants no letters, kept in this browser. */
class KeptContacts {
  #all = $state.raw<Contacts>(stored());
  /** Whether the browser could not keep the last change, which then lasts as long as the page. */
  lost = $state(false);
  /** Grows when the tables `customer_contact` and `customer_opt_out` have been filled anew. */
  published = $state(0);

  get all(): Contacts {
    return this.#all;
  }

  /** How many letters and refusals there are. */
  get size(): number {
    return this.#all.contacted.reduce(
      (sum, { customers }) => sum + customers.length,
      this.#all.optedOut.size,
    );
  }

  mark(contacted: readonly Contacted[]): void {
    this.put(withContacted(this.#all, contacted));
  }

  optOut(ids: Iterable<string>, out: boolean): void {
    this.put(withOptedOut(this.#all, ids, out));
  }

  put(all: Contacts): void {
    this.#all = all;
    if (this.size === 0) forget(CONTACTS_KEY);
    this.lost = this.size > 0 && !remember(CONTACTS_KEY, contactsToJson(all));
  }

  /** Reads again what the browser keeps, after something else changed it. */
  reload(): void {
    this.#all = stored();
    this.lost = false;
  }
}

/** Fills the tables `customer_contact` and `customer_opt_out` with these and no others. */
export async function publishContacts(db: Database, { contacted, optedOut }: Contacts): Promise<void> {
  const letters = contacted.map(
    ({ on, list, customers }) =>
      `INSERT INTO customer_contact SELECT unnest(${literal(customers)}::VARCHAR[]), DATE ${literal(on)}, ${literal(list)};`,
  );
  await db.exec(`DELETE FROM customer_contact; DELETE FROM customer_opt_out; ${letters.join(' ')}
INSERT INTO customer_opt_out SELECT unnest(${literal([...optedOut])}::VARCHAR[])`);
}

export const contacts = new KeptContacts();
