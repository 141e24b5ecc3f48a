import { LEVEL } from '../../mining/productive.ts';
import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { Exercise } from './exercises.ts';
import { figures } from './parts.ts';
import { liftWords, named, shareWords } from './words.ts';

type Words = Parameters<Messages['lessons']['exercises']['ask']['lift']>[0];

/** What the sentences of an exercise need; what it has no second rule for is empty. */
export function exerciseWords(
  { rule, ...exercise }: Exercise,
  labels: readonly { label: string }[],
  searched: number,
  t: Messages,
  f: Formats,
): Words {
  const name = (item: number) => named(labels[item]!.label, t);
  const arrow = (left: number, right: number) => t.lessons.rule({ left: name(left), right: name(right) });
  const own = figures(rule);
  const other = 'other' in exercise ? exercise.other : null;
  const second = other && figures(other);
  return {
    left: name(rule.left),
    right: name(rule.right),
    rule: arrow(rule.left, rule.right),
    turned: arrow(rule.right, rule.left),
    n: f.count(rule.n),
    a: f.count(rule.a),
    c: f.count(rule.c),
    s: f.count(rule.s),
    support: f.percent(own.support, 2),
    confidence: shareWords(own.confidence, f),
    lift: liftWords(own.lift, f),
    rightShare: shareWords(rule.c / rule.n, f),
    turnedConfidence: shareWords(rule.s / rule.c, f),
    otherRule: other ? arrow(other.left, other.right) : '',
    otherRight: other ? name(other.right) : '',
    otherRightShare: other ? shareWords(other.c / other.n, f) : '',
    otherConfidence: second ? shareWords(second.confidence, f) : '',
    otherLift: second ? liftWords(second.lift, f) : '',
    searched: f.count(searched),
    lucky: f.count(searched * LEVEL),
  };
}
