import { detectDates } from './dates.ts';
import { purchases } from './formats/purchases.ts';
import type { Mapping } from './meaning.ts';
import type { Recognised } from './recognise.ts';

/** Fewer rows tell nothing. */
const ROWS_AT_LEAST = 5;
/** Half of the lines have no more pieces than this; numbers that are larger as a rule are ids. */
const PIECES_USUAL = 20;
/** Enough to load unasked, less than a header gives. */
const CONFIDENCE = 0.75;

/**
 * Recognises a table without a header by the values of its columns: one with dates, one with money and one with ids tell
 * purchases; whole numbers are pieces, words are products. Ids that stand for one and the same (1 = 0001) count once, the
 * first of them. An id with several dates is a customer's, one that always has the same an order's. Null when the columns
 * cannot be told apart.
 */
export function byValues(records: readonly (readonly string[])[]): Recognised | null {
  const rows = records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length < ROWS_AT_LEAST || rows.some((cells) => cells.length !== rows[0]!.length)) return null;
  const columns = rows[0]!.map((_, index) => rows.map((cells) => (cells[index] ?? '').trim()));
  const kinds = columns.map(kindOf);
  const of = (kind: Kind) => kinds.flatMap((one, index) => (one === kind ? [index] : []));
  const [date, ...dates] = of('date');
  const [money, ...moneys] = of('money');
  const pieces = of('pieces');
  const products = of('words');
  if (date === undefined || money === undefined) return null;
  if (dates.length > 0 || moneys.length > 0 || pieces.length > 1 || products.length > 1) return null;
  const who = whose(different(of('id'), columns), columns[date]!, columns);
  if (who === null) return null;
  const mapping: Mapping = { ...who, ordered_at: date, amount: money };
  if (pieces[0] !== undefined) mapping.quantity = pieces[0];
  if (products[0] !== undefined) mapping.product = products[0];
  return { format: purchases.id, confidence: CONFIDENCE, mapping };
}

type Kind = 'date' | 'money' | 'pieces' | 'id' | 'words' | 'other';

function kindOf(values: readonly string[]): Kind {
  const all = (form: RegExp) => values.every((value) => form.test(value));
  if (values.every(isDate)) return 'date';
  if (all(/^[-+]?[$€£¥]?\d[\d,]*\.\d{1,2}$|^\d+,\d{2}$/)) return 'money';
  if (all(/^\d+$/)) {
    const padded = values.some((value) => /^0\d/.test(value));
    return padded || median(values.map(Number)) > PIECES_USUAL ? 'id' : 'pieces';
  }
  if (all(/^[\w#-]*\d[\w-]*$/)) return 'id';
  return all(/\p{L}/u) ? 'words' : 'other';
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function isDate(value: string): boolean {
  const [pattern] = detectDates([value]).patterns;
  if (!pattern || pattern === 'serial' || pattern === 'seconds' || pattern === 'milliseconds') return false;
  if (!pattern.startsWith('%Y%m%d')) return true;
  return /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(value);
}

/** The columns without those that number the same things as one before them. */
function different(ids: readonly number[], columns: readonly string[][]): number[] {
  const kept: number[] = [];
  for (const id of ids)
    if (
      !kept.some((other) => decides(columns[other]!, columns[id]!) && decides(columns[id]!, columns[other]!))
    )
      kept.push(id);
  return kept;
}

function whose(
  ids: readonly number[],
  dates: readonly string[],
  columns: readonly string[][],
): Mapping | null {
  const orders = ids.filter((id) => decides(columns[id]!, dates));
  const customers = ids.filter((id) => !orders.includes(id));
  if (ids.length === 0 || orders.length > 1 || customers.length > 1) return null;
  const mapping: Mapping = {};
  if (orders[0] !== undefined) mapping.order_id = orders[0];
  if (customers[0] !== undefined) mapping.customer_id = customers[0];
  return mapping;
}

/** Whether each value of one column always stands beside the same value of the other. */
function decides(some: readonly string[], others: readonly string[]): boolean {
  const beside = new Map<string, string>();
  return some.every((value, row) => {
    const other = beside.get(value);
    beside.set(value, others[row]!);
    return other === undefined || other === others[row];
  });
}
