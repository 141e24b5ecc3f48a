import { serveTask } from '../../workers/task.ts';
import type { ValueResult, ValueWork } from './types.ts';
import { buffers, work } from './work.ts';

serveTask<ValueWork, ValueResult>((asked, onProgress) => {
  const output = work(asked, (done, total) => onProgress({ stage: 'fit', done, total }));
  return { output, transfer: buffers(output) };
});
