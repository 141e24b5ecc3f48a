const people = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

/** A factor that changed: how much it rose or fell, from what to what, and the money that made. */
interface Moved {
  change: string;
  from: string;
  to: string;
  up: boolean;
  money: string;
}
/** One of the three ways products can change the whole; units before and after for the first. */
interface Mixed {
  from: string;
  to: string;
  up: boolean;
  money: string;
}
const what = { revenue: 'Revenue', profit: 'Profit' };

export default {
  title: 'What changed, and why',
  days: 'Days compared',
  compare: 'Compared with',
  compares: { before: 'the days before', year: 'a year earlier' },
  measure: 'Counted in',
  measures: { revenue: 'revenue', profit: 'profit' },
  periods: (p: { days: string; from: string; to: string; before: string; until: string }) =>
    `The last ${p.days} days (${p.from} – ${p.to}) against ${p.before} – ${p.until}.`,
  short: (p: { days: string; from: string }) =>
    `The data do not go back to ${p.from}, so there is nothing to hold the last ${p.days} days against. Choose fewer days.`,
  noCosts: 'The data have no costs in these periods, so profit is not known.',
  nothing: 'Nobody bought in either period.',
  fell: (p: { of: keyof typeof what; by: string; rate: string; before: string; after: string }) =>
    `${what[p.of]} fell by ${p.by}${p.rate && ` (${p.rate})`}, from ${p.before} to ${p.after}`,
  rose: (p: { of: keyof typeof what; by: string; rate: string; before: string; after: string }) =>
    `${what[p.of]} rose by ${p.by}${p.rate && ` (${p.rate})`}, from ${p.before} to ${p.after}`,
  same: (p: { of: keyof typeof what; after: string }) => `${what[p.of]} stayed at ${p.after}`,
  because: (p: { parts: string[] }) => (p.parts.length ? `: ${p.parts.join('; ')}.` : '.'),
  moved: {
    buyers: (p: Moved) =>
      `${p.change} ${p.up ? 'more' : 'fewer'} ${p.change === '1' ? 'buyer' : 'buyers'} (${p.money})`,
    orders_per_buyer: (p: Moved) =>
      `${p.up ? 'more' : 'fewer'} orders per buyer, ${p.from} → ${p.to} (${p.money})`,
    revenue_per_order: (p: Moved) =>
      `${p.up ? 'a higher' : 'a lower'} value per order, ${p.from} → ${p.to} (${p.money})`,
    cost_per_order: (p: Moved) =>
      `${p.up ? 'a higher' : 'a lower'} cost per order, ${p.from} → ${p.to} (${p.money})`,
    guest_orders: (p: Moved) =>
      `${p.change} ${p.up ? 'more' : 'fewer'} ${p.change === '1' ? 'order' : 'orders'} without a customer (${p.money})`,
    guest_revenue_per_order: (p: Moved) =>
      `orders without a customer worth ${p.up ? 'more' : 'less'} each, ${p.from} → ${p.to} (${p.money})`,
    guest_cost_per_order: (p: Moved) =>
      `orders without a customer costing ${p.up ? 'more' : 'less'} each, ${p.from} → ${p.to} (${p.money})`,
  },
  costed: (p: { before: string; after: string }) =>
    `Costs are known for ${p.before} of the orders before and ${p.after} after; an order without one counts as costing nothing.`,
  factorsTitle: 'Because of what',
  kindsTitle: 'Because of whom',
  factors: {
    buyers: 'Buyers',
    orders_per_buyer: 'Orders per buyer',
    revenue_per_order: 'Value per order',
    cost_per_order: 'Cost per order',
    guest_orders: 'Guest orders',
    guest_revenue_per_order: 'Value per guest order',
    guest_cost_per_order: 'Cost per guest order',
  },
  kinds: {
    new: 'New',
    won_back: 'Won back',
    more: 'Brought more',
    same: 'Brought the same',
    less: 'Brought less',
    lost: 'Stayed away',
    guests: 'Guests',
  },
  before: 'Before',
  after: 'After',
  chart: (p: { before: string; after: string }) =>
    `From ${p.before} to ${p.after}: what each part added, and in the accent colour what it took away. The scale does not begin at 0.`,
  step: (p: { name: string; value: string; note: string }) => `${p.name}: ${p.value}\n${p.note}`,
  fromTo: (p: { from: string; to: string }) => `${p.from} → ${p.to}`,
  kindNote: (p: { customers: string; from: string; to: string }) =>
    `${people(p.customers)}, ${p.from} → ${p.to}`,
  lost: (p: { customers: string; money: string }) =>
    `${people(p.customers)} stayed away, who had brought ${p.money}`,
  fresh: (p: { customers: string; money: string }) => `${p.customers} new brought ${p.money}`,
  wonBack: (p: { customers: string; money: string }) =>
    `${p.customers} came back after a pause and brought ${p.money}`,
  both: (p: { customers: string; money: string; up: boolean }) =>
    `the ${p.customers} who bought in both periods brought ${p.money} ${p.up ? 'more' : 'less'}`,
  guestsMoved: (p: { money: string; up: boolean }) => `guests brought ${p.money} ${p.up ? 'more' : 'less'}`,
  whom: (p: { parts: string[] }) => {
    const all = p.parts.join('; ');
    return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
  },
  history: (p: { days: string }) =>
    `The data begin ${p.days} days before the period compared. Whoever had bought only before that counts as new, not as won back.`,
  noHistory:
    'The data begin with the period compared, so a new customer cannot be told from one won back: all count as new.',
  mixTitle: 'Because of what was sold',
  productsTable: 'Product by product',
  mix: { volume: 'Units sold', mix: 'Mix of products', price: 'Money per unit' },
  mixMoved: {
    volume: (p: Mixed) => `${p.up ? 'more' : 'fewer'} units, ${p.from} → ${p.to} (${p.money})`,
    mix: (p: Mixed) => `a shift to ${p.up ? 'dearer' : 'cheaper'} products (${p.money})`,
    price: (p: Mixed) => `${p.up ? 'more' : 'less'} money for a unit of the same product (${p.money})`,
  },
  mixNote: {
    volume: 'had every product kept its share and its price',
    mix: 'products that bring more or less per unit took a larger share',
    price: 'prices, discounts and refunds of each product',
  },
  products: (p: { list: string[] }) => `Strongest: ${p.list.join('; ')}.`,
  product: (p: { name: string; money: string }) => `${p.name} (${p.money})`,
  noProduct: 'without a name',
  columns: {
    factor: 'What',
    kind: 'Who',
    customers: 'Customers',
    orders_before: 'Orders before',
    orders_after: 'Orders after',
    value_before: 'Before',
    value_after: 'After',
    contribution: 'Part of the change',
    product: 'Product',
    product_id: 'Number',
    units_before: 'Units before',
    units_after: 'Units after',
    volume: 'By units',
    mix: 'By mix',
    price: 'By price',
    customer_id: 'Customer',
    customer_name: 'Name',
    first_order: 'First order',
    last_order: 'Last order',
  },
  list: 'Who they are',
  listTitle: (p: { kind: string }) => `Customers: ${p.kind}`,
  formula:
    'What changed: revenue (or profit) of customers = buyers × orders per buyer × value per order (for profit: less cost per order); of orders without a customer = orders × value. What the change of one factor made is its mean over all orders in which the factors can change one after the other (Shapley), so that the parts add up to the whole; where a period has no order, the whole change is due to buyers. That choice is ours. New: first order after the period compared. Won back: customers from before it who did not buy in it. Stayed away: bought in it, not in the later period. Products: revenue of each = all units × its share of them × its revenue per unit, divided in the same way into units, mix and price; a product sold in one period only counts as mix.\nDates: the later period ends with the last day that has an order, or the day before the date set.',
};
