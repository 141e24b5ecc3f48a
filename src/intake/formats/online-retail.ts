import type { Format } from './format.ts';

/** UCI Online Retail: a UK gift wholesaler; invoices beginning with C cancel earlier ones. */
export const onlineRetail: Format = {
  id: 'online-retail',
  platform: null,
  shape: 'line',
  signature: {
    InvoiceNo: 2,
    StockCode: 3,
    Description: 1,
    Quantity: 1,
    InvoiceDate: 2,
    UnitPrice: 1,
    CustomerID: 1,
  },
  meanings: {
    order_id: ['InvoiceNo', 'Invoice'],
    product_id: ['StockCode'],
    product: ['Description'],
    quantity: ['Quantity'],
    ordered_at: ['InvoiceDate'],
    unit_price: ['UnitPrice', 'Price'],
    customer_id: ['CustomerID', 'Customer ID'],
    region: ['Country'],
  },
  currency: 'GBP',
  cancelledPrefix: 'C',
  needsPrice: true,
  notProducts: {
    ids: ['POST', 'DOT', 'M', 'BANK CHARGES', 'C2', 'D', 'S', 'AMAZONFEE', 'CRUK', 'B', 'PADS'],
    prefixes: ['GIFT_'],
  },
};
