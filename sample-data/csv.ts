/** Rows as CSV text (RFC 4180): comma, LF after every record, quotes only where a cell needs them. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** Cents as a decimal number of the currency, always with two digits after the point. */
export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
