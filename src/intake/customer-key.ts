import { literal } from '../engine/sql.ts';
import type { Format } from './formats/format.ts';
import type { Meaning } from './meaning.ts';
import type { Rules } from './rules.ts';

/** SQL for what tells customers apart, by the rule; NULL (a guest) where the file or the row does not have it. */
export function customerKey({ format, rules, has }: KeySpec): string {
  const account = accountSql(format);
  const chosen: Partial<Record<Rules['customerKey'], readonly Meaning[]>> = {
    account: ['customer_id'],
    email: ['email'],
    phone: ['phone'],
    name_address: ['customer_name', 'address'],
  };
  const parts = chosen[rules.customerKey];
  if (!parts) return firstOf(has, account);
  if (!parts.some(has)) return 'NULL::VARCHAR';
  const columns = parts
    .filter(has)
    .map((meaning) => (meaning === 'email' ? 'lower(email)' : meaning === 'customer_id' ? account : meaning));
  return columns.length === 1 ? columns[0]! : `${columns[0]} || coalesce(' · ' || ${columns[1]}, '')`;
}

interface KeySpec {
  format: Format;
  rules: Rules;
  has: (meaning: Meaning) => boolean;
}

/** The account of a line; NULL where it stands for all who have none. */
function accountSql({ guests }: Format): string {
  return guests
    ? `CASE WHEN customer_id NOT IN (${guests.map(literal).join(', ')}) THEN customer_id END`
    : 'customer_id';
}

function firstOf(has: KeySpec['has'], account: string): string {
  if (has('customer_id')) {
    if (account === 'customer_id') return account;
    const others = [...(has('email') ? ['lower(email)'] : []), ...(has('phone') ? ['phone'] : [])];
    return others.length > 0 ? `coalesce(${[account, ...others].join(', ')})` : account;
  }
  if (has('email')) return has('phone') ? 'coalesce(lower(email), phone)' : 'lower(email)';
  return has('phone') ? 'phone' : has('customer_name') ? 'customer_name' : 'NULL::VARCHAR';
}
