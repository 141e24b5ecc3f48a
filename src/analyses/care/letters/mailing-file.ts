import type { Channel } from './address.ts';
import type { ListId } from './contract.ts';
import type { Letter } from './mailing.ts';

/** The column of the address; an account is there anyway. */
const ADDRESS: Readonly<Record<Channel, string | null>> = { sms: 'phone', mail: 'email', account: null };
/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
/** A number that begins with a plus is nothing a spreadsheet could run, and a mailing tool needs it as it is. */
const NUMBER = /^\+\d+$/;

/**
 * The letters as a CSV file for a mailing tool, one row each: UTF-8 with a byte order mark, the text guarded against being
 * run as a formula.
 */
export function mailingCsv(letters: readonly Letter[], channel: Channel, list: ListId): Blob {
  const address = ADDRESS[channel];
  const rows = letters.map(({ row, to, message }) => [
    ...(address ? [to] : []),
    row.customer_name ?? '',
    message,
    list,
    row.due_on?.toISOString().slice(0, 10) ?? '',
    row.customer_id,
  ]);
  const lines = [
    [...(address ? [address] : []), 'customer_name', 'message', 'list', 'due_on', 'customer_id'],
    ...rows,
  ];
  const text = lines.map((cells) => cells.map(cell).join(',')).join('\r\n');
  return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' });
}

function cell(text: string): string {
  const safe = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
