import { permutationP } from './separation.ts';
import { type Recovery, resample, type ResampleOptions } from './stability/resample.ts';
import { customersOf, type Plan, scheme } from './stability/schemes.ts';
import { type Learned, learn, type Learning } from './tree/learn.ts';

/** Segments to be described by a tree, and a measure of the same customers to see whether chance separates it as well. */
export interface Described {
  learning: Learning;
  measure: Float64Array;
  deals: number;
}

export interface Description {
  learned: Learned;
  p: number;
}

export interface Resampled {
  plan: Plan;
  options: ResampleOptions;
}

/** What the worker is asked. */
export type Work = ({ kind: 'describe' } & Described) | ({ kind: 'resample' } & Resampled);

/** Does the work. */
export function work(
  asked: Work,
  onProgress?: (done: number, total: number) => void,
): Description | Recovery[] {
  if (asked.kind === 'describe') {
    const { learning, measure, deals } = asked;
    const { labels, classes, seed } = learning;
    return { learned: learn(learning), p: permutationP(measure, labels, classes, { deals, seed }) };
  }
  const { plan, options } = asked;
  return resample(scheme(plan), customersOf(plan), plan.segments.length, options, onProgress);
}
