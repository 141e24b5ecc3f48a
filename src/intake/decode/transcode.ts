import type { Progress } from '../../workers/task.ts';
import { IntakeProblem } from '../problem.ts';
import { DoubleByteTranscoder, type Transcoder } from './double-byte.ts';
import type { Encoding } from './encoding.ts';
import { bytesOf } from './samples.ts';

const CHUNK = 1 << 22;

/**
 * The same text in UTF-8, read in chunks and kept as parts of a Blob, so that neither form is held twice.
 * @throws IntakeProblem `undecodable`, with the row, at a byte that is invalid in the encoding
 */
export async function toUtf8(
  blob: Blob,
  encoding: Encoding,
  file: string,
  onProgress: (progress: Progress) => void,
): Promise<Blob> {
  const transcoder = transcoderFor(encoding);
  const parts: Blob[] = [];
  try {
    for (let start = 0; start < blob.size; start += CHUNK) {
      const chunk = await bytesOf(blob.slice(start, start + CHUNK));
      parts.push(new Blob([transcoder.push(chunk)]));
      onProgress({ stage: 'decode', done: start + chunk.length, total: blob.size });
    }
    parts.push(new Blob([transcoder.end()]));
  } catch (error) {
    if (error instanceof TypeError) throw await undecodable(blob, encoding, file);
    throw error;
  }
  return new Blob(parts);
}

/** Reads all of a UTF-8 file and throws like `toUtf8` if it is not valid. */
export async function checkUtf8(
  blob: Blob,
  file: string,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let start = 0; start < blob.size; start += CHUNK) {
      decoder.decode(await bytesOf(blob.slice(start, start + CHUNK)), { stream: true });
      onProgress({ stage: 'decode', done: Math.min(start + CHUNK, blob.size), total: blob.size });
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw await undecodable(blob, 'utf-8', file);
    throw error;
  }
}

function transcoderFor(encoding: Encoding): Transcoder {
  if (encoding === 'gb18030' || encoding === 'big5') return new DoubleByteTranscoder(encoding);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return { push: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

/** Reads the file again, leniently, up to the first replacement character. */
async function undecodable(blob: Blob, encoding: Encoding, file: string): Promise<IntakeProblem> {
  const decoder = new TextDecoder(encoding);
  let row = 1;
  for (let start = 0; start < blob.size; start += CHUNK) {
    const last = start + CHUNK >= blob.size;
    const text = decoder.decode(await bytesOf(blob.slice(start, start + CHUNK)), { stream: !last });
    const bad = text.indexOf('\ufffd');
    row += text.slice(0, bad < 0 ? undefined : bad).split('\n').length - 1;
    if (bad >= 0) return new IntakeProblem('undecodable', { file, row });
  }
  return new IntakeProblem('undecodable', { file });
}
