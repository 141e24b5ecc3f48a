/** Quotes an identifier for SQL: `a"b` becomes `"a""b"`. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('\0', '')}"`;
}

/** Anything that can stand as a value in a statement. Dates become TIMESTAMP literals in UTC. */
export type SqlValue = string | number | boolean | Date | null | readonly SqlValue[];

/** Quotes a value for SQL; a number that is not finite becomes NULL. */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'NULL';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return `TIMESTAMP '${value.toISOString().replace('T', ' ').replace('Z', '')}'`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''").replaceAll('\0', '')}'`;
  return `[${value.map(literal).join(', ')}]`;
}

/** The call of a table macro with named parameters, in the order given; undefined options are left to their defaults. */
export function call(macro: string, options: Record<string, SqlValue | undefined> = {}): string {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return `${macro}(${given.map(([name, value]) => `${name} := ${literal(value!)}`).join(', ')})`;
}
