/** Weeks until relapse, or until last seen in remission (false). */
export type Observed = readonly [weeks: number, relapsed: boolean];

const relapses = (...weeks: number[]): Observed[] => weeks.map((week) => [week, true]);
const last = (...weeks: number[]): Observed[] => weeks.map((week) => [week, false]);

/** Children with leukaemia in remission, given 6-mercaptopurine (Freireich et al. 1963, Blood 21, 699–716). */
export const SIX_MP: readonly Observed[] = [
  ...relapses(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...last(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];

/** Those given a placebo, of the same study. */
export const PLACEBO: readonly Observed[] = relapses(
  1,
  1,
  2,
  2,
  3,
  4,
  4,
  5,
  5,
  8,
  8,
  8,
  8,
  11,
  11,
  12,
  12,
  15,
  17,
  22,
  23,
);

/** The Kaplan–Meier estimate for 6-MP as textbooks print it: share still in remission, its 95 % interval on the log-log scale. */
export const SIX_MP_SURVIVAL: readonly { weeks: number; share: number; low: number; high: number }[] = [
  { weeks: 6, share: 0.8571, low: 0.6197, high: 0.9516 },
  { weeks: 7, share: 0.8067, low: 0.5631, high: 0.9228 },
  { weeks: 10, share: 0.7529, low: 0.5032, high: 0.8894 },
  { weeks: 13, share: 0.6902, low: 0.4316, high: 0.8491 },
  { weeks: 16, share: 0.6275, low: 0.3675, high: 0.8049 },
  { weeks: 22, share: 0.5378, low: 0.2678, high: 0.7468 },
  { weeks: 23, share: 0.4482, low: 0.1881, high: 0.6801 },
];
