import { serveTask } from '../workers/task.ts';
import type { Recovery } from './stability/resample.ts';
import { type Description, work, type Work } from './work.ts';

serveTask<Work, Description | Recovery[]>((asked, onProgress) => ({
  output: work(asked, (done, total) => onProgress({ stage: 'draws', done, total })),
}));
