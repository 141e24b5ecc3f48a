import type { Format } from './format.ts';

/**
 * eBay's orders report: a row per item. An order of several items has a row for the whole of it first, which has the buyer
 * and the dates; its item rows have the goods alone. `Sold For` is what one piece was sold for, without postage and tax.
 * A sale that was never checked out has no order number.
 */
export const ebay: Format = {
  id: 'ebay',
  platform: 'ebay',
  shape: 'carried',
  signature: {
    'Sales Record Number': 3,
    'Order Number': 1,
    'Buyer Username': 2,
    'Item Number': 1,
    'Item Title': 2,
    'Custom Label': 1,
    'Sold For': 3,
    'Total Price': 1,
    'Sale Date': 1,
    'Paid On Date': 1,
  },
  meanings: {
    order_id: ['Order Number', 'Order ID', 'Sales Record Number'],
    line_id: ['Transaction ID'],
    ordered_at: ['Sale Date', 'Order Date', 'Paid On Date'],
    paid_at: ['Paid On Date'],
    customer_id: ['Buyer Username', 'Buyer User ID', 'User Id'],
    customer_name: ['Buyer Name', 'Buyer Full name', 'Buyer Fullname', 'Ship To Name', 'Post To Name'],
    email: ['Buyer Email'],
    phone: ['Ship To Phone', 'Post To Phone', 'Buyer Phone Number'],
    address: ['Ship To Address 1', 'Post To Address 1', 'Buyer Address 1'],
    product_id: ['Custom Label', 'Custom Label (SKU)', 'Item Number'],
    product: ['Item Title'],
    quantity: ['Quantity'],
    unit_price: ['Sold For', 'Sale Price', 'Item Price'],
    region: ['Ship To Country', 'Post To Country', 'Buyer Country'],
    city: ['Ship To City', 'Post To City', 'Buyer City'],
    note: ['My Item Note', 'Notes to yourself'],
  },
  everyLineHas: 'product',
  junk: 'record\\(s\\) downloaded|^\\s*Seller ID\\s*:',
};
