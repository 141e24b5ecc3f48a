/** Meanings read as text. */
export const TEXT_MEANINGS = [
  'order_id',
  'line_id',
  'customer_id',
  'customer_name',
  'product_id',
  'product',
  'category',
  'status',
  'item_status',
  'region',
  'city',
  'source',
  'review',
  'gender',
  'email',
  'phone',
  'address',
  'note',
  'tags',
  'complaint',
  'complaint_result',
  'currency',
  'time',
] as const;

/** Meanings read as numbers. The `order_…` ones belong to the whole order and are shared out among its lines. */
export const NUMBER_MEANINGS = [
  'quantity',
  'unit_price',
  'amount',
  'discount',
  'cost',
  'refund',
  'returned',
  'rating',
  'complaint_days',
  'order_amount',
  'order_total',
  'order_discount',
  'order_refund',
] as const;

/** Meanings read as dates and times. */
export const DATE_MEANINGS = ['ordered_at', 'paid_at', 'birthday', 'cancelled_at'] as const;

export type TextMeaning = (typeof TEXT_MEANINGS)[number];
export type NumberMeaning = (typeof NUMBER_MEANINGS)[number];
export type DateMeaning = (typeof DATE_MEANINGS)[number];

/** What a column of a file can mean: the columns of `order_line`, and helpers they are computed from. */
export type Meaning = TextMeaning | NumberMeaning | DateMeaning;

export const MEANINGS: readonly Meaning[] = [...TEXT_MEANINGS, ...NUMBER_MEANINGS, ...DATE_MEANINGS];

/** Which column (0-based) of a file carries a meaning. One column may carry several. */
export type Mapping = Partial<Record<Meaning, number>>;

export function isNumberMeaning(meaning: Meaning): meaning is NumberMeaning {
  return (NUMBER_MEANINGS as readonly string[]).includes(meaning);
}

export function isDateMeaning(meaning: Meaning): meaning is DateMeaning {
  return (DATE_MEANINGS as readonly string[]).includes(meaning);
}
