type Money = 'profit' | 'revenue';
const each = (money: Money) => (money === 'profit' ? 'profit' : 'revenue');

export default {
  title: 'What changed, and what to look at',
  lead: {
    before: (p: { days: string; from: string; to: string }) =>
      ` The last ${p.days} days (${p.from} – ${p.to}) against the ${p.days} days before.`,
    year: (p: { days: string; from: string; to: string; fromBefore: string; toBefore: string }) =>
      ` The last ${p.days} days (${p.from} – ${p.to}) against the same days a year earlier (${p.fromBefore} – ${p.toBefore}).`,
  },
  seasons: ' The season may be part of what changed: the data do not go back a year for these days.',
  uncovered: (p: { days: string }) =>
    ` The data do not cover ${p.days} days twice, so only what needs no such comparison is asked.`,
  found: (p: { bad: string; good: string }) =>
    p.bad === '0'
      ? `Nothing bad stands out; ${p.good === '1' ? 'one thing has' : `${p.good} things have`} changed for the better.`
      : `${p.bad === '1' ? 'One thing stands out.' : `${p.bad} things stand out, the one with most money at stake first.`}`,
  none: 'Nothing stands out: no difference is larger than chance makes it.',
  goodNews: 'For the better',
  said: {
    marginTale: (p: {
      revenue: string;
      revenueRate: string;
      profit: string;
      profitRate: string;
      now: string;
      before: string;
    }) =>
      `Revenue rose by ${p.revenue} (${p.revenueRate}), yet profit fell by ${p.profit} (${p.profitRate}): of every 100 sold ${p.now} was left, ${p.before} before.`,
    marginSlower: (p: { revenueRate: string; profitRate: string; now: string; before: string }) =>
      `Profit keeps behind revenue (${p.profitRate} against ${p.revenueRate}): of every 100 sold ${p.now} was left, ${p.before} before.`,
    marginThinner: (p: { profit: string; profitRate: string; now: string; before: string }) =>
      `Less is left of what is sold: ${p.now} of every 100, ${p.before} before. Profit fell by ${p.profit} (${p.profitRate}).`,
    marginBetter: (p: { now: string; before: string }) =>
      `More is left of what is sold: ${p.now} of every 100, ${p.before} before.`,
    revenueFell: (p: { change: string; rate: string; now: string; before: string }) =>
      `Revenue fell by ${p.change} (${p.rate}), from ${p.before} to ${p.now}.`,
    revenueRose: (p: { change: string; rate: string; now: string; before: string }) =>
      `Revenue rose by ${p.change} (${p.rate}), from ${p.before} to ${p.now}.`,
    worthLess: (p: NewcomerWords) =>
      `New customers bring little: ${p.now} of ${each(p.money)} each in their first ${p.within} days (${p.customers} customers), ${p.before} before (${p.customersBefore}). ${p.again} bought again in that time, ${p.againBefore} before.`,
    worthMore: (p: NewcomerWords) =>
      `New customers bring more: ${p.now} of ${each(p.money)} each in their first ${p.within} days (${p.customers} customers), ${p.before} before (${p.customersBefore}). ${p.again} bought again in that time, ${p.againBefore} before.`,
    againLess: (p: NewcomerWords) =>
      `Fewer new customers buy again: ${p.again} of ${p.customers} within ${p.within} days, ${p.againBefore} of ${p.customersBefore} before.`,
    againMore: (p: NewcomerWords) =>
      `More new customers buy again: ${p.again} of ${p.customers} within ${p.within} days, ${p.againBefore} of ${p.customersBefore} before.`,
    silentMore: (p: SilentWords) =>
      `Good customers leave quietly: ${p.count} of the ${p.n} best regulars of the last ${p.span} days have fallen silent, ${p.countBefore} of ${p.nBefore} in as many days before. They had brought ${p.revenue}.`,
    silentFewer: (p: SilentWords) =>
      `Fewer good customers fall silent: ${p.count} of the ${p.n} best regulars of the last ${p.span} days, ${p.countBefore} of ${p.nBefore} in as many days before.`,
    customer: (p: DependenceWords) =>
      `One customer alone brings ${p.share} of revenue (${p.revenue} in ${p.orders} orders), which is more than ${p.threshold} (95 % interval ${p.low} to ${p.high}).`,
    product: (p: DependenceWords & { name: string }) =>
      `“${p.name}” alone brings ${p.share} of revenue (${p.revenue} in ${p.orders} orders), which is more than ${p.threshold} (95 % interval ${p.low} to ${p.high}).`,
    shareBefore: (p: { share: string }) => ` In the period before it was ${p.share}.`,
    sourceWorse: (p: GroupWords & { name: string }) =>
      `“${p.name}” brings one-time buyers: ${p.count} of its ${p.n} new customers (${p.share}) bought again within ${p.within} days, of all others ${p.countOther} of ${p.nOther} (${p.shareOther}). One of them brings ${p.each} of ${each(p.money)} in that time, one of the others ${p.eachOther}.`,
    sourceBetter: (p: GroupWords & { name: string }) =>
      `Who comes from “${p.name}” comes back: ${p.count} of ${p.n} new customers (${p.share}) bought again within ${p.within} days, of all others ${p.countOther} of ${p.nOther} (${p.shareOther}). One of them brings ${p.each} of ${each(p.money)} in that time, one of the others ${p.eachOther}.`,
    discountWorse: (p: GroupWords) =>
      `Who begins with a discount comes back less often, within the same source too: ${p.count} of ${p.n} (${p.share}) bought again within ${p.within} days, of those without ${p.countOther} of ${p.nOther} (${p.shareOther}). They bring ${p.each} of ${each(p.money)} each in that time, the others ${p.eachOther}.`,
    discountBetter: (p: GroupWords) =>
      `Who begins with a discount comes back more often, within the same source too: ${p.count} of ${p.n} (${p.share}) bought again within ${p.within} days, of those without ${p.countOther} of ${p.nOther} (${p.shareOther}). They bring ${p.each} of ${each(p.money)} each in that time, the others ${p.eachOther}.`,
    baskets: (p: { customers: string; difference: string; low: string; high: string; discount: string }) =>
      `The ${p.customers} customers who ordered both with and without a discount: before the discount their baskets with one differ by ${p.difference} on average (${p.low} to ${p.high}), and ${p.discount} is taken off.`,
    caution:
      'This compares, it does not try out: who comes for a discount may be another kind of customer anyway. Only giving it to some at random would tell.',
    refund: (p: ShareWords & { name: string }) =>
      `“${p.name}” comes back more often: refunded in ${p.count} of ${p.n} orders (${p.share}), before in ${p.countOther} of ${p.nOther} (${p.shareOther}).`,
    complaints: (p: ShareWords) =>
      `There are more complaints: in ${p.count} of ${p.n} orders (${p.share}), before in ${p.countOther} of ${p.nOther} (${p.shareOther}).`,
    complaint: (p: ShareWords & { name: string }) =>
      `More complaints about “${p.name}”: in ${p.count} of ${p.n} orders (${p.share}), before in ${p.countOther} of ${p.nOther} (${p.shareOther}).`,
  },
  stake: (p: { amount: string; money: Money; days: string; how: string }) =>
    `About ${p.amount} of ${each(p.money)} in ${p.days} days: ${p.how}.`,
  how: {
    margin: 'the difference to what would be left had its share of sales stayed as before',
    revenue: 'the change itself, at the present margin where costs are known',
    worth: 'the difference, had each new customer brought what those before did',
    again: 'the difference, had each new customer brought what those before did',
    silent: 'what those now silent had brought, for this many days of it',
    customer: 'all that this customer brought',
    product: 'all that this product brought',
    source:
      'what its customers of a year brought after their first order against the others, for this many days of it',
    discount: 'the discounts on first orders of a year themselves, for this many days of it',
    refund: 'what is refunded beyond the earlier share, for this many days',
    complaint: 'what the lines complained of beyond the earlier share brought',
  },
  statistic: {
    margin: (p: StatisticWords) => `The share of sales that is left as profit: z = ${p.z}`,
    normal: (p: StatisticWords) => `z = ${p.z}`,
    student: (p: StatisticWords) => `Welch’s t = ${p.t} with ${p.freedom} degrees of freedom`,
    fisher: () => 'Fisher’s exact test',
    strata: (p: StatisticWords) =>
      `Fisher’s exact test, and within sources the test of Mantel and Haenszel (z = ${p.z})`,
  },
  p: (p: { statistic: string; p: string; adjusted: string; tests: string }) =>
    `${p.statistic}, p = ${p.p}; ${p.adjusted} when all ${p.tests} tests of this section are counted.`,
  details: 'The evidence',
  interval: 'with 95 % intervals',
  bars: {
    now: 'now',
    before: 'before',
    revenue: 'change of revenue',
    profit: 'change of profit',
    others: 'all others',
    with: 'with a discount',
    without: 'without one',
  },
  axes: {
    margin: 'Change',
    revenue: 'Change',
    worth: 'Brought by each new customer',
    again: 'Bought again',
    silent: 'Fallen silent',
    customer: 'Share of revenue',
    product: 'Share of revenue',
    source: 'Bought again',
    discount: 'Bought again',
    refund: 'Orders with a refund',
    complaint: 'Orders with a complaint',
  },
  bar: (p: { name: string; value: string; low: string; high: string }) =>
    `${p.name}: ${p.value} (${p.low} – ${p.high})`,
  links: {
    margin: 'Margins by source',
    quality: 'Margins by customer',
    revenue: 'Whose buying changed',
    worth: 'New customers by when they came',
    again: 'New customers by when they came',
    silent: 'Whom to call',
    customer: 'This customer’s file',
    product: 'Who and what brings the money',
    source: 'Buying again by source',
    discount: 'Discounts by source',
    refund: 'The refunded lines',
    complaint: 'The complaints',
  },
  tables: {
    newcomers: 'New customers of both periods',
    leavers: 'The best regulars who have fallen silent',
    sources: 'New customers by source',
    discounts: 'New customers with and without a discount',
    refunds: 'Products with refunds',
    complaints: 'Complaints by kind',
    dependence: 'The largest customer and product',
    profit: 'Both periods',
  },
  columns: {
    period: 'Period',
    starts: 'From',
    ends: 'To',
    customers: 'Customers',
    again: 'Bought again',
    revenue: 'Revenue',
    profit: 'Profit',
    revenue_before: 'Revenue before',
    profit_before: 'Profit before',
    margin: 'Margin',
    margin_before: 'Margin before',
    customer_id: 'Customer',
    customer_name: 'Name',
    last_order: 'Last order',
    silence_days: 'Days silent',
    median_gap_days: 'Own gap',
    order_days: 'Days with orders',
    kind: 'Kind',
    orders: 'Orders',
    own_orders: 'Its orders',
    own_revenue: 'Its revenue',
    share: 'Share',
    share_before: 'Share before',
    source: 'Source',
    discounted: 'With a discount',
    discount: 'Discount',
    first_revenue: 'First orders',
    later_revenue: 'Later orders',
    first_profit: 'Profit, first orders',
    later_profit: 'Profit, later orders',
    product: 'Product',
    product_id: 'Product number',
    refunded: 'Refunded in',
    orders_before: 'Orders before',
    refunded_before: 'Refunded before in',
    refund: 'Refunds',
    refund_before: 'Refunds before',
    complaint: 'About',
    complained: 'Complained in',
    complained_before: 'Complained before in',
  },
  words: {
    now: 'now',
    before: 'before',
    customer: 'customer',
    product: 'product',
    true: 'yes',
    false: 'no',
    null: 'any',
  },
  quiet: (p: { list: string }) => `Looked at too, with nothing beyond chance: ${p.list}.`,
  few: (p: { list: string }) => `Too little data yet to tell: ${p.list}.`,
  questions: {
    profit: 'revenue and profit',
    newcomers: 'what new customers bring',
    leavers: 'good customers falling silent',
    dependence: 'dependence on one customer or product',
    sources: 'sources that bring one-time buyers',
    discounts: 'what discounts buy',
    refunds: 'products with rising refunds',
    complaints: 'complaints',
  },
  and: ', ',
  unlock: {
    costs: 'With a column of costs: whether profit falls while revenue rises.',
    customers: 'With a column of buyers: what new customers bring and whether good customers leave quietly.',
    sources: 'With a column of where customers came from: which source brings one-time buyers.',
    discounts: 'With a column of discounts: whether they buy regulars or nothing.',
    refunds: 'With a column of refunds: which products come back more often.',
    complaints: 'With a column of complaints: whether there are more of them, and of which kind.',
    products: 'With a column of products: whether the shop hangs on one of them.',
  },
  failed: 'The findings could not be worked out',
  formula: (p: { within: string; lookback: string; customer: string; product: string; level: string }) =>
    `What stands out (the choice of these tests and limits is ours):
Revenue and profit: D = sum over buyers of (this period − the other), a guest order being a buyer of its own; its standard error is √Σd². Margin = profit ÷ revenue; its change is tested with the standard error of the ratio, customers as units, and needs costs for 95 % of revenue.
New customers: no order in the days before the period that the data reach back to (at least ${p.lookback}, at most 365, the same for both); both periods are moved back so that everyone was watched for ${p.within} days. Welch’s t-test of what each brought, Fisher’s exact test of how many bought again on a later day.
Best regulars: the best fifth of the buyers of a year by revenue (of half the data where they are shorter than two years), with orders on at least 6 days; silent = longer without an order than 2 of their own median gaps (at least 14 days). Fisher’s exact test against the year before.
Dependence: the share of the largest customer (limit ${p.customer}) or product (limit ${p.product}) with at least 5 orders, one-sided, orders as units.
Sources and discounts: first orders of a year that ended ${p.within} days ago; each source against all others, first orders with at least 5 % off against the others; Fisher’s exact test. A better source must also beat the others without the worst; a discount must make the same difference within the sources (Mantel and Haenszel), the larger p counts.
Refunds and complaints: Fisher’s exact test, one-sided, of orders with one; refunds by product (at least 20 orders in each of two years or halves, 5 of them refunded). Refunds of the latest orders may still come.
All tests count together: Holm’s adjustment at ${p.level}, each question having an equal part, its tests parts of it by their number of refunds or complaints, else equal ones.`,
};

interface StatisticWords {
  z: string;
  t: string;
  freedom: string;
}
interface NewcomerWords {
  money: Money;
  now: string;
  before: string;
  customers: string;
  customersBefore: string;
  again: string;
  againBefore: string;
  within: string;
}
interface SilentWords {
  count: string;
  n: string;
  countBefore: string;
  nBefore: string;
  span: string;
  revenue: string;
}
interface DependenceWords {
  share: string;
  low: string;
  high: string;
  revenue: string;
  orders: string;
  threshold: string;
}
interface ShareWords {
  count: string;
  n: string;
  share: string;
  countOther: string;
  nOther: string;
  shareOther: string;
}
interface GroupWords extends ShareWords {
  within: string;
  money: Money;
  each: string;
  eachOther: string;
}
