import { call } from '../../engine/sql.ts';
import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { told } from './answer.ts';
import type { ChangeOptions } from './change.ts';

/** The ways products change the whole. */
export const WAYS = ['volume', 'mix', 'price'] as const;

/** All products together; null for profit without costs, or where nothing was sold. `most` are those that changed most. */
export interface MixRow {
  units_before: number | null;
  units_after: number | null;
  value_before: number | null;
  value_after: number | null;
  volume: number | null;
  mix: number | null;
  price: number | null;
  most: { product: string | null; contribution: number }[] | null;
}

/** A row per product. */
export function productsChangeSql(options: ChangeOptions): string {
  return `FROM ${call('mix_change', { ...options })}`;
}

/** One `MixRow`, with the three products that changed most in the direction of the whole. */
export function mixSql(options: ChangeOptions): string {
  return `WITH changed AS MATERIALIZED (${productsChangeSql(options)}),
whole AS (
  SELECT
    sum(units_before) AS units_before, sum(units_after) AS units_after, sum(value_before) AS value_before,
    sum(value_after) AS value_after, sum(volume) AS volume, sum(mix) AS mix, sum(price) AS price,
    sign(sum(contribution)) AS direction
  FROM changed
)
SELECT whole.* EXCLUDE (direction), (
  SELECT list({'product': coalesce(c.product, c.product_id), 'contribution': c.contribution}
    ORDER BY c.contribution * direction DESC, c.product_id)[:3]
  FROM changed c
  WHERE c.contribution * direction > 0
) AS most
FROM whole`;
}

/** How products changed the whole, and which most, in words; null where that is not known. */
export function mixAnswer(row: MixRow, t: Messages['change'], f: Formats): string | null {
  const parts = WAYS.map((way) => ({ way, value: row[way] ?? 0 }))
    .filter(({ value }) => Math.abs(value) >= 0.005)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map(({ way, value }) =>
      t.mixMoved[way]({
        from: f.count(row.units_before),
        to: f.count(row.units_after),
        up: way === 'volume' ? (row.units_after ?? 0) > (row.units_before ?? 0) : value > 0,
        money: told(value, f),
      }),
    );
  if (!parts.length) return null;
  const list = (row.most ?? []).map(({ product, contribution }) =>
    t.product({ name: product ?? t.noProduct, money: told(contribution, f) }),
  );
  return t.whom({ parts }) + (list.length ? ` ${t.products({ list })}` : '');
}
