import type { DuckDBConfig } from '@duckdb/duckdb-wasm';

/** Numbers reach JavaScript as numbers: 64-bit integers and decimals are cast to DOUBLE on the way out. */
export const OPEN: DuckDBConfig = {
  path: ':memory:',
  query: { castBigIntToDouble: true, castDecimalToDouble: true },
};

/**
 * Statements every new connection runs. No extension can be had offline: without these two settings a reference to
 * one asks the public extension host, or leaves the engine in a state it does not recover from.
 */
export function prepare(origin: string): string {
  return `SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;
SET custom_extension_repository = '${origin}/no-extensions';
SET preserve_insertion_order = true;`;
}
