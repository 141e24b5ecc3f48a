/** A text with one space where it has a run of blanks, and none at the ends of its lines; read in pieces. */
export async function withSingleBlanks(blob: Blob): Promise<Blob> {
  let pending = '';
  const single = new TransformStream<string, string>({
    transform(chunk, controller) {
      const text = pending + chunk;
      const end = text.lastIndexOf('\n') + 1;
      pending = text.slice(end);
      controller.enqueue(singleBlanks(text.slice(0, end)));
    },
    flush: (controller) => controller.enqueue(singleBlanks(pending)),
  });
  const bytes = blob
    .stream()
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(single)
    .pipeThrough(new TextEncoderStream());
  return new Response(bytes).blob();
}

function singleBlanks(text: string): string {
  return text.replace(/[ \t]+/g, ' ').replace(/^ | $/gm, '');
}
