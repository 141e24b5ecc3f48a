export default {
  title: 'How is the shop doing?',
  answer: (p: { revenue: string; from: string; to: string; orders: string; buyers: string; rate: string }) =>
    `From ${p.from} to ${p.to} the shop took ${p.revenue} in ${p.orders} orders; ${p.rate} of its ${p.buyers} buyers came back.`,
  answerNoBuyers: (p: { revenue: string; from: string; to: string; orders: string }) =>
    `From ${p.from} to ${p.to} the shop took ${p.revenue} in ${p.orders} orders. The file does not say who bought.`,
  noBuyers:
    'A column with the buyer (account, customer number, phone or e-mail) would also show how many customers there are, what each brings and how many come back.',
  noMoney:
    'This file has no prices or no dates, so there is no revenue to show. What sells together can still be seen.',
  figures: {
    revenue: 'Revenue',
    orders: 'Orders',
    buyers: 'Buyers',
    perBuyer: 'Per buyer',
    perOrder: 'Per order',
    perUnit: 'Per unit',
    unitsPerOrder: 'Units per order',
    repurchase: 'Came back',
    gap: 'Days between orders',
  },
  notes: {
    revenue: (p: { amount: string; refund: string }) => `${p.amount} sold, ${p.refund} refunded`,
    orders: (p: { guests: string }) => `${p.guests} without a customer`,
    perBuyer: (p: { revenue: string; buyers: string }) => `${p.revenue} ÷ ${p.buyers} buyers`,
    perOrder: (p: { revenue: string; orders: string }) => `${p.revenue} ÷ ${p.orders} orders`,
    perUnit: (p: { revenue: string; units: string }) => `${p.revenue} ÷ ${p.units} units`,
    unitsPerOrder: (p: { units: string; orders: string }) => `${p.units} units ÷ ${p.orders} orders`,
    repurchase: (p: { repeat: string; buyers: string }) => `${p.repeat} of ${p.buyers} bought at least twice`,
    gap: (p: { gaps: string }) => `median of ${p.gaps} gaps`,
  },
  months: 'Month by month',
  kinds: { new: 'New buyers', returning: 'Returning buyers', guest: 'Without a customer' },
  chart: (p: { best: string; revenue: string }) =>
    `Revenue by month, split by who bought. The best month was ${p.best} with ${p.revenue}.`,
  chartNoBuyers: (p: { best: string; revenue: string }) =>
    `Revenue by month. The best month was ${p.best} with ${p.revenue}.`,
  piece: (p: { month: string; kind: string; revenue: string }) => `${p.month}\n${p.kind}: ${p.revenue}`,
  partial: 'not a whole month',
  columns: {
    month: 'Month',
    revenue: 'Revenue',
    orders: 'Orders',
    buyers: 'Buyers',
    new_buyers: 'New',
    returning_buyers: 'Returning',
    new_revenue: 'From new',
    returning_revenue: 'From returning',
    guest_revenue: 'Without a customer',
  },
  levers: 'More, longer, deeper',
  leversLead: (p: { days: string; from: string; to: string }) =>
    `The last ${p.days} days of the data (${p.from} – ${p.to}) against the ${p.days} days before.`,
  leversShort: (p: { days: string }) =>
    `The data do not cover ${p.days} days twice, so there is nothing to compare yet.`,
  directions: { more: 'More customers', longer: 'Longer with us', deeper: 'Deeper baskets' },
  lever: {
    new_buyers: 'New buyers',
    returning_buyers: 'Returning buyers',
    repurchase_rate: 'Bought twice in the period',
    orders_per_buyer: 'Orders per buyer',
    revenue_per_order: 'Revenue per order',
    units_per_order: 'Units per order',
  },
  before: (p: { value: string }) => `before: ${p.value}`,
  formula:
    'Revenue = line amounts after discounts − refunds.\nPer buyer = revenue of orders with a customer ÷ customers. Per order = revenue ÷ orders.\nCame back = customers with at least two orders ÷ customers.\nDays between orders = median of the time between one order of a customer and the next.\nA buyer is new in the month of the first order in the data.',
};
