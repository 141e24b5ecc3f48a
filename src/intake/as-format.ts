import { dayReadings, detectDates, NO_DATES, numericOrders } from './dates.ts';
import { extraColumns } from './extra.ts';
import { normaliseHeader } from './formats/format.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected } from './inspect.ts';
import type { Mapping, Meaning } from './meaning.ts';
import { partColumns } from './packed.ts';
import { mapBy } from './recognise.ts';

/** The table as the format of this id reads it: its columns mapped anew, its shape that of the format. */
export function asFormat(table: Inspected, id: string): Inspected {
  const format = formatOf(id);
  const own = table.columns.filter(({ part }) => part === undefined);
  const parts = partColumns(format.id, own);
  const names = own.map(({ name }) => normaliseHeader(name));
  const columns = [...own, ...parts.columns];
  const mapping = { ...mapBy(format, names), ...parts.mapping };
  const read = { ...table, format: format.id, shape: format.shape, columns };
  return withMapping({ ...read, extra: extraColumns({ ...read, mapping }) }, mapping);
}

/** The table with one meaning given to another column, or to none. */
export function withMeaning(table: Inspected, meaning: Meaning, index: number | null): Inspected {
  const mapping: Mapping = { ...table.mapping };
  if (index === null) delete mapping[meaning];
  else mapping[meaning] = index;
  return withMapping(table, mapping);
}

/** The table with another mapping; where the dates are in another column, its sample tells the order of day and month. */
export function withMapping(table: Inspected, mapping: Mapping): Inspected {
  const index = mapping.ordered_at;
  if (index === table.mapping.ordered_at) return { ...table, mapping };
  const samples = index === undefined ? [] : (table.columns[index]?.samples ?? []);
  const style = index === undefined ? NO_DATES : detectDates(samples);
  const allowed = numericOrders(samples);
  const undecided = style.numericOrder && allowed.dayFirst && allowed.monthFirst;
  return {
    ...table,
    mapping,
    dayFirst: undecided ? 'ask' : style.numericOrder && allowed.dayFirst,
    readings: undecided ? dayReadings(samples) : null,
  };
}
