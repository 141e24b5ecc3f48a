import { serveTask } from '../workers/task.ts';
import type { Decoded } from './decode/decode.ts';
import type { Inspected } from './inspect.ts';
import { inspectText } from './inspect-text.ts';
import { IntakeProblem, toPlain } from './problem.ts';

serveTask<Decoded & { kind: 'text' }, Inspected>(async (decoded) => {
  try {
    return { output: await inspectText(decoded) };
  } catch (error) {
    throw error instanceof IntakeProblem ? toPlain(error) : error;
  }
});
