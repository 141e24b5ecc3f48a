import type { Pairs } from '../../mining/work.ts';
import { runTask } from '../../workers/task.ts';
import type { Findings, Search } from './chance.ts';
import type { PairedSurvey } from './survey.ts';
import type { Work } from './work.ts';
import url from './worker.ts?worker&url';

/** Mines the baskets and chooses a pair, in a worker of its own. Aborting the signal ends it at once. */
export function surveyInWorker(pairs: Pairs, minCount: number, signal: AbortSignal): Promise<PairedSurvey> {
  return runTask<Work, PairedSurvey>(url, { kind: 'survey', pairs, minCount }, { signal });
}

/** Searches the baskets as they are, or shuffled by a seed, in a worker of its own. */
export function findingsInWorker(search: Search, signal: AbortSignal): Promise<Findings> {
  return runTask<Work, Findings>(url, { kind: 'findings', ...search }, { signal });
}
