const names = {
  champions: 'Champions',
  loyal: 'Loyal customers',
  potential_loyalist: 'Potential loyalists',
  new_customers: 'New customers',
  promising: 'Promising',
  need_attention: 'Need attention',
  about_to_sleep: 'About to sleep',
  at_risk: 'At risk',
  cannot_lose_them: 'Cannot lose them',
  hibernating: 'Hibernating',
  lost: 'Lost',
  '111': 'Key customers 111',
  '011': 'Key, to keep 011',
  '101': 'Key, to develop 101',
  '001': 'Key, to win back 001',
  '110': 'Ordinary, active 110',
  '010': 'Ordinary, to keep 010',
  '100': 'Ordinary, to develop 100',
  '000': 'Ordinary, to win back 000',
  top_1: 'VIP: the top 1 %',
  next_4: 'Important: next 4 %',
  next_15: 'Ordinary: next 15 %',
  rest: 'Small: the other 80 %',
};

const advice = {
  champions:
    'Thank them by name, show them new goods first and ask them to tell a friend. They need no discount.',
  loyal: 'Suggest the better or larger version of what they buy, and ask for a review.',
  potential_loyalist: 'Give a reason for the next order: a membership, or what goes with the last purchase.',
  new_customers: 'Make sure the first order arrived well and answer questions. A small second order decides.',
  promising:
    'They came lately and spend well, but seldom. Send a short selection that fits what they bought.',
  need_attention: 'Good customers who are slowing down. An offer with an end date on what they usually buy.',
  about_to_sleep: 'Remind them kindly, with goods that everyone likes, before they forget the shop.',
  at_risk: 'They used to come often. Write in person, ask what went wrong and put it right.',
  cannot_lose_them: 'They once spent a lot. Call them this week: a person, not a mass message.',
  hibernating: 'One plain message about what is new. If nothing comes back, a yearly greeting is enough.',
  lost: 'One last invitation, then spend no more on them. Find out why they left.',
  '111':
    'Recent, frequent, high spending. Keep them close: new goods first, and someone who knows their name.',
  '011': 'They came often and spent much, and have gone quiet. Get in touch before a competitor does.',
  '101':
    'They came lately and spent much, but seldom. Give reasons to come more often: refills, matching goods.',
  '001': 'They spent much, long ago. Find out why they left, then make one serious offer.',
  '110': 'They come often for little. Bundles and free delivery above an amount make the basket larger.',
  '010': 'They came often for little and have gone quiet. A reminder that costs little is enough.',
  '100': 'New or occasional, with small orders. Make the second order easy.',
  '000': 'Far away by all three measures. Include them in what you send to everybody, no more.',
  top_1: 'Know each of them. One person to turn to, goods set aside for them, delivery first.',
  next_4: 'Serve them well, and watch who could become a VIP.',
  next_15: 'Regular friendly contact and bundles: the next important customers come from here.',
  rest: 'Good service at low cost. Some will grow, and a small customer may pay better than a big one.',
};

const people = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

