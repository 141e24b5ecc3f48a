import type { Database } from '../../engine/database.ts';
import { call, literal } from '../../engine/sql.ts';
import type { Measures, Plan, Rhythm } from '../../models/stability/schemes.ts';
import type { Segmentation, SegmentationOptions } from '../segmentations.ts';

/** The segmentations that compare customers with each other, by how they do; the others are fixed for each customer. */
const RELATIVE: Partial<Record<Segmentation, Plan['model']>> = {
  '11': '11',
  '8': '8',
  tiers: 'tiers',
  quality: 'tiers',
  lifecycle: 'lifecycle',
};

/** The defaults of `lifecycle()`. */
const DECLINE_AFTER = 2;
const SHORTEST_GAP = 1;

/** How a segmentation is worked out anew for drawn customers; null when it does not depend on who else is there. */
export async function readPlan(
  db: Database,
  { by, as_of }: SegmentationOptions,
  segments: readonly string[],
  signal?: AbortSignal,
): Promise<Plan | null> {
  const model = RELATIVE[by];
  if (!model) return null;
  if (model === 'lifecycle')
    return { model, segments, rhythm: await readRhythm(db, segments, as_of, signal) };
  const measures = await readMeasures(db, as_of, signal);
  if (model !== '11') return { model, segments, measures };
  const map = await db.query<{ code: string; segment: string }>('FROM segment_codes()', signal);
  const codes = Object.fromEntries(map.map(({ code, segment }) => [code, segment]));
  return { model, segments, measures, codes };
}

async function readMeasures(
  db: Database,
  as_of: Date | undefined,
  signal: AbortSignal | undefined,
): Promise<Measures> {
  const columns = await db.numbers(
    `SELECT recency_days AS recency, frequency AS orders, monetary AS money, round(revenue, 6) AS revenue
FROM ${call('rfm', { as_of })}
ORDER BY customer_id`,
    signal,
  );
  return columns as unknown as Measures;
}

async function readRhythm(
  db: Database,
  segments: readonly string[],
  as_of: Date | undefined,
  signal: AbortSignal | undefined,
): Promise<Rhythm> {
  const { stage, silence, own } = await db.numbers(
    `SELECT
  list_position(${literal(segments)}, stage)::INTEGER - 1 AS stage, silence_days AS silence, own_gap::INTEGER AS own
FROM ${call('lifecycle', { as_of })}
ORDER BY customer_id`,
    signal,
  );
  const { gap, holder } = await db.numbers(
    `SELECT g.gap / 86400000000 AS gap, g.holder
FROM (
  SELECT
    (dense_rank() OVER (ORDER BY customer_id) - 1)::INTEGER AS holder,
    epoch_us(ordered_at) - lag(epoch_us(ordered_at)) OVER (PARTITION BY customer_id ORDER BY ordered_at) AS gap
  FROM orders
  WHERE customer_id IS NOT NULL AND ordered_at IS NOT NULL${as_of ? ` AND ordered_at <= ${literal(as_of)}` : ''}
) g
WHERE g.gap IS NOT NULL
ORDER BY gap`,
    signal,
  );
  return {
    stage: stage as Int32Array,
    silence: silence as Float64Array,
    own: own as Int32Array,
    gap: gap as Float64Array,
    holder: holder as Int32Array,
    declineAfter: DECLINE_AFTER,
    shortest: SHORTEST_GAP,
  };
}
