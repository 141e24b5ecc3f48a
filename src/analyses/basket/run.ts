import type { Database } from '../../engine/database.ts';
import { mineInWorker, rulesInWorker } from '../../mining/task.ts';
import { minCount } from '../../mining/threshold.ts';
import type { Pairs } from '../../mining/work.ts';
import type { TaskOptions } from '../../workers/task.ts';
import { type BasketOptions, basketItemsSql } from './basket.ts';
import { type Capped, withoutLarge } from './cap.ts';
import type { BasketResults } from './results.ts';
import { automaticCount, LARGEST_SET, LEAST_COUNT } from './support.ts';

/** How many itemsets and rules the page can carry. */
const MAX_ITEMSETS = 100_000;
const MAX_RULES = 200_000;
/** How many itemsets are looked at to find the support to begin with. */
const MAX_LOOKED_AT = 100_000;

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
  /** False when only the most confident rules were kept. */
  allRules: boolean;
}

/** The baskets of a question, kept for the next one about the same. */
export interface HeldBaskets extends Capped {
  /** The support that suits them, once it was asked for. */
  automatic: number | null;
}

export async function readBaskets(
  db: Database,
  question: Question,
  signal: AbortSignal,
): Promise<HeldBaskets> {
  const { per, item, fees, cap } = question;
  const pairs = (await db.numbers(basketItemsSql({ per, item, fees }), signal)) as unknown as Pairs;
  return { ...withoutLarge(pairs, cap ?? Infinity), automatic: null };
}

/** Mines the baskets in workers; `results` is null when no basket holds two items. */
export async function findRules(
  held: HeldBaskets,
  question: Question,
  task: TaskOptions,
): Promise<{ run: Run; results: BasketResults | null }> {
  const { signal } = task;
  const { basketCount, several, over } = held;
  const counts = { question, basketCount, several, over };
  const nothing = { itemsetsFound: 0, rulesFound: 0, allRules: true };
  if (!several)
    return { run: { ...counts, ...nothing, asked: LEAST_COUNT, minCount: LEAST_COUNT }, results: null };

  const asked = await support(held, question, basketCount, signal);
  const mined = await mineInWorker(
    held.pairs,
    { minSupport: { baskets: asked }, maxItemsets: MAX_ITEMSETS },
    task,
  );
  const rules = await rulesInWorker(mined, { minConfidence: 0, maxRules: MAX_RULES }, { signal });
  const found = { itemsetsFound: mined.found, rulesFound: rules.found, allRules: rules.complete };
  return {
    run: { ...counts, ...found, asked, minCount: mined.minCount },
    results: { itemsets: mined.itemsets, rules, basketCount },
  };
}

async function support(
  held: HeldBaskets,
  question: Question,
  basketCount: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  if (question.support !== null) return Math.max(LEAST_COUNT, minCount(question.support, basketCount));
  const options = { minSupport: { baskets: LEAST_COUNT }, maxSize: LARGEST_SET, maxItemsets: MAX_LOOKED_AT };
  held.automatic ??= automaticCount((await mineInWorker(held.pairs, options, { signal })).itemsets);
  return held.automatic;
}
