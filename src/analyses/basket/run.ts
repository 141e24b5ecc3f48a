import type { Database } from '../../engine/database.ts';
import type { Parts } from '../../mining/holdout.ts';
import { judgeInWorker, mineInWorker } from '../../mining/task.ts';
import { minCount } from '../../mining/threshold.ts';
import type { Pairs } from '../../mining/work.ts';
import type { TaskOptions } from '../../workers/task.ts';
import type { Parents } from '../../mining/family.ts';
import {
  type BasketOptions,
  basketItemsSql,
  basketLabelsSql,
  basketParentsSql,
  type PartsRow,
  partsSql,
} from './basket.ts';
import { type Capped, withoutLarge } from './cap.ts';
import type { BasketResults } from './results.ts';
import { automaticCount, LARGEST_SET, LEAST_COUNT } from './support.ts';

/** How many itemsets and rules the page can carry. */
const MAX_ITEMSETS = 100_000;
const MAX_RULES = 200_000;
/** How many itemsets are looked at to find the support to begin with. */
const MAX_LOOKED_AT = 100_000;
/** With fewer later baskets the hold-out test is left out. */
export const FEWEST_LATER = 30;

/** What is to be mined; everything but the data set is an option of the page. */
export interface Question extends Required<{
  [Key in keyof BasketOptions]: NonNullable<BasketOptions[Key]>;
}> {
  /** `shop.version`. */
  version: number;
  /** Baskets of more different items are left out. */
  cap: number | null;
  /** As a share; null to find one that suits the data. */
  support: number | null;
  /** The share of the baskets that count as earlier in the hold-out test; null to leave it out. */
  holdout: number | null;
}

/** What a run found; the itemsets and rules themselves go to the public tables. */
export interface Run {
  question: Question;
  basketCount: number;
  /** How many baskets hold two different items or more. */
  several: number;
  /** How many baskets are over the cap. */
  over: number;
  /** The support asked for, in baskets. */
  asked: number;
  /** The support reached, higher than `asked` when more itemsets were found than the page can carry. */
  minCount: number;
  /** How many itemsets were found: when `minCount` is above `asked`, at least so many reach what was asked. */
  itemsetsFound: number;
  rulesFound: number;
  /** False when only the believable rules and the most confident of the others were kept. */
  allRules: boolean;
  /** How many rules each was adjusted for, and how many were looked at to find them: see mining/judge.ts. */
  searched: number;
  looked: number;
  /** The later baskets rules were tried on; null where they were not. */
  later: { baskets: number; from: Date; to: Date } | null;
}

/** The baskets of a question, kept for the next one about the same. */
export interface HeldBaskets extends Capped {
  /** The categories of products where both are items. */
  parents: Parents | undefined;
  /** The support that suits them, once it was asked for. */
  automatic: number | null;
  /** How the hold-out test splits them, by the share of the earlier part. */
  parts: Map<number, PartsRow>;
}

export async function readBaskets(
  db: Database,
  question: Question,
  signal: AbortSignal,
): Promise<HeldBaskets> {
  const { per, item, fees, cap } = question;
  const pairs = (await db.numbers(basketItemsSql({ per, item, fees }), signal)) as unknown as Pairs;
  const levels = item === 'levels' ? await readLevels(db, fees, signal) : undefined;
  const kept = withoutLarge(pairs, cap ?? Infinity, levels?.products || undefined);
  return { ...kept, parents: levels?.parents, automatic: null, parts: new Map() };
}

async function readLevels(
  db: Database,
  fees: boolean,
  signal: AbortSignal,
): Promise<{ parents: Parents; products: number }> {
  const products = `SELECT count(product_id) AS n FROM (${basketLabelsSql({ item: 'levels', fees })})`;
  const [row] = await db.query<{ n: number }>(products, signal);
  const parents = (await db.numbers(basketParentsSql({ fees }), signal)) as unknown as Parents;
  return { parents, products: row!.n };
}

/** Mines the baskets in workers; `results` is null when no basket holds two items. */
export async function findRules(
  db: Database,
  held: HeldBaskets,
  question: Question,
  task: TaskOptions,
): Promise<{ run: Run; results: BasketResults | null }> {
  const { signal } = task;
  const { pairs, parents, basketCount, several, over } = held;
  const counts = { question, basketCount, several, over };
  const nothing = { itemsetsFound: 0, rulesFound: 0, allRules: true, searched: 0, looked: 0, later: null };
  if (!several)
    return { run: { ...counts, ...nothing, asked: LEAST_COUNT, minCount: LEAST_COUNT }, results: null };

  const splitting = split(db, held, question, signal);
  splitting.catch(() => undefined);
  const asked = await support(held, question, basketCount, signal);
  const mined = await mineInWorker(
    pairs,
    { minSupport: { baskets: asked }, maxItemsets: MAX_ITEMSETS, parents },
    task,
  );
  const parts = await splitting;
  const limits = { minConfidence: 0, maxRules: MAX_RULES };
  const judged = await judgeInWorker(mined, { ...limits, pairs, parts: parts?.codes ?? null }, { signal });
  const { rules, evidence, searched, looked } = judged;
  const found = { itemsetsFound: mined.found, rulesFound: rules.found, allRules: rules.complete };
  return {
    run: {
      ...counts,
      ...found,
      asked,
      minCount: mined.minCount,
      searched,
      looked,
      later: parts?.later ?? null,
    },
    results: { itemsets: mined.itemsets, rules, evidence, basketCount },
  };
}

/** Where the later baskets begin; null without a hold-out test. */
async function split(
  db: Database,
  held: HeldBaskets,
  { holdout, per, item, fees, cap }: Question,
  signal: AbortSignal | undefined,
): Promise<{ codes: Parts; later: Run['later'] } | null> {
  if (holdout === null) return null;
  let row = held.parts.get(holdout);
  if (!row) {
    const options = { per, item, fees, max_items: cap ?? undefined };
    [row] = await db.query<PartsRow>(partsSql(holdout, options), signal);
    held.parts.set(holdout, row!);
  }
  const { earlier, dated, later_from: from, later_to: to } = row!;
  if (!from || !to || dated - earlier < FEWEST_LATER) return null;
  return { codes: { earlier, dated }, later: { baskets: dated - earlier, from, to } };
}

async function support(
  held: HeldBaskets,
  question: Question,
  basketCount: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  if (question.support !== null) return Math.max(LEAST_COUNT, minCount(question.support, basketCount));
  const options = {
    minSupport: { baskets: LEAST_COUNT },
    maxSize: LARGEST_SET,
    maxItemsets: MAX_LOOKED_AT,
    parents: held.parents,
  };
  held.automatic ??= automaticCount((await mineInWorker(held.pairs, options, { signal })).itemsets);
  return held.automatic;
}
