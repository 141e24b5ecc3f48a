import type { Progress } from '../../workers/task.ts';
import { IntakeProblem } from '../problem.ts';
import { type Encoding, byteOrderMark } from './encoding.ts';
import { detect } from './detect.ts';
import { bytesOf } from './samples.ts';
import { checkUtf8, toUtf8 } from './transcode.ts';

/** A file's text in UTF-8 without a byte order mark. Valid UTF-8 is the file itself, not a copy. */
export interface Text {
  blob: Blob;
  encoding: Encoding;
  /** The beginning of it. */
  head: string;
}

const HEAD = 1 << 16;

/**
 * Finds the encoding, or takes the given one, and returns the text in UTF-8. UTF-8 is believed after a look at
 * samples, unless `thorough`.
 * @throws IntakeProblem `empty_file`, `not_a_table` (bytes that are no text), `undecodable`
 */
export async function readText(
  file: File,
  options: { encoding?: Encoding | undefined; thorough?: boolean | undefined },
  onProgress: (progress: Progress) => void,
): Promise<Text> {
  const place = { file: file.name };
  const thorough = options.thorough ?? false;
  const found = options.encoding
    ? { encoding: options.encoding, bom: await markLength(file, options.encoding), valid: false }
    : await detect(file, thorough);
  if (found === 'binary') throw new IntakeProblem('not_a_table', place);
  if (found === 'unknown') throw new IntakeProblem('undecodable', place);
  const { encoding, bom, valid } = found;
  const body = bom === 0 ? file : file.slice(bom);
  if (encoding === 'utf-8' && (thorough || !valid)) await checkUtf8(body, file.name, onProgress);
  const blob = encoding === 'utf-8' ? body : await toUtf8(body, encoding, file.name, onProgress);
  const head = await blob.slice(0, HEAD).text();
  if (blob.size <= HEAD && head.trim() === '') throw new IntakeProblem('empty_file', place);
  return { blob, encoding, head };
}

/** The separator that the first line with any text holds most of, outside quotes; undefined if it holds none. */
export function delimiterOf(head: string): string | undefined {
  const line = head.split(/\r\n|\n|\r/).find((text) => /[^\s,;|]/.test(text)) ?? '';
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = [',', '\t', ';', '|'].map((delimiter) => ({
    delimiter,
    count: bare.split(delimiter).length - 1,
  }));
  const most = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return most.count > 0 ? most.delimiter : undefined;
}

async function markLength(file: File, encoding: Encoding): Promise<number> {
  const mark = byteOrderMark(await bytesOf(file.slice(0, 3)));
  return mark?.encoding === encoding ? mark.length : 0;
}
