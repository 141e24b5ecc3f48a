/** How many lines are grouped at a time: more make a hash table that a large data set leaves no room for. */
export const LINES_AT_A_TIME = 2_000_000;

/** Conditions that split the rows of a table by a column, rows with the same value together. */
export function inParts(column: string, lines: number): string[] {
  const parts = Math.max(1, Math.ceil(lines / LINES_AT_A_TIME));
  return parts === 1
    ? ['true']
    : Array.from({ length: parts }, (_, part) => `hash(${column}) % ${parts} = ${part}`);
}
