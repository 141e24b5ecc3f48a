import { type Channel, reach, type Unreachable } from './address.ts';
import { COLUMNS, type ListId, type ListRow, type Placeholder } from './contract.ts';
import { fill, type Names } from './fill.ts';

/** A letter ready to go to one address. */
export interface Letter {
  row: ListRow;
  /** Telephone number, e-mail address or account. */
  to: string;
  message: string;
  missing: readonly Placeholder[];
}

/** The letters of a list, and how many of its customers get none; `same` share an address with one before them. */
export interface Mailing {
  letters: Letter[];
  unreachable: Record<Unreachable | 'same', number>;
  /** All customers whose address gets a letter, those that share it included. */
  written: string[];
}

/** What a letter is made of besides the row. */
export interface Wording {
  list: ListId;
  /** With signature and ending, as it is sent. */
  template: string;
  names: Names;
  neutral: Readonly<Record<Placeholder, string>>;
  shop: string;
  festival: string | null;
  dayOf: (date: Date) => string;
}

/** The columns of a list that letters need, as a statement. */
export function rowsSql(sql: string, list: ListId): string {
  const columns = [
    'customer_id',
    'customer_name',
    'phone',
    'email',
    'due_on',
    ...Object.values(COLUMNS[list]),
  ];
  const names = [...new Set(columns)].map((column) => `'${column}'`).join(', ');
  return `SELECT COLUMNS(lambda c : c IN (${names})) FROM (${sql})`;
}

export function mailing(rows: readonly ListRow[], channel: Channel, wording: Wording): Mailing {
  const unreachable = { none: 0, masked: 0, wrong: 0, same: 0 };
  const letters = new Map<string, Letter>();
  const written: string[] = [];
  for (const row of rows) {
    const found = reach(channel, row);
    if ('why' in found) {
      unreachable[found.why] += 1;
      continue;
    }
    written.push(row.customer_id);
    const same = channel === 'mail' ? found.to.toLowerCase() : found.to;
    if (letters.has(same)) unreachable.same += 1;
    else letters.set(same, letterTo(row, found.to, wording));
  }
  return { letters: [...letters.values()], unreachable, written };
}

/** In how many letters each placeholder had no value, where there are any. */
export function missingIn(letters: readonly Letter[]): [Placeholder, number][] {
  const counts = new Map<Placeholder, number>();
  for (const { missing } of letters) for (const one of missing) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts];
}

export function letterTo(row: ListRow, to: string, wording: Wording): Letter {
  const { template, names, neutral } = wording;
  const { text, missing } = fill(template, names, valuesOf(row, wording), neutral);
  return { row, to, message: text, missing };
}

function valuesOf(
  row: ListRow,
  { list, shop, festival, dayOf }: Wording,
): Partial<Record<Placeholder, string | null>> {
  const columns = Object.entries(COLUMNS[list]).map(([placeholder, column]) => {
    const value = row[column];
    const words =
      value instanceof Date ? dayOf(value) : value === null || value === undefined ? null : String(value);
    return [placeholder, words];
  });
  return { ...Object.fromEntries(columns), name: nameOf(row), shop, festival };
}

/** A name with asterisks in it is not put into a letter. */
function nameOf({ customer_name: name }: ListRow): string | null {
  return name && !name.includes('*') ? name : null;
}
