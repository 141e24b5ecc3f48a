import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { RuleRow } from './rules.ts';
import type { Run } from './run.ts';
import { basketsWords } from './words.ts';

/** One thing that speaks for a rule or, `holds` false, against it; null says neither. */
export interface Reason {
  holds: boolean | null;
  words: string;
}

/** The largest adjusted p of a claim. */
const LEVEL = 0.05;

/** Why a rule can be believed or not, in the order of the tests. */
export function reasons(rule: RuleRow, run: Run, t: Messages['basket'], f: Formats): Reason[] {
  const { why } = t;
  const chance = {
    p: f.probability(rule.p),
    adjusted: f.probability(rule.p_holm),
    searched: f.count(run.searched),
  };
  const found: Reason[] =
    rule.p_holm <= LEVEL
      ? [{ holds: true, words: why.chance(chance) }]
      : [{ holds: false, words: why.noChance(chance) }];
  if (rule.p_size !== null) {
    const holds = rule.p_size <= LEVEL;
    const adjusted = f.probability(rule.p_size);
    found.push({ holds, words: holds ? why.size({ adjusted }) : why.noSize({ adjusted }) });
  }
  return [...found, simpler(rule, why), ...later(rule, run, t, f)];
}

function simpler(rule: RuleRow, why: Messages['basket']['why']): Reason {
  if (rule.redundant) return { holds: false, words: why.redundant };
  if (rule.productive) return { holds: true, words: why.productive };
  return { holds: false, words: rule.antecedent.length > 1 ? why.noProductive : why.noUsual };
}

function later(rule: RuleRow, run: Run, t: Messages['basket'], f: Formats): Reason[] {
  const { why } = t;
  if (!run.later) return [{ holds: null, words: run.question.holdout === null ? t.laterOff : t.laterFew }];
  if (!rule.holdout_found) return [{ holds: false, words: why.noEarlier }];
  if (rule.holds === null) return [{ holds: null, words: why.fewLater }];
  const figures = {
    baskets: basketsWords(rule.holdout_baskets ?? 0, run.question.per, t, f),
    lift: f.number(rule.holdout_lift),
    p: f.probability(rule.holdout_p ?? 1),
  };
  return [{ holds: rule.holds, words: rule.holds ? why.held(figures) : why.noLater(figures) }];
}
