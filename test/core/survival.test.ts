import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../src/models/chi-square.ts';
import { logRank, type SurvivalStep } from '../../src/models/log-rank.ts';
import { type Observed, PLACEBO, SIX_MP } from './remission.ts';

/** Observations as steps, in the order of their days. */
function steps(observed: readonly Observed[]): SurvivalStep[] {
  const days = [...new Set(observed.map(([day]) => day))].sort((a, b) => a - b);
  return days.map((day) => {
    const then = observed.filter((one) => one[0] === day);
    const events = then.filter(([, relapsed]) => relapsed).length;
    return { days: day, events, censored: then.length - events };
  });
}

describe('the tail of chi-square', () => {
  it.each([
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [7.814727903251179, 3, 0.05],
    [11.070497693516351, 5, 0.05],
    [0.00393214000001952, 1, 0.95],
    [18.307038053275146, 10, 0.05],
    [6.6348966010212145, 1, 0.01],
  ])('beyond %f with %i degrees of freedom is %f, as tables have it', (x, df, p) => {
    expect(chiSquareTail(x, df)).toBeCloseTo(p, 12);
  });

  it('is e^(−x/2) with two degrees of freedom, far out too', () => {
    for (const x of [0.01, 1, 4, 30, 300, 1200])
      expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10);
    expect(chiSquareTail(0, 3)).toBe(1);
  });
});

describe('the log-rank test', () => {
  it('of the remission data is 16.79, as published', () => {
    const test = logRank([steps(SIX_MP), steps(PLACEBO)])!;
    expect(test.chiSquare).toBeCloseTo(16.79, 2);
    expect(test.df).toBe(1);
    expect(test.p).toBeCloseTo(4.17e-5, 7);
  });

  it('does not depend on the order of the groups, and splitting a group at random changes little', () => {
    const [a, b, c] = [
      SIX_MP,
      PLACEBO.filter((_, i) => i % 2 === 0),
      PLACEBO.filter((_, i) => i % 2 === 1),
    ].map(steps) as [SurvivalStep[], SurvivalStep[], SurvivalStep[]];
    const one = logRank([a, b, c])!;
    for (const order of [
      [b, c, a],
      [c, a, b],
      [b, a, c],
    ])
      expect(logRank(order)!.chiSquare).toBeCloseTo(one.chiSquare, 9);
    expect(one.df).toBe(2);
    expect(one.chiSquare).toBeGreaterThan(16.7);
    expect(one.p).toBeGreaterThan(4.17e-5);
  });

  it('finds no difference between a group and itself', () => {
    const test = logRank([steps(SIX_MP), steps(SIX_MP)])!;
    expect(test.chiSquare).toBeCloseTo(0, 12);
    expect(test.p).toBe(1);
  });

  it('has no answer for one group, or where nothing happened', () => {
    expect(logRank([steps(SIX_MP)])).toBeNull();
    const silent = [{ days: 5, events: 0, censored: 9 }];
    expect(logRank([silent, silent])).toBeNull();
    expect(logRank([[], steps(SIX_MP)])).toBeNull();
  });

  it('is rarely significant when groups are drawn by lot', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    let significant = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      const groups: Observed[][] = [[], [], []];
      for (let i = 0; i < 90; i++) {
        const [event, end] = [Math.ceil(-60 * Math.log(random())), Math.ceil(120 * random())];
        groups[Math.floor(3 * random())]!.push([Math.min(event, end), event <= end]);
      }
      if (logRank(groups.map(steps))!.p < 0.05) significant += 1;
    }
    expect(significant / rounds).toBeGreaterThan(0.02);
    expect(significant / rounds).toBeLessThan(0.09);
  });
});
