import type { Note } from './account.ts';
import type { Inspected, InspectedColumn } from './inspect.ts';
import type { Reading } from './source.ts';
import type { Rules } from './rules.ts';
import type { Styles } from './styles.ts';

/** The currency codes among the samples of a column. */
export function currenciesNamed(column: InspectedColumn | undefined): string[] {
  return [...new Set(column?.samples.map((sample) => sample.trim().toUpperCase()))];
}

/** What the user should know about how a file was read. */
export function notesOf(table: Inspected, styles: Styles, reading: Reading, rules: Rules): Note[] {
  const { decoded, mapping, columns, dayFirst } = table;
  const notes: Note[] = [];
  if (decoded.kind === 'text' && !/^utf-?8$/i.test(decoded.encoding))
    notes.push({ code: 'encoding', value: decoded.encoding });
  if (reading.mixedNewlines) notes.push({ code: 'mixed_newlines' });
  if (reading.padded > 0) notes.push({ code: 'padded', count: reading.padded });
  for (const [meaning, { decimal }] of styles.numbers)
    if (decimal === ',') notes.push({ code: 'decimal_comma', column: columns[mapping[meaning]!]!.name });
  notes.push(...dateNotes(table, styles).filter(({ code }) => code !== 'zone_dropped' || !rules.zone));
  const key = (['customer_id', 'email', 'phone', 'customer_name'] as const).find(
    (meaning) => mapping[meaning] !== undefined,
  );
  const keyColumn = key && columns[mapping[key]!];
  if (keyColumn && key !== 'customer_id')
    notes.push({
      code:
        key === 'email' ? 'customer_by_email' : key === 'phone' ? 'customer_by_phone' : 'customer_by_name',
      column: keyColumn.name,
    });
  const masked = keyColumn?.samples.filter((sample) => /\*{2}/.test(sample)).length ?? 0;
  if (masked * 2 > (keyColumn?.samples.length ?? 0))
    notes.push({ code: 'customer_masked', column: keyColumn!.name });
  if (mapping.order_id === undefined && table.shape !== 'baskets') notes.push({ code: 'order_id_derived' });
  const currencies = currenciesNamed(columns[mapping.currency ?? -1]);
  if (currencies.length > 1) notes.push({ code: 'several_currencies', value: currencies.join(', ') });
  if (dayFirst === 'ask') notes.push({ code: 'order_of_days_assumed' });
  return notes;
}

function dateNotes({ mapping, columns, dayFirst }: Inspected, styles: Styles): Note[] {
  const style = styles.dates.get('ordered_at');
  if (!style) return [];
  const column = columns[mapping.ordered_at!]!.name;
  const notes: Note[] = [];
  if (style.patterns.length > 1 || (style.patterns[0] && style.patterns[0] !== 'iso'))
    notes.push({
      code: 'date_formats',
      column,
      value: style.patterns.join(' | '),
      count: style.patterns.length,
    });
  if (style.patterns.includes('offset')) notes.push({ code: 'zone_dropped', column });
  if (style.numericOrder && dayFirst !== 'ask')
    notes.push({ code: dayFirst ? 'day_first' : 'month_first', column });
  return notes;
}
