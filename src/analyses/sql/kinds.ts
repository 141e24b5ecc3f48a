import type { Kind } from '../../state/formats.ts';

/** How to write a column of this DuckDB type. */
export function kindOf(type: string): Kind {
  if (type === 'DATE') return 'date';
  if (type === 'TIMESTAMP') return 'time';
  return type === 'VARCHAR' || type === 'BOOLEAN' || type.includes('<') ? 'text' : 'raw';
}
