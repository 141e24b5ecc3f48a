/** A column of a result: its name and DuckDB's name of its type. */
export interface Column {
  name: string;
  type: string;
}

/**
 * The rows of one statement. Cells are string, number, boolean, Date (DATE and TIMESTAMP, as UTC), array, object or null.
 */
export interface Result<Row = Record<string, unknown>> {
  columns: Column[];
  rows: Row[];
}

/** Columns of numbers by name: Int32Array for integers of up to 32 bits, Float64Array for the rest. */
export type NumberColumns = Record<string, Int32Array | Float64Array>;

/**
 * One open DuckDB. Statements run one after another, in the order of the calls.
 * An aborted signal rejects with an AbortError; everything else that goes wrong with a QueryError.
 */
export interface Database {
  /** Runs one statement and returns its columns and rows. */
  run<Row = Record<string, unknown>>(sql: string, signal?: AbortSignal): Promise<Result<Row>>;
  /** The rows of `run`. */
  query<Row = Record<string, unknown>>(sql: string, signal?: AbortSignal): Promise<Row[]>;
  /** Runs one statement whose columns are all numbers; no objects are made for the rows. */
  numbers(sql: string, signal?: AbortSignal): Promise<NumberColumns>;
  /** Runs one or more statements separated by semicolons for their effect. */
  exec(sql: string, signal?: AbortSignal): Promise<void>;
  /** Creates a table from an Arrow IPC stream. */
  insert(table: string, stream: Uint8Array): Promise<void>;
  /** Makes a file readable by SQL under this name; the browser reads it in slices. */
  addFile(name: string, file: Blob): Promise<void>;
  /** The bytes of a file that SQL wrote with COPY … TO. */
  readFile(name: string): Promise<Uint8Array<ArrayBuffer>>;
  dropFile(name: string): Promise<void>;
  close(): Promise<void>;
}

/** What the engine said was wrong with a statement; `position` is the 0-based offset in the statement, when known. */
export class QueryError extends Error {
  override name = 'QueryError';
  readonly sql: string;
  readonly position: number | null;

  constructor(message: string, sql: string) {
    const { text, position } = parseEngineMessage(message, sql);
    super(text);
    this.sql = sql;
    this.position = position;
  }
}

/** DuckDB appends `LINE n: <text>` and a caret line to the messages of the parser and the binder. */
function parseEngineMessage(message: string, sql: string): { text: string; position: number | null } {
  const found = /\n+LINE (\d+): (.*)\n( *)\^/.exec(message);
  if (!found) return { text: message.trim(), position: null };
  const text = message.slice(0, found.index).trim();
  const lines = sql.split('\n');
  const lineIndex = Number(found[1]) - 1;
  const shown = found[2]!;
  const caret = found[3]!.length - `LINE ${found[1]}: `.length;
  const bare = shown.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const start = (lines[lineIndex] ?? '').indexOf(bare);
  if (start < 0) return { text, position: null };
  const before = lines.slice(0, lineIndex).reduce((sum, line) => sum + line.length + 1, 0);
  const lead = shown.startsWith('...') ? 3 : 0;
  return { text, position: before + start + Math.max(0, caret - lead) };
}
