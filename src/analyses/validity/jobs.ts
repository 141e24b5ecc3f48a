import type { Database } from '../../engine/database.ts';
import type { Recovery } from '../../models/stability/resample.ts';
import { describeInWorker, resampleInWorker } from '../../models/task.ts';
import type { Learned } from '../../models/tree/learn.ts';
import type { TaskOptions } from '../../workers/task.ts';
import type { Segmentation, SegmentationOptions } from '../segmentations.ts';
import { readCustomers } from './customers.ts';
import { readPlan } from './plans.ts';
import { type Measure, type SizeRow, sizesSql } from './validity.ts';

/** How the workers go about it; all of it is said on the page. */
const DEPTH = 4;
const LEAST_LEAF = 5;
const LEAF_SHARE = 0.005;
const DEALS = 199;
export const DRAWS = 100;
/** More segments than that nobody describes in words. */
const MOST_SEGMENTS = 50;

/** What is asked of both workers. */
export interface Question {
  options: SegmentationOptions;
  measure: Measure;
  seed: number;
  /** The segments in their order; null to take those there are, the largest first. */
  segments: readonly string[] | null;
}

/** What the rules found; `learned` and `p` are null when there are too many segments. */
export interface Described {
  by: Segmentation;
  segments: readonly string[];
  learned: Learned | null;
  p: number | null;
  /** The values of each attribute, by their codes in the rules. */
  values: Record<string, string[]>;
}

/** What became of each segment in the draws; null when the segmentation does not depend on who else is a customer. */
export interface Recovered {
  by: Segmentation;
  segments: readonly string[];
  recoveries: readonly Recovery[] | null;
}

type Task = TaskOptions & { signal: AbortSignal };

/** Learns rules for the segments, and whether chance separates the measure as well. */
export async function describe(db: Database, question: Question, task: Task): Promise<Described> {
  const { options, measure, seed } = question;
  const segments = question.segments ?? (await present(db, options, task.signal));
  const { by } = options;
  if (segments.length > MOST_SEGMENTS) return { by, segments, learned: null, p: null, values: {} };
  const customers = await readCustomers(db, { options, segments, measure }, task.signal);
  const { labels, features, values } = customers;
  const placed = labels.reduce((count, label) => count + Number(label >= 0), 0);
  const minLeaf = Math.max(LEAST_LEAF, Math.ceil((LEAF_SHARE * placed) / 2));
  const learning = { features, labels, classes: segments.length, seed, depth: DEPTH, minLeaf };
  const found = await describeInWorker({ learning, measure: customers.measure, deals: DEALS }, task);
  return { by, segments, values, ...found };
}

/** Draws shops and looks for the segments in them. */
export async function recover(db: Database, question: Question, task: Task): Promise<Recovered> {
  const { options, segments, seed } = question;
  const { by } = options;
  const plan = segments && (await readPlan(db, options, segments, task.signal));
  if (!plan) return { by, segments: [], recoveries: null };
  const recoveries = await resampleInWorker({ plan, options: { draws: DRAWS, seed } }, task);
  return { by, segments: plan.segments, recoveries };
}

async function present(db: Database, options: SegmentationOptions, signal: AbortSignal): Promise<string[]> {
  const rows = await db.query<SizeRow>(sizesSql(options), signal);
  return rows.flatMap(({ segment }) => segment ?? []);
}
