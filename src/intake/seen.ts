import type { Inspected } from './inspect.ts';
import type { Meaning } from './meaning.ts';

/** Some texts a column of this meaning has, the most frequent first: looked for first, they are found soonest. */
export type Seen = (meaning: Meaning) => readonly string[];

/** What the samples of a table have. */
export function seenIn({ columns, mapping }: Pick<Inspected, 'columns' | 'mapping'>): Seen {
  return (meaning) => {
    const counts = new Map<string, number>();
    for (const text of columns[mapping[meaning] ?? -1]?.samples ?? [])
      counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
  };
}
