const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ordinal = (order: number) => ORDINALS[order - 1] ?? String(order);

export default {
  title: 'Who comes back?',
  noCustomers:
    'These orders do not say who bought, so nobody can be seen to come back. A column with a customer’s account, e-mail or phone would answer this.',
  noDates: 'These orders have no dates, so there is no telling who came back, and when.',
  nobody: (p: { date: string }) => `By ${p.date} nobody had bought yet. Choose a later date.`,
  nobodyReached: (p: { order: number }) =>
    `Nobody has made a ${ordinal(p.order)} purchase yet. Choose an earlier one.`,
  buyers: (p: { order: number }) =>
    p.order === 1 ? 'first-time buyers' : `customers after their ${ordinal(p.order)} purchase`,
  within: (p: { buyers: string; n: string; days: string; low: string; high: string }) =>
    `Of 100 ${p.buyers}, about ${p.n} buy again within ${p.days} days (between ${p.low} and ${p.high})`,
  notPlain: (p: { plain: string; undecided: string; days: string }) =>
    `, not ${p.plain} as a plain count would say: ${p.undecided} bought less than ${p.days} days ago and may still come.`,
  asCounted: '; a plain count says the same.',
  nobodyYet: (p: { buyers: string; n: string; days: string }) =>
    `Of 100 ${p.buyers}, ${p.n} buy again within ${p.days} days.`,
  halfWithin: (p: { within: string; days: string }) =>
    ` Half of those who come back within ${p.within} days do so in the first ${p.days}.`,
  tooYoung: (p: { buyers: string; customers: string }) =>
    `It is too early to say how many come back: of ${p.customers} ${p.buyers} too few have been known for 30 days.`,
  controls: {
    by: 'Compare by',
    together: 'All customers together',
    minCustomers: 'Fewest customers to compare',
    per: 'What counts as a purchase',
    pers: { day: 'all orders of a day', order: 'each order' },
  },
  curve: 'After how many days they come back',
  after: 'After purchase number',
  curveChart: (p: { order: number }) =>
    `Share of customers who have bought again, by days since their ${ordinal(p.order)} purchase. Customers who are still silent count as undecided from then on.`,
  band: (p: { least: string }) =>
    `The band is the 95 % interval. The curve ends where fewer than ${p.least} customers have been silent that long.`,
  days: 'days since the purchase',
  came: 'have bought again',
  step: (p: { name: string; days: string; share: string; interval: string; atRisk: string }) =>
    `${p.name}, day ${p.days}: ${p.share} have bought again${p.interval}\n${p.atRisk} were still silent until then`,
  interval: (p: { low: string; high: string }) => ` (${p.low} to ${p.high})`,
  everyone: 'All customers',
  group: (p: { name: string; customers: string }) => `${p.name} (${p.customers})`,
  differ: (p: { p: string }) => `These groups do not come back alike: the log-rank test gives p = ${p.p}.`,
  chance: (p: { p: string }) =>
    `What differs between these groups is within chance: the log-rank test gives p = ${p.p}.`,
  bestWorst: (p: { days: string; best: string; high: string; worst: string; low: string }) =>
    ` Within ${p.days} days ${p.high} of “${p.best}” have bought again, and ${p.low} of “${p.worst}”.`,
  notCompared: (p: { least: string }) =>
    `Fewer than two of these groups have ${p.least} customers, so they are not compared.`,
  largest: (p: { n: string }) => `The ${p.n} largest groups are shown.`,
  smallNote: (p: { least: string }) =>
    `Dotted lines are groups of fewer than ${p.least} customers: look, but do not conclude.`,
  readings: 'How many have bought again by then',
  readingColumns: {
    days: 'Within days',
    share: 'Have bought again',
    interval: '95 % interval',
    plain: 'By a plain count',
    undecided: 'Not yet decided',
  },
  median: (p: { days: string }) => `Half of these customers have bought again after ${p.days} days.`,
  noMedian: 'Fewer than half of these customers buy again in the time the data reach.',
  curveTable: 'The curve day by day',
  curveColumns: {
    value: 'Group',
    days: 'Days',
    at_risk: 'Silent until then',
    events: 'Bought again that day',
    censored: 'Undecided from then on',
    share: 'Have bought again',
    low: 'At least',
    high: 'At most',
  },
  triangle: 'By when they first bought: who is still there',
  period: 'Period',
  periods: { month: 'Months', week: 'Weeks', quarter: 'Quarters' },
  show: 'Cells show',
  shows: { share: 'share of customers', customers: 'customers', revenue: 'revenue' },
  ages: {
    month: 'months after the first order',
    week: 'weeks after the first order',
    quarter: 'quarters after the first order',
  },
  quarter: (p: { year: number; quarter: number }) => `Q${p.quarter} ${p.year}`,
  cohort: (p: { period: string; size: string }) => `${p.period} · ${p.size}`,
  all: 'All together',
  triangleChart: {
    share:
      'Each row is those who first bought in one period, with how many there are; a cell is the share of them who bought again so much later.',
    customers:
      'Each row is those who first bought in one period, with how many there are; a cell is how many of them bought again so much later.',
    revenue:
      'Each row is those who first bought in one period, with how many there are; a cell is what they brought so much later.',
  },
  cell: (p: {
    cohort: string;
    age: string;
    customers: string;
    size: string;
    share: string;
    revenue: string;
    soFar: string;
    partial: boolean;
  }) =>
    `${p.cohort}, ${p.age} after the first order\n${p.customers} of ${p.size} customers (${p.share}), revenue ${p.revenue}\neach has brought ${p.soFar} so far${p.partial ? '\nthis period is not covered whole' : ''}`,
  averageCell: (p: {
    age: string;
    customers: string;
    size: string;
    share: string;
    low: string;
    high: string;
  }) =>
    `All together, ${p.age} after the first order\n${p.customers} of ${p.size} customers (${p.share}, between ${p.low} and ${p.high})`,
  steps: {
    month: (p: { age: number }) => (p.age === 1 ? '1 month' : `${p.age} months`),
    week: (p: { age: number }) => (p.age === 1 ? '1 week' : `${p.age} weeks`),
    quarter: (p: { age: number }) => (p.age === 1 ? '1 quarter' : `${p.age} quarters`),
  },
  partialNote: 'Outlined cells: the data cover that period only in part, so the figure is too small.',
  firstNote:
    'Whoever bought before your data begin counts as new at their start. That makes the first row look more faithful than new customers are.',
  lastCohorts: (p: { n: string; all: string }) =>
    `The last ${p.n} of ${p.all} rows are drawn; the table and the file have all.`,
  groupShown: 'Customers shown',
  agesHeading: 'Taken together',
  agesChart: {
    share: 'Share of customers active so much later, all cohorts together, each by its size.',
    revenue: 'What a customer has brought by then, all cohorts together, each by its size.',
  },
  agesAxis: { share: 'active', revenue: 'brought so far, each' },
  agePoint: (p: { name: string; age: string; value: string; size: string }) =>
    `${p.name}, ${p.age} after the first order: ${p.value}\nof ${p.size} customers`,
  triangleTable: 'Cohorts',
  triangleColumns: {
    value: 'Group',
    cohort: 'First bought from',
    age: 'Periods later',
    size: 'Customers in all',
    customers: 'Active',
    share: 'Share',
    revenue: 'Revenue',
    cumulative_per_customer: 'Each so far',
    is_partial: 'Covered in part',
  },
  yesNo: { true: 'yes', false: 'no' },
  sheet: {
    download: 'XLSX ↓',
    file: 'cohorts',
    about: (p: { who: string; period: string }) =>
      `${p.who}. Rows: when they first bought. Columns: ${p.period}.`,
    first: 'First bought',
    size: 'Customers',
    partial: 'The data cover this period only in part.',
    sheets: { customers: 'Customers', share: 'Share', revenue: 'Revenue' },
  },
  gaps: 'How long between two purchases',
  gapFigures: {
    median: 'Usual gap',
    medianNote: (p: { low: string; high: string }) => `the middle half: ${p.low} to ${p.high} days`,
    km: 'With the open gaps',
    kmNote: 'half of all purchases have been followed by another after so many days',
    noKm: 'fewer than half of all purchases are followed by another',
    returned: 'Came back',
    returnedNote: (p: { returned: string; buyers: string }) => `${p.returned} of ${p.buyers} buyers`,
    gaps: 'Gaps counted',
    gapsNote: 'between two days with an order of the same customer',
    days: (p: { n: string }) => `${p.n} days`,
  },
  of: 'By',
  things: { category: 'category', product: 'product' },
  minGaps: 'Fewest gaps',
  gapsChart: {
    category:
      'Days between two purchases of the same category: the middle half as a bar, the median as a dot; dashed, the shop.',
    product:
      'Days between two purchases of the same product: the middle half as a bar, the median as a dot; dashed, the shop.',
  },
  gapsAxis: 'days',
  gapBar: (p: { name: string; low: string; median: string; high: string; gaps: string }) =>
    `${p.name}: median ${p.median} days, the middle half ${p.low} to ${p.high}\n${p.gaps} gaps`,
  noGaps: {
    product: (p: { least: string }) => `No product has been bought again ${p.least} times.`,
    category: (p: { least: string }) =>
      `No category has been bought again ${p.least} times, or the orders name none.`,
  },
  mostGaps: (p: { n: string; all: string }) => `The ${p.n} with most gaps of ${p.all} are drawn.`,
  gapsTable: { category: 'Gaps by category', product: 'Gaps by product' },
  gapsShop: 'Gaps in the shop',
  gapsColumns: {
    name: 'Name',
    gaps: 'Gaps',
    median_days: 'Median days',
    quartile_1: 'A quarter within',
    quartile_3: 'Three quarters within',
    km_median_days: 'Median with open gaps',
    buyers: 'Buyers',
    returned: 'Bought it again',
    return_share: 'Share',
  },
  gapsLead:
    'The plain median knows only the gaps that have ended, so it is short. The one with the open gaps counts those still waiting too; it is missing where fewer than half come back.',
  funnel: 'From the first purchase to the tenth',
  funnelChart:
    'How many customers reached each purchase, and what share that is of those who reached the one before.',
  funnelSteps: ['First', 'Second', 'Third', '4th', '5th', '6th', '7th', '8th', '9th', '10th or more'],
  reached: 'customers',
  stepBar: (p: {
    step: string;
    customers: string;
    share: string;
    low: string;
    high: string;
    within: string;
  }) =>
    `${p.step}: ${p.customers} customers, ${p.share} of those before (between ${p.low} and ${p.high})${p.within}`,
  within365: (p: { share: string }) => `\nwithin a year, latecomers counted as undecided: ${p.share}`,
  firstStep: (p: { customers: string }) => `First purchase: ${p.customers} customers`,
  hardest: (p: { to: string; share: string; missed: string }) =>
    `The largest loss is before the ${p.to} purchase: ${p.missed} customers have not made it so far, ${p.share} have.`,
  funnelTable: 'Purchases one after the other',
  funnelColumns: {
    order: 'Purchase',
    customers: 'Customers',
    share_of_all: 'Of all',
    share_of_previous: 'Of those before',
    low: 'At least',
    high: 'At most',
    median_days: 'Median days to it',
    within_90: 'Within 90 days',
    within_365: 'Within 365 days',
  },
  groupsStatement: 'Groups',
  unknownGroup: (p: { attribute: string; customers: string }) =>
    `Of ${p.customers} customers ${p.attribute} is not known; they are in no group.`,
  sameDay: (p: { orders: string }) =>
    `${p.orders} orders came on a day on which the customer had ordered already; such orders count as one purchase.`,
  formula:
    'A cohort is everyone who first ordered in the same week (from Monday), month or quarter; its age counts such periods since then, and a customer is active in a period with at least one order. The row of all together adds up the customers of all cohorts whose period of that age the data cover whole.\nThe curve is the estimate of Kaplan and Meier: at each day the share of those still silent and still watched who bought again then. Whoever has not come back by the date counted to is undecided from the length of their silence on. The interval is Greenwood’s on the log-log scale; groups are compared with the log-rank test. Source and region are those a customer came with.\nA gap lies between two days with a purchase. Intervals of shares are Wilson’s. The terms are standard; taking the orders of a day as one purchase, the limits for few customers and the days read off are ours.',
};
