import { IntakeProblem } from '../problem.ts';
import { type ZipEntry, unzip, zipEntries } from './zip.ts';

/** Members of an archive that may be tables; folders and what macOS adds are not. */
const TABLE = /\.(csv|tsv|txt|dat|xlsx?|xlsm|xlsb|ods|html?|parquet|gz)$/i;
const WORKBOOK = /^(xl[/\\]workbook\.(xml|bin)|content\.xml|index[/\\]document\.iwa)$/i;

/**
 * What is in a ZIP file: a workbook, which is one itself, or the tables packed in it.
 * @throws IntakeProblem `not_a_table` if there is neither, `encrypted`, `broken_workbook`
 */
export async function openArchive(file: File): Promise<'workbook' | File[]> {
  const entries = await zipEntries(file, file.name);
  if (entries.some(({ name }) => WORKBOOK.test(name))) return 'workbook';
  const tables = entries.filter(isTable);
  if (tables.length === 0) throw new IntakeProblem('not_a_table', { file: file.name });
  const files: File[] = [];
  for (const entry of tables) files.push(await unzip(file, entry, file.name));
  return files;
}

function isTable({ name }: ZipEntry): boolean {
  return TABLE.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name);
}
