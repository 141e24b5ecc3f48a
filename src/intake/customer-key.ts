import type { Meaning } from './meaning.ts';
import type { Rules } from './rules.ts';

/** SQL for what tells customers apart, by the rule; NULL (a guest) where the file or the row does not have it. */
export function customerKey({ rules, has }: { rules: Rules; has: (meaning: Meaning) => boolean }): string {
  const chosen: Partial<Record<Rules['customerKey'], readonly Meaning[]>> = {
    account: ['customer_id'],
    email: ['email'],
    phone: ['phone'],
    name_address: ['customer_name', 'address'],
  };
  const parts = chosen[rules.customerKey];
  if (!parts) return firstOf(has);
  if (!parts.some(has)) return 'NULL::VARCHAR';
  const columns = parts.filter(has).map((meaning) => (meaning === 'email' ? 'lower(email)' : meaning));
  return columns.length === 1 ? columns[0]! : `${columns[0]} || coalesce(' · ' || ${columns[1]}, '')`;
}

function firstOf(has: (meaning: Meaning) => boolean): string {
  if (has('customer_id')) return 'customer_id';
  if (has('email')) return has('phone') ? 'coalesce(lower(email), phone)' : 'lower(email)';
  return has('phone') ? 'phone' : has('customer_name') ? 'customer_name' : 'NULL::VARCHAR';
}
