import { basketsFromPairs } from './baskets.ts';
import { candidates } from './candidates.ts';
import { benjaminiHochberg, holm } from './correction.ts';
import { fisherTest } from './fisher.ts';
import { type HeldOut, holdout, type Parts } from './holdout.ts';
import { GroupCounts } from './groups.ts';
import type { Itemsets } from './itemsets.ts';
import { LEVEL, simpler } from './productive.ts';
import { confident, type RuleOptions, ruleColumns, type Rules, setsOf } from './rules.ts';
import type { Pairs } from './work.ts';

export interface JudgeOptions extends RuleOptions {
  /** The baskets that were mined, each pair once. */
  pairs: Pairs;
  /** The earlier and the later baskets, or null to leave the hold-out test out. */
  parts: Parts | null;
}

/** What speaks for each rule and against it: columns in the order of `rules`. */
export interface Evidence {
  /** Fisher's exact test, one-sided: see fisher.ts. */
  p: Float64Array;
  /** Adjusted for all rules searched: see correction.ts. */
  pHolm: Float64Array;
  q: Float64Array;
  /**
   * The bound of sizes.ts, adjusted by Holm for `looked` tests. NaN where it is not needed, since `pHolm` is above .05 or the
   * rule is not productive.
   */
  pSize: Float64Array;
  productive: Uint8Array;
  redundant: Uint8Array;
  believable: Uint8Array;
  /** The hold-out test, null where it was left out. */
  later: Later | null;
}

/** As `HeldOut` of holdout.ts, with the later baskets that hold all of the rule. `holds` is −1 where the later part is too small to tell. */
export interface Later {
  found: Uint8Array;
  baskets: Int32Array;
  lift: Float64Array;
  p: Float64Array;
  holds: Int8Array;
}

export interface Judged {
  rules: Rules;
  evidence: Evidence;
  /** How many rules the itemsets give, of any confidence: for so many `pHolm` and `q` are adjusted. */
  searched: number;
  /**
   * How many rules were looked at to find those: every frequent antecedent with every other frequent item. Which of them reach
   * the support depends on what the tests measure, so a claim that must stand by itself is adjusted for all of these.
   */
  looked: number;
}

/**
 * The rules as `rules` gives them, believable ones before others where they are too many, with what makes them so or not. A
 * rule is believable when its p, adjusted by Holm for all rules searched, is at most .05; when it is so among baskets of like
 * size too, adjusted for all rules looked at; when it is productive; and when it holds in the later baskets, unless that
 * cannot be tested. Tests are made for every rule the itemsets give, not only for those returned.
 */
export function judge(itemsets: Itemsets, basketCount: number, options: JudgeOptions): Judged {
  const all = candidates(itemsets);
  const fisher = fisherTest(basketCount);
  const baskets = basketsFromPairs(options.pairs.basket, options.pairs.item);
  const groups = new GroupCounts(itemsets, baskets, options.parts);
  const sets = setsOf(itemsets);
  const trio = (place: number) => [sets[place]!, all.antecedents[place]!, all.singles[place]!] as const;

  const p = new Float64Array(sets.length).fill(NaN);
  const count = (set: number) => itemsets.counts[set]!;
  for (let place = 0; place < p.length; place++) {
    const [both, antecedent, single] = trio(place);
    if (antecedent >= 0) p[place] = fisher(count(both), count(antecedent), count(single), basketCount);
  }
  const pHolm = holm(p, all.count);
  const q = benjaminiHochberg(p, all.count);
  const { productive, redundant } = simpler(itemsets, basketCount, all, fisher);

  const looked = lookedAt(itemsets);
  const bounds = p.map((_, place) =>
    pHolm[place]! <= LEVEL && productive[place] ? groups.likeSize(...trio(place)) : NaN,
  );
  const pSize = holm(bounds, looked);

  const { parts } = options;
  const tried = (place: number) => {
    const { earlier, later } = groups.parts(...trio(place));
    return { ...holdout(earlier, later, fisher), baskets: later[0] };
  };
  const lasts = (place: number) => !parts || tried(place).holds !== false;
  const believable = new Uint8Array(sets.length);
  for (let place = 0; place < sets.length; place++)
    if (pSize[place]! <= LEVEL && lasts(place)) believable[place] = 1;

  const kept = confident(itemsets, all, options, believable);
  const { places } = kept;
  const later = parts && laterPart(places, tried);
  const column = (values: Float64Array) => Float64Array.from(places, (place) => values[place]!);
  const flags = (values: Uint8Array) => Uint8Array.from(places, (place) => values[place]!);
  return {
    rules: ruleColumns(itemsets, basketCount, all, kept),
    evidence: {
      p: column(p),
      pHolm: column(pHolm),
      q: column(q),
      pSize: column(pSize),
      productive: flags(productive),
      redundant: flags(redundant),
      believable: flags(believable),
      later,
    },
    searched: all.count,
    looked,
  };
}

function laterPart(places: Int32Array, tried: (place: number) => HeldOut & { baskets: number }): Later {
  const columns: Later = {
    found: new Uint8Array(places.length),
    baskets: new Int32Array(places.length),
    lift: new Float64Array(places.length),
    p: new Float64Array(places.length),
    holds: new Int8Array(places.length),
  };
  places.forEach((place, row) => {
    const { found, baskets, lift, p, holds } = tried(place);
    columns.found[row] = Number(found);
    columns.baskets[row] = baskets;
    columns.lift[row] = lift;
    columns.p[row] = p;
    columns.holds[row] = holds === null ? -1 : Number(holds);
  });
  return columns;
}

/** Every frequent itemset as antecedent of every other frequent item. */
function lookedAt({ starts }: Itemsets): number {
  const sizes = starts.subarray(1).map((end, set) => end - starts[set]!);
  const single = sizes.filter((size) => size === 1).length;
  return sizes.reduce((sum, size) => sum + single - size, 0);
}
