import type { Format } from './format.ts';

/**
 * The order grid of Magento (Adobe Commerce): a row per order, no goods. The grand total is the only money every grid has,
 * postage and tax in it; in the shop's base currency, so that orders in several can be added up. A closed order was paid
 * and given back in full; a pending one (state `new`) is no sale yet, as in the shop's own reports.
 */
export const magento: Format = {
  id: 'magento',
  platform: 'magento',
  shape: 'order',
  signature: {
    'Purchase Point': 2,
    'Purchase Date': 1,
    'Bill-to Name': 2,
    'Ship-to Name': 2,
    'Grand Total (Base)': 3,
    'Grand Total (Purchased)': 2,
    Status: 1,
  },
  meanings: {
    order_id: ['ID', 'Order #', 'Increment ID', 'Order ID'],
    ordered_at: ['Purchase Date', 'Purchased On', 'Created At'],
    email: ['Customer Email', 'Real Email', 'Email'],
    customer_name: ['Customer Name', 'Bill-to Name', 'Bill to Name', 'Ship-to Name'],
    phone: ['Phone Number', 'Mobile Number', 'Telephone'],
    amount: ['Grand Total (Base)', 'Grand Total (Purchased)'],
    refund: ['Total Refunded'],
    status: ['Status'],
    address: ['Shipping Address', 'Billing Address'],
    region: ['Region'],
    source: ['Purchase Point', 'Purchased From (Store)'],
    note: ['Order Note', 'Order Comments'],
  },
  statuses: {
    sale: ['processing', 'complete', 'on hold', 'holded'],
    not_a_sale: [
      'pending',
      'pending payment',
      'pending_payment',
      'pending paypal',
      'payment review',
      'payment_review',
      'suspected fraud',
      'fraud',
    ],
    cancelled: ['canceled', 'cancelled'],
    refunded: ['closed', 'refunded'],
  },
};

/** The order grid of Magento 1: as of Magento 2, with other headers. */
export const magento1: Format = {
  ...magento,
  id: 'magento-1',
  signature: {
    'Order #': 2,
    'Purchased From (Store)': 3,
    'Purchased On': 2,
    'Bill to Name': 2,
    'Ship to Name': 2,
    'G.T. (Base)': 3,
    'G.T. (Purchased)': 2,
    Status: 1,
  },
  meanings: { ...magento.meanings, amount: ['G.T. (Base)', 'G.T. (Purchased)'] },
};
