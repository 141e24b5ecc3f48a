import { buffers } from '../../mining/work.ts';
import { serveTask } from '../../workers/task.ts';
import type { Findings } from './chance.ts';
import type { PairedSurvey } from './survey.ts';
import { work, type Work } from './work.ts';

serveTask<Work, PairedSurvey | Findings>((asked) => {
  const output = work(asked);
  return { output, transfer: buffers(output) };
});
