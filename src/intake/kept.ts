import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import { ORDER_LINE, type OrderLineColumn } from '../tables/schema.ts';
import { extraMap } from './extra.ts';
import { formatOf } from './formats/index.ts';
import type { LoadedTable } from './load-table.ts';
import { citySql, provinceSql, regionSql } from './regions.ts';
import { seenIn } from './seen.ts';

/** A table of lines with the columns it has. */
export interface KeptTable {
  table: LoadedTable;
  columns: ReadonlySet<string>;
}

export async function keptTables(db: Database, loaded: readonly LoadedTable[]): Promise<KeptTable[]> {
  const kept: KeptTable[] = [];
  for (const table of loaded) {
    const rows = await db.query<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${table.lines})`);
    kept.push({ table, columns: new Set(rows.map(({ column_name }) => column_name)) });
  }
  return kept;
}

/** Columns of `order_line` that none of the tables has. */
export function missingColumns(tables: readonly KeptTable[]): OrderLineColumn[] {
  return ORDER_LINE.filter(({ name }) => !tables.some((table) => ownValue(table, name) !== null));
}

/** The value of a column in lines that have it, or have what it is made of. */
function ownValue({ table, columns }: KeptTable, name: string): string | null {
  if (name !== 'region' && name !== 'city') return columns.has(name) ? name : null;
  const from = (column: string, value: string) => (columns.has(column) ? [value] : []);
  const named =
    name === 'city'
      ? [...from('city', 'city'), ...from('address', citySql('address'))]
      : [
          ...from('region', regionSql('region', seenIn(table.inspected)('region'))),
          ...from('address', provinceSql('address')),
          ...from('city', 'city'),
        ];
  return named.length === 0 ? null : `coalesce(${named.join(', ')})`;
}

/**
 * SQL for the kept lines of a table that meet the condition, with the columns of `order_line`. Regions and cities are
 * told here, where they are asked for: telling them takes longer than reading them.
 */
export function keptSelect(kept: KeptTable, condition = 'true'): string {
  const { table, columns } = kept;
  const { lines, inspected } = table;
  const { platform } = formatOf(inspected.format);
  const value = ({ name, type }: OrderLineColumn) => {
    const own = ownValue(kept, name);
    if (own !== null) return own === name ? name : `${own} AS ${name}`;
    if (name === 'extra') return `${extraMap(columns)} AS extra`;
    if (name === 'file') return `${literal(inspected.file)} AS file`;
    if (name === 'platform' && platform !== null) return `${literal(platform)} AS platform`;
    return `NULL::${type} AS ${name}`;
  };
  return `SELECT ${ORDER_LINE.map(value).join(', ')} FROM ${lines} WHERE reason IS NULL AND ${condition}`;
}
