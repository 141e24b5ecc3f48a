const buyers = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

export default {
  title: 'What is each customer still worth?',
  models: { bgnbd: 'BG/NBD', pnbd: 'Pareto/NBD' },
  answer: (p: {
    customers: string;
    days: string;
    revenue: string;
    low: string;
    high: string;
    purchases: string;
  }) =>
    `In the next ${p.days} days the ${buyers(p.customers)} known so far should bring about ${p.revenue} (95 %: ${p.low} to ${p.high}) in ${p.purchases} purchases.`,
  answerPlain: (p: { customers: string; days: string; revenue: string; purchases: string }) =>
    `In the next ${p.days} days the ${buyers(p.customers)} known so far should bring about ${p.revenue} in ${p.purchases} purchases.`,
  alive: (p: { repeaters: string; alive: string }) =>
    ` Of the ${p.repeaters} who have come back at least once, about ${p.alive} are still with you.`,
  observed: (p: { customers: string; revenue: string; days: string; expected: string }) =>
    `Here a forecast cannot be trusted. What is certain: the ${buyers(p.customers)} have brought ${p.revenue} so far. If all went on as before, that would be ${p.expected} in the next ${p.days} days.`,
  observedOff: (p: { off: string }) => ` In the test that simple guess was off by ${p.off}.`,
  trusts: {
    trust: ' The forecast passed its test on what came after it: you can rely on it.',
    care: ' Take it with care: see below what the test found.',
    untested: ' It could not be tested on what came after it, so take it with care.',
    no: '',
  },
  verdict: 'Can this be believed?',
  verdicts: {
    trust: 'You can rely on it',
    care: 'With care',
    no: 'Do not rely on it',
  },
  verdictLead: (p: { model: string; split: string; ends: string; customers: string }) =>
    `${p.model} saw only what happened up to ${p.split}, had to say what the ${buyers(p.customers)} of that day would do until ${p.ends}, and is compared with what they did.`,
  beyond: (p: { days: string; tested: string }) =>
    `The test reached ${p.tested} days; what is said of ${p.days} days goes beyond it.`,
  untested: 'There is too little time or there are too few customers to hold some of it back for a test.',
  marks: { passes: 'passes', borderline: 'borderline', fails: 'fails', unknown: 'cannot be told' },
  tests: {
    fit: 'The data carry the model',
    total: 'The total is right',
    naive: 'Better than guessing',
    drift: 'Nothing has changed since',
  },
  fits: {
    fitted: (p: { customers: string; repeaters: string }) =>
      `It was fitted to ${buyers(p.customers)}, ${p.repeaters} of whom came back.`,
    few: (p: { repeaters: string }) =>
      `Only ${p.repeaters} customers have come back. That is too few to learn from.`,
    convergence: 'The search for the best parameters did not come to an end.',
    edge: (p: { other: string }) =>
      `The best parameters run off to zero or infinity: these data do not determine this model. Try ${p.other}.`,
    spend:
      'What a purchase brings could not be modelled; each customer’s own average so far is used, without an interval.',
    between: ' ',
    correlation: (p: { r: string }) =>
      `The model of spending assumes that those who buy often do not spend more or less per purchase; here the correlation is ${p.r}.`,
  },
  totalSaid: (p: { predicted: string; actual: string; off: string }) =>
    `${p.predicted} purchases were expected and ${p.actual} came (${p.off}).`,
  totalInterval: (p: { low: string; high: string }) => ` Its 95 % interval was ${p.low} to ${p.high}.`,
  revenueSaid: (p: { predicted: string; actual: string; off: string }) =>
    ` In money: ${p.predicted} expected, ${p.actual} came (${p.off}).`,
  naiveSaid: (p: { rmse: string; best: string; bestRmse: string }) =>
    `Root mean squared error per customer ${p.rmse}; the best simple guess (“${p.best}”) has ${p.bestRmse}.`,
  driftSaid: (p: { ratio: string }) =>
    `Measured by the forecast, the second half of the time held back brought ${p.ratio} times what the first half did.`,
  driftNone: 'There is too little in the time held back to see a change.',
  fewHeld: (p: { actual: string; least: string }) =>
    `Only ${p.actual} purchases came in the time held back; with fewer than ${p.least} nothing is judged.`,
  noTest: 'The earlier part alone carries no fit, so nothing could be forecast from it.',
  classes: 'By how often they had come back',
  classesChart:
    'Mean purchases per customer in the time held back, by repeat purchases before: bars what came (with its 95 % interval), diamonds what was expected.',
  actual: 'came',
  expected: 'expected',
  repeats: 'Repeat purchases before',
  purchases: 'Purchases after',
  classRow: (p: { repeats: string; customers: string; actual: string; predicted: string }) =>
    `${p.repeats} repeat purchases: ${buyers(p.customers)}\n${p.actual} came each\n${p.predicted} were expected`,
  classColumns: {
    repeats: 'Repeat purchases before',
    customers: 'Customers',
    actual: 'Came each',
    interval: '95 % interval',
    predicted: 'Expected each',
  },
  tracking: 'Over time',
  trackingChart: 'Repeat purchases so far, week by week; right of the dotted line the model had to guess.',
  trackingRow: (p: { date: string; actual: string; expected: string }) =>
    `until ${p.date}\n${p.actual} came\n${p.expected} were expected`,
  trackingColumns: { week_end: 'Until', actual: 'Came', expected: 'Expected' },
  split: 'seen up to here',
  errors: 'Against simple guesses',
  errorsLead:
    'The error per customer is what tells forecasts apart. “Nobody comes back” often has a small mean absolute error, since most customers do not; the squared error is fairer to a mean, so it decides.',
  errorsTable: 'The errors on the time held back',
  forecasts: {
    bgnbd: 'BG/NBD',
    pnbd: 'Pareto/NBD',
    past_rate: 'each goes on at the past rate',
    last_period: 'the last period comes again',
    nobody: 'nobody comes back',
  },
  errorColumns: {
    forecast: 'Forecast',
    predicted: 'Purchases expected',
    actual: 'Came',
    total_error: 'Off by',
    mae: 'Mean absolute error',
    rmse: 'Root mean squared error',
    predicted_revenue: 'Revenue expected',
    actual_revenue: 'Revenue that came',
    revenue_error: 'Off by (revenue)',
  },
  noRival: (p: { model: string }) => `${p.model} does not fit these data and is left out here.`,
  figures: {
    purchases: 'Purchases expected',
    revenue: 'Revenue expected',
    profit: 'Profit of it',
    clv: (p: { months: string }) => `Customer value, ${p.months} months`,
  },
  pastRate: { purchases: 'Purchases at the past rate', revenue: 'Revenue at the past rate' },
  pastRateColumns: {
    expected_orders: 'Purchases at the past rate',
    expected_revenue: 'Revenue at the past rate',
  },
  notes: {
    interval: (p: { low: string; high: string }) => `95 %: ${p.low} to ${p.high}`,
    within: (p: { days: string }) => `within ${p.days} days`,
    profit: (p: { margin: string; known: string }) =>
      `at the margin of ${p.margin} so far, known for ${p.known} of revenue`,
    clv: (p: { discount: string }) => `discounted at ${p.discount} a year; revenue`,
  },
  cells: 'Who is still with you?',
  cellsChart:
    'Customers by how often they came back and how long ago they last bought; the stronger the colour, the likelier they are still customers. Choose a cell to see them.',
  cellsOnce:
    'BG/NBD takes everybody who bought only once to be still there, so the bottom row (grey) cannot be read; choose Pareto/NBD to judge them too.',
  silence: 'Days since the last purchase',
  cellRow: (p: { customers: string; alive: string; orders: string; revenue: string }) =>
    `${buyers(p.customers)}\nstill there: ${p.alive}\nexpected: ${p.orders} purchases, ${p.revenue}`,
  cellColumns: {
    repeats: 'Repeat purchases',
    silence: 'Days since the last purchase',
    customers: 'Customers',
    p_alive: 'Still there',
    expected_revenue: 'Revenue expected',
  },
  upTo: (p: { days: string }) => `≤ ${p.days}`,
  over: (p: { days: string }) => `> ${p.days}`,
  orMore: (p: { times: string }) => `${p.times}+`,
  groups: 'By segment',
  groupsChart: (p: { days: string }) =>
    `Revenue expected from each segment in the next ${p.days} days, with its 95 % interval where there is a model. Choose a segment to see its customers.`,
  groupRow: (p: { segment: string; customers: string; orders: string; revenue: string; each: string }) =>
    `${p.segment}\n${buyers(p.customers)}\n${p.orders} purchases, ${p.revenue}\n${p.each} each`,
  groupsTable: 'What is expected of each segment',
  groupColumns: {
    segment: 'Segment',
    customers: 'Customers',
    expected_orders: 'Purchases',
    orders_low: 'at least',
    orders_high: 'at most',
    expected_revenue: 'Revenue',
    revenue_low: 'at least',
    revenue_high: 'at most',
    revenue_each: 'Each',
    clv: 'Customer value',
  },
  everyone: 'All customers',
  oneCell: 'The customers of the chosen cell',
  customers: 'The customers',
  showAll: 'Show all',
  customerColumns: {
    customer_id: 'Customer',
    customer_name: 'Name',
    segment: 'Segment',
    last_order: 'Last order',
    x: 'Repeat purchases',
    revenue: 'Brought so far',
    p_alive: 'Still there',
    expected_orders: 'Purchases expected',
    expected_orders_low: 'at least',
    expected_orders_high: 'at most',
    expected_spend: 'Per purchase',
    expected_revenue: 'Revenue expected',
    clv: 'Customer value',
  },
  customersLead:
    '“At least” and “at most” bound what is expected, since the parameters are not known exactly; what one person does scatters far more.',
  parameters: 'The parameters, and what they say',
  rate: (p: { per_year: string; unlike: string }) =>
    `While they stay, customers make ${p.per_year} repeat purchases a year on average, and they are ${p.unlike} in this.`,
  unlikes: { very: 'very unlike each other', rather: 'unlike each other', little: 'much alike' },
  leaving: {
    bgnbd: (p: { share: string }) => `After each repeat purchase about ${p.share} leave for good.`,
    pnbd: (p: { share: string }) => `Of new customers about ${p.share} are gone for good after a year.`,
  },
  spending: (p: { mean: string }) => `A repeat purchase brings ${p.mean} on average over all customers.`,
  parametersTable: 'Parameters with their standard errors',
  parameterColumns: { model: 'Model', parameter: 'Parameter', estimate: 'Estimate', error: 'Standard error' },
  gammaGamma: 'Gamma-Gamma',
  controls: {
    horizon: 'How far ahead',
    days: (p: { n: string }) => `${p.n} days`,
    model: 'Model',
    count: 'A purchase is',
    counts: { day: 'a day with orders', order: 'each order' },
    split: 'The test sees orders up to',
    splitDefault: (p: { date: string }) => `${p.date} unless set`,
    discount: 'Discount rate a year',
    months: 'Customer value reaches',
    monthsUnit: 'months',
    by: 'Sums by',
  },
  segmentations: {
    '11': 'eleven segments',
    '8': 'eight classes',
    tiers: 'tiers by revenue',
    lifecycle: 'life cycle',
    quality: 'quality of customers',
    types: 'customer types',
  },
  working: 'Fitting the model',
  stopped: 'The work was stopped.',
  again: 'Work it out',
  statements: {
    customers: 'The customers of the forecast',
    known: 'What the model learns from',
    held: 'What the test held back',
    weekly: 'Week by week',
    margin: 'The margin',
    cells: 'The cells of the map',
  },
  formula: [
    'What is known of a customer: x repeat purchases, the last of them t_x weeks after the first purchase, T weeks since then. A purchase is a day with at least one order, so that two orders of one day are one; “each order” is the alternative.',
    'BG/NBD (Fader, Hardie & Lee 2005): while a customer is there, purchases come at random at a rate of their own (rates gamma distributed, r and α); after each repeat purchase they leave for good with a probability of their own (beta distributed, a and b). Those who bought once cannot have left under this model.',
    'Pareto/NBD (Schmittlein, Morrison & Colombo 1987): the same purchases, but a customer may leave at any moment (rates of leaving gamma distributed, s and β).',
    'What a purchase brings: Gamma-Gamma (Fader, Hardie & Lee 2005) on the mean revenue of repeat purchases, those with a mean above 0; a customer with few purchases is drawn towards the mean of all.',
    'Maximum likelihood; standard errors from the observed information. Intervals of sums hold both the uncertainty of the parameters and chance. Customer value: revenue expected in each coming month × its discount factor, added up. It is revenue, not profit: where costs are known the profit shown is the revenue times the margin of all customers so far.',
    'The test: fitted on orders up to the split (after two thirds of the time unless you choose), compared with what the same customers did afterwards. It passes when the total is off by at most 10 % (borderline up to 25 %), when the root mean squared error is no larger than that of the best simple guess (borderline up to 5 % larger), and when the two halves of the time held back differ by less than a factor of 1.25 (borderline up to 1.5) or by no more than chance explains. It fails too when the earlier part has customers enough and yet carries no fit. One failure: do not rely on it, and what was observed is shown instead. One borderline: with care. These limits are our choice.',
    'The model knows no seasons, no campaigns and no new customers: those who come for the first time are not in these figures.',
  ].join('\n'),
};
