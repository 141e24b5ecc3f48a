/** The encodings order exports come in, by the names TextDecoder knows. gb18030 covers GBK and GB2312. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'windows-1252',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding that a byte order mark announces, and how many bytes the mark takes. */
export function byteOrderMark(head: Uint8Array): { encoding: Encoding; length: number } | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** A charset label such as `GB2312` or `utf8`, as an encoding; null when it is unknown or none that exports use. */
export function byLabel(label: string): Encoding | null {
  try {
    const { encoding } = new TextDecoder(label);
    const name = encoding === 'gbk' ? 'gb18030' : encoding;
    return ENCODINGS.find((known) => known === name) ?? null;
  } catch {
    return null;
  }
}

/** True if the bytes are valid in the encoding. With `cut`, they may end inside a character. */
export function isValid(bytes: Uint8Array, encoding: Encoding, cut = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

/** The text of the bytes with U+FFFD for what is invalid; a character cut off at the end is left out. */
export function lenient(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: true });
}

const CODEPAGES: Record<number, Encoding> = {
  932: 'shift_jis',
  936: 'gb18030',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  54936: 'gb18030',
  65001: 'utf-8',
};
const codepageDecoders = new Map<number, TextDecoder>();

/** Decodes by a Windows code page number, as old workbooks name their encodings; unknown ones as windows-1252. */
export function byCodepage(codepage: number, bytes: ArrayLike<number>): string {
  let decoder = codepageDecoders.get(codepage);
  if (!decoder) {
    decoder = new TextDecoder(CODEPAGES[codepage] ?? 'windows-1252', { ignoreBOM: true });
    codepageDecoders.set(codepage, decoder);
  }
  return decoder.decode(Uint8Array.from(bytes));
}
