const names = {
  source: 'where they came from',
  region: 'region',
  city: 'city',
  platform: 'platform',
  main_category: 'what they buy most',
  first_category: 'category of the first order',
  first_product: 'product of the first order',
  first_order: 'when they first bought',
  gender: 'gender',
  age_band: 'age',
  tags: 'tags',
};

const measures = {
  revenue: 'revenue per customer',
  orders: 'orders per customer',
  revenue_per_order: 'revenue per order',
  repurchase: 'repurchase rate',
  profit: 'profit per customer',
  return_rate: 'return rate',
  discount_share: 'discount share',
};

/** What an answer is about: the attribute and the measure in words. */
type About = { attribute: string; measure: string };

export default {
  title: 'What do customers have in common?',
  attribute: 'Customers by',
  measure: 'Compared by',
  second: 'And by',
  none: '(nothing else)',
  minCustomers: 'Enough customers from',
  kinds: { outward: 'Outward', inward: 'Inward', file: 'From your file' },
  names,
  measures,
  standsOut: (
    p: About & { value: string; figure: string; customers: string; overall: string; more: boolean },
  ) =>
    `By ${p.attribute}, “${p.value}” stands out: its ${p.measure} is ${p.figure} (${p.customers} customers), ${p.more ? 'above' : 'below'} the ${p.overall} of the whole shop by more than chance explains.`,
  chance: (p: About & { low: string; lowFigure: string; high: string; highFigure: string }) =>
    `By ${p.attribute}, the ${p.measure} runs from ${p.lowFigure} (“${p.low}”) to ${p.highFigure} (“${p.high}”), but differences of this size can come by chance.`,
  tooSmall: (p: About & { values: string; overall: string }) =>
    `There are too few customers to compare by ${p.attribute}: fewer than two of the ${p.values} values have enough of them. The ${p.measure} of the whole shop is ${p.overall}.`,
  noKey: 'The data do not say who bought, so nothing can be known of customers.',
  nothingKnown:
    'The data say nothing of customers that could be compared. A column such as region, source, gender, birthday or age in the orders or in a customer file would.',
  notThere: (p: { attribute: string }) =>
    `Nothing is known of customers by ${p.attribute} in these data; choose another attribute above.`,
  lacksCost:
    'The data have no costs, so there is no profit to compare. A column with the cost would give it.',
  lacksDiscount: 'The data have no discounts to compare. A column with the discount would give them.',
  unknown: (p: { attribute: string; n: string; share: string; figure: string; measure: string }) =>
    `${p.n} customers (${p.share}) of whom this is not known (${p.attribute}) are not in the picture; their ${p.measure} is ${p.figure}.`,
  changing: (p: { n: string }) =>
    `${p.n} customers have had several values; the latest counts, or the largest.`,
  chart: (p: About) => `By ${p.attribute}: ${p.measure}. The lines across the bars are 95% intervals.`,
  legend: (p: { overall: string; min: string }) =>
    `The dashed line is the whole shop, ${p.overall}. Pale bars: fewer than ${p.min} customers. Coloured bars: different from the others by more than chance.`,
  more: (p: { n: string }) => `${p.n} more values are in the table.`,
  bar: (p: {
    value: string;
    measure: string;
    figure: string;
    low: string;
    high: string;
    customers: string;
    small: boolean;
  }) =>
    `${p.value}: ${p.measure} ${p.figure} (95% interval ${p.low} to ${p.high}), ${p.customers} customers${p.small ? ', few' : ''}`,
  cross: (p: { first: string; second: string }) => `${p.first} and ${p.second}`,
  crossChart: (p: { measure: string; first: string; second: string }) =>
    `The ${p.measure} for each pair of ${p.first} and ${p.second}; pairs with few customers are hollow.`,
  cell: (p: {
    first: string;
    second: string;
    measure: string;
    figure: string;
    customers: string;
    small: boolean;
  }) =>
    `${p.first}, ${p.second}: ${p.measure} ${p.figure}, ${p.customers} customers${p.small ? ' (few)' : ''}`,
  crossEmpty:
    'No pair of values has enough customers; a lower number of customers, or another attribute, may help.',
  table: (p: { attribute: string }) => `Customers by ${p.attribute}`,
  columns: {
    value: 'Value',
    customers: 'Customers',
    customer_share: 'Share of customers',
    revenue: 'Revenue',
    revenue_share: 'Share of revenue',
    revenue_per_customer: 'Revenue per customer',
    orders_per_customer: 'Orders per customer',
    revenue_per_order: 'Revenue per order',
    returning_customers: 'Bought again',
    repurchase_rate: 'Repurchase rate',
    profit_per_customer: 'Profit per customer',
    return_rate: 'Return rate',
    discount_share: 'Discount share',
    low: 'Interval from',
    high: 'Interval to',
  },
  listTable: 'What is known of customers',
  listColumns: {
    attribute: 'Attribute',
    kind: 'Kind',
    customers: 'Known of',
    values: 'Different values',
    changing: 'With several values',
  },
  formula:
    'Outward attributes are seen from outside: region, source, platform, what was bought, when somebody first bought. Inward ones belong to the person: gender, age, tags. Further columns of the file count as they are named there; numbers with more than 20 different values are cut into four groups of about the same size. If a customer has had several values, that of the latest order counts; for products and categories, the one with the most revenue.\nA rate is the sum of its numerator over the sum of its denominator: returning customers ÷ customers, refunds ÷ amount, discounts ÷ amount before discounts, revenue ÷ orders.\nThe 95% interval is ours: the normal approximation for means and ratios, Wilson’s for the repurchase rate. A value differs from the others by more than chance when its distance from all others, in standard errors, is less likely than 5% after allowing for the number of values compared (Bonferroni). A few very large customers can still make an interval too narrow. A line without a cost counts as costing nothing, so profit comes out too high where some costs are missing.',
  keptTitle: 'Kept as attributes of customers',
  keptLead:
    'Columns without a meaning that can describe customers. They are compared on the page of attributes.',
};
