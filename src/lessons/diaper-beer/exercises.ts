import { LEVEL } from '../../mining/productive.ts';
import { type Random, seeded, shuffle } from '../../models/random.ts';
import type { Counts } from './counts.ts';
import { figures } from './parts.ts';
import { type Survey, singles } from './survey.ts';

/** A rule between two products with its counts; the sides are item codes. */
export interface CountedPair extends Counts {
  left: number;
  right: number;
}

/** An exercise answered by a number. `answer` is in the unit it is asked in; `tolerance` is how far off is still right. */
export interface NumberExercise {
  kind: 'lift' | 'support' | 'lucky';
  rule: CountedPair;
  answer: number;
  tolerance: number;
}

/** An exercise answered by one of `options`; `other` is the second rule it speaks of. */
export interface ChoiceExercise {
  kind: 'better' | 'alone' | 'turn' | 'correction' | 'hour';
  rule: CountedPair;
  other: CountedPair | null;
  options: string[];
  answer: string;
}

export type Exercise = NumberExercise | ChoiceExercise;

/** Rules in fewer baskets make no good exercise, where others can be had. */
const ENOUGH = 10;
/** Lifts this near to 1 say that two products have little to do with each other. */
const NEAR_ONE = { from: 0.85, to: 1.15 };
const STRONG = 2;
/** The surest rules without a meaning, from which some are taken. */
const SUREST = 12;

/**
 * The exercises of this seed, on rules of the survey and on the pair of the lesson; `hour` only where all baskets together
 * show a higher lift than either part of the day. Those the data give no example for are left out.
 */
export function exercises(survey: Survey, pair: CountedPair, hour: boolean, seed: number): Exercise[] {
  const random = seeded(seed);
  const pool = pairs(survey);
  const one = () => pool[Math.floor(random() * pool.length)] ?? pair;
  const [forLift, forSupport] = [one(), one()];
  const [alone, sure] = hollowRules(pool, random);
  const strong = sure && strongRule(pool, sure, random);
  const choice = (
    kind: ChoiceExercise['kind'],
    options: readonly string[],
    rule: CountedPair,
    other: CountedPair | null = null,
  ): ChoiceExercise => ({ kind, rule, other, options: mixed(options, random), answer: options[0]! });
  return [
    { kind: 'lift', rule: forLift, answer: figures(forLift).lift, tolerance: 0.02 * figures(forLift).lift },
    {
      kind: 'support',
      rule: forSupport,
      answer: forSupport.s,
      tolerance: Math.max(1, forSupport.n * 0.00005),
    },
    ...(strong && sure ? [choice('better', ['strong', 'sure'], strong, sure)] : []),
    ...(alone ? [choice('alone', ['nothing', 'keen', 'cause'], alone)] : []),
    choice('turn', ['confidence', 'support', 'lift'], pair),
    {
      kind: 'lucky',
      rule: pair,
      answer: LEVEL * survey.rules.found,
      tolerance: Math.max(1, 0.02 * LEVEL * survey.rules.found),
    },
    choice('correction', ['stricter', 'smaller', 'rarer'], pair),
    ...(hour ? [choice('hour', ['together', 'cause', 'mistake'], pair)] : []),
  ];
}

/** Whether a number as typed is the answer; commas, full-width digits and a per cent sign are understood. */
export function parseNumber(typed: string): number {
  const plain = typed.normalize('NFKC').replace(/[%\s]/g, '');
  const decimal = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : plain.replace(',', '.');
  return decimal === '' ? NaN : Number(decimal);
}

export function isRight(exercise: Exercise, given: string): boolean {
  if ('options' in exercise) return given === exercise.answer;
  return Math.abs(parseNumber(given) - exercise.answer) <= exercise.tolerance;
}

function pairs({ rules, itemsets, codes, basketCount }: Survey): CountedPair[] {
  const single = singles(itemsets);
  const all: CountedPair[] = [];
  for (let rule = 0; rule < rules.counts.length; rule++) {
    const item = single[rules.antecedents[rule]!]!;
    if (item < 0) continue;
    all.push({
      left: codes[item]!,
      right: codes[rules.consequents[rule]!]!,
      n: basketCount,
      a: rules.antecedentCounts[rule]!,
      c: rules.consequentCounts[rule]!,
      s: rules.counts[rule]!,
    });
  }
  const frequent = all.filter(({ s }) => s >= ENOUGH);
  return frequent.length ? frequent : all;
}

/** Rules of high confidence that say nothing, in random order: their right side is as common without the left. */
function hollowRules(pool: readonly CountedPair[], random: Random): CountedPair[] {
  const hollow = pool.filter((rule) => {
    const { lift } = figures(rule);
    return lift >= NEAR_ONE.from && lift <= NEAR_ONE.to;
  });
  hollow.sort((one, other) => figures(other).confidence - figures(one).confidence);
  return mixed(hollow.slice(0, SUREST), random);
}

/** A rule of high lift but lower confidence than the hollow one. */
function strongRule(pool: readonly CountedPair[], hollow: CountedPair, random: Random): CountedPair | null {
  const strong = pool.filter((rule) => {
    const { lift, confidence } = figures(rule);
    return lift >= STRONG && confidence < figures(hollow).confidence;
  });
  return strong[Math.floor(random() * strong.length)] ?? null;
}

function mixed<Element>(elements: readonly Element[], random: Random): Element[] {
  const order = shuffle(Int32Array.from(elements.keys()), random);
  return Array.from(order, (place) => elements[place]!);
}
