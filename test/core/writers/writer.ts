/** An order as every export can tell it; the writers of the platforms put it into their own form. */
export interface Order {
  /** Digits only, so that every platform could have given it. */
  id: string;
  /** UTC as written, to the minute. */
  at: Date;
  /** A nickname, an e-mail address and a phone number that belong together. */
  buyer: { account: string; email: string; phone: string };
  /** False: not paid, cancelled or closed; how the platform says so is the writer's choice. */
  sold: boolean;
  lines: OrderedLine[];
}

export interface OrderedLine {
  sku: string;
  product: string;
  quantity: number;
  /** In cents, above zero; a line's amount is price times quantity. */
  price: number;
}

/** What an export keeps of an order, to compare what is read with what was written. */
export interface Keeps {
  /** Which of the buyer's keys the file has; null when it has none. */
  customer: keyof Order['buyer'] | null;
  /** False when the file has no goods: an order is one line then. */
  items: boolean;
  /** False when the order of days and months, or a missing time, keeps the time of day out of the file. */
  timeOfDay: boolean;
  /** `unit` writes a row for every piece. */
  rows?: 'line' | 'unit';
}

/** Writes orders as one platform exports them. */
export interface Writer {
  /** The format or formats the files must be recognised as, in the order of `write`. */
  formats: string[];
  keeps: Keeps;
  /** The texts of the files, header included. */
  write(orders: readonly Order[]): string[];
}

/** Rows as CSV; cells with the delimiter, quotes or line breaks are quoted. */
export function csv(rows: readonly (readonly (string | number)[])[], delimiter = ','): string {
  const cell = (value: string | number) => {
    const text = String(value);
    return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(delimiter)).join('\r\n') + '\r\n';
}

/** `2024-05-01 10:30:00` in UTC. */
export function stamp(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** What the lines of an order come to, in cents. */
export function orderTotal(lines: readonly OrderedLine[]): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}
