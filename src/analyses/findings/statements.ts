import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { LEAST_LOOKBACK, THRESHOLD, WITHIN_DAYS } from './claims/claim.ts';
import { LEVEL } from './judge.ts';
import type { Seen } from './look.ts';

/** The statements the findings were asked with, by their questions. */
export function findingsStatements(
  seen: Seen | null,
  t: Messages['findings'],
): { name: string; sql: string }[] {
  return (seen?.statements ?? []).map(({ question, sql }) => ({ name: t.questions[question], sql }));
}

/** How the findings are tested and judged. */
export function findingsFormula(t: Messages['findings'], f: Formats): string {
  return t.formula({
    within: f.count(WITHIN_DAYS),
    lookback: f.count(LEAST_LOOKBACK),
    customer: f.percent(THRESHOLD.customer, 0),
    product: f.percent(THRESHOLD.product, 0),
    level: f.percent(LEVEL, 0),
  });
}
