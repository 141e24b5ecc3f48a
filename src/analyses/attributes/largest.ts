import type { CrossRow } from './attributes.ts';

/** The values that most customers have, at most so many, in the order of their places where they have some. */
export function largestValues(
  rows: readonly CrossRow[],
  of: 'value' | 'second_value',
  most: number,
): string[] {
  const found = new Map<string, { customers: number; place: number | null }>();
  for (const row of rows) {
    const before = found.get(row[of])?.customers ?? 0;
    const place = of === 'value' ? row.place : row.second_place;
    found.set(row[of], { customers: before + row.customers, place });
  }
  return [...found]
    .sort((a, b) => b[1].customers - a[1].customers)
    .slice(0, most)
    .sort((a, b) => (a[1].place ?? 0) - (b[1].place ?? 0))
    .map(([value]) => value);
}
