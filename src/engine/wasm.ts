const GZIP_MAGIC = [0x1f, 0x8b];

/**
 * Fetches the engine, which is shipped gzip-compressed so that every host transfers the small form, and inflates it.
 * A host that declares the compression itself has the browser inflate it first; the first bytes tell.
 */
export async function inflated(url: string, onProgress: (share: number) => void): Promise<Blob> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`The engine could not be fetched (HTTP ${response.status}).`);
  const bytes = await counted(response, onProgress).arrayBuffer();
  const head = new Uint8Array(bytes, 0, 2);
  const type = 'application/wasm';
  if (!GZIP_MAGIC.every((byte, i) => head[i] === byte)) return new Blob([bytes], { type });
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Blob([await new Response(plain).arrayBuffer()], { type });
}

function counted(response: Response, onProgress: (share: number) => void): Response {
  const total = Number(response.headers.get('content-length')) || 8_000_000;
  let done = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      done += chunk.byteLength;
      onProgress(Math.min(1, done / total));
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body!.pipeThrough(counter));
}
