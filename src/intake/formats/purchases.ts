import type { Format } from './format.ts';

/**
 * Purchases without a header, known by their values: who bought when, and for how much. Studies of purchases keep those
 * that cost nothing, for they count how often customers come.
 */
export const purchases: Format = {
  id: 'purchases',
  platform: null,
  shape: 'line',
  signature: {},
  meanings: {},
  keepsFree: true,
};

/** What models of purchases are fitted on: a row per customer with how often and when last they bought, without orders. */
export const purchaseSummary: Format = {
  id: 'purchase-summary',
  platform: null,
  shape: 'customers',
  signature: { frequency: 3, recency: 3, T: 2 },
  meanings: { customer_id: ['ID', 'customer_id', 'CustomerID', 'cust', 'customer'] },
};
