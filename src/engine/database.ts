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
  /**
   * Makes a file readable by SQL under this name; the browser reads it in slices. `onRead` hears how many of its bytes
   * have been read while a statement runs.
   */
  addFile(name: string, file: Blob, onRead?: (bytes: number) => void): Promise<void>;
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

  constructor(message: string, sql: string, position?: number | null) {
    const said = unwrapped(message);
    super(said.replace(CARET, '').trim());
    this.sql = sql;
    this.position = position === undefined ? caretPosition(said, sql) : position;
  }

  /** The same error in a statement that is part of the one that ran. */
  movedBy(offset: number, sql: string): QueryError {
    const position = this.position === null ? null : this.position + offset;
    return new QueryError(this.message, sql, position !== null && position >= 0 ? position : null);
  }
}

/** Statements that were sent rather than run report their errors as JSON. */
function unwrapped(message: string): string {
  const start = message.indexOf('{"exception_type"');
  if (start < 0) return message;
  try {
    const { exception_type: type, exception_message: text } = JSON.parse(message.slice(start)) as Record<
      string,
      string
    >;
    return `${type} Error: ${text}`;
  } catch {
    return message;
  }
}

/** DuckDB ends the messages of its parser and binder with `LINE n: <text>` and a line with a caret. */
const CARET = /\n+LINE (\d+): (.*)\n( *)\^[^]*$/;

function caretPosition(message: string, sql: string): number | null {
  const found = CARET.exec(message);
  if (!found) return null;
  const [, line, shown, indent] = found as unknown as [string, string, string, string];
  const lines = sql.split('\n');
  const index = Number(line) - 1;
  const cutAtStart = shown.startsWith('...') ? 3 : 0;
  const start = (lines[index] ?? '').indexOf(shown.slice(cutAtStart).replace(/\.\.\.$/, ''));
  if (start < 0) return null;
  const before = lines.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  return before + start + Math.max(0, indent.length - `LINE ${line}: `.length - cutAtStart);
}
