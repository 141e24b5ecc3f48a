const people = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

export default {
  title: 'Who moved?',
  left: (p: {
    name: string;
    were: string;
    left: string;
    from: string;
    to: string;
    year: string;
    before: string;
    since: string;
  }) =>
    `${p.left} of the ${p.were} customers who were in “${p.name}” on ${p.from} had left it by ${p.to}. They had brought ${p.year} in the year before and ${p.before} in all; since then ${p.since}.`,
  allNow: (p: { most: string }) => ` All of them are now in “${p.most}”.`,
  mostNow: (p: { most: string; count: string }) => ` Most of them (${p.count}) are now in “${p.most}”.`,
  nobodyLeft: (p: { name: string; were: string; from: string; to: string }) =>
    `All ${people(p.were)} who were in “${p.name}” on ${p.from} were still there on ${p.to}.`,
  came: (p: { name: string; came: string; fresh: string }) =>
    ` ${p.came} came into “${p.name}”, and ${p.fresh} customers are new since then.`,
  nobody: (p: { date: string }) => `By ${p.date} nobody had bought yet. Choose a later first date.`,
  wrongDates: 'The first date must lie before the second, and both within the time of the orders.',
  lifecycle: 'Life cycle',
  ends: { from: 'From', to: 'To' },
  dates: 'The dates compared',
  fresh: 'Not yet a customer',
  kinds: { same: 'stayed', up: 'moved up', down: 'moved down', new: 'new' },
  flows: 'Who went where',
  flowsChart:
    'Each segment at the first date (left) and the second (right); the bands between are customers, as wide as there are many. Choose one to see who they are.',
  flow: (p: { from: string; to: string; customers: string; before: string; between: string }) =>
    `${p.from} → ${p.to}\n${people(p.customers)}\nbrought ${p.before} before, ${p.between} since`,
  matrix: 'The same as a table of then and now',
  matrixChart: (p: { from: string; to: string }) =>
    `Rows are the segments on ${p.from}, columns those on ${p.to}; outlined cells stayed where they were. Choose a cell to see its customers.`,
  flowsTable: (p: { from: string; to: string }) => `Moves from ${p.from} to ${p.to}`,
  columns: {
    segment_from: 'From',
    segment_to: 'To',
    customers: 'Customers',
    revenue_year: 'Brought in the year before',
    revenue_before: 'Brought before in all',
    revenue_between: 'Brought since',
    month_end: 'Month’s end',
    segment: 'Segment',
    customer_share: 'Share',
    revenue: 'Brought so far',
  },
  leavers: (p: { name: string }) => `Who left “${p.name}”`,
  leaversLead: (p: { from: string; to: string }) =>
    `“Before” is up to ${p.from}, the year being the 365 days before it; “since” is from then to ${p.to}.`,
  chosen: (p: { from: string; to: string }) => `From “${p.from}” to “${p.to}”`,
  backToLeavers: 'Back to those who left the best group',
  listColumns: {
    customer_id: 'Customer',
    customer_name: 'Name',
    segment_from: 'Was in',
    segment_to: 'Is in',
    last_order: 'Last order',
    revenue_year: 'Year before',
    revenue_before: 'Before in all',
    revenue_between: 'Since',
    orders_between: 'Orders since',
  },
  months: 'Month by month',
  monthsChart: 'Each segment at the end of each month, all on one scale.',
  monthsTable: 'Segments at the end of each month',
  monthMeasure: 'Shown',
  monthMeasures: {
    customer_share: 'share of customers',
    revenue_share: 'share of revenue so far',
    customers: 'number of customers',
  },
  month: (p: { name: string; date: string; customers: string; share: string; revenueShare: string }) =>
    `${p.name}, ${p.date}\n${people(p.customers)}, ${p.share}\n${p.revenueShare} of revenue so far`,
  tiersNote:
    'Tiers are fixed shares of the customers, so their size says nothing; what they bring together does.',
  formula:
    'Customers are put into segments twice, each time by the orders up to that date alone. Without dates of your own the second is one day after the last order, the first 90 days earlier (or a third of the whole time where that is shorter). The best group is the first of the segments that anybody was in. Up and down follow the order of the segments on their own page. A month’s end is its last moment; the last month ends at the second date.',
  formulaLifecycle:
    'The stages of the life cycle with the thresholds of its own page; maturity counts as the best.',
};
