/** What a gain is worked out from, in words. */
interface Product {
  base: string;
  percent: string;
  each: string;
  days: string;
}

export default {
  title: (p: { percent: string }) => `What ${p.percent} more would bring`,
  percent: 'More of each',
  answer: (p: { percent: string; lever: string; gain: string; range: string; days: string }) =>
    `In ${p.days} days ${p.percent} is worth most here: ${p.lever}, about ${p.gain}${p.range} of revenue.`,
  answerProfit: (p: { percent: string; lever: string; gain: string; range: string; days: string }) =>
    `In ${p.days} days ${p.percent} is worth most here: ${p.lever}, about ${p.gain}${p.range} of profit.`,
  lead: 'Supposing that the additional ones are like the present ones and nothing else changes. Whoever must first be persuaded usually brings less, and each lever costs its own effort; the gains cannot be added up.',
  range: (p: { low: string; high: string }) => ` (${p.low} to ${p.high})`,
  short: (p: { days: string }) => `The data do not cover ${p.days} days.`,
  levers: {
    new_buyers: 'New buyers',
    won_back_buyers: 'Buyers won back',
    guest_orders: 'Guest orders',
    returning_buyers: 'Buyers who return',
    orders_per_buyer: 'Orders per buyer',
    revenue_per_order: 'Higher prices',
    units_per_order: 'Units per order',
    discount: 'Less discount',
    refund: 'Fewer refunds',
  },
  products: {
    new_buyers: (p: Product) => `${p.base} new buyers × ${p.percent} × ${p.each}`,
    won_back_buyers: (p: Product) =>
      `${p.base} customers away for more than ${p.days} days × ${p.percent} × ${p.each}, what those who came back from there brought`,
    guest_orders: (p: Product) => `${p.base} orders without a customer × ${p.percent} × ${p.each}`,
    returning_buyers: (p: Product) =>
      `${p.base} buyers of the ${p.days} days before × ${p.percent} × ${p.each}, what those of them who came again brought`,
    orders_per_buyer: (p: Product) => `${p.base} orders of customers × ${p.percent} × ${p.each}`,
    revenue_per_order: (p: Product) =>
      `${p.base} orders × ${p.percent} × ${p.each}, the same goods dearer, if nobody is put off`,
    units_per_order: (p: Product) => `${p.base} units × ${p.percent} × ${p.each}, at the same prices`,
    discount: (p: Product) => `${p.base} of discounts × ${p.percent}`,
    refund: (p: Product) => `${p.base} of refunds × ${p.percent}`,
  },
  result: (p: { product: string; gain: string; range: string }) => `${p.product} = ${p.gain}${p.range}`,
  profit: (p: { profit: string }) => `; profit ${p.profit}`,
  few: (p: { n: string }) => `; only ${p.n} observed`,
  chart: (p: { lever: string; gain: string }) =>
    `What each lever would bring, the largest first: ${p.lever} with ${p.gain}. The dark stroke is the range; pale bars rest on few.`,
  caption: 'What more of each lever would bring',
  columns: {
    lever: 'Lever',
    base: 'Of',
    percent: '%',
    value_each: 'Each brings',
    gain: 'Revenue',
    gain_low: 'From',
    gain_high: 'To',
    profit: 'Profit',
    observed: 'Observed',
  },
  formula:
    'What more of a lever would bring = how much there is of it × per cent × what one of it brought in the period, from the shop’s own orders. New buyers: first order in the period. Buyers who return: so many in a hundred buyers of the period before come again beside those who did, at most all. Buyers won back: so many in a hundred of those who bought before both periods and in neither. Profit counts the margin of what is sold more; higher prices, less discount and fewer refunds go to profit whole. The range (95%, normal) is that of the mean of the present buyers or orders; a price, discount or refund is plain arithmetic and has none. Which levers, and these assumptions, are ours.',
};
