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

/** `rules` that pass, all that were `kept`, and the `itemsets` they were made from: one row. */
export function totalsSql(filter: RuleFilter): string {
  return `SELECT count(*) AS rules, (SELECT count(*) FROM itemsets) AS itemsets, (SELECT count(*) FROM rules) AS kept
${rulesSql(filter)}`;
}

/** The rule to speak of first: the highest lift above 1 among those in enough baskets, else among all. At most one `CountedRule`. */
export function bestRuleSql(filter: RuleFilter): string {
  const order = `ORDER BY baskets >= ${ENOUGH_BASKETS} DESC, lift DESC, baskets DESC, antecedent, consequent`;
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

function conditions({ confidence, lift, item, side }: RuleFilter): string[] {
  const left = `list_contains(antecedent, ${literal(item)})`;
  const right = `consequent = ${literal(item)}`;
  const sides = { left, right, any: `(${left} OR ${right})` };
  return [`confidence >= ${confidence}`, `lift >= ${lift}`, ...(item === null ? [] : [sides[side]])];
}

function counted(rules: string): string {
  return `SELECT r.*, a.baskets AS antecedent_baskets, c.baskets AS consequent_baskets
FROM (${rules}) r
JOIN itemsets a ON a.items = r.antecedent
JOIN itemsets c ON c.items = [r.consequent]`;
}
