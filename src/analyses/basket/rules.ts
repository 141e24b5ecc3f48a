import { literal } from '../../engine/sql.ts';

/** A row of the public table `rules`: `antecedent` is sorted, shares are of 1, `conviction` is infinite where confidence is 1. */
export interface RuleRow {
  antecedent: string[];
  consequent: string;
  baskets: number;
  support: number;
  confidence: number;
  lift: number;
  leverage: number;
  conviction: number;
  /** Fisher's exact test, and adjusted for all rules searched. */
  p: number;
  p_holm: number;
  q: number;
  /** Against baskets of like size, adjusted for all rules looked at; null where another test has failed before. */
  p_size: number | null;
  productive: boolean;
  /** A shorter rule is about the same baskets. */
  redundant: boolean;
  believable: boolean;
  /** In the later baskets; all null without a hold-out test. `holds` is null too where they are too few for the rule. */
  holdout_found: boolean | null;
  holdout_baskets: number | null;
  holdout_lift: number | null;
  holdout_p: number | null;
  holds: boolean | null;
}

/** A rule with the baskets that hold each of its sides. */
export interface CountedRule extends RuleRow {
  antecedent_baskets: number;
  consequent_baskets: number;
}

/** A rule between two single items, the more confident of its two directions. */
export interface PairRow {
  source: string;
  target: string;
  source_baskets: number;
  target_baskets: number;
  baskets: number;
  confidence: number;
  lift: number;
}

export const SIDES = ['any', 'left', 'right'] as const;

/** Which of the rules found are wanted. */
export interface RuleFilter {
  /** At least so much, 0–1. */
  confidence: number;
  lift: number;
  /** Only rules with this item on the side named. */
  item: string | null;
  side: (typeof SIDES)[number];
  /** Only believable rules. */
  believable: boolean;
  /** Rules that a shorter one makes redundant too. */
  folded: boolean;
}

/** The two sides of a rule as they stand in the table. */
export type Sides = Pick<RuleRow, 'antecedent' | 'consequent'>;

/** From so many baskets on a rule may be the page's answer before rarer ones of higher lift. */
const ENOUGH_BASKETS = 30;

/** The rules that pass; with `among` only those made of its items, so that a rule stands beside its simpler ones. */
export function rulesSql(filter: RuleFilter, among: Sides | null = null): string {
  const inside =
    among &&
    `list_has_all(${literal([...among.antecedent, among.consequent])}, list_append(antecedent, consequent))`;
  return `FROM rules\nWHERE ${[...conditions(filter), ...(inside ? [inside] : [])].join('\n  AND ')}`;
}

/** The strongest `limit` of them, by lift. */
export function strongestSql(filter: RuleFilter, limit: number): string {
  return `${rulesSql(filter)}\nORDER BY lift DESC, baskets DESC, antecedent, consequent\nLIMIT ${limit}`;
}

/** How many rules there are, in one row. */
export interface Totals {
  /** Those that pass, and of these those that a shorter one makes redundant and the believable ones. */
  rules: number;
  redundant: number;
  believable: number;
  /** All that were kept, and of these the believable ones. */
  kept: number;
  kept_believable: number;
  itemsets: number;
}

/** One row of `Totals`. */
export function totalsSql(filter: RuleFilter): string {
  return `SELECT count(*) AS rules, count(*) FILTER (redundant) AS redundant, count(*) FILTER (believable) AS believable,
  (SELECT count(*) FROM rules) AS kept, (SELECT count(*) FROM rules WHERE believable) AS kept_believable,
  (SELECT count(*) FROM itemsets) AS itemsets
${rulesSql(filter)}`;
}

/** The rules of the table: those that pass without those folded, unless these are wanted or a rule is looked at. */
export function listedSql(filter: RuleFilter, among: Sides | null): string {
  return `${rulesSql(filter, among)}${filter.folded || among ? '' : '\n  AND NOT redundant'}`;
}

