import type { Recovery } from '../../models/stability/resample.ts';
import type { Learned } from '../../models/tree/learn.ts';
import type { AgreementRow, SeparationRow } from './validity.ts';

export const TESTS = ['assignment', 'size', 'separation', 'describability', 'stability'] as const;
export type Test = (typeof TESTS)[number];
export type Verdict = 'passes' | 'borderline' | 'fails' | 'unknown';

/** The limits of the verdicts; those of the size are the reader's. */
export const LIMITS = {
  /** Share of customers in no segment or in several that is still borderline. */
  misplaced: 0.05,
  /** Cohen's small, medium and large share of variance explained (1988). */
  eta: { small: 0.01, medium: 0.06, large: 0.14 },
  p: 0.05,
  /** Hits, and how much of what the largest segment alone gets wrong the rules put right. */
  hits: { good: 0.75, fair: 0.5 },
  /** The balance of precision and coverage (F1) below which a rule is not worth saying. */
  rule: 0.4,
  gain: 0.1,
  /** Jaccard similarity (Hennig 2007) and adjusted Rand index (Steinley 2004). */
  jaccard: { good: 0.75, dissolved: 0.5 },
  rand: { good: 0.65, fair: 0.4 },
  /** Share of customers whose segments may dissolve. */
  dissolved: 0.05,
  /** Fewer customers say nothing. */
  few: 30,
} as const;

export function assignmentVerdict(customers: number, placed: number, several: number): Verdict {
  if (!customers) return 'unknown';
  const misplaced = (customers - placed + several) / customers;
  return misplaced === 0 ? 'passes' : misplaced <= LIMITS.misplaced ? 'borderline' : 'fails';
}

/** One limit broken is borderline, both, or a single segment, fail. */
export function sizeVerdict(row: SeparationRow, small: number, large: number): Verdict {
  const { segments, smallest_share: smallest, largest_share: largest } = row;
  if (smallest === null || largest === null) return 'unknown';
  if (segments < 2) return 'fails';
  const broken = Number(smallest < small) + Number(largest > large);
  return (['passes', 'borderline', 'fails'] as const)[broken]!;
}

/** By η² of the measure itself; what chance does as well fails. */
export function separationVerdict({ measured, eta_squared: eta }: SeparationRow, p: number | null): Verdict {
  if (eta === null || measured < LIMITS.few) return 'unknown';
  if (eta < LIMITS.eta.small || (p !== null && p >= LIMITS.p)) return 'fails';
  return eta < LIMITS.eta.medium ? 'borderline' : 'passes';
}

/** The share of customers placed right, that of the largest segment, and what part of the latter's errors is put right. */
export function hitRates({ tested, hits, baseline }: Learned): { hit: number; base: number; gain: number } {
  const [hit, base] = [hits / tested, baseline / tested];
  return { hit, base, gain: base < 1 ? (hit - base) / (1 - base) : 0 };
}

export function describabilityVerdict(learned: Learned | null): Verdict {
  if (!learned || learned.tested < LIMITS.few / 2) return 'unknown';
  const { hit, gain } = hitRates(learned);
  if (gain < LIMITS.gain || hit < LIMITS.hits.fair) return 'fails';
  return hit < LIMITS.hits.good ? 'borderline' : 'passes';
}

/** A segment's recovery with its share of the customers. */
export type SizedRecovery = Recovery & { share: number };

/** Whether the segments are found again in shops drawn from this one; null where that says nothing. */
export function recoveryVerdict(recoveries: readonly SizedRecovery[] | null): Verdict {
  const held = (recoveries ?? []).filter(({ jaccard }) => jaccard !== null);
  if (!held.length) return 'unknown';
  if (held.every(({ jaccard }) => jaccard! >= LIMITS.jaccard.good)) return 'passes';
  const dissolved = held
    .filter(({ jaccard }) => jaccard! <= LIMITS.jaccard.dissolved)
    .reduce((sum, { share }) => sum + share, 0);
  return dissolved > LIMITS.dissolved ? 'fails' : 'borderline';
}

export function agreementVerdict(row: AgreementRow | null): Verdict {
  if (!row || row.customers < LIMITS.few || row.adjusted_rand === null) return 'unknown';
  const { good, fair } = LIMITS.rand;
  return row.adjusted_rand >= good ? 'passes' : row.adjusted_rand >= fair ? 'borderline' : 'fails';
}

/** Where segments are meant to move, that they did is no more than borderline. */
export function excused(verdict: Verdict): Verdict {
  return verdict === 'fails' ? 'borderline' : verdict;
}

/** The worse of two verdicts; what cannot be told does not count against the other. */
export function worse(one: Verdict, other: Verdict): Verdict {
  const order: Verdict[] = ['fails', 'borderline', 'passes', 'unknown'];
  return order.find((verdict) => verdict === one || verdict === other)!;
}
