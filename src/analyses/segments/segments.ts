import { call } from '../../engine/sql.ts';

export const MODELS = ['11', '8', 'tiers'] as const;
export const SCORINGS = ['ties_together', 'ntile', 'quantile_edges', 'edges'] as const;
export const MONETARY = ['total', 'per_order'] as const;
export const THRESHOLDS = ['mean', 'median'] as const;

/** How customers are scored. With `scoring` 'edges' all three lists of cut points, ascending, are needed. */
export interface RfmOptions {
  /** The moment recency is counted to, and after which orders do not count; one day after the last order by default. */
  as_of?: Date | undefined;
  /** The number of scores, 5 by default. */
  bins?: number | undefined;
  /** 'total' by default. */
  monetary?: (typeof MONETARY)[number] | undefined;
  /** 'ties_together' by default: score = ceil(bins · average rank / customers). */
  scoring?: (typeof SCORINGS)[number] | undefined;
  /** Days: the longest recency of each better class. */
  r_edges?: readonly number[] | undefined;
  /** Orders: the smallest frequency of each better class. */
  f_edges?: readonly number[] | undefined;
  /** Money: the smallest value of each better class. */
  m_edges?: readonly number[] | undefined;
}

/** How customers are put into segments. The eleven segments stand on five scores each, so there is no `bins`. */
export interface SegmentOptions extends Omit<RfmOptions, 'bins'> {
  /** '11' by default. */
  model?: (typeof MODELS)[number] | undefined;
  /** For the eight classes: 'mean' by default. A number below takes the place of one threshold. */
  threshold?: (typeof THRESHOLDS)[number] | undefined;
  r_threshold?: number | undefined;
  f_threshold?: number | undefined;
  m_threshold?: number | undefined;
}

export const RFM_DEFAULTS = {
  bins: 5,
  monetary: 'total',
  scoring: 'ties_together',
} as const satisfies RfmOptions;
export const SEGMENT_DEFAULTS = {
  model: '11',
  monetary: 'total',
  scoring: 'ties_together',
  threshold: 'mean',
} as const satisfies SegmentOptions;

type Segment11 =
  | 'champions'
  | 'loyal'
  | 'potential_loyalist'
  | 'new_customers'
  | 'promising'
  | 'need_attention'
  | 'about_to_sleep'
  | 'at_risk'
  | 'cannot_lose_them'
  | 'hibernating'
  | 'lost';
/** Recency, frequency and monetary; 1 is better than the threshold. */
type Segment8 = '111' | '011' | '101' | '001' | '110' | '010' | '100' | '000';
type SegmentTier = 'top_1' | 'next_4' | 'next_15' | 'rest';
export type Segment = Segment11 | Segment8 | SegmentTier;

/** A customer with an order up to the as-of moment. Scores go from 1 to `bins`, best. */
export interface RfmRow {
  customer_id: string;
  customer_name: string | null;
  last_order: Date;
  /** Whole days from the last order to the as-of moment. */
  recency_days: number;
  frequency: number;
  /** Revenue in total or per order, as asked. */
  monetary: number;
  revenue: number;
  r: number;
  f: number;
  m: number;
  /** The three scores in a row, such as 543; joined by hyphens when one has two digits. */
  code: string;
}

/** `segment` is null only when the user's cut points give scores outside 1 to 5. */
export interface SegmentRow extends RfmRow {
  segment: Segment | null;
}

export interface SegmentSummaryRow {
  /** 1 for the best; null, as `segment`, for customers the model does not place. */
  position: number | null;
  /** A `Segment`, or what the shop's own segments are called. */
  segment: string | null;
  customers: number;
  customer_share: number | null;
  orders: number;
  revenue: number;
  revenue_share: number | null;
  mean_recency: number | null;
  mean_frequency: number | null;
  mean_monetary: number | null;
}

export interface RfmGridRow {
  r: number;
  f: number;
  customers: number;
  revenue: number;
  mean_monetary: number | null;
}

export interface RfmCubeRow extends RfmGridRow {
  m: number;
}

export interface RfmThresholdsRow {
  customers: number;
  mean_recency: number | null;
  median_recency: number | null;
  mean_frequency: number | null;
  median_frequency: number | null;
  mean_monetary: number | null;
  median_monetary: number | null;
}

/** One `RfmRow` per customer, by id. */
export function rfmSql(options: RfmOptions = {}): string {
  return `FROM ${call('rfm', { ...options })}`;
}

/** One `SegmentRow` per customer, by id. */
export function segmentsSql(options: SegmentOptions = {}): string {
  return `FROM ${call('segments', { ...options })}`;
}

/** One `SegmentSummaryRow` per segment of the model, best first, empty ones included. */
export function segmentSummarySql(options: SegmentOptions = {}): string {
  return `FROM ${call('segment_summary', { ...options })}`;
}

/** One `RfmGridRow` per pair of recency and frequency scores, empty ones included. */
export function rfmGridSql(options: RfmOptions = {}): string {
  return `FROM ${call('rfm_grid', { ...options })}`;
}

/** One `RfmCubeRow` per code of recency, frequency and monetary scores, empty ones included. */
export function rfmCubeSql(options: RfmOptions = {}): string {
  return `FROM ${call('rfm_cube', { ...options })}`;
}

/** One `RfmThresholdsRow`. */
export function rfmThresholdsSql(options: Pick<RfmOptions, 'as_of' | 'monetary'> = {}): string {
  return `FROM ${call('rfm_thresholds', { ...options })}`;
}
