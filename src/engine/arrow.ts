import { DataType, type Field, type RecordBatch } from 'apache-arrow';
import type { Column, NumberColumns, Result } from './database.ts';

/** Reads Arrow batches into plain rows: dates and times as Date in UTC, lists as arrays, structs as objects,
 * maps as text. */
export function toResult<Row>(fields: readonly Field[], batches: readonly RecordBatch[]): Result<Row> {
  const columns = fields.map(({ name, type }): Column => ({ name, type: sqlType(type) }));
  const rows: Record<string, unknown>[] = [];
  for (const batch of batches) {
    const first = rows.length;
    for (let i = 0; i < batch.numRows; i++) rows.push({});
    columns.forEach(({ name }, c) => {
      const vector = batch.getChildAt(c)!;
      const read = reader(fields[c]!.type);
      for (let i = 0; i < batch.numRows; i++) rows[first + i]![name] = read(vector.get(i));
    });
  }
  return { columns, rows: rows as Row[] };
}

/** The numeric columns of a result as typed arrays, NULL as 0; the way out for results of millions of rows. */
export function toArrays(fields: readonly Field[], batches: readonly RecordBatch[]): NumberColumns {
  const total = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  return Object.fromEntries(
    fields.map(({ name, type }, c) => {
      const column =
        DataType.isInt(type) && type.bitWidth <= 32 ? new Int32Array(total) : new Float64Array(total);
      let at = 0;
      for (const batch of batches) {
        const values = batch.getChildAt(c)!.toArray() as ArrayLike<number>;
        column.set(values, at);
        at += values.length;
      }
      return [name, column];
    }),
  );
}

function reader(type: DataType): (cell: unknown) => unknown {
  if (DataType.isDate(type) || DataType.isTimestamp(type))
    return (cell) => (cell === null ? null : new Date(Number(cell)));
  if (DataType.isMap(type)) return mapText;
  return plain;
}

/** A map in words, `a: b · c: d`, without the entries that have no value. */
function mapText(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  return Object.entries(plain(cell) as object)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(' · ');
}

function plain(cell: unknown): unknown {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'bigint') return Number(cell);
  if (typeof cell !== 'object' || cell instanceof Uint8Array) return cell;
  if ('toArray' in cell) return Array.from(cell as unknown as Iterable<unknown>, plain);
  const entries = Object.entries((cell as { toJSON(): object }).toJSON());
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

function sqlType(type: DataType): string {
  if (DataType.isInt(type)) return type.bitWidth === 64 ? 'BIGINT' : 'INTEGER';
  if (DataType.isFloat(type)) return 'DOUBLE';
  if (DataType.isDecimal(type)) return 'DECIMAL';
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return 'VARCHAR';
  if (DataType.isBool(type)) return 'BOOLEAN';
  if (DataType.isDate(type)) return 'DATE';
  if (DataType.isTimestamp(type)) return 'TIMESTAMP';
  if (DataType.isMap(type)) return 'MAP';
  if (DataType.isNull(type)) return 'NULL';
  return String(type);
}
