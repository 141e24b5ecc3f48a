import { literal } from '../../engine/sql.ts';
import { address } from '../../state/address.svelte.ts';
import { shop } from '../../state/shop.svelte.ts';

/**
 * Goes to the page of a customer. The address carries the customer's number in the data set, since an id may be a
 * nickname or a phone number. An id nobody has goes nowhere.
 */
export async function openCustomer(id: string): Promise<void> {
  const db = await shop.database();
  const [found] = await db.query<{ number: number }>(
    `SELECT number FROM customer_numbers() WHERE customer_id = ${literal(id)}`,
  );
  if (found) address.go('customers', { customer: found.number });
}
