import type { Component } from 'svelte';
import type { Messages } from '../messages/index.ts';

/** A page of the menu: its address, its place in the menu and its component, loaded when it is opened. */
export interface Analysis {
  id: keyof Messages['shell']['pages'];
  group: keyof Messages['shell']['groups'];
  load: () => Promise<{ default: Component }>;
}

/** All pages in the order of the menu. A new analysis is a folder and one line here. */
export const ANALYSES: readonly Analysis[] = [
  { id: 'overview', group: 'what', load: () => import('./overview/Overview.svelte') },
  { id: 'segments', group: 'who', load: () => import('./segments/Segments.svelte') },
  { id: 'lifecycle', group: 'who', load: () => import('./lifecycle/Lifecycle.svelte') },
  { id: 'moves', group: 'who', load: () => import('./moves/Moves.svelte') },
  { id: 'quality', group: 'who', load: () => import('./quality/Quality.svelte') },
  { id: 'types', group: 'who', load: () => import('./types/Types.svelte') },
  { id: 'attributes', group: 'who', load: () => import('./attributes/Attributes.svelte') },
  { id: 'validity', group: 'who', load: () => import('./validity/Validity.svelte') },
  { id: 'customers', group: 'who', load: () => import('./customers/Customers.svelte') },
  { id: 'retention', group: 'again', load: () => import('./retention/Retention.svelte') },
  { id: 'value', group: 'worth', load: () => import('./value/Value.svelte') },
  { id: 'concentration', group: 'worth', load: () => import('./concentration/Concentration.svelte') },
  { id: 'basket', group: 'together', load: () => import('./basket/Basket.svelte') },
  { id: 'bundles', group: 'together', load: () => import('./bundles/Bundles.svelte') },
  { id: 'care', group: 'care', load: () => import('./care/Care.svelte') },
  { id: 'data', group: 'tools', load: () => import('./data/Data.svelte') },
  { id: 'sql', group: 'tools', load: () => import('./sql/Sql.svelte') },
];
