import type { Evidence, Later } from '../../mining/judge.ts';

type Column = Int32Array | Float64Array | Uint8Array | Int8Array;

/** What speaks for the rules, as columns to insert and as expressions over them, by the public name of the column. */
export interface EvidenceColumns {
  values: Record<string, Column>;
  sql: Record<string, string>;
}

/** NaN and −1 become NULL, 0 and 1 false and true; without a hold-out test its columns are NULL. */
export function evidenceColumns(evidence: Evidence): EvidenceColumns {
  const { p, pHolm, q, pSize, productive, redundant, believable, later } = evidence;
  return {
    values: { p, p_holm: pHolm, q, p_size: pSize, productive, redundant, believable, ...laterValues(later) },
    sql: {
      p: 'p',
      p_holm: 'p_holm',
      q: 'q',
      p_size: known('p_size'),
      productive: 'productive = 1',
      redundant: 'redundant = 1',
      believable: 'believable = 1',
      holdout_found: later ? 'holdout_found = 1' : 'NULL::BOOLEAN',
      holdout_baskets: later ? 'holdout_baskets' : 'NULL::INTEGER',
      holdout_lift: later ? known('holdout_lift') : 'NULL::DOUBLE',
      holdout_p: later ? 'holdout_p' : 'NULL::DOUBLE',
      holds: later ? 'CASE WHEN holds >= 0 THEN holds = 1 END' : 'NULL::BOOLEAN',
    },
  };
}

function laterValues(later: Later | null): Record<string, Column> {
  if (!later) return {};
  const { found, baskets, lift, p, holds } = later;
  return { holdout_found: found, holdout_baskets: baskets, holdout_lift: lift, holdout_p: p, holds };
}

function known(column: string): string {
  return `CASE WHEN NOT isnan(${column}) THEN ${column} END`;
}
