import type { Inspected } from '../intake/inspect.ts';
import type { ProblemCode } from '../intake/problem.ts';
import type { Rules } from '../intake/rules.ts';

/** What is under way, and how much of it is done; `total` is 0 while unknown. Without a unit it is a share. */
export interface ShopProgress {
  stage: 'engine' | 'fetch' | 'decode' | 'inspect' | 'load' | 'tables';
  done: number;
  total: number;
  unit: 'bytes' | 'rows' | null;
}

/** Problems with a mapping the reader can correct, though the format looked certain. */
export const CORRECTABLE: readonly ProblemCode[] = ['mapping_incomplete', 'no_line_kept', 'no_orders'];

/** How files are opened: fetched or the reader's own, beside the open ones or not, with others that wait. */
export interface Opening {
  from: string | null;
  adding: boolean;
  waiting: readonly Inspected[];
}

/** The rules lines are cleaned by, and where their files were fetched from. */
export interface Cleaning {
  rules: Rules;
  from: string | null;
}
