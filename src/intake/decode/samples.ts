/** How much is read at one place. */
export const SLICE = 1 << 16;
const PLACES = 9;
/** How much text with other than ASCII characters settles an encoding. */
const ENOUGH = 1 << 18;
const CHUNK = 1 << 22;
const NEWLINE = 0x0a;

/**
 * Whole lines from the head, the tail and places in between; a small file as it is. A line feed is never part of a
 * longer character in the encodings this is for, so no sample begins or ends inside one.
 */
export async function sampleLines(blob: Blob): Promise<Uint8Array[]> {
  if (blob.size <= SLICE * PLACES) return [await bytesOf(blob)];
  const samples: Uint8Array[] = [];
  const starts = Array.from({ length: PLACES }, (_, place) =>
    Math.round(((blob.size - SLICE) * place) / (PLACES - 1)),
  );
  const slices = await Promise.all(starts.map((start) => bytesOf(blob.slice(start, start + SLICE))));
  for (const [place, bytes] of slices.entries()) {
    const from = place === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
    const to = place === PLACES - 1 ? bytes.length : bytes.lastIndexOf(NEWLINE) + 1;
    if (place === 0 && to === 0) samples.push(bytes.subarray(0, bytes.findLastIndex(isSeparator) + 1));
    else if (to > from && (place === 0 || from > 0)) samples.push(bytes.subarray(from, to));
  }
  return samples;
}

/** The first lines of the whole file that hold other than ASCII characters. */
export async function tellingLines(blob: Blob): Promise<Uint8Array[]> {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < blob.size && size < ENOUGH; start += CHUNK) {
    const bytes = await bytesOf(blob.slice(start, start + CHUNK));
    const last = start + CHUNK >= blob.size;
    let at = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
    while (at < bytes.length && size < ENOUGH) {
      const newline = bytes.indexOf(NEWLINE, at);
      const end = newline < 0 ? bytes.length : newline + 1;
      const line = bytes.subarray(at, end);
      if (line.some((byte) => byte >= 0x80) && (newline >= 0 || last || start === 0)) {
        lines.push(line);
        size += line.length;
      }
      at = end;
    }
  }
  return lines;
}

/** Spaces, commas and the like: as little part of a longer character as a line feed, for a head that is one line. */
function isSeparator(byte: number): boolean {
  return byte < 0x30;
}

/** The bytes of a blob. */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
