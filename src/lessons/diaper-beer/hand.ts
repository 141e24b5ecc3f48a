import type { BasketRow, Counts } from './counts.ts';

/** What is counted in turn: baskets with both products, with the left one, with the right one. */
export const TASKS = ['both', 'left', 'right'] as const;
export type Task = (typeof TASKS)[number];

/** What was miscounted, as places in the hand. */
export interface Miscount {
  missed: number[];
  extra: number[];
}

/** How many baskets of each kind make a hand: both, left only, right only, neither. Each gives figures easy to work out. */
const HANDS = [
  [3, 2, 1, 4],
  [2, 2, 2, 4],
  [4, 1, 1, 4],
  [3, 1, 2, 4],
  [2, 1, 2, 5],
] as const;

/** The most baskets of one kind in any hand. */
export const MOST_OF_A_KIND = 5;

/** The hand of this number, from rows of every kind, in their order; where a kind is rare the hand is smaller. */
export function deal(rows: readonly BasketRow[], draw: number): BasketRow[] {
  const [both, left, right, neither] = HANDS[draw % HANDS.length]!;
  const wanted = { 'true true': both, 'true false': left, 'false true': right, 'false false': neither };
  const taken: Record<string, number> = {};
  return rows.filter((row) => {
    const kind = `${row.has_left} ${row.has_right}` as keyof typeof wanted;
    taken[kind] = (taken[kind] ?? 0) + 1;
    return taken[kind] <= wanted[kind];
  });
}

/** Whether a basket counts for the task. */
export function counts({ has_left, has_right }: BasketRow, task: Task): boolean {
  return task === 'both' ? has_left && has_right : task === 'left' ? has_left : has_right;
}

/** The counts of a hand. */
export function handCounts(hand: readonly BasketRow[]): Counts {
  const count = (task: Task) => hand.filter((basket) => counts(basket, task)).length;
  return { n: hand.length, a: count('left'), c: count('right'), s: count('both') };
}

/** Compares the places ticked with those that count. */
export function miscount(hand: readonly BasketRow[], ticked: readonly number[], task: Task): Miscount {
  const places = hand.map((_, place) => place);
  return {
    missed: places.filter((place) => counts(hand[place]!, task) && !ticked.includes(place)),
    extra: places.filter((place) => !counts(hand[place]!, task) && ticked.includes(place)),
  };
}

/** At most `most` labels of a basket, the two studied among them, in the order of the basket. */
export function shown(items: readonly string[], studied: readonly string[], most: number): string[] {
  const others = items.filter((item) => !studied.includes(item));
  const kept = new Set(others.slice(0, most - (items.length - others.length)));
  return items.filter((item) => studied.includes(item) || kept.has(item));
}
