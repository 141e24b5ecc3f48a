import { type Encoding, byLabel, byteOrderMark, isValid, lenient } from './encoding.ts';
import { SLICE, bytesOf, sampleLines, tellingLines } from './samples.ts';
import { likeliest } from './score.ts';

/**
 * What a file's bytes are: text (after `bom` bytes of mark; `valid` if all that was looked at obeys the encoding), no
 * text at all, or text that no known encoding explains.
 */
export type Detected = { encoding: Encoding; bom: number; valid: boolean } | 'binary' | 'unknown';

/** More control characters than this in a thousand, and the bytes are not text. */
const CONTROLS_PER_THOUSAND = 3;

/**
 * Finds the encoding: byte order mark, UTF-16 by its zero bytes, strict UTF-8, what a markup document declares, and
 * last the likeliest of the others. Looks at samples; when UTF-8 has been found wrong later, `thorough` looks at every
 * line that could tell.
 */
export async function detect(blob: Blob, thorough: boolean): Promise<Detected> {
  const head = await bytesOf(blob.slice(0, SLICE));
  const mark = byteOrderMark(head);
  if (mark && mark.encoding !== 'utf-8') return { encoding: mark.encoding, bom: mark.length, valid: true };
  const wide = wideOf(head);
  if (wide) return { encoding: wide, bom: 0, valid: true };
  const samples = await sampleLines(blob);
  if (samples.some(isBinary)) return 'binary';
  const telling = thorough ? await tellingLines(blob) : samples;
  const valid = telling.every((bytes) => isValid(bytes, 'utf-8'));
  if (mark || valid) return { encoding: 'utf-8', bom: mark?.length ?? 0, valid };
  const encoding = declared(head, telling) ?? likeliest(telling);
  return encoding ? { encoding, bom: 0, valid: false } : 'unknown';
}

/** UTF-16 without a mark: the separators, digits and line ends of a table have a zero byte, always on the same side. */
function wideOf(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
  const [high, low] = zeros as [number, number];
  if (high + low < head.length / 100) return null;
  const encoding = low > high ? 'utf-16le' : 'utf-16be';
  if (Math.min(high, low) > Math.max(high, low) / 20 || !isValid(head, encoding, true)) return null;
  const text = lenient(head, encoding);
  return isBinary(Uint16Array.from(text, (character) => character.charCodeAt(0))) ? null : encoding;
}

function isBinary(codes: Uint8Array | Uint16Array): boolean {
  let controls = 0;
  for (const code of codes) if (isControl(code)) controls++;
  return controls * 1000 > codes.length * CONTROLS_PER_THOUSAND;
}

/** Of the control characters, text has tabs, line ends, form feeds and, rarely, escapes. */
function isControl(code: number): boolean {
  return code < 0x20 ? (code < 0x09 || code > 0x0d) && code !== 0x1b : code === 0x7f;
}

/** The charset that an HTML or XML document names, if its bytes obey it. */
function declared(head: Uint8Array, samples: Uint8Array[]): Encoding | null {
  const start = lenient(head.subarray(0, 2048), 'windows-1252');
  if (!/^\s*</.test(start)) return null;
  const label = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
  const encoding = label ? byLabel(label) : null;
  return encoding && encoding !== 'windows-1252' && samples.every((bytes) => isValid(bytes, encoding))
    ? encoding
    : null;
}
