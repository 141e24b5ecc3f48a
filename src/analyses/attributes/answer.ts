import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { AttributeRow, Measure } from './attributes.ts';
import { differing } from './standing-out.ts';

/** A figure of a measure in words. */
export function figure(f: Formats, measure: Measure, value: number | null): string {
  if (measure === 'repurchase' || measure === 'return_rate' || measure === 'discount_share')
    return f.percent(value);
  return measure === 'orders' ? f.number(value) : f.roundMoney(value);
}

/** What the page says first: the value that stands out, or that none does, with the figures it rests on. */
export function answerOf(
  t: Messages['attributes'],
  f: Formats,
  rows: readonly AttributeRow[],
  { attribute, measure }: { attribute: string; measure: Measure },
): string | null {
  const known = rows.filter(({ value, estimate }) => value !== null && estimate !== null);
  if (known.length === 0) return null;
  const words = (value: number | null) => figure(f, measure, value);
  const about = { attribute, measure: t.measures[measure] };
  const compared = known.filter(({ z }) => z !== null);
  const overall = words(known[0]!.overall);
  if (compared.length < 2) return t.tooSmall({ ...about, values: f.count(known.length), overall });
  const [one] = differing(known);
  if (!one) {
    const sorted = compared.toSorted((a, b) => a.estimate! - b.estimate!);
    const [low, high] = [sorted[0]!, sorted.at(-1)!];
    return t.chance({
      ...about,
      low: low.value!,
      lowFigure: words(low.estimate),
      high: high.value!,
      highFigure: words(high.estimate),
    });
  }
  return t.standsOut({
    ...about,
    value: one.value!,
    figure: words(one.estimate),
    customers: f.count(one.customers),
    overall,
    more: one.z! > 0,
  });
}
