import type { Messages } from '../../messages/index.ts';
import type { Condition } from '../../models/tree/rules.ts';
import type { Formats } from '../../state/formats.ts';

/** How the numbers of a rule are written: whole ones, money, and shares of 1; others with one decimal. */
const WHOLE = ['recency_days', 'tenure_days', 'orders', 'age'];
const MONEY = ['revenue', 'revenue_per_order'];
const SHARES = ['discount_share', 'return_rate', 'margin'];

/** A rule in plain words; null for one that asks nothing. `values` are the values of attributes, `nameOf` says an attribute. */
export function ruleWords(
  conditions: readonly Condition[],
  values: Record<string, readonly string[]>,
  t: Messages['validity'],
  f: Formats,
  nameOf: (attribute: string) => string,
): string | null {
  if (!conditions.length) return null;
  return t.joinRule(
    conditions.map((condition) => {
      if (condition.kind === 'number') return numberWords(condition, t, f);
      const attribute = nameOf(condition.name);
      const value = (code: number) => values[condition.name]?.[code] ?? '';
      return condition.is === null
        ? t.isNot({ attribute, values: t.list(condition.not.map(value)) })
        : t.isValue({ attribute, value: value(condition.is) });
    }),
  );
}

function numberWords(
  { name, above, atMost, orUnknown }: Extract<Condition, { kind: 'number' }>,
  t: Messages['validity'],
  f: Formats,
): string {
  const write = (value: number) =>
    WHOLE.includes(name)
      ? f.count(value)
      : MONEY.includes(name)
        ? f.roundMoney(value)
        : SHARES.includes(name)
          ? f.percent(value)
          : f.number(value, 1);
  const whole = WHOLE.includes(name);
  const condition = t.features[name]!(range());
  return orUnknown ? t.orUnknown({ condition }) : condition;

  function range(): string {
    const { ranges } = t;
    if (above === null) return ranges.atMost({ to: write(atMost!) });
    if (atMost === null)
      return whole ? ranges.atLeast({ from: write(above + 1) }) : ranges.above({ from: write(above) });
    if (!whole) return ranges.between({ from: write(above), to: write(atMost) });
    if (above + 1 === atMost) return ranges.exactly({ value: write(atMost) });
    return ranges.whole({ from: write(above + 1), to: write(atMost) });
  }
}
