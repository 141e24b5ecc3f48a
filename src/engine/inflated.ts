import { counted } from './counted.ts';

const GZIP_MAGIC = [0x1f, 0x8b];
/** About what the compressed engine weighs, for hosts that do not tell. */
const USUAL_BYTES = 8_000_000;

/**
 * Fetches a file that is shipped gzip-compressed so that every host transfers the small form, and inflates it.
 * A host that declares the compression itself has the browser inflate it first; the first bytes tell.
 */
export async function inflated(
  url: string,
  type: string,
  onProgress: (share: number) => void = () => {},
): Promise<Blob> {
  const response = await fetch(new URL(url, location.href));
  if (!response.ok || !response.body)
    throw new Error(`A part of the engine could not be fetched (HTTP ${response.status}).`);
  const total = Number(response.headers.get('content-length')) || USUAL_BYTES;
  const bytes = await counted(response, (done) => onProgress(Math.min(1, done / total))).arrayBuffer();
  const head = new Uint8Array(bytes, 0, 2);
  if (!GZIP_MAGIC.every((byte, i) => head[i] === byte)) return new Blob([bytes], { type });
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Blob([await new Response(plain).arrayBuffer()], { type });
}
