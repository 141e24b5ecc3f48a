import type { Database } from './database.ts';
import { ident, literal } from './sql.ts';

/** A spreadsheet takes a text cell that begins so for a formula. */
const FORMULA_START = '^[=+\\-@\\t\\r]';

/**
 * The result of a statement as a CSV file: UTF-8 with a byte order mark, which spreadsheets need to read Chinese.
 * Text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export async function exportCsv(db: Database, sql: string): Promise<Blob> {
  const name = `export-${Math.random().toString(36).slice(2)}.csv`;
  try {
    await db.exec(`COPY (${await guarded(db, sql)}) TO ${literal(name)} (FORMAT csv, HEADER)`);
    return new Blob(['\ufeff', await db.readFile(name)], { type: 'text/csv' });
  } finally {
    await db.dropFile(name);
  }
}

/** The statement with every text column and column name made harmless for spreadsheets. */
async function guarded(db: Database, sql: string): Promise<string> {
  const columns = await db.query<{ column_name: string; column_type: string }>(`DESCRIBE ${sql}`);
  const cells = columns.map(({ column_name: name, column_type: type }) => {
    const safeName = ident(new RegExp(FORMULA_START).test(name) ? `'${name}` : name);
    if (!/VARCHAR|ENUM/.test(type)) return `${ident(name)} AS ${safeName}`;
    const text = textOf(ident(name), type);
    return `CASE WHEN regexp_matches(${text}, ${literal(FORMULA_START)}) THEN '''' || ${text} ELSE ${text} END AS ${safeName}`;
  });
  return `SELECT ${cells.join(', ')} FROM (${sql})`;
}

/** A cell as text: lists and maps as the tables show them. */
function textOf(cell: string, type: string): string {
  if (type === 'VARCHAR[]') return `array_to_string(${cell}, ' · ')`;
  if (type === 'MAP(VARCHAR, VARCHAR)')
    return `array_to_string(list_transform(map_entries(${cell}), lambda entry : entry.key || ': ' || entry.value), ' · ')`;
  return `${cell}::VARCHAR`;
}
