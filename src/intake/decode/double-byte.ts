import type { Encoding } from './encoding.ts';

/** Turns bytes, chunk by chunk, into UTF-8. Throws a TypeError at the first byte that is invalid. */
export interface Transcoder {
  push(chunk: Uint8Array): BlobPart;
  end(): BlobPart;
}

/**
 * Transcoder for encodings of ASCII and two-byte characters (gb18030, Big5), by a table that TextDecoder fills. Writing
 * UTF-8 directly is several times faster than decoding to a string and encoding that. What the table does not hold
 * (four-byte characters, supplementary planes) goes through TextDecoder one at a time.
 */
export class DoubleByteTranscoder implements Transcoder {
  readonly #table: Uint16Array;
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();
  readonly #singles = new Map<number, Uint8Array>();
  #rest = new Uint8Array(0);

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.#table = twoByteTable(encoding);
  }

  push(chunk: Uint8Array): BlobPart {
    return this.#transcode(this.#withRest(chunk), false);
  }

  end(): BlobPart {
    return this.#transcode(this.#withRest(new Uint8Array(0)), true);
  }

  #withRest(chunk: Uint8Array): Uint8Array {
    if (this.#rest.length === 0) return chunk;
    const joined = new Uint8Array(this.#rest.length + chunk.length);
    joined.set(this.#rest);
    joined.set(chunk, this.#rest.length);
    return joined;
  }

  #transcode(bytes: Uint8Array, last: boolean): Uint8Array<ArrayBuffer> {
    const table = this.#table;
    const length = bytes.length;
    const out = new Uint8Array(length * 2 + 8);
    let at = 0;
    let to = 0;
    while (at < length) {
      const lead = bytes[at]!;
      if (lead < 0x80) {
        out[to++] = lead;
        at++;
        continue;
      }
      const code = at + 1 < length ? table[(lead << 8) | bytes[at + 1]!]! : 0;
      if (code >= 0x800) {
        out[to++] = 0xe0 | (code >> 12);
        out[to++] = 0x80 | ((code >> 6) & 0x3f);
        out[to++] = 0x80 | (code & 0x3f);
        at += 2;
      } else if (code > 0) {
        out[to++] = 0xc0 | (code >> 6);
        out[to++] = 0x80 | (code & 0x3f);
        at += 2;
      } else {
        const size = sequenceLength(lead, bytes[at + 1]);
        if (at + size > length && !last) break;
        const character = this.#single(bytes.subarray(at, at + size));
        out.set(character, to);
        to += character.length;
        at += size;
      }
    }
    this.#rest = bytes.slice(at);
    return out.subarray(0, to);
  }

  #single(sequence: Uint8Array): Uint8Array {
    const key = sequence.reduce((sum, byte) => sum * 256 + byte, 0);
    let character = this.#singles.get(key);
    if (!character) {
      character = this.#encoder.encode(this.#decoder.decode(sequence));
      this.#singles.set(key, character);
    }
    return character;
  }
}

/** gb18030 has four-byte sequences, told by a digit in second place, and the euro sign in one byte. */
function sequenceLength(lead: number, second: number | undefined): number {
  if (lead === 0x80 || lead === 0xff) return 1;
  return second !== undefined && second >= 0x30 && second <= 0x39 ? 4 : 2;
}

const tables = new Map<Encoding, Uint16Array>();

/** The UTF-16 code unit of each two-byte sequence, at `lead * 256 + trail`; 0 where there is none or more than one. */
function twoByteTable(encoding: Encoding): Uint16Array {
  const known = tables.get(encoding);
  if (known) return known;
  const bytes: number[] = [];
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) bytes.push(lead, trail, 0x0a);
  const characters = new TextDecoder(encoding).decode(Uint8Array.from(bytes)).split('\n');
  const table = new Uint16Array(1 << 16);
  characters.forEach((character, i) => {
    if (character.length !== 1 || character === '\ufffd') return;
    table[(bytes[3 * i]! << 8) | bytes[3 * i + 1]!] = character.charCodeAt(0);
  });
  tables.set(encoding, table);
  return table;
}
