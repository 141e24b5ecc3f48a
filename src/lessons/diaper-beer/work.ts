import type { Pairs } from '../../mining/work.ts';
import { type Findings, findings, type Search } from './chance.ts';
import { type PairedSurvey, surveyWithPair } from './survey.ts';

/** What the worker is asked: every rule and a pair to study, or what a search of shuffled or given baskets finds. */
export type Work = { kind: 'survey'; pairs: Pairs; minCount: number } | ({ kind: 'findings' } & Search);

export function work(asked: Work): PairedSurvey | Findings {
  return asked.kind === 'survey' ? surveyWithPair(asked.pairs, asked.minCount) : findings(asked);
}
