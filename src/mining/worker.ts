import { serveTask } from '../workers/task.ts';
import { buffers, work, type Work } from './work.ts';
import type { Mined } from './mine.ts';
import type { Rules } from './rules.ts';

serveTask<Work, Mined | Rules>((asked, onProgress) => {
  const output = work(asked, (done, total) => onProgress({ stage: 'mining', done, total }));
  return { output, transfer: buffers(output) };
});
