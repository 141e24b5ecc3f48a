import { describe, expect, it } from 'vitest';
import { deal, shown } from '../../src/lessons/diaper-beer/hand.ts';
import { exercises, isRight, parseNumber } from '../../src/lessons/diaper-beer/exercises.ts';
import { liftWithinParts, opposite, pattern } from '../../src/lessons/diaper-beer/parts.ts';
import { survey } from '../../src/lessons/diaper-beer/survey.ts';
import { seeded } from '../../src/models/random.ts';

/** Baskets in which item 0 is common, 1 and 2 go together, and the rest is chance. */
const pairs = (() => {
  const random = seeded(7);
  const basket: number[] = [];
  const item: number[] = [];
  const add = (b: number, i: number) => {
    basket.push(b);
    item.push(i);
  };
  for (let b = 0; b < 1000; b++) {
    if (random() < 0.4) add(b, 0);
    const together = random() < 0.1;
    if (together || random() < 0.1) add(b, 1);
    if (together && random() < 0.3) add(b, 2);
    for (let i = 3; i < 9; i++) if (random() < 0.15) add(b, i);
  }
  return { basket: Int32Array.from(basket), item: Int32Array.from(item) };
})();
const surveyed = survey(pairs, 5);
const pair = { left: 1, right: 2, n: 1000, a: 200, c: 40, s: 30 };

describe('exercises', () => {
  it('have the answers their counts give, for any seed', () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const list = exercises(surveyed, pair, true, seed);
      expect(new Set(list.map(({ kind }) => kind)).size).toBe(list.length);
      expect(list.length).toBeGreaterThanOrEqual(6);
      for (const exercise of list) {
        kinds.add(exercise.kind);
        const { n, a, c, s } = exercise.rule;
        if (exercise.kind === 'lift') {
          const lift = ((s / a) * n) / c;
          expect(isRight(exercise, lift.toFixed(2))).toBe(true);
          expect(isRight(exercise, String(lift * 1.1))).toBe(false);
        }
        if (exercise.kind === 'support') {
          expect(isRight(exercise, String(Math.round((Number(((100 * s) / n).toFixed(2)) / 100) * n)))).toBe(
            true,
          );
          expect(isRight(exercise, String(s + 2))).toBe(false);
        }
        if (exercise.kind === 'lucky') {
          expect(isRight(exercise, String(Math.round(surveyed.rules.found / 20)))).toBe(true);
          expect(isRight(exercise, String(surveyed.rules.found))).toBe(false);
        }
        if ('options' in exercise)
          expect(exercise.options.filter((option) => isRight(exercise, option))).toEqual([exercise.answer]);
        if (exercise.kind === 'better') {
          const { rule, other } = exercise;
          expect(rule.s / rule.a).toBeLessThan(other!.s / other!.a);
          expect((rule.s * n) / (rule.a * rule.c)).toBeGreaterThan((other!.s * n) / (other!.a * other!.c));
        }
      }
    }
    expect([...kinds].sort()).toEqual(
      ['alone', 'better', 'correction', 'hour', 'lift', 'lucky', 'support', 'turn'].sort(),
    );
  });

  it('are the same for the same seed and others for another', () => {
    expect(exercises(surveyed, pair, false, 3)).toEqual(exercises(surveyed, pair, false, 3));
    expect(exercises(surveyed, pair, false, 4)).not.toEqual(exercises(surveyed, pair, false, 3));
    expect(exercises(surveyed, pair, false, 3).some(({ kind }) => kind === 'hour')).toBe(false);
  });

  it.each([
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['１２．５％', 12.5],
    ['1,234', 1234],
    [' 849 ', 849],
  ])('read %s as %d', (typed, value) => expect(parseNumber(typed)).toBe(value));

  it('do not read words', () => {
    expect(parseNumber('two')).toBeNaN();
    expect(parseNumber('')).toBeNaN();
  });
});

describe('the parts of a whole', () => {
  const whole = { n: 200, a: 60, c: 60, s: 26 };

  it.each([
    [
      'overstated',
      whole,
      [
        { n: 100, a: 50, c: 50, s: 26 },
        { n: 100, a: 10, c: 10, s: 0 },
      ],
    ],
    [
      'between',
      { n: 200, a: 40, c: 40, s: 10 },
      [
        { n: 100, a: 20, c: 20, s: 8 },
        { n: 100, a: 20, c: 20, s: 2 },
      ],
    ],
    [
      'understated',
      { n: 200, a: 60, c: 60, s: 20 },
      [
        { n: 100, a: 50, c: 10, s: 10 },
        { n: 100, a: 10, c: 50, s: 10 },
      ],
    ],
    [
      'reversed',
      whole,
      [
        { n: 100, a: 50, c: 50, s: 25 },
        { n: 100, a: 10, c: 10, s: 1 },
      ],
    ],
    [
      'few',
      whole,
      [
        { n: 100, a: 60, c: 60, s: 26 },
        { n: 100, a: 0, c: 0, s: 0 },
      ],
    ],
    ['few', whole, [whole]],
  ] as const)('are called %s', (name, all, parts) => expect(pattern(all, parts)).toBe(name));

  it('compare like with like', () => {
    const parts = [
      { n: 100, a: 50, c: 50, s: 30 },
      { n: 100, a: 10, c: 10, s: 0 },
    ];
    expect(liftWithinParts(parts)).toBeCloseTo(30 / 26, 12);
    expect(opposite(parts)).toBe(true);
    expect(opposite([parts[0]!, parts[0]!])).toBe(false);
  });
});

describe('a hand of few baskets', () => {
  it('is smaller where a kind is missing', () => {
    const both = { has_left: true, has_right: true, items: ['x', 'y'] };
    expect(deal([both, both], 0)).toHaveLength(2);
    expect(deal(Array(9).fill(both), 0)).toHaveLength(3);
  });

  it('shows the studied products of a long basket and says no more than so many others', () => {
    expect(shown(['a', 'b', 'x', 'c', 'd', 'y'], ['x', 'y'], 3)).toEqual(['a', 'x', 'y']);
    expect(shown(['a', 'b'], ['x', 'y'], 3)).toEqual(['a', 'b']);
  });
});
