import { ANALYSES, type Analysis } from './analyses/index.ts';

/** All pages in the order of the menu: the analyses, then the classroom. */
export const PAGES: readonly Analysis[] = [
  ...ANALYSES,
  { id: 'lessons', group: 'classroom', load: () => import('./lessons/Lessons.svelte') },
];