/** The longer rules that say no more than this one, as `RuleRow`s. */
export function foldedSql({ antecedent, consequent, baskets, confidence }: RuleRow): string {
  return `FROM rules
WHERE redundant AND consequent = ${literal(consequent)} AND baskets = ${literal(baskets)} AND confidence = ${literal(confidence)}
  AND list_has_all(antecedent, ${literal(antecedent)}) AND len(antecedent) > ${literal(antecedent.length)}
ORDER BY len(antecedent), antecedent`;
}

/**
 * The rule to speak of first: the highest lift above 1 among the believable ones, else among those in enough baskets, else among
 * all. At most one `CountedRule`.
 */
export function bestRuleSql(filter: RuleFilter): string {
  const order = `ORDER BY believable DESC, redundant, baskets >= ${ENOUGH_BASKETS} DESC, lift DESC, baskets DESC, antecedent, consequent`;
  return counted(`${rulesSql(filter)}\n  AND lift > 1\n${order}\nLIMIT 1`);
}

/** One rule as a `CountedRule`, if it was found. */
export function oneRuleSql({ antecedent, consequent }: Sides): string {
  return counted(
    `FROM rules\nWHERE antecedent = ${literal(antecedent)} AND consequent = ${literal(consequent)}`,
  );
}

/** The rules between two single items that pass, as `PairRow`s, the highest lift first. */
export function pairsSql(filter: RuleFilter, limit: number): string {
  return `SELECT
  antecedent[1] AS source, consequent AS target,
  antecedent_baskets AS source_baskets, consequent_baskets AS target_baskets, baskets, confidence, lift
FROM (${counted(`${rulesSql(filter)}\n  AND len(antecedent) = 1`)})
QUALIFY row_number() OVER (PARTITION BY least(source, target), greatest(source, target) ORDER BY confidence DESC, source) = 1
ORDER BY lift DESC, baskets DESC, source
LIMIT ${limit}`;
}

/** A rule between two single items, both ways. */
export interface MatrixRow extends Omit<PairRow, 'target'> {
  consequent: string;
}

/** The rules among the `most` most frequent items that stand in a rule between two single items that passes: `MatrixRow`s. */
export function matrixSql(filter: RuleFilter, most: number): string {
  return `WITH pairs AS (
  SELECT
    antecedent[1] AS source, consequent,
    antecedent_baskets AS source_baskets, consequent_baskets AS target_baskets, baskets, confidence, lift
  FROM (${counted(`${rulesSql(filter)}\n  AND len(antecedent) = 1`)})
),
frequent AS (
  SELECT item
  FROM (SELECT source AS item, source_baskets AS baskets FROM pairs UNION SELECT consequent, target_baskets FROM pairs)
  ORDER BY baskets DESC, item
  LIMIT ${most}
)
FROM pairs
WHERE source IN (FROM frequent) AND consequent IN (FROM frequent)
ORDER BY source_baskets DESC, source, target_baskets DESC, consequent`;
}

/** The itemsets of one size, or of every size. */
export function itemsetsSql(size: number | null): string {
  return `FROM itemsets${size === null ? '' : `\nWHERE size = ${literal(size)}`}`;
}

/** Frequent items whose name contains `text`, the most frequent first: `label`, `baskets`. */
export function findItemsSql(text: string, limit: number): string {
  return `SELECT items[1] AS label, baskets FROM itemsets
WHERE size = 1 AND contains(lower(items[1]), lower(${literal(text)}))
ORDER BY baskets DESC, label LIMIT ${limit}`;
}

function conditions({ confidence, lift, item, side, believable }: RuleFilter): string[] {
  const left = `list_contains(antecedent, ${literal(item)})`;
  const right = `consequent = ${literal(item)}`;
  const sides = { left, right, any: `(${left} OR ${right})` };
  return [
    `confidence >= ${confidence}`,
    `lift >= ${lift}`,
    ...(item === null ? [] : [sides[side]]),
    ...(believable ? ['believable'] : []),
  ];
}

function counted(rules: string): string {
  return `SELECT r.*, a.baskets AS antecedent_baskets, c.baskets AS consequent_baskets
FROM (${rules}) r
JOIN itemsets a ON a.items = r.antecedent
JOIN itemsets c ON c.items = [r.consequent]`;
}
