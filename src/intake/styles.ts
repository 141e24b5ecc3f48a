import { type DateStyle, detectDates } from './dates.ts';
import type { Inspected } from './inspect.ts';
import { isDateMeaning, isNumberMeaning, type Mapping, type Meaning } from './meaning.ts';
import { detectNumbers, type NumberStyle } from './numbers.ts';
import { unpackedSamples } from './packed.ts';
import { areFloatIds, detectTexts, type TextStyle } from './texts.ts';

/** How the column of each mapped meaning is written. */
export interface Styles {
  dates: Map<Meaning, DateStyle>;
  numbers: Map<Meaning, NumberStyle>;
  texts: Map<Meaning, { style: TextStyle; floatIds: boolean }>;
}

/** Values a first reading could not read, by meaning. */
export type Leftovers = ReadonlyMap<Meaning, readonly string[]>;

/** Derives the styles from the samples of an inspected table and from what an earlier reading left unread. */
export function stylesOf(table: Inspected, leftovers: Leftovers = new Map()): Styles {
  const { columns, mapping, decimal } = table;
  const styles: Styles = { dates: new Map(), numbers: new Map(), texts: new Map() };
  for (const [meaning, index] of mapped(mapping)) {
    const own = unpackedSamples(table, meaning, columns[index]?.samples ?? []);
    const times = meaning === 'ordered_at' ? columns[mapping.time ?? -1]?.samples : undefined;
    const samples = [
      ...(times?.length ? own.map((date, i) => `${date} ${times[i % times.length]}`) : own),
      ...(leftovers.get(meaning) ?? []),
    ];
    if (isDateMeaning(meaning)) styles.dates.set(meaning, detectDates(samples));
    else if (isNumberMeaning(meaning)) {
      const found = detectNumbers(samples);
      styles.numbers.set(meaning, decimal ? { ...found, decimal, plain: false } : found);
    } else
      styles.texts.set(meaning, {
        style: detectTexts(samples),
        floatIds: meaning.endsWith('_id') && areFloatIds(samples),
      });
  }
  return styles;
}

/** The mapped meanings with their columns. */
export function mapped(mapping: Mapping): [Meaning, number][] {
  return Object.entries(mapping).filter(([, index]) => index !== undefined) as [Meaning, number][];
}

/** Whether two sets of styles would read a table alike. */
export function sameStyles(a: Styles, b: Styles): boolean {
  const plain = ({ dates, numbers }: Styles) => JSON.stringify([[...dates], [...numbers]]);
  return plain(a) === plain(b);
}
