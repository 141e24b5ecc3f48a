/** The same response, whose body tells how many bytes have come so far as it is read. */
export function counted(response: Response, onBytes: (done: number) => void): Response {
  let done = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onBytes((done += chunk.byteLength));
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body!.pipeThrough(counter));
}
