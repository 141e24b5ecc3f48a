import type { Dialect } from './records.ts';

const CHUNK = 1 << 22;

/**
 * A text in slices of about so many bytes, each ending where a record ends: line breaks inside quotes are passed over.
 * The slices refer to the text; nothing is copied.
 */
export async function* slicesOf(
  text: Blob,
  { quote, newline }: Dialect,
  bytes: number,
): AsyncGenerator<Blob, void, undefined> {
  const mark = quote === '' ? -1 : quote.charCodeAt(0);
  const end = newline.charCodeAt(newline.length - 1);
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.size; at += CHUNK) {
    const chunk = new Uint8Array(await text.slice(at, at + CHUNK).arrayBuffer());
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte === mark) quoted = !quoted;
      else if (byte === end && !quoted && at + i + 1 - start >= bytes && at + i + 1 < text.size) {
        const from = start;
        start = at + i + 1;
        yield text.slice(from, start);
      }
    }
  }
  yield text.slice(start);
}
