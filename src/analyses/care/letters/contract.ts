/** The lists a letter can be written for; list `x` is what the macro `care_x` answers. */
export const LISTS = [
  'silent',
  'second_order',
  'running_out',
  'birthdays',
  'after_sale',
  'referrers',
  'complaints',
  'greetings',
] as const;

export type ListId = (typeof LISTS)[number];

/**
 * One row of a list: one customer to write to. Further columns say why, and those of `COLUMNS` can stand in the letter.
 * A column that is missing or NULL is replaced by a neutral word.
 */
export interface ListRow extends Record<string, unknown> {
  customer_id: string;
  customer_name: string | null;
  phone: string | null;
  email: string | null;
  /** The day the customer is to hear from the shop, where there is one. */
  due_on?: Date | null;
}

/** What can stand in braces in a letter. */
export const PLACEHOLDERS = [
  'name',
  'product',
  'order',
  'complaint',
  'friends',
  'days',
  'date',
  'due',
  'festival',
  'shop',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** The column of each list that a placeholder is filled from; `shop` and `festival` are known otherwise. */
export const COLUMNS: Readonly<Record<ListId, Partial<Record<Placeholder, string>>>> = {
  silent: { days: 'silence_days', date: 'last_order' },
  second_order: { product: 'product', days: 'silence_days', date: 'last_order' },
  running_out: { product: 'product', date: 'last_bought', due: 'due_on' },
  birthdays: { date: 'due_on' },
  after_sale: { product: 'product', order: 'order_id', date: 'ordered_at' },
  referrers: { friends: 'brought', date: 'latest_on' },
  complaints: {
    product: 'product',
    order: 'order_id',
    complaint: 'complaint',
    days: 'days_open',
    date: 'ordered_at',
  },
  greetings: { date: 'due_on' },
};

/** Answers to something the customer asked for: they go out to those who want no advertising too. */
export const SERVICE: readonly ListId[] = ['complaints'];

/** For which list and which day, and how long the shop leaves a customer alone after writing. */
export interface Quiet {
  list: ListId;
  /** Without it, one day after the last order, as everywhere. */
  asOf?: Date | undefined;
  /** Days; 0 leaves nobody out for having been written to. */
  quietDays: number;
}

export const QUIET_DAYS = 30;
