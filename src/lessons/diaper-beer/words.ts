import { supportWords } from '../../analyses/basket/words.ts';
import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { Pair } from './pair.ts';

/** Names that stand in a sentence without quotation marks: short ones of letters and digits. */
const PLAIN = /^[\p{L}\p{N} ]{1,20}$/u;

/** A product as it stands in a sentence. */
export function named(label: string, t: Messages): string {
  return PLAIN.test(label) ? label : t.basket.names({ items: [label] });
}

/** The two products of the lesson in words, and the rule between them. */
export function pairWords({ left, right }: Pair, t: Messages): { left: string; right: string; rule: string } {
  const words = { left: named(left.label, t), right: named(right.label, t) };
  return { ...words, rule: t.lessons.rule(words) };
}

/** A rule with one product or more on its left. */
export function ruleWords(antecedent: readonly string[], consequent: string, t: Messages): string {
  return t.lessons.rule({
    left: antecedent.map((label) => named(label, t)).join(' + '),
    right: named(consequent, t),
  });
}

/** A share as per cent, its digits by its size. */
export function shareWords(share: number, f: Formats): string {
  return Number.isFinite(share) ? supportWords(share, f) : '–';
}

/** A lift with two digits, or an en dash where there is none. */
export function liftWords(lift: number, f: Formats): string {
  return f.number(lift);
}
