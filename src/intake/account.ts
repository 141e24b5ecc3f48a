/** Why a line is left out: the codes in `left_out.reason`; the first that applies counts. */
export type LeftOutReason =
  | 'blank'
  | 'duplicate_header'
  | 'total_row'
  | 'not_a_line'
  | 'no_order_id'
  | 'no_order'
  | 'unreadable_date'
  | 'no_date'
  | 'cancelled'
  | 'closed'
  | 'not_a_sale'
  | 'test_order'
  | 'duplicate'
  | 'returned'
  | 'other_currency'
  | 'customer_without_order'
  | 'product_without_sale'
  | 'unreadable_number'
  | 'zero_quantity'
  | 'no_amount'
  | 'too_many_cells'
  | 'too_few_cells'
  | 'broken_quotes'
  | 'too_long'
  | 'unreadable_row';

/** Lines left out for one reason, and the money on them as far as it could be read. */
export interface LeftOutCount {
  reason: LeftOutReason;
  lines: number;
  amount: number;
}

export type NoteCode =
  | 'encoding'
  | 'decimal_comma'
  | 'date_formats'
  | 'day_first'
  | 'month_first'
  | 'order_of_days_assumed'
  | 'zone_dropped'
  | 'mixed_newlines'
  | 'padded'
  | 'paid_before_refund'
  | 'paid_after_refund'
  | 'customer_by_email'
  | 'customer_by_phone'
  | 'customer_by_name'
  | 'customer_masked'
  | 'order_id_derived'
  | 'details_without_orders'
  | 'several_currencies'
  | 'converted'
  | 'unknown_status'
  | 'duplicates'
  | 'order_ids_told_apart'
  | 'returns_matched'
  | 'customers_matched'
  | 'products_matched';

/** Something about how a file was read that the user should know. */
export interface Note {
  code: NoteCode;
  column?: string;
  value?: string;
  count?: number;
  /** Money, in the currency of the data set. */
  amount?: number;
}

/** What became of the records of one file. `linesIn` = `kept` + the lines of `leftOut`; blank lines are not records. */
export interface FileAccount {
  file: string;
  format: string;
  linesIn: number;
  kept: number;
  leftOut: LeftOutCount[];
  /** Records that had fewer cells than the header. */
  padded: number;
  notes: Note[];
}

/** What a load did. A file of baskets counts its baskets; `orderLines` counts the rows of `order_line`. */
export interface Account {
  files: FileAccount[];
  linesIn: number;
  kept: number;
  leftOut: LeftOutCount[];
  orderLines: number;
  /** UTC, as everywhere in the tables; null without dates. */
  firstDate: Date | null;
  lastDate: Date | null;
  hasCustomers: boolean;
  hasItems: boolean;
  hasAmounts: boolean;
  /** ISO code, when a column or a symbol tells. */
  currency: string | null;
}

/** Adds the counts of several files, the most frequent reason first. */
export function addUp(files: readonly FileAccount[]): Pick<Account, 'linesIn' | 'kept' | 'leftOut'> {
  const byReason = new Map<LeftOutReason, LeftOutCount>();
  for (const { reason, lines, amount } of files.flatMap((file) => file.leftOut)) {
    const sum = byReason.get(reason) ?? { reason, lines: 0, amount: 0 };
    byReason.set(reason, { reason, lines: sum.lines + lines, amount: sum.amount + amount });
  }
  return {
    linesIn: files.reduce((sum, file) => sum + file.linesIn, 0),
    kept: files.reduce((sum, file) => sum + file.kept, 0),
    leftOut: [...byReason.values()].sort((a, b) => b.lines - a.lines),
  };
}
