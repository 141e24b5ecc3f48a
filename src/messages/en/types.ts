const people = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

export default {
  title: 'How do I treat each customer?',
  names: {
    relationship: 'Relationship',
    stingy: 'Bargain hunter',
    owner: 'Owner-minded',
    task: 'Task-minded',
    rational: 'Rational',
    mixed: 'Mixed',
  },
  answer: (p: { name: string; customers: string; total: string; revenue: string }) =>
    `The type that brings most is “${p.name}”: ${p.customers} of ${p.total} customers, with ${p.revenue} of what customers spend.`,
  answerMixed: (p: { mixed: string; share: string }) =>
    ` ${p.mixed} (${p.share}) fit none of the other types.`,
  answerNone: (p: { total: string }) =>
    `None of the ${p.total} customers shows one of the types; all of them stay mixed.`,
  few: (p: { total: string }) =>
    `With only ${people(p.total)} the picture says little; the list may still help.`,
  chart: 'Each type’s share of customers and of revenue. Choose one to see its customers.',
  honest:
    'These six types come from one seller’s experience, not from research. Orders show only part of a person, and each customer gets the first type whose rule holds. Take them as a reminder, and let your own knowledge decide.',
  serve: 'How to serve them',
  people: (p: { customers: string }) => people(p.customers),
  advice: {
    relationship:
      'Be friendly, and keep friendship and business apart: the same prices and the same rules as for everyone, said early.',
    stingy:
      'Spend little time on haggling and give nothing away below cost. A small extra costs less than a price cut.',
    owner:
      'They know what things are worth: name the price first and explain it, then keep in regular touch.',
    task: 'They came to get something done. Take all of it off their hands, promise firmly, and do not press for more.',
    rational:
      'Give facts, sizes, dates, and keep every promise. What they rely on should not change without a word.',
    mixed: 'Watch before you act. The next order or a short talk tells more than a guess.',
  },
  rules: 'How each type is recognised',
  rulesLead: 'From top to bottom; the first rule that holds decides. Every number can be changed.',
  rule: {
    relationship:
      'The source of the first order says that a friend or another customer sent them, or a tag says so.',
    stingy:
      'Nearly every order at a large discount; or haggles in order notes and has much money given back.',
    owner: 'Many orders, with discounts used now and then: looks at price and quality alike.',
    task: 'One order, or a few within days, and silent ever since.',
    rational: 'Orders at a steady rhythm, with few refunds and little discount.',
    mixed: 'Everyone else, also those whose first order is too recent to tell.',
  },
  silence: (p: { days: string }) => `Silent means: more than ${p.days} days without an order in this shop.`,
  thresholds: {
    habit_orders: 'Orders, at least',
    bargain_from: 'Large discount, from',
    bargain_share: 'On this share of orders',
    bargain_returns: 'Haggling and refunded, over',
    owner_orders: 'Orders, at least',
    owner_low: 'Discount, from',
    owner_high: 'Discount, up to',
    task_orders: 'Orders, at most',
    task_days: 'Within days',
    task_factor: 'Silence, in usual gaps',
    rational_gaps: 'Gaps between orders, at least',
    rational_variation: 'Gaps vary, at most',
    rational_returns: 'Refunded, up to',
    rational_discount: 'Discount, up to',
  },
  sources: 'Sources that count as being sent',
  sourceOrders: (p: { n: string }) => `${p.n} ${p.n === '1' ? 'order' : 'orders'}`,
  lacking: {
    source: 'The data do not say where customers came from: only tags can tell this type.',
    discount: 'The data have no discounts, so this cannot be seen.',
    discountAndNotes: 'The data have neither discounts nor order notes, so this type cannot be told.',
    regular: 'The data have neither refunds nor discounts, so the rhythm alone decides.',
    gap: 'Nobody has come back yet, so there is no usual gap and this type cannot be told.',
  },
  tags: (p: { n: string }) =>
    `A tag of your own that names a type (“rational”, “task type”, 理智型 …) overrules the rules: it does so for ${people(p.n)}.`,
  noTags:
    'A tag of your own that names a type (“rational”, “task type”, 理智型 …) overrules the rules, whether in the file or added in the customer file.',
  evidence: 'What the rules can stand on',
  summary: 'The types in figures',
  exactlyOnce: (p: { total: string }) => `Each of the ${p.total} customers has exactly one type.`,
  customers: 'Customers',
  show: 'Show',
  everyone: 'All customers',
  reasons: {
    tag: 'your own tag',
    source: 'sent by somebody',
    friend: 'tagged a friend',
    bargains: 'nearly always at a large discount',
    bargaining: 'haggles and returns',
    compares: 'many orders, some at a discount',
    one_order: 'one order, then silent',
    few_days: 'a few days, then silent',
    regular: 'a steady rhythm',
    new: 'one order, too recent to tell',
    none: 'no rule holds',
  },
  columns: {
    type: 'Type',
    customers: 'Customers',
    customer_share: 'Share',
    orders: 'Orders',
    revenue: 'Revenue',
    revenue_share: 'Of revenue',
    mean_revenue: 'Mean revenue',
    mean_orders: 'Mean orders',
    mean_discount_share: 'Mean discount',
    mean_return_rate: 'Mean refunded',
    by_tag: 'By tag',
  },
  customerColumns: {
    customer_id: 'Customer',
    customer_name: 'Name',
    type: 'Type',
    reason: 'Why',
    revenue: 'Revenue',
    orders: 'Orders',
    source: 'Came from',
    bargain_orders: 'At a large discount',
    discount_share: 'Discount',
    return_rate: 'Refunded',
    recency_days: 'Days silent',
    span_days: 'First to last, days',
    gap_variation: 'Gaps vary',
    last_order: 'Last order',
  },
  formula: `Discount = discounts ÷ amount before them, of an order or of all orders of a customer. Refunded = refunds ÷ amount. Gaps vary = standard deviation ÷ mean of the gaps between consecutive orders (0 %: like clockwork; about 100 %: by chance). The usual gap is the median of all gaps in the shop.
Being sent, haggling and the names of types are recognised by words in the source, the notes and the tags; traffic such as “recommended for you” does not count as being sent.
The types are a seller’s. What stands for each of them here, and every threshold, is our choice.`,
};
