import { serveTask } from '../workers/task.ts';
import { type Answer, buffers, work, type Work } from './work.ts';

serveTask<Work, Answer>((asked, onProgress) => {
  const output = work(asked, (done, total) => onProgress({ stage: 'mining', done, total }));
  return { output, transfer: buffers(output) };
});
