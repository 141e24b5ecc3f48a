import type { ProblemCode, ProblemPlace } from '../../intake/problem.ts';

const problems: Record<ProblemCode, (p: ProblemPlace) => string> = {
  empty_file: (p) => `${p.file} is empty. Export it again and open the new file.`,
  header_only: (p) => `${p.file} has column names but no rows. Export a period with orders in it.`,
  not_a_table: (p) => `${p.file} is not a table we can read. Open a CSV, Excel or Parquet file.`,
  undecodable: (p) =>
    `${p.file}${p.row ? `, row ${p.row}` : ''}: the text is in an encoding we cannot make out. Save it as UTF-8 CSV and open it again.`,
  encrypted: (p) =>
    `${p.file} is protected by a password. Open it in Excel, remove the password, save it and open it here again.`,
  broken_workbook: (p) =>
    `${p.file} is damaged or incomplete. Download it again, or save it as CSV from Excel.`,
  broken_parquet: (p) =>
    `${p.file} is damaged or incomplete. Write the Parquet file again and open the new one.`,
  too_many_columns: (p) =>
    `${p.file} has ${p.count ?? 'too many'} columns; an order list has a few dozen. Check that it is the right file, or delete the columns that are not needed.`,
  unclosed_quote: (p) =>
    `${p.file}, row ${p.row ?? '?'}: a quotation mark is opened and never closed, so the rest of the file cannot be told apart. Correct that row and open the file again.`,
  mapping_incomplete: (p) =>
    `${p.file}: ${p.column ? `choose the column for “${p.column}”` : 'choose the columns'} below, then load.`,
  no_line_kept: (p) =>
    `${p.file}: none of its ${p.count ?? ''} rows could be counted${p.column ? `; the column “${p.column}” holds “${p.value}” in row ${p.row}` : ''}. Check the columns below.`,
  no_orders: (p) =>
    `${p.file} holds customers or products but no orders. Open it together with the order list, or add it to the open data.`,
  unreachable: (p) =>
    `${p.file} could not be fetched${p.value ? ` (${p.value})` : ''}. The file must lie on the same site as this page.`,
  engine: (p) => `${p.file} could not be read: ${p.value ?? ''}`,
};

export default {
  drop: 'Drop the order file here',
  dropReplace: 'Replace what is open',
  dropAdd: 'Add to what is open',
  willBeAdded: 'These files will be added to the ones already open.',
  notNow: 'Not now',
  pasted: 'Pasted table',
  dismiss: 'Close this message',
  unexpected: (p: { message: string }) => `Something went wrong: ${p.message}`,
  stages: {
    engine: 'Starting the engine',
    fetch: 'Fetching the file',
    decode: 'Reading the file',
    inspect: 'Recognising the columns',
    load: 'Loading the order lines',
    tables: 'Counting orders, customers and products',
  },
  doneOf: (p: { done: string; total: string }) => `${p.done} of ${p.total}`,
  rows: (p: { rows: string }) => `${p.rows} rows`,
  problems,
};