export default {
  title: 'Who are my customers?',
  names,
  advice,
  answer: (p: { name: string; customers: string; total: string; share: string; revenue: string }) =>
    `${p.name}: ${p.customers} of ${p.total} customers (${p.share}) bring ${p.revenue} of what customers spend.`,
  winBack: (p: { name: string; customers: string; revenue: string; share: string }) =>
    ` Most worth winning back: ${p.name}, ${people(p.customers)} with ${p.revenue} spent so far (${p.share}).`,
  answerTiers: (p: { customers: string; total: string; revenue: string; rest: string; restShare: string }) =>
    `The top 1 % of ${p.total} customers (${p.customers} VIP) bring ${p.revenue} of what customers spend; the ${p.rest} small ones bring ${p.restShare}.`,
  noCustomers:
    'The file does not say who bought. A column with the buyer (account, customer number, phone or e-mail) would unlock this page.',
  noDates: 'The file does not say when anyone bought. A column with the order date would unlock this page.',
  nobody: (p: { date: string }) => `By ${p.date} nobody had bought yet. Choose a later date.`,
  few: (p: { total: string }) =>
    `Scores compare customers with each other. With only ${p.total} of them they mean little.`,
  controls: {
    view: 'View',
    views: { one: 'one model', side: 'two side by side' },
    model: 'Segments',
    other: 'Beside them',
    models: { '11': '11 segments', '8': '8 classes', tiers: 'Tiers by revenue', own: 'My own' },
    asOf: 'As of',
    asOfDefault: (p: { date: string }) => `if empty: ${p.date}, one day after the last order`,
    money: 'Money',
    moneys: { total: 'in total', per_order: 'per order' },
    scoring: 'Scores',
    scorings: {
      ties_together: 'by rank, ties together',
      ntile: 'by rank, ties split',
      quantile_edges: 'by quintile edges',
      edges: 'my own cut points',
    },
    threshold: 'High or low by',
    thresholds: { mean: 'mean', median: 'median', own: 'my own values' },
    cuts: {
      r_edges: 'Days since the last order, at most (scores 5, 4, 3, 2)',
      f_edges: 'Orders, at least (scores 2, 3, 4, 5)',
      m_edges: 'Money, at least (scores 2, 3, 4, 5)',
    },
    own: {
      r_threshold: 'Days since the last order, fewer than',
      f_threshold: 'Orders, more than',
      m_threshold: 'Money, more than',
    },
    place: (p: { label: string; place: string }) => `${p.label}: ${p.place}`,
  },
  shares: 'Customers and what they bring',
  sharesChart:
    'Each segment’s share of customers and of revenue; the ones to act on stand out. Choose one to see its customers.',
  tiersChart: 'Each tier’s share of customers and of revenue. Choose one to see its customers.',
  measures: { customers: 'customers', revenue: 'revenue' },
  shareRow: (p: { name: string; customers: string; share: string; revenue: string; revenueShare: string }) =>
    `${p.name}\n${people(p.customers)}, ${p.share}\n${p.revenue}, ${p.revenueShare} of revenue`,
  grid: 'How recently, how often',
  gridChart: {
    revenue:
      'The number of customers by recency and frequency. Stronger colour means more revenue. Choose a cell to see its customers.',
    customers:
      'The number of customers by recency and frequency. Stronger colour means more of them. Choose a cell to see who they are.',
  },
  gridAxes: { recency: 'Recency score R (5: most recent)', frequency: 'Frequency score F (5: most orders)' },
  gridRow: (p: { r: string; f: string; customers: string; revenue: string }) =>
    `R ${p.r}, F ${p.f}\n${people(p.customers)}\n${p.revenue}`,
  emptyScores:
    'Nobody has some of the scores: many customers have the same value there, and equal values share one score.',
  cube: 'Recency, frequency and money together',
  cubeLead:
    'The same grid once for each score of money, the best spenders first; one scale of colour for all. Across is frequency F, up is recency R. Choose a cell to see its customers.',
  layer: (p: { m: string; customers: string }) => `Money score M ${p.m}: ${people(p.customers)}`,
  cubeRow: (p: { r: string; f: string; m: string; customers: string; revenue: string }) =>
    `R ${p.r}, F ${p.f}, M ${p.m}\n${people(p.customers)}\n${p.revenue}`,
  cubeCell: (p: { r: string; f: string; m: string }) => `Customers with R ${p.r}, F ${p.f} and M ${p.m}`,
  shade: 'Shaded by',
  shades: { revenue: 'revenue', customers: 'customers' },
  next: 'What to do next',
  people: (p: { customers: string }) => people(p.customers),
  comparison: 'Mean or median',
  comparisonTable: 'Customers in each class',
  comparisonLead: (p: Record<'days' | 'orders' | 'money', { mean: string; median: string }>) =>
    `The mean customer was last here ${p.days.mean} days ago, with ${p.orders.mean} orders and ${p.money.mean}; the one in the middle ${p.days.median} days ago, with ${p.orders.median} orders and ${p.money.median}. Where a few customers buy far more than the rest, the mean lies above the middle, and the two put people into different classes.`,
  summary: 'The segments in figures',
  exactlyOnce: (p: { total: string }) => `Each of the ${p.total} customers is in exactly one segment.`,
  customers: 'Customers',
  show: 'Show',
  everyone: 'All customers',
  cell: (p: { r: string; f: string }) => `Customers with R ${p.r} and F ${p.f}`,
  showAll: 'Show all',
  suggestion: 'Cut points suggested',
  guests: 'Orders without a customer',
  later: (p: { customers: string }) =>
    `${people(p.customers)} with no order up to this date, or none with a date: in no segment.`,
  own: {
    by: 'My segments go by',
    bys: {
      monetary: 'money',
      frequency: 'number of orders',
      recency: 'days since the last order',
      attribute: 'an attribute of the customer',
    },
    attribute: 'Attribute',
    choose: 'choose one',
    chooseAttribute: 'Choose an attribute: each of its values becomes a segment.',
    known: (p: { attribute: string; customers: string }) =>
      `${p.attribute} (known of ${people(p.customers)})`,
    chart: 'Each segment’s share of customers and of revenue. Choose one to see its customers.',
    others: 'All other values',
    unknown: 'Not known',
    all: 'All customers',
    ranges: {
      monetary: {
        best: (p: { cut: string }) => `${p.cut} and more`,
        between: (p: { from: string; to: string }) => `${p.from} to under ${p.to}`,
        worst: (p: { cut: string }) => `under ${p.cut}`,
      },
      frequency: {
        best: (p: { cut: string }) => `${p.cut} orders and more`,
        between: (p: { from: string; to: string }) =>
          p.from === p.to
            ? `${p.from} ${p.from === '1' ? 'order' : 'orders'}`
            : `${p.from} to ${p.to} orders`,
        worst: (p: { cut: string }) => (p.cut === '1' ? '1 order' : `up to ${p.cut} orders`),
      },
      recency: {
        best: (p: { cut: string }) => `last order within ${p.cut} days`,
        between: (p: { from: string; to: string }) => `${p.from} to ${p.to} days ago`,
        worst: (p: { cut: string }) => `more than ${p.cut} days ago`,
      },
    },
    cutsTitle: 'Where to cut',
    spread: 'How customers spread',
    spreadChart: {
      monetary:
        'Customers by money; the axis grows by multiples, from little at the left. Drag the cut points or use the arrow keys; at a cut point the better segment begins.',
      frequency:
        'Customers by number of orders; the last bar holds all who ordered more. Drag the cut points or use the arrow keys; at a cut point the better segment begins.',
      recency:
        'Customers by days since their last order. Drag the cut points or use the arrow keys; a cut point still belongs to the better segment.',
    },
    cut: (p: { place: string }) => `Cut point ${p.place}`,
    values: {
      monetary: 'Money, at least',
      frequency: 'Orders, at least',
      recency: 'Days since the last order, at most',
    },
    add: 'Add a cut point',
    remove: (p: { cut: string }) => `Remove ${p.cut}`,
    most: (p: { name: string; money: string; mean: string }) =>
      ` Most per customer: ${p.name}, ${p.money} each; the mean of all is ${p.mean}.`,
    advice:
      'For segments of your own there is no fixed advice. Start where a customer brings the most, and see whether what you offer there could suit the next one too.',
    each: (p: { name: string; money: string; times: string; customers: string }) =>
      `${p.name}: ${p.money} per customer, ${p.times} times the mean (${people(p.customers)})`,
  },
  side: {
    answer: (p: {
      one: string;
      customers: string;
      other: string;
      most: string;
      share: string;
      segments: string;
    }) =>
      `${p.one}: of these ${people(p.customers)}, ${p.most} (${p.share}) are in “${p.other}” on the other side; the rest are spread over ${p.segments} segments in all.`,
    same: (p: { one: string; customers: string; other: string }) =>
      `${p.one}: all ${people(p.customers)} are in “${p.other}” on the other side.`,
    cross: 'Who of one is where in the other',
    chart:
      'The number of customers in each pair of segments. Stronger colour means more of what the shade says. Choose a cell to see its customers.',
    cell: (p: { one: string; other: string; customers: string; share: string; revenue: string }) =>
      `${p.one} and ${p.other}\n${people(p.customers)}, ${p.share} of ${p.one}\n${p.revenue}`,
    table: 'Pairs of segments',
    ofSegment: 'Of the first',
    ofRevenue: 'Of its revenue',
    perCustomer: 'Per customer',
    bars: 'Each segment’s share of customers and of revenue.',
    glance: 'All models in figures',
    pair: (p: { one: string; other: string }) => `Customers in ${p.one} and in ${p.other}`,
  },
  columns: {
    segment: 'Segment',
    customers: 'Customers',
    customer_share: 'Share',
    orders: 'Orders',
    revenue: 'Revenue',
    revenue_share: 'Of revenue',
    mean_recency: 'Mean days',
    mean_frequency: 'Mean orders',
    mean_monetary: 'Mean money',
  },
  comparisonColumns: {
    segment: 'Class',
    customers_by_mean: 'Customers by mean',
    customers_by_median: 'Customers by median',
  },
  customerColumns: {
    customer_id: 'Customer',
    customer_name: 'Name',
    segment: 'Segment',
    last_order: 'Last order',
    recency_days: 'Days since',
    frequency: 'Orders',
    monetary: 'Money',
    r: 'R',
    f: 'F',
    m: 'M',
    code: 'Code',
  },
  formula: {
    measures:
      'R = whole days from the last order to the date above, F = number of orders, M = revenue (amounts after discounts − refunds), in total or per order.',
    scoring: {
      ties_together:
        'Score = ceil(5 × average rank ÷ number of customers); 5 is best. Equal values share their rank, so they get the same score.',
      ntile:
        'Customers are put in order, ties by customer number, and cut into five groups of equal size; 5 is best. Equal values may get different scores.',
      quantile_edges:
        'The values at 20, 40, 60 and 80 % of the customers are the edges between the scores; 5 is best.',
      edges:
        'Your cut points are the edges between the scores; 5 is best. A value equal to a cut point gets the better score.',
    },
    model: {
      '11': 'The 125 possible codes of R, F and M are shared out among the 11 segments, each code to exactly one; segment_codes() in SQL lists them.',
      '8': 'A customer scores 1 where R is below the threshold, F above it, M above it, else 0. The three digits R F M name the class: 111, 011, 101, 001 for high spenders, 110, 010, 100, 000 for the others.',
      tiers:
        'Customers in order of revenue: the first 1 %, the next 4 %, the next 15 % and the rest, each border rounded up to a whole customer. Scores and money above do not move anyone here.',
    },
    cuts: 'The cut points are yours: segments are the ranges between them on the measure above. A value equal to a cut point belongs to the better range: at least so much money or so many orders, at most so many days.',
    attribute:
      'Segments are the values of the attribute, each customer having one: the latest known by order date. The twelve values with the most customers are shown, the others together, and those of whom it is not known apart.',
  },
};
