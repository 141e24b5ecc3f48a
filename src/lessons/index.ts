import type { Component } from 'svelte';
import type { Messages } from '../messages/index.ts';

/** A lesson: its place under `#/lessons/` and its component, loaded when it is opened. */
export interface Lesson {
  id: keyof Messages['lessons']['list'];
  load: () => Promise<{ default: Component }>;
}

/** All lessons in the order of the list. */
export const LESSONS: readonly Lesson[] = [
  { id: 'diaper-beer', load: () => import('./diaper-beer/DiaperBeer.svelte') },
];
