import type { Progress } from '../../workers/task.ts';
import { IntakeProblem } from '../problem.ts';
import { openArchive } from './archive.ts';
import type { Encoding } from './encoding.ts';
import { readHtml } from './html.ts';
import { type Magic, magicOf, markupOf } from './magic.ts';
import { readParquet } from './parquet.ts';
import { bytesOf } from './samples.ts';
import { delimiterOf, readText } from './text.ts';
import { type Sheet, readWorkbook } from './workbook.ts';
import { inflate } from './zip.ts';

/** One table of a file: UTF-8 text with its header, to be read in slices, or the columns of an Arrow IPC stream. */
export type Decoded =
  | { kind: 'text'; name: string; blob: Blob; encoding: Encoding; delimiterHint?: string }
  | { kind: 'columns'; name: string; stream: Uint8Array<ArrayBuffer>; rows: number };

export interface DecodeOptions {
  /** Used instead of what the bytes suggest. */
  encoding?: Encoding;
  /** Reads everything before UTF-8 is believed; without it samples are enough. */
  thorough?: boolean;
  /** The only sheet to read of a workbook. */
  sheet?: string;
}

type OnProgress = (progress: Progress) => void;

/**
 * Turns a file into its tables, one per sheet. What the file is, its bytes say, not its name.
 * @throws IntakeProblem with the code that says what is wrong
 */
export async function decode(file: File, options: DecodeOptions, onProgress: OnProgress): Promise<Decoded[]> {
  if (file.size === 0) throw new IntakeProblem('empty_file', { file: file.name });
  const magic = magicOf(await bytesOf(file.slice(0, 8)));
  return READERS[magic ?? 'text'](file, options, onProgress);
}

type Reader = (file: File, options: DecodeOptions, onProgress: OnProgress) => Promise<Decoded[]>;

const READERS: Record<Magic | 'text', Reader> = {
  text: decodeText,
  zip: decodeArchive,
  cfb: decodeWorkbook,
  gzip: decodeGzip,
  parquet: async (file) => [{ kind: 'columns', name: file.name, ...(await readParquet(file)) }],
  lockedParquet: (file) => refuse('encrypted', file),
  document: (file) => refuse('not_a_table', file),
};

async function refuse(code: 'encrypted' | 'not_a_table', file: File): Promise<never> {
  throw new IntakeProblem(code, { file: file.name });
}

async function decodeText(file: File, options: DecodeOptions, onProgress: OnProgress): Promise<Decoded[]> {
  const { blob, encoding, head } = await readText(file, options, onProgress);
  const markup = markupOf(head);
  if (markup === 'xml') {
    return named(file, await readWorkbook(await blob.text(), file.name, options.sheet, onProgress));
  }
  if (markup === 'html') {
    const tables = readHtml(await blob.text());
    if (tables.length === 0) return refuse('not_a_table', file);
    return named(
      file,
      tables.map((table, i) => ({ name: String(i + 1), blob: table })),
    );
  }
  const delimiterHint = delimiterOf(head);
  return [{ kind: 'text', name: file.name, blob, encoding, ...(delimiterHint && { delimiterHint }) }];
}

async function decodeWorkbook(
  file: File,
  options: DecodeOptions,
  onProgress: OnProgress,
): Promise<Decoded[]> {
  onProgress({ stage: 'decode', done: 0, total: 0 });
  return named(file, await readWorkbook(await bytesOf(file), file.name, options.sheet, onProgress));
}

/** A packed file that is not a table, such as a note about the export, is passed over if another one is. */
async function decodeArchive(file: File, options: DecodeOptions, onProgress: OnProgress): Promise<Decoded[]> {
  const content = await openArchive(file);
  if (content === 'workbook') return decodeWorkbook(file, options, onProgress);
  const decoded: Decoded[] = [];
  let problem: IntakeProblem | undefined;
  for (const member of content) {
    try {
      decoded.push(...(await decode(member, options, onProgress)));
    } catch (error) {
      if (!(error instanceof IntakeProblem)) throw error;
      if (error.code !== 'not_a_table' && error.code !== 'empty_file') throw error;
      problem = error;
    }
  }
  if (decoded.length === 0 && problem) throw problem;
  return decoded;
}

async function decodeGzip(file: File, options: DecodeOptions, onProgress: OnProgress): Promise<Decoded[]> {
  const plain = await inflate(file, 'gzip').catch(() => {
    throw new IntakeProblem('undecodable', { file: file.name });
  });
  return decode(new File([plain], file.name.replace(/\.gz$/i, '')), options, onProgress);
}

function named(file: File, sheets: Sheet[]): Decoded[] {
  return sheets.map(({ name, blob }) => ({
    kind: 'text',
    name: sheets.length === 1 ? file.name : `${file.name} [${name}]`,
    blob,
    encoding: 'utf-8',
    delimiterHint: ',',
  }));
}
