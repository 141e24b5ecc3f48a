import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { Period } from './retention.ts';

/** A week by its Monday, a month or a quarter, in words. */
export function periodWords(starts: Date, period: Period, t: Messages['retention'], f: Formats): string {
  if (period === 'week') return f.date(starts);
  if (period === 'month') return f.month(starts);
  return t.quarter({ year: starts.getUTCFullYear(), quarter: Math.floor(starts.getUTCMonth() / 3) + 1 });
}
