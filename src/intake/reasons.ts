import { literal } from '../engine/sql.ts';
import type { LeftOutReason } from './account.ts';
import type { LineSpec } from './line-values.ts';
import type { Meaning } from './meaning.ts';
import type { Rules } from './rules.ts';
import { hasWord, STATUS_MEANINGS, statusWords } from './statuses.ts';

/** `end` is the record put after the last one, which is taken away again. */
export type Reason = readonly [
  condition: string,
  code: LeftOutReason | 'end',
  meaning: Meaning | null,
  /** Something quicker to tell that rules the condition out. */
  unless?: string,
];

/** A condition that holds for most kept lines and for none that is left out: one look instead of one for each reason. */
export function surelyKept(reasons: readonly Reason[]): string {
  const conditions = reasons.map(([condition, , , unless]) => unless ?? `(${condition}) IS NOT TRUE`);
  return [...new Set(conditions)].join(' AND ');
}

/** Why a line would be left out, in the order in which the first that applies counts. */
export function reasonCases({ format, rules, has, joined }: LineSpec): Reason[] {
  const words = statusWords(format, rules);
  const unreadable = (meaning: Meaning, code: LeftOutReason): Reason => [
    `${meaning} IS NULL AND raw_${meaning} IS NOT NULL AND trim(raw_${meaning}, E' \\t\u00a0\u3000"') NOT IN ('', '-', '--', 'null')`,
    code,
    meaning,
    `${meaning} IS NOT NULL`,
  ];
  const byStatus = STATUS_MEANINGS.filter(has).flatMap((meaning) =>
    (['closed', 'cancelled', 'not_a_sale'] as const).flatMap((code): Reason[] => {
      const condition = hasWord(meaning, words[code]);
      return condition === null ? [] : [[condition, code, meaning, `${meaning}_word IS NULL`]];
    }),
  );
  const money: Meaning[] = (['amount', 'unit_price', 'order_amount'] as const).filter(has);
  const free = rules.freeLines === 'keep' || format.keepsFree === true;
  const all: (Reason | false)[] = [
    ['ends', 'end', null],
    ['blank', 'blank', null],
    ['repeats_header', 'duplicate_header', null],
    format.junk !== undefined && ['junk', 'not_a_line', null],
    ['sums_up', 'total_row', null],
    has('order_id') && ['order_id IS NULL', 'no_order_id', 'order_id'],
    joined === true && ['NOT order_found', 'no_order', 'order_id'],
    has('ordered_at') && unreadable('ordered_at', 'unreadable_date'),
    format.cancelledPrefix !== undefined &&
      has('order_id') && [
        `starts_with(order_id, ${literal(format.cancelledPrefix)})`,
        'cancelled',
        'order_id',
      ],
    has('cancelled_at') && ['cancelled_at IS NOT NULL', 'cancelled', 'cancelled_at'],
    ...byStatus,
    has('ordered_at') && ['ordered_at IS NULL', 'no_date', 'ordered_at', 'ordered_at IS NOT NULL'],
    ...testOrders(rules, has),
    has('quantity') && unreadable('quantity', 'unreadable_number'),
    has('quantity') && ['quantity < 0', 'cancelled', 'quantity', 'quantity > 0'],
    has('quantity') && ['quantity = 0', 'zero_quantity', 'quantity', 'quantity > 0'],
    ...money.map((meaning) => unreadable(meaning, 'unreadable_number')),
    has('unit_price') &&
      format.needsPrice === true && [
        `unit_price IS NULL OR unit_price ${free ? '<' : '<='} 0`,
        'no_amount',
        'unit_price',
      ],
    money.length > 0 && format.needsPrice !== true && ['amount < 0', 'cancelled', money[0]!, 'amount > 0'],
    money.length > 0 && [
      `amount IS NULL OR amount ${free ? '<' : '<='} 0`,
      'no_amount',
      money[0]!,
      'amount > 0',
    ],
  ];
  return all.filter((reason) => reason !== false);
}

/** Tests and fakes: by words in notes and tags, and by the order numbers and customers of a list. */
function testOrders({ testWords, testOrders: listed }: Rules, has: LineSpec['has']): Reason[] {
  const reasons: Reason[] = (['note', 'tags'] as const)
    .filter((meaning) => has(meaning) && testWords.length > 0)
    .map((meaning) => [
      `${meaning} IS NOT NULL AND (${testWords.map((word) => `contains(lower(${meaning}), ${literal(word.toLowerCase())})`).join(' OR ')})`,
      'test_order',
      meaning,
    ]);
  if (listed.length === 0) return reasons;
  const ids = listed.map(literal).join(', ');
  return [
    ...reasons,
    [`order_id IN (${ids})`, 'test_order', 'order_id'],
    [`customer_id IN (${ids})`, 'test_order', 'customer_id'],
  ];
}

/** The text of a meaning as the file has it, where that is kept. */
export function rawOf(meaning: Meaning, has: LineSpec['has']): string {
  const raw: Meaning[] = ['ordered_at', 'quantity', 'unit_price', 'amount', 'order_amount'];
  if (!has(meaning)) return 'NULL';
  return raw.includes(meaning) ? `raw_${meaning}` : `${meaning}::VARCHAR`;
}
