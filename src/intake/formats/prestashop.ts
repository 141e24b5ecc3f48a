import type { Format } from './format.ts';

/**
 * The order list of PrestaShop, `;` between its cells: a row per order, no goods. Total is what the order cost with tax
 * and postage, the only money there is. Orders out of one basket share a Reference, so the ID tells them apart. Customers
 * are display names (`J. Doe`) only. Headers and statuses in English, French and Spanish.
 */
export const prestashop: Format = {
  id: 'prestashop',
  platform: 'prestashop',
  shape: 'order',
  signature: {
    ID: 1,
    Reference: 5,
    Customer: 1,
    Total: 1,
    Payment: 2,
    Status: 1,
    Date: 1,
    'Purchase Point': -3,
    'Order ID': -2,
  },
  meanings: {
    order_id: ['ID', 'Order ID', 'Reference', 'Référence', 'Referencia'],
    ordered_at: ['Date', 'Date added', 'Fecha'],
    customer_name: ['Customer', 'Client', 'Cliente'],
    amount: ['Total', 'Total paid'],
    status: ['Status', 'État', 'Estado'],
    region: ['Delivery', 'Livraison', 'Entrega', 'Country', 'Pays'],
    source: ['Shop', 'Boutique', 'Tienda'],
  },
  statuses: {
    sale: [
      'payment accepted',
      'remote payment accepted',
      'processing in progress',
      'shipped',
      'delivered',
      'on backorder (paid)',
      'partial refund',
      'paiement accepté',
      'paiement à distance accepté',
      'en cours de préparation',
      'expédié',
      'livré',
      'en attente de réapprovisionnement (payé)',
      'pago aceptado',
      'preparación en curso',
      'enviado',
      'entregado',
    ],
    not_a_sale: [
      'awaiting*',
      'waiting for*',
      'payment error',
      'on backorder (not paid)',
      'authorized. to be captured by merchant',
      'en attente*',
      'erreur de paiement',
      'en espera*',
      'error en el pago',
      'error de pago',
    ],
    cancelled: ['canceled', 'cancelled', 'annulé', 'cancelado'],
    refunded: ['refunded', 'refund', 'remboursé', 'reembolsado'],
  },
};

/** The same list as a French or Spanish back office names its columns. */
export const prestashopFrench: Format = {
  ...prestashop,
  id: 'prestashop-fr',
  signature: { Référence: 5, Client: 2, Total: 1, Paiement: 2, État: 2, Date: 1 },
};
export const prestashopSpanish: Format = {
  ...prestashop,
  id: 'prestashop-es',
  signature: { Referencia: 5, Cliente: 2, Total: 1, Pago: 2, Estado: 2, Fecha: 1 },
};
