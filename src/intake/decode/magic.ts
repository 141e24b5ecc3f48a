/** A kind of file that its first bytes give away. */
export type Magic = 'zip' | 'cfb' | 'gzip' | 'parquet' | 'lockedParquet' | 'document';

const MAGIC: [Magic, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['cfb', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['gzip', [0x1f, 0x8b]],
  ['parquet', ascii('PAR1')],
  ['lockedParquet', ascii('PARE')],
  ['document', ascii('%PDF-')],
  ['document', ascii('{\\rtf')],
];

/** The kind of a binary file (`cfb` is the container of .xls and of encrypted .xlsx); null if it may be text. */
export function magicOf(head: Uint8Array): Magic | null {
  return MAGIC.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))?.[0] ?? null;
}

/** Markup that calls itself a spreadsheet: an HTML document, or a workbook in one XML file. */
export function markupOf(head: string): 'html' | 'xml' | null {
  const text = head.trimStart();
  if (!/^<(\?xml|!doctype|!--|html|head|meta|style|body|div|table|\w*:?workbook|office:)/i.test(text))
    return null;
  return /<(\w+:)?workbook\b|<office:document\b/i.test(text) ? 'xml' : 'html';
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
