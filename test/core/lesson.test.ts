import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supermarket } from '../../sample-data/supermarket/file.ts';
import { type BasketLabelRow, basketItemsSql, basketLabelsSql } from '../../src/analyses/basket/basket.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { findings } from '../../src/lessons/diaper-beer/chance.ts';
import {
  type BasketRow,
  type Counts,
  countsSql,
  handSql,
  type PartRow,
  partsSql,
  TIMES_SQL,
} from '../../src/lessons/diaper-beer/counts.ts';
import { counts as countsFor, deal, miscount, TASKS } from '../../src/lessons/diaper-beer/hand.ts';
import { choosePair, codesOf, type Pair } from '../../src/lessons/diaper-beer/pair.ts';
import { remaining } from '../../src/lessons/diaper-beer/remaining.ts';
import { pairRule, type PairedSurvey, surveyWithPair } from '../../src/lessons/diaper-beer/survey.ts';
import type { Pairs } from '../../src/mining/work.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';

/** The receipts of the sample, read from its text without the engine. */
interface Receipt {
  hour: number;
  weekend: boolean;
  items: Set<string>;
}
const receipts = new Map<string, Receipt>();
for (const line of supermarket('en').trim().split('\n').slice(1)) {
  const [id, time, , item] = line.split(',') as [string, string, string, string];
  const at = new Date(`${time.replace(' ', 'T')}Z`);
  const weekend = at.getUTCDay() % 6 === 0;
  const receipt = receipts.get(id) ?? { hour: at.getUTCHours(), weekend, items: new Set() };
  receipts.set(id, receipt);
  receipt.items.add(item);
}

const STORY = { left: 'diapers', right: 'beer' };

function counted(which: (receipt: Receipt) => boolean): Counts {
  const all = [...receipts.values()].filter(which);
  const having = (...items: string[]) =>
    all.filter((one) => items.every((item) => one.items.has(item))).length;
  return { n: all.length, a: having('diapers'), c: having('beer'), s: having('diapers', 'beer') };
}

let db: Database;
let labels: BasketLabelRow[];
let pairs: Pairs;
let surveyed: PairedSurvey;
let pair: Pair;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.addFile('supermarket.csv', new Blob([supermarket('en')]));
  await db.exec(`INSERT INTO order_line BY NAME
    SELECT receipt AS order_id, row_number() OVER ()::INTEGER AS line_no, time::TIMESTAMP AS ordered_at, item AS product_id,
      item AS product, quantity::DOUBLE AS quantity, true AS is_product, 'f' AS file, 1 AS row
    FROM read_csv('supermarket.csv', all_varchar = true)`);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
  labels = await db.query<BasketLabelRow>(basketLabelsSql());
  pairs = (await db.numbers(basketItemsSql())) as unknown as Pairs;
  surveyed = surveyWithPair(pairs, 5);
  pair = choosePair(labels, { left: null, right: null }, surveyed)!;
});
afterAll(() => db.close());

describe('the pair of the lesson', () => {
  it('is the story’s where it is in the data, and any other the teacher names', () => {
    expect(pair).toMatchObject({ ids: STORY, why: 'story' });
    const chosen = choosePair(labels, { left: 'pasta', right: 'pasta sauce' }, surveyed);
    expect(chosen).toMatchObject({ ids: { left: 'pasta', right: 'pasta sauce' }, why: 'chosen' });
    expect(choosePair(labels, { left: 'pasta', right: 'no such thing' }, surveyed)!.why).toBe('story');
  });

  it('is counted as the receipts say, over all of them and in each part', async () => {
    expect(await db.query(countsSql(STORY))).toEqual([counted(() => true)]);
    const evening = ({ hour }: Receipt) => hour >= 17 && hour < 20;
    expect(await db.query<PartRow>(partsSql(STORY, { by: 'hour', from: 17, to: 20 }))).toEqual([
      { inside: true, ...counted(evening) },
      { inside: false, ...counted((receipt) => !evening(receipt)) },
    ]);
    expect(await db.query<PartRow>(partsSql(STORY, { by: 'week' }))).toEqual([
      { inside: true, ...counted(({ weekend }) => weekend) },
      { inside: false, ...counted(({ weekend }) => !weekend) },
    ]);
    const [times] = await db.query<{ dated: number; timed: number }>(TIMES_SQL);
    expect(times).toEqual({ dated: receipts.size, timed: receipts.size });
  });

  it('without it is the believable pair with the most baskets beyond chance', async () => {
    const { best } = surveyed;
    expect(best!.believable).toBe(true);
    const { rules, evidence, itemsets } = surveyed;
    const beyond = (rule: number) =>
      rules.counts[rule]! -
      (rules.antecedentCounts[rule]! * rules.consequentCounts[rule]!) / rules.basketCount;
    const single = (rule: number) => {
      const set = rules.antecedents[rule]!;
      return itemsets.starts[set + 1]! - itemsets.starts[set]! === 1;
    };
    const rivals = [...rules.counts.keys()].filter((rule) => single(rule) && evidence.believable[rule]);
    expect(beyond(pairRule(surveyed, best!))).toBeCloseTo(Math.max(...rivals.map(beyond)), 9);
  });
});

