import type { Segment, SegmentSummaryRow } from './segments.ts';

/** Customers who were worth having and are going: the segments of each model to win back. */
export const WIN_BACK: readonly string[] = [
  'about_to_sleep',
  'at_risk',
  'cannot_lose_them',
  '011',
  '001',
] satisfies Segment[];

/** What to act on first: whom to win back and, by revenue, whom never to neglect. */
export const URGENT: readonly string[] = [...WIN_BACK, 'top_1'];

/** The segment to win back that brought the most, or null when nobody is in one. */
export function mostToWinBack(rows: readonly SegmentSummaryRow[]): SegmentSummaryRow | null {
  return rows
    .filter(({ segment, customers }) => segment && customers > 0 && WIN_BACK.includes(segment))
    .reduce<SegmentSummaryRow | null>((top, row) => (top && top.revenue >= row.revenue ? top : row), null);
}
