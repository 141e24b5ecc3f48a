import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { MatrixCell } from './matrix.chart.ts';

export interface SideWords {
  /** The words of the first model's segments, and their order, best first. */
  rows: Record<string, string>;
  order: readonly string[];
  columns: Record<string, string>;
}

/** Where the best segment of one model is found in the other; null for nobody. */
export function crossAnswer(
  cells: readonly MatrixCell[],
  { rows, order, columns }: SideWords,
  t: Messages['segments'],
  f: Formats,
): string | null {
  const best = order.find((key) => cells.some(({ row }) => row === key));
  const held = cells.filter(({ row }) => row === best).toSorted((a, b) => b.customers - a.customers);
  const [most] = held;
  if (!most || !best) return null;
  const customers = held.reduce((sum, cell) => sum + cell.customers, 0);
  const words = {
    one: rows[best] ?? best,
    customers: f.count(customers),
    other: columns[most.column] ?? most.column,
  };
  return held.length === 1
    ? t.side.same(words)
    : t.side.answer({
        ...words,
        most: f.count(most.customers),
        share: f.percent(most.customers / customers, 0),
        segments: f.count(held.length),
      });
}