describe('a hand', () => {
  it('is made of real receipts of every kind, and another draw takes others', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async (draw) => deal(await db.query<BasketRow>(handSql(STORY, draw, 5)), draw)),
    );
    const known = new Set([...receipts.values()].map(({ items }) => [...items].sort().join()));
    for (const { items, has_left, has_right } of [...first!, ...second!]) {
      expect(known.has([...items].sort().join())).toBe(true);
      expect([has_left, has_right]).toEqual([items.includes('diapers'), items.includes('beer')]);
    }
    expect(first).toHaveLength(10);
    expect(second).not.toEqual(first);
    expect(new Set(first!.map(({ has_left, has_right }) => `${has_left} ${has_right}`)).size).toBe(4);
  });

  it('tells what was miscounted', async () => {
    const hand = deal(await db.query<BasketRow>(handSql(STORY, 3, 5)), 3);
    for (const task of TASKS) {
      const right = [...hand.keys()].filter((place) => countsFor(hand[place]!, task));
      const wrong = [...hand.keys()].find((place) => !right.includes(place))!;
      expect(miscount(hand, right, task)).toEqual({ missed: [], extra: [] });
      expect(miscount(hand, [wrong, ...right.slice(1)], task)).toEqual({
        missed: [right[0]],
        extra: [wrong],
      });
    }
  });
});

/** How many receipts hold each set of one to three items. */
function setCounts(): Map<string, number> {
  const found = new Map<string, number>();
  const add = (...items: string[]) => found.set(items.join(), (found.get(items.join()) ?? 0) + 1);
  for (const { items } of receipts.values()) {
    const sorted = [...items].sort();
    sorted.forEach((one, i) => {
      add(one);
      sorted.slice(i + 1).forEach((two, j) => {
        add(one, two);
        for (const three of sorted.slice(i + j + 2)) add(one, two, three);
      });
    });
  }
  return found;
}

describe('the rules', () => {
  const limits = { minCount: 20, confidence: 0.2, lift: 1.2 };
  /** Every rule in at least 20 receipts: its name, confidence and lift. */
  const expected = (() => {
    const counts = setCounts();
    const all: { name: string; confidence: number; lift: number }[] = [];
    for (const [name, s] of counts) {
      const items = name.split(',');
      if (s < limits.minCount || items.length < 2) continue;
      for (const right of items) {
        const a = counts.get(items.filter((item) => item !== right).join())!;
        const confidence = s / a;
        all.push({
          name: `${items.filter((item) => item !== right).join()} → ${right}`,
          confidence,
          lift: (confidence * receipts.size) / counts.get(right)!,
        });
      }
    }
    return all;
  })();

  it('that remain above the limits, and the place of the pair, are those of a count by hand', () => {
    const kept = expected.filter(({ confidence }) => confidence >= limits.confidence);
    const own = kept.find(({ name }) => name === 'diapers → beer')!;
    expect(remaining(surveyed, limits, pairRule(surveyed, codesOf(pair)))).toEqual({
      count: kept.length,
      place: 1 + kept.filter(({ lift }) => lift > own.lift + 1e-9).length,
    });
    const higher = { ...limits, confidence: own.confidence + 0.01 };
    expect(remaining(surveyed, higher, pairRule(surveyed, codesOf(pair))).place).toBeNull();
  });

  it('that a search shows are counted alike, and the pair of the story is believable', () => {
    const found = findings({ pairs, seed: null, thresholds: limits, own: codesOf(pair) });
    const shown = expected.filter(({ confidence, lift }) => confidence >= 0.2 && lift > 1.2);
    expect(found).toMatchObject({ searched: expected.length, shown: shown.length, own: true });
    expect(found.standing).toBeLessThan(found.shown);
    expect(found.believable).toBeLessThan(found.standing);
    expect(found.strongest!.lift).toBeCloseTo(Math.max(...shown.map(({ lift }) => lift)), 9);
  });

  it('that chance makes are many before the tests and none after', () => {
    for (const seed of [1, 2, 3]) {
      const found = findings({ pairs, seed, thresholds: limits, own: codesOf(pair) });
      expect(found.shown).toBeGreaterThan(50);
      expect(found.believable).toBe(0);
      expect(found.own).toBe(false);
    }
    const [one, same, other] = [1, 1, 2].map((seed) =>
      findings({ pairs, seed, thresholds: limits, own: codesOf(pair) }),
    );
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
