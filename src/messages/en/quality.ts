const people = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

export default {
  title: 'Which big customers are poor business?',
  tiers: { vip: 'VIP', major: 'Important', ordinary: 'Ordinary', small: 'Small' },
  qualities: { poor: 'Poor', fair: 'Fair', good: 'Good', unknown: 'Not known' },
  answer: (p: { big: string; share: string; poor: string; revenue: string }) =>
    `The ${p.big} VIP and important customers bring ${p.share} of what customers spend, yet ${p.poor} of them (${p.revenue}) ${p.poor === '1' ? 'is' : 'are'} poor business.`,
  answerNonePoor: (p: { big: string; share: string }) =>
    `The ${p.big} VIP and important customers bring ${p.share} of what customers spend, and none of them is poor business.`,
  answerUnscored: (p: { big: string; share: string }) =>
    `The ${p.big} VIP and important customers bring ${p.share} of what customers spend; whether they are good business cannot be told from these figures.`,
  promising: (p: { promising: string }) => ` ${people(p.promising)} below them buy little but well.`,
  by: 'Tiers by',
  bys: { customers: 'number of customers', revenue: 'what they bring' },
  borders: {
    customers: { vip: 'VIP: the first', major: 'Important: up to', ordinary: 'Ordinary: up to' },
    revenue: {
      vip: 'VIP: until they bring',
      major: 'Important: until all bring',
      ordinary: 'Ordinary: until all bring',
    },
  },
  matrix: 'Size and quality',
  matrixChart:
    'Customers by tier and quality; stronger colour means a larger share of the tier. Framed: big but poor, and the cells with small but promising customers. Choose a cell to see who they are.',
  matrixRow: (p: { tier: string; quality: string; customers: string; share: string; revenue: string }) =>
    `${p.tier}, ${p.quality.toLowerCase()}\n${people(p.customers)}, ${p.share} of the tier\n${p.revenue}`,
  map: 'Everyone who can be judged',
  mapChart:
    'Where customers lie by revenue (each step up is ten times as much) and score; stronger colour means more of them. Framed: places with a big but poor or a small but promising customer.',
  mapAxes: { revenue: 'Revenue', score: 'Score (100: best)' },
  mapRow: (p: { customers: string; from: string; to: string; low: string; high: string }) =>
    `${people(p.customers)}\n${p.from} to ${p.to}\nscore ${p.low} to ${p.high}`,
  mapFindings: (p: { poor: string; promising: string }) =>
    `\nbig but poor: ${p.poor}, small but promising: ${p.promising}`,
  definition: 'What good means here',
  definitionLead: (p: { min: string; known: string }) =>
    `Each customer with at least ${p.min} orders gets a place among the others in five things: 0 is the worst, 100 the best, 50 the middle. The score is the mean of the places by the weights below. It needs ${p.known} of the five to be known. Which weight is right, only the shop can say.`,
  components: {
    margin: 'Margin after discounts and refunds',
    returns: 'Few refunds',
    discount: 'Little bought at a discount',
    payment: 'Pays soon',
    growth: 'Buys more than before',
  },
  weight: (p: { weight: string }) => (p.weight === '0' ? 'left out' : `weight ${p.weight}`),
  and: ', ',
  knownOf: (p: { known: string; total: string }) => `known of ${p.known} of ${p.total} customers`,
  lacking: {
    margin: 'The data have no costs.',
    returns: 'The data have no refunds.',
    discount: 'The data have no discounts.',
    payment: 'The data do not say when orders were paid.',
    growth: 'Nobody has ordered often enough in both windows.',
  },
  numbers: {
    window: 'Growth: days of each window',
    orders: 'Orders needed to be judged',
    known: 'Of the five, must be known',
    low: 'Poor: the lowest',
    high: 'Good: from',
  },
  days: (p: { n: string }) => `${p.n} days`,
  tooFew: (p: { few: string; total: string; min: string }) =>
    `${p.few} of ${p.total} customers have fewer than ${p.min} orders: too few for a statement.`,
  tooLittle: (p: { n: string; min: string }) =>
    `Of ${p.n} more, fewer than ${p.min} of the five things are known.`,
  unlock: (p: { known: string; min: string }) =>
    `Of no customer are ${p.min} of the five things known. What the data do hold: ${p.known}.`,
  unlockNothing:
    'The data hold none of the five things. Costs, refunds, discounts or payment times in the file would unlock this.',
  things: {
    margin: 'costs',
    returns: 'refunds',
    discount: 'discounts',
    payment: 'times of payment',
    growth: 'how purchases change',
  },
  lower: 'Judge by what is known',
  table: 'The tiers in figures',
  lists: 'Customers by name',
  show: 'Show',
  listNames: {
    big_but_poor: (p: { n: string }) => `Big but poor (${p.n})`,
    small_but_promising: (p: { n: string }) => `Small but promising (${p.n})`,
    all: (p: { n: string }) => `All customers (${p.n})`,
  },
  listNotes: {
    big_but_poor:
      'Before the next concession, see what weighs each of them down: an agreed price, a limit on returns, payment before delivery.',
    small_but_promising:
      'They buy little so far, but well: growing, or with a high margin. Time spent on them pays.',
    all: '',
  },
  nobodyScored: 'Nobody has a score, so nobody can be named.',
  nobody: {
    big_but_poor: 'No VIP or important customer is among the poor.',
    small_but_promising:
      'No ordinary or small customer is among the good with growth or a high margin that can be seen.',
  },
  cell: (p: { tier: string; quality: string }) => `${p.tier}, ${p.quality.toLowerCase()}`,
  weaknesses: {
    margin: 'low margin',
    returns: 'many refunds',
    discount: 'much at a discount',
    payment: 'pays late',
    growth: 'buys less',
  },
  strengths: {
    margin: 'high margin',
    returns: 'few refunds',
    discount: 'little discount',
    payment: 'pays soon',
    growth: 'buys more',
  },
  columns: {
    customer_id: 'Customer',
    customer_name: 'Name',
    tier: 'Tier',
    quality: 'Quality',
    score: 'Score',
    revenue: 'Revenue',
    weaknesses: 'What is poor',
    strengths: 'What is good',
    orders: 'Orders',
    margin: 'Margin',
    return_rate: 'Refunded',
    discount_share: 'Discount',
    payment_days: 'Days to pay',
    growth: 'Change',
    last_order: 'Last order',
  },
  tierColumns: {
    tier: 'Tier',
    customers: 'Customers',
    revenue: 'Revenue',
    revenue_share: 'Of revenue',
    poor: 'Poor',
    fair: 'Fair',
    good: 'Good',
    unknown: 'Not known',
  },
  formula: (p: { low: string; high: string; window: string }) =>
    `Tiers: customers in order of revenue (amounts after discounts − refunds), cut where the borders above say.
Margin = (revenue − cost) ÷ revenue. Refunds = refunds ÷ amount. Discount = discounts ÷ amount before them. Days to pay = median from order to payment. Change = revenue of the last ${p.window} days ÷ that of the ${p.window} days before − 1, for customers with at least 3 orders in both, one of them in the earlier. A line without a cost counts as costing nothing, so the margin comes out too high where some costs are missing.
Place = (average rank − ½) ÷ number of customers compared; values that are the same to the whole per cent (days to pay: to the tenth of a day) share their rank. “What is poor” and “what is good” name a thing only where it is also worse, or better, than in the shop as a whole. Who orders often has more occasions for a refund: look at the rate too. Score = 100 × weighted mean of the places that are known.
Poor: the lowest ${p.low} of the scored by score; good: from ${p.high} on. Big but poor: VIP or important, and poor. Small but promising: ordinary or small, good, at least 2 orders, and growing or with a margin among the good.
This definition is ours, not a standard. It compares customers of this shop with each other: somebody is always in the lowest third.`,
};
