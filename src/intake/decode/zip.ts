import { IntakeProblem } from '../problem.ts';
import { isValid } from './encoding.ts';
import { bytesOf } from './samples.ts';

/** One file in a ZIP archive: where its local header is and how it is packed. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 1 << 11;

/**
 * Lists a ZIP archive from its central directory (APPNOTE 4.3.12), reading nothing else.
 * @throws IntakeProblem `broken_workbook` if the directory is missing or damaged, as in a half-downloaded file
 */
export async function zipEntries(blob: Blob, file: string): Promise<ZipEntry[]> {
  const broken = new IntakeProblem('broken_workbook', { file });
  const tail = await view(blob.slice(Math.max(0, blob.size - END_SIZE - MAX_COMMENT)));
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw broken;
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  const directory = await view(blob.slice(start, start + size));
  if (directory.byteLength !== size) throw broken;
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= size;) {
    if (directory.getUint32(at, true) !== CENTRAL) throw broken;
    const flags = directory.getUint16(at + 8, true);
    const nameLength = directory.getUint16(at + 28, true);
    if (at + 46 + nameLength > size) throw broken;
    entries.push({
      name: nameOf(new Uint8Array(directory.buffer, at + 46, nameLength), (flags & UTF8_NAME) !== 0),
      encrypted: (flags & 1) !== 0,
      method: directory.getUint16(at + 10, true),
      packed: directory.getUint32(at + 20, true),
      offset: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The content of one entry.
 * @throws IntakeProblem `encrypted`, or `broken_workbook` if it cannot be unpacked
 */
export async function unzip(blob: Blob, entry: ZipEntry, file: string): Promise<File> {
  if (entry.encrypted) throw new IntakeProblem('encrypted', { file });
  const header = await view(blob.slice(entry.offset, entry.offset + 30));
  if (header.byteLength < 30) throw new IntakeProblem('broken_workbook', { file });
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = blob.slice(start, start + entry.packed);
  if (entry.method === STORED) return new File([packed], entry.name);
  if (entry.method !== DEFLATED) throw new IntakeProblem('broken_workbook', { file });
  try {
    return new File([await inflate(packed, 'deflate-raw')], entry.name);
  } catch {
    throw new IntakeProblem('broken_workbook', { file });
  }
}

/** Unpacks a compressed stream; rejects if it is damaged. */
export function inflate(blob: Blob, format: CompressionFormat): Promise<Blob> {
  return new Response(blob.stream().pipeThrough(new DecompressionStream(format))).blob();
}

/** Archives made on Chinese Windows write names in GBK without saying so. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  const encoding = utf8 || isValid(bytes, 'utf-8') ? 'utf-8' : 'gb18030';
  return new TextDecoder(encoding).decode(bytes);
}

async function view(blob: Blob): Promise<DataView<ArrayBuffer>> {
  const bytes = await bytesOf(blob);
  return new DataView(bytes.buffer);
}
