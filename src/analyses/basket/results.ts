import { makeVector, Table, tableToIPC } from 'apache-arrow';
import type { Database } from '../../engine/database.ts';
import { call, ident } from '../../engine/sql.ts';
import type { Itemsets } from '../../mining/itemsets.ts';
import type { ItemOptions } from './basket.ts';

/** Rules between itemsets, one per position: both sides are places in `Itemsets`, `counts` the baskets that hold both. */
export interface RuleColumns {
  antecedents: Int32Array;
  consequents: Int32Array;
  counts: Int32Array;
  /** Further columns of the table, such as `p`, by name. */
  measures?: Record<string, Float64Array> | undefined;
}

/** What a run of the miner found. */
export interface BasketResults {
  itemsets: Itemsets;
  rules: RuleColumns;
  /** Of the miner's item numbers: the code in `basket_labels`. */
  itemCodes: Int32Array;
  basketCount: number;
}

/** Tables of integers that live only while the public ones are made. */
const MEMBER = 'mined_member';
const SET = 'mined_set';
const RULE = 'mined_rule';
const NAMED = 'mined_named';

/**
 * Replaces the public tables `itemsets` and `rules` by what the miner found. Both sides of a rule and the items of a set
 * are sorted lists of labels; support, confidence, lift, leverage and conviction follow from the counts, conviction being
 * infinite where confidence is 1. `options` are those the baskets were read with.
 */
export async function writeResults(
  db: Database,
  results: BasketResults,
  options: ItemOptions = {},
): Promise<void> {
  const { itemsets, rules, itemCodes, basketCount } = results;
  const items = itemsets.items.map((item) => itemCodes[item]!);
  await drop(db);
  try {
    await insert(db, MEMBER, { set: membership(itemsets.starts), item: items });
    await insert(db, SET, { set: places(itemsets.counts.length), baskets: itemsets.counts });
    await insert(db, RULE, {
      antecedent: rules.antecedents,
      consequent: rules.consequents,
      baskets: rules.counts,
      ...rules.measures,
    });
    await db.exec(namedSql({ item: options.item, fees: options.fees }));
    await db.exec(itemsetsSql(basketCount));
    await db.exec(rulesSql(basketCount, Object.keys(rules.measures ?? {})));
  } finally {
    await drop(db);
  }
}

function namedSql(options: ItemOptions): string {
  return `CREATE TABLE ${NAMED} AS
SELECT s.set, s.baskets, list_sort(list(l.label)) AS items
FROM ${SET} s
JOIN ${MEMBER} m ON m.set = s.set
JOIN ${call('basket_labels', { ...options })} l ON l.item = m.item
GROUP BY s.set, s.baskets`;
}

function itemsetsSql(basketCount: number): string {
  return `CREATE OR REPLACE TABLE itemsets AS
SELECT len(items)::INTEGER AS size, items, baskets, baskets / ${basketCount} AS support
FROM ${NAMED}
ORDER BY size, baskets DESC, items`;
}

function rulesSql(basketCount: number, measures: readonly string[]): string {
  const n = `${basketCount}::DOUBLE`;
  return `CREATE OR REPLACE TABLE rules AS
SELECT
  a.items AS antecedent,
  c.items AS consequent,
  r.baskets,
  r.baskets / ${n} AS support,
  r.baskets / a.baskets AS confidence,
  r.baskets * ${n} / (a.baskets::DOUBLE * c.baskets) AS lift,
  r.baskets / ${n} - a.baskets / ${n} * (c.baskets / ${n}) AS leverage,
  CASE WHEN r.baskets = a.baskets THEN 'infinity'::DOUBLE
    ELSE (1 - c.baskets / ${n}) / (1 - r.baskets / a.baskets) END AS conviction
  ${measures.map((name) => `, r.${ident(name)}`).join('')}
FROM ${RULE} r
JOIN ${NAMED} a ON a.set = r.antecedent
JOIN ${NAMED} c ON c.set = r.consequent
ORDER BY lift DESC, support DESC, antecedent, consequent`;
}

function insert(
  db: Database,
  name: string,
  columns: Record<string, Int32Array | Float64Array>,
): Promise<void> {
  const vectors = Object.entries(columns).map(([column, values]) => [column, makeVector(values)]);
  return db.insert(name, tableToIPC(new Table(Object.fromEntries(vectors)), 'stream'));
}

async function drop(db: Database): Promise<void> {
  await db.exec([MEMBER, SET, RULE, NAMED].map((name) => `DROP TABLE IF EXISTS ${name}`).join('; '));
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
