import type { Format } from './format.ts';

/** One basket a line without a header, items separated by commas or spaces; known by its ragged lines, not by headers. */
export const baskets: Format = {
  id: 'baskets',
  platform: null,
  shape: 'baskets',
  signature: {},
  meanings: {},
};

/** Two columns without a header: basket and item. */
export const basketPairs: Format = {
  id: 'basket-pairs',
  platform: null,
  shape: 'line',
  signature: {},
  meanings: {},
};
