const people = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

export default {
  title: 'Who is growing, who is fading?',
  stages: {
    exploration: 'Exploration',
    buildup: 'Build-up',
    maturity: 'Maturity',
    decline: 'Decline',
  },
  lost: 'Lost',
  notYet: 'Not yet a customer',
  about: {
    exploration: 'They are trying the shop out.',
    buildup: 'They buy more than before.',
    maturity: 'They buy steadily.',
    decline: 'They have gone quiet or buy far less.',
  },
  advice: {
    exploration:
      'The next order decides. See that the first one arrived well, and suggest what goes with it.',
    buildup:
      'Let them grow: show what they have not tried, bundle it, and ask for a review while they are glad.',
    maturity: 'Keep the promise: same quality, same service, goods set aside. Thank them; do not discount.',
    decline:
      'Call those who brought most and ask what went wrong, now. One invitation to the lost, then stop spending.',
  },
  reasons: {
    lost: 'Silent far too long',
    silent: 'Silent too long',
    revenue_fell: 'Buys far less',
    few_orders: 'Few orders yet',
    more_orders: 'More orders',
    more_revenue: 'More revenue',
    steady: 'Steady',
  },
  answer: (p: Record<'decline' | 'total' | 'share' | 'revenue' | 'revenueShare' | 'lost', string>) =>
    `${p.decline} of ${p.total} customers (${p.share}) are in decline, ${p.lost} of them lost. They have brought ${p.revenue}, ${p.revenueShare} of what all customers have spent.`,
  answerNone: (p: { total: string }) => `None of the ${people(p.total)} is in decline.`,
  slipped: (p: { date: string; customers: string; revenue: string }) =>
    ` Since ${p.date}, ${people(p.customers)} slipped into it from a better stage; they had brought ${p.revenue}.`,
  slippedNone: (p: { date: string }) => ` Nobody slipped into it since ${p.date}.`,
  noCustomers:
    'The file does not say who bought. With a column for the buyer (an account, customer number, phone or e-mail) this page can answer.',
  noDates:
    'The file does not say when anyone bought. With a column for the date of the order this page can answer.',
  nobody: (p: { date: string }) => `Nobody had bought by ${p.date}. Choose a later date.`,
  noGap:
    'Nobody has bought twice yet, so there is no usual gap between orders and no silence that would be too long.',
  controls: {
    thresholds: 'Where one stage ends and the next begins',
    shopGap: (p: { days: string; gaps: string }) =>
      `Between two orders of a customer lie ${p.days} days in this shop (the median of ${p.gaps} gaps). Customers with few orders are measured by it, the others by their own median.`,
    decline_after: 'In decline when silent for more than',
    lost_after: 'Lost when silent for more than',
    window_days: 'Compare the last … days with those before',
    drop_below: 'In decline when revenue is below … of before',
    own_gap_orders: 'A gap of their own from',
    exploration_orders: 'Exploring up to',
    shortest_gap: 'No gap counts as shorter than',
    gaps: (p: { n: string }) => `${p.n} gaps`,
    days: (p: { n: string }) => `${p.n} ${p.n === '1' ? 'day' : 'days'}`,
    orders: (p: { n: string }) => `${p.n} ${p.n === '1' ? 'order' : 'orders'}`,
    reset: 'Back to the usual values',
    months: 'Months',
    show: 'Show',
    shows: { customers: 'customers', share: 'shares', revenue: 'what they have brought' },
    lost: 'Lost customers',
    losts: { shown: 'shown', hidden: 'left out' },
    from: 'Compare with',
    fromDefault: (p: { date: string }) => `${p.date} unless chosen`,
  },
  months: 'Month by month',
  monthsChart: {
    customers: 'Customers by stage at the end of each month.',
    share: 'The share of customers in each stage at the end of each month.',
    revenue: 'What customers had brought by the end of each month, by the stage they were in.',
  },
  early: (p: { days: string }) =>
    `The pale months lie less than ${p.days} days after the first order. Longer gaps cannot have been seen by then, so too many customers count as silent.`,
  piece: (p: { month: string; stage: string; customers: string; share: string; revenue: string }) =>
    `${p.month}\n${p.stage}: ${people(p.customers)}, ${p.share}\n${p.revenue} by then`,
  monthColumns: {
    month: 'Month',
    stage: 'Stage',
    customers: 'Customers',
    share: 'Share',
    revenue: 'Revenue by then',
  },
  next: 'What to do in each stage',
  people: (p: { customers: string; share: string }) => `${people(p.customers)}, ${p.share}`,
  profit: 'What a customer brings in each stage',
  measures: { profit: 'Average profit', revenue: 'Average revenue' },
  profitChart: {
    profit: 'Average profit (revenue − cost) of a customer in each stage, over those whose costs are known.',
    revenue: 'Average revenue of a customer in each stage; the file has no costs, so profit is not known.',
  },
  profitRow: (p: { stage: string; measure: string; value: string; customers: string }) =>
    `${p.stage}\n${p.measure}: ${p.value}\n${people(p.customers)}`,
  summary: 'The stages in figures',
  exactlyOnce: (p: { total: string }) => `Each of the ${p.total} customers is in exactly one stage.`,
  moves: 'Who moved',
  movesLead: (p: { from: string; to: string }) => `From ${p.from} (rows) to ${p.to} (columns).`,
  movesChart:
    'How many customers went from which stage to which. Stronger colour means a larger share of the row. Choose a cell to see who they are.',
  movesAxes: { from: 'Stage then', to: 'Stage now' },
  moveRow: (p: { from: string; to: string; customers: string; share: string; revenue: string }) =>
    `${p.from} → ${p.to}\n${people(p.customers)}, ${p.share} of the row\n${p.revenue}`,
  movesTable: 'The moves in figures',
  moveColumns: {
    from_stage: 'From',
    to_stage: 'To',
    customers: 'Customers',
    share: 'Of the row',
    revenue: 'Revenue to date',
  },
  customers: 'Customers',
  stage: 'Stage',
  everyone: 'All customers',
  move: (p: { from: string; to: string }) => `${p.from} → ${p.to}`,
  showAll: 'Show all',
  shopFigures: 'Orders and customers',
  gapFigures: 'The shop’s median gap',
  later: (p: { customers: string }) =>
    `${people(p.customers)} with no order up to this date, or none with a date: in no stage.`,
  columns: {
    stage: 'Stage',
    customers: 'Customers',
    customer_share: 'Share',
    lost: 'Lost',
    orders: 'Orders',
    revenue: 'Revenue',
    revenue_share: 'Of revenue',
    revenue_last: 'Revenue, last window',
    mean_orders: 'Mean orders',
    mean_revenue: 'Mean revenue',
    mean_profit: 'Mean profit',
    mean_gap_days: 'Mean gap, days',
    mean_silence_days: 'Mean silence, days',
  },
  customerColumns: {
    customer_id: 'Customer',
    customer_name: 'Name',
    stage: 'Stage',
    reason: 'Because',
    last_order: 'Last order',
    silence_days: 'Silent, days',
    gap_days: 'Gap, days',
    orders: 'Orders',
    revenue: 'Revenue',
    revenue_last: 'Last window',
    revenue_before: 'Window before',
    profit: 'Profit',
  },
  formula: (p: Record<'decline' | 'lost' | 'days' | 'drop' | 'own' | 'few' | 'floor', string>) =>
    `The four stages come from research on buyer and seller relations (Dwyer, Schurr and Oh 1987; Jap and Ganesan 2000), which gives no thresholds. The numbers here are our own; change them above.
Silence = time from a customer’s last order to the date above. Gap = the median time between two consecutive orders, the customer’s own from ${p.own} orders on, else that of all customers of the shop; at least ${p.floor}, so that several orders on one day do not make a gap of nothing. Last window = the ${p.days} days up to the date, the day it begins on not included; before = the ${p.days} days before that. 90 days, a season, is our choice. Revenue = amounts after discounts − refunds.
Each customer gets the first stage that fits:
1. Decline: silence > ${p.decline} × gap (lost: > ${p.lost} × gap); or more than ${p.few} orders, and revenue of the last window < ${p.drop} of the window before, where that was above 0.
2. Exploration: at most ${p.few} orders.
3. Build-up: more orders, or more revenue, in the last window than in the one before.
4. Maturity: everyone else.
Where nobody has bought twice there is no gap, and nobody is silent too long. Orders without a customer or a date do not count. A month’s picture counts only what was known at its end. A line without a cost counts as costing nothing, so profit comes out too high where some costs are missing.`,
};
