/** Run in the engine's worker before the engine: tells the page how many bytes of a file are being read. */
export const COUNT_READS = `const read = FileReaderSync.prototype.readAsArrayBuffer;
FileReaderSync.prototype.readAsArrayBuffer = function (slice) {
  postMessage({ bytesRead: slice.size });
  return read.call(this, slice);
};`;

/**
 * Hears what `COUNT_READS` tells and keeps it from those who listen to the worker later. The engine does not say which
 * file it reads: it is the one added last.
 */
export class Reads {
  #name: string | null = null;
  #onRead: (bytes: number) => void = () => {};
  #bytes = 0;

  constructor(worker: Worker) {
    worker.addEventListener('message', (event: MessageEvent<{ bytesRead?: number }>) => {
      const { bytesRead } = event.data;
      if (bytesRead === undefined) return;
      event.stopImmediatePropagation();
      this.#onRead((this.#bytes += bytesRead));
    });
  }

  /** Tells the bytes read from now on. */
  of(name: string, onRead: (bytes: number) => void): void {
    this.#name = name;
    this.#onRead = onRead;
    this.#bytes = 0;
  }

  end(name: string): void {
    if (this.#name === name) this.#onRead = () => {};
  }
}
