import { counted } from '../engine/counted.ts';
import { IntakeProblem } from '../intake/problem.ts';

/** Fetches a hosted file; `onProgress` hears the bytes received of all, 0 when the host does not tell how many. */
export async function fetchFile(
  url: string,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<File> {
  const name = decodeURIComponent(new URL(url, location.href).pathname.split('/').at(-1) || url);
  const response = await fetch(url, { signal, credentials: 'omit' }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new IntakeProblem('unreachable', {
      file: name,
      value: error instanceof Error ? error.message : undefined,
    });
  });
  if (!response.ok) throw new IntakeProblem('unreachable', { file: name, value: `HTTP ${response.status}` });
  const total = Number(response.headers.get('content-length'));
  const body = counted(response, (done) => onProgress(done, done <= total ? total : 0));
  return new File([await body.blob()], name);
}
