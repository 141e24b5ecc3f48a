import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { ListId } from './letters/contract.ts';
import type { FestivalDay } from './letters/festivals.ts';
import type { TotalRow } from './statements.ts';

/** What the answer is about: the day of the lists, and whether it is the one after the last order. */
export interface Occasion {
  day: Date;
  usual: boolean;
  festival: FestivalDay;
}

/** The lists but the greetings, which go to nearly everyone; each customer once. */
export function careTotals(rows: readonly TotalRow[]): { customers: number; value: number } {
  const due = rows.filter(({ list }) => list !== 'greetings');
  return {
    customers: due.reduce((sum, { first_customers: n }) => sum + n, 0),
    value: due.reduce((sum, { first_value: value }) => sum + value, 0),
  };
}

/** The list with most at stake, greetings apart; null when all are empty. */
export function largestOf(rows: readonly TotalRow[]): TotalRow | null {
  const filled = rows.filter(({ list, customers }) => list !== 'greetings' && customers);
  return filled.reduce<TotalRow | null>(
    (largest, row) => (largest && largest.value >= row.value ? largest : row),
    null,
  );
}

/** The list to open when none is chosen: the most urgent one with somebody on it. */
export function firstList(rows: readonly TotalRow[]): ListId {
  return rows.find(({ customers }) => customers)?.list ?? 'silent';
}

/** The answer in words. */
export function careAnswer(
  rows: readonly TotalRow[],
  { day, usual, festival }: Occasion,
  { care: t, letters }: Pick<Messages, 'care' | 'letters'>,
  f: Formats,
): string {
  const date = f.date(day);
  const { customers, value } = careTotals(rows);
  const greeted = rows.find(({ list }) => list === 'greetings')?.customers;
  const greetings = greeted
    ? t.greetings({
        festival: letters.festivals[festival.id],
        date: f.date(festival.on),
        customers: f.count(greeted),
      })
    : '';
  if (!customers) return t.nobody({ date }) + greetings;
  const lead = (usual ? t.answer : t.answerOn)({
    date,
    customers: f.count(customers),
    value: f.roundMoney(value),
  });
  const largest = largestOf(rows);
  const most =
    largest && rows.filter((row) => row.customers && row.list !== 'greetings').length > 1
      ? t.most({
          list: letters.lists[largest.list],
          customers: f.count(largest.customers),
          value: f.roundMoney(largest.value),
        })
      : '';
  return lead + most + greetings;
}
