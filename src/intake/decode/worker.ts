import { serveTask } from '../../workers/task.ts';
import { IntakeProblem, toPlain } from '../problem.ts';
import { type Decoded, decode } from './decode.ts';
import type { DecodeTask } from './task.ts';

serveTask<DecodeTask, Decoded[]>(async ({ file, options }, onProgress) => {
  try {
    const output = await decode(file, options, onProgress);
    const transfer = output.flatMap((table) => (table.kind === 'columns' ? [table.stream.buffer] : []));
    return { output, transfer };
  } catch (error) {
    throw error instanceof IntakeProblem ? toPlain(error) : error;
  }
});
