import { makeVector, Table, tableToIPC } from 'apache-arrow';
import type { Database } from '../../engine/database.ts';
import { call } from '../../engine/sql.ts';
import type { Itemsets } from '../../mining/itemsets.ts';
import type { Rules } from '../../mining/rules.ts';
import type { Evidence } from '../../mining/judge.ts';
import type { ItemOptions } from './basket.ts';
import { type EvidenceColumns, evidenceColumns } from './evidence.ts';

/** What a run of the miner found over the codes of `basket_items`. */
export interface BasketResults {
  itemsets: Itemsets;
  rules: Pick<Rules, 'antecedents' | 'consequents' | 'counts' | 'antecedentCounts' | 'consequentCounts'>;
  basketCount: number;
  /** In the order of the rules. */
  evidence: Evidence;
}

/** Tables of numbers that live only while the public ones are made. */
const MEMBER = 'mined_member';
const SET = 'mined_set';
const RULE = 'mined_rule';
const NAMED = 'mined_named';
const LABEL = 'mined_label';

/**
 * Replaces the public tables `itemsets(size, items, baskets, support)` and `rules(antecedent, consequent, baskets, support,
 * confidence, lift, leverage, conviction, p, p_holm, q, p_size, productive, redundant, believable, holdout_found, holdout_baskets,
 * holdout_lift, holdout_p, holds)` by what the miner found. `items` and `antecedent` are sorted lists of
 * labels, `consequent` is a label, `baskets` those that hold all of it. Formulas as in mining/measures.ts.
 * The columns from `p` on as in mining/judge.ts, NULL where there was no
 * test. `options` are those the baskets were read with.
 */
export async function writeResults(
  db: Database,
  results: BasketResults,
  options: ItemOptions = {},
): Promise<void> {
  const { itemsets, rules, basketCount } = results;
  const evidence = evidenceColumns(results.evidence);
  await drop(db);
  try {
    await insert(db, MEMBER, { set: membership(itemsets.starts), item: itemsets.items });
    await insert(db, SET, { set: places(itemsets.counts.length), baskets: itemsets.counts });
    await insert(db, RULE, {
      antecedent: rules.antecedents,
      consequent: rules.consequents,
      s: rules.counts,
      a: rules.antecedentCounts,
      c: rules.consequentCounts,
      ...evidence.values,
    });
    const { item, fees } = options;
    await db.exec(`CREATE TABLE ${LABEL} AS FROM ${call('basket_labels', { item, fees })}`);
    await db.exec(NAMED_SQL);
    await db.exec(itemsetsSql(basketCount));
    await db.exec(rulesSql(basketCount, evidence));
  } finally {
    await drop(db);
  }
}

const NAMED_SQL = `CREATE TABLE ${NAMED} AS
SELECT s.set, s.baskets, list_sort(list(l.label)) AS items
FROM ${SET} s
JOIN ${MEMBER} m ON m.set = s.set
JOIN ${LABEL} l ON l.item = m.item
GROUP BY s.set, s.baskets`;

function itemsetsSql(basketCount: number): string {
  return `CREATE OR REPLACE TABLE itemsets AS
SELECT len(items)::INTEGER AS size, items, baskets, baskets / ${basketCount} AS support
FROM ${NAMED}
ORDER BY size, baskets DESC, items`;
}

function rulesSql(basketCount: number, { sql }: EvidenceColumns): string {
  return `CREATE OR REPLACE TABLE rules AS
SELECT
  antecedent, consequent, baskets,
  s / n AS support,
  s / a AS confidence,
  (s * n) / (a * c) AS lift,
  (s * n - a * c) / (n * n) AS leverage,
  CASE WHEN s = a THEN 'infinity'::DOUBLE ELSE ((n - c) * a) / (n * (a - s)) END AS conviction${Object.entries(
    sql,
  )
    .map(([name, value]) => `, ${value} AS ${name}`)
    .join('')}
FROM (
  SELECT
    x.items AS antecedent, y.label AS consequent, r.s AS baskets,
    r.* EXCLUDE (antecedent, consequent, s, a, c),
    r.s::DOUBLE AS s, r.a::DOUBLE AS a, r.c::DOUBLE AS c, ${basketCount}::DOUBLE AS n
  FROM ${RULE} r
  JOIN ${NAMED} x ON x.set = r.antecedent
  JOIN ${LABEL} y ON y.item = r.consequent
)
ORDER BY lift DESC, support DESC, antecedent, consequent`;
}

function insert(
  db: Database,
  name: string,
  columns: Record<string, Int32Array | Float64Array | Uint8Array | Int8Array>,
): Promise<void> {
  const vectors = Object.entries(columns).map(([column, values]) => [column, makeVector(values)]);
  return db.insert(name, tableToIPC(new Table(Object.fromEntries(vectors)), 'stream'));
}

async function drop(db: Database): Promise<void> {
  const tables = [MEMBER, SET, RULE, NAMED, LABEL];
  await db.exec(tables.map((name) => `DROP TABLE IF EXISTS ${name}`).join('; '));
}

/** For each item of the compressed rows, the row it is in. */
function membership(starts: Int32Array): Int32Array {
  const sets = new Int32Array(starts.at(-1) ?? 0);
  for (let set = 0; set + 1 < starts.length; set++) sets.fill(set, starts[set], starts[set + 1]);
  return sets;
}

function places(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, place) => place);
}
