import type { Database } from '../engine/database.ts';
import type { Decoded } from '../intake/decode/decode.ts';
import { decodeInWorker, prepareDecoding } from '../intake/decode/task.ts';
import { type Inspected, inspect } from '../intake/inspect.ts';
import { IntakeProblem } from '../intake/problem.ts';
import { inspectTextInWorker, prepareInspecting } from '../intake/task.ts';

export interface ReadOptions {
  /** Names tables have already; another of the same name is numbered. */
  taken: readonly string[];
  signal: AbortSignal;
  /** Bytes read of all files. */
  onProgress: (stage: 'decode' | 'inspect', done: number, total: number) => void;
}

/** The file each table was read from. */
const sources = new WeakMap<Decoded, File>();

/** Starts what reads the next file, so that it does not wait for workers. */
export function prepareReading(): void {
  prepareDecoding();
  prepareInspecting();
}

/**
 * The tables of files, decoded and looked at, each with a name of its own.
 * @throws IntakeProblem what is wrong with a file; AbortError
 */
export function readFiles(db: Database, files: readonly File[], options: ReadOptions): Promise<Inspected[]> {
  return read(db, files, options, false);
}

/**
 * Tables of which one turned out not to be in the encoding its samples spoke for: its file is read anew, all of it before
 * the encoding is believed. What the reader corrected stays.
 */
export async function readAgain(
  db: Database,
  tables: readonly Inspected[],
  wrong: string,
  options: Omit<ReadOptions, 'taken'>,
): Promise<Inspected[]> {
  const sourceOf = (table: Inspected | undefined) => table && sources.get(table.decoded);
  const source = sourceOf(tables.find(({ file }) => file === wrong));
  if (!source) throw new IntakeProblem('undecodable', { file: wrong });
  const others = tables.filter((table) => sourceOf(table) !== source);
  const again = await read(db, [source], { ...options, taken: others.map(({ file }) => file) }, true);
  return [...others, ...again.map((table) => corrected(table, tables))];
}

async function read(
  db: Database,
  files: readonly File[],
  { taken, signal, onProgress }: ReadOptions,
  thorough: boolean,
): Promise<Inspected[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const decoded: Decoded[] = [];
  let before = 0;
  for (const file of files) {
    const report = ({ done, total: of }: { done: number; total: number }) =>
      onProgress('decode', before + (of ? Math.min(1, done / of) * file.size : 0), total);
    report({ done: 0, total: 0 });
    for (const table of await decodeInWorker(file, { thorough }, { signal, onProgress: report })) {
      const named = { ...table, name: freeName(table.name, [...taken, ...decoded.map(({ name }) => name)]) };
      sources.set(named, file);
      decoded.push(named);
    }
    before += file.size;
  }
  onProgress('inspect', 0, 0);
  const inspected = await inspect(db, decoded, signal, inspectTextInWorker);
  return inspected.map((table, i) => ({ ...table, decoded: decoded[i]! }));
}

function corrected(table: Inspected, tables: readonly Inspected[]): Inspected {
  const before = tables.find(({ file }) => file === table.file);
  const names = ({ columns }: Inspected) => JSON.stringify(columns.map(({ name }) => name));
  if (!before || names(before) !== names(table)) return table;
  const { format, shape, mapping, dayFirst, decimal } = before;
  return { ...table, format, shape, mapping, dayFirst, decimal };
}

/** The name, or `name (2).csv` where it is taken. */
function freeName(name: string, taken: readonly string[]): string {
  const [, stem, extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name)!;
  let free = name;
  for (let n = 2; taken.includes(free); n += 1) free = `${stem} (${n})${extension}`;
  return free;
}
