const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const people = (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}`;

/** What a rule says of a number, the range in words. */
const features: Record<string, (range: string) => string> = {
  recency_days: (range) => `last order ${range} days ago`,
  tenure_days: (range) => `first order ${range} days ago`,
  orders: (range) => `${range} orders`,
  revenue: (range) => `${range} spent in all`,
  revenue_per_order: (range) => `${range} per order`,
  units_per_order: (range) => `${range} items per order`,
  discount_share: (range) => `${range} taken off as discount`,
  return_rate: (range) => `${range} given back as refunds`,
  margin: (range) => `a margin of ${range}`,
  age: (range) => `aged ${range}`,
};

export default {
  title: 'Is this segmentation any good?',
  list,
  segmentations: {
    '11': 'The 11 segments',
    '8': 'The 8 classes',
    tiers: 'The tiers by revenue',
    lifecycle: 'The life-cycle stages',
    quality: 'VIP to small',
    types: 'The six customer types',
    cuts: 'My own cut points',
    attribute: 'An attribute of the customers',
  },
  byAttribute: (p: { attribute: string }) => `Groups by ${p.attribute}`,
  answer: (p: { name: string; passed: number; weak: readonly string[] }) =>
    `${p.name} ${p.passed === 5 ? 'pass all five tests.' : `pass ${p.passed} of the five tests.`}${p.weak.map((part) => ` ${part}.`).join('')}`,
  weak: {
    fails: (p: { tests: string }) => `They fail on ${p.tests}`,
    borderline: (p: { tests: string }) => `Borderline: ${p.tests}`,
    unknown: (p: { tests: string }) => `Not to be told: ${p.tests}`,
  },
  verdicts: { passes: 'Passes', borderline: 'Borderline', fails: 'Fails', unknown: 'Cannot be told' },
  tests: {
    assignment: {
      name: 'assignment',
      heading: 'Assignment',
      question: 'Is everybody in exactly one segment?',
    },
    size: { name: 'size', heading: 'Size', question: 'Is none too small to bother, none too large to help?' },
    separation: {
      name: 'separation',
      heading: 'Separation',
      question: 'Do the segments differ in what matters?',
    },
    describability: {
      name: 'describability',
      heading: 'Describability',
      question: 'Can each be said in plain words?',
    },
    stability: {
      name: 'stability',
      heading: 'Stability',
      question: 'Would they be the same with other customers, at another time?',
    },
  },
  card: 'The five tests',
  goal: 'Whether the segments serve a goal of yours, such as whom to call or what to offer, is for you to say; no figure can.',
  assigned: (p: { customers: string }) => `Each of the ${people(p.customers)} is in exactly one segment.`,
  unplaced: (p: { none: string; customers: string; share: string }) =>
    `${p.none} of ${people(p.customers)} (${p.share}) are in no segment.`,
  several: (p: { several: string; share: string }) =>
    `${people(p.several)} (${p.share}) have had more than one value; one of them counts here, the latest or the main one.`,
  sizes: (p: { smallest: string; small: string; largest: string; large: string; limits: string }) =>
    `The smallest segment, ${p.smallest}, holds ${p.small} of the customers; the largest, ${p.largest}, ${p.large}. The limits are ${p.limits}.`,
  single: 'There is only one segment, so nothing is told apart.',
  empty: (p: { empty: string; segments: string }) => `${p.empty} of ${p.segments} segments are empty.`,
  separated: (p: { eta: string; strength: string; measure: string; log: string; chance: string }) =>
    `The segments account for ${p.eta} of the differences in ${p.measure} between customers (${p.strength}), and for ${p.log} on a logarithmic scale, where a few very large customers weigh less. Groups drawn by lot would account for ${p.chance}.`,
  strengths: {
    none: 'next to nothing',
    small: 'a small effect',
    medium: 'a medium effect',
    large: 'a large effect',
  },
  byChance: (p: { p: string }) => `Chance does as well once in a while (p = ${p.p}).`,
  beyondChance: (p: { p: string }) => `Chance alone would not do that (p = ${p.p}).`,
  foresight: (p: { date: string; eta: string; log: string; measure: string }) =>
    `Drawn up on ${p.date}, the segments would have accounted for ${p.eta} of the differences in ${p.measure} since then (${p.log} on the logarithmic scale): that is what they can tell beforehand.`,
  circular: 'This measure is part of the definition of the segments, so they had to differ in it.',
  noMeasure: (p: { measure: string }) =>
    `The data say nothing of ${p.measure}, or it is the same for everybody.`,
  described: (p: { hit: string; hits: string; tested: string; base: string }) =>
    `Plain rules, learned from one half of the customers, place ${p.hit} of the other half right (${p.hits} of ${p.tested}). Putting everybody into the largest segment would place ${p.base} right.`,
  expected:
    'The segments are defined by such measures, so a high hit rate is to be expected; it shows that the definition can be told in a few words.',
  tooManySegments: (p: { segments: string }) =>
    `${p.segments} segments are too many to describe in a few words.`,
  few: (p: { customers: string }) => `${people(p.customers)} are too few to tell.`,
  stopped: 'The calculation was stopped.',
  recovered: (p: { found: string; segments: string; draws: string; weakest: string; jaccard: string }) =>
    `In ${p.draws} shops drawn at random from these customers, ${p.found} of ${p.segments} segments are found again. The weakest is ${p.weakest}, with a similarity of ${p.jaccard}.`,
  fixed:
    'Where a customer belongs does not depend on who else is a customer, so drawing other customers could change it little: the limits of quarters may shift, no more. What counts is how it changes over time.',
  nearlyFixed:
    'Only the usual gap between orders depends on who else is a customer; all else of the types is fixed for each, so drawing other customers would change next to nothing. What counts is how it changes over time.',
  agreed: (p: { date: string; unchanged: string; customers: string; share: string; rand: string }) =>
    `Of ${people(p.customers)} known on ${p.date} already, ${p.unchanged} (${p.share}) are in the same segment today; adjusted Rand index ${p.rand}.`,
  agreedRenamed: (p: { date: string; customers: string; rand: string }) =>
    `The groups are named after their limits, which have changed since ${p.date}; those of the ${people(p.customers)} known then agree with today’s by an adjusted Rand index of ${p.rand}.`,
  notAgreed: (p: { date: string }) => `Too few customers were known on ${p.date} to compare.`,
  moving:
    'Segments that ask how recently somebody bought are meant to move: a low index says how soon a list is out of date.',
  controls: {
    by: 'Segmentation',
    attribute: 'Attribute',
    measure: 'Goal',
    measures: { revenue: 'revenue', orders: 'orders', profit: 'profit' },
    asOf: 'As of',
    before: 'Compared with',
    dateDefault: (p: { date: string }) => `if empty: ${p.date}`,
    small: 'Smallest segment, at least',
    large: 'Largest segment, at most',
    seed: 'Random seed',
  },
  working: 'Describing the segments and drawing shops at random',
  again: 'Work it out',
  pictures: 'Size and worth',
  sizeChart: 'Share of the customers in each segment; the dashed lines are the limits.',
  worthChart: 'Revenue per customer in each segment; the dashed line is the mean of all customers.',
  noSegment: 'in no segment',
  sizeRow: (p: { segment: string; customers: string; share: string }) =>
    `${p.segment}\n${people(p.customers)}, ${p.share}`,
  worthRow: (p: { segment: string; value: string }) => `${p.segment}\n${p.value} per customer`,
  moreSegments: (p: { shown: string; segments: string }) =>
    `The pictures show the ${p.shown} largest of ${p.segments} segments; the table has all.`,
  sizeTable: 'The segments in figures',
  sizeColumns: {
    segment: 'Segment',
    customers: 'Customers',
    customer_share: 'Share',
    orders: 'Orders',
    revenue: 'Revenue',
    revenue_share: 'Of revenue',
    mean_orders: 'Orders each',
    mean_revenue: 'Revenue each',
  },
  rules: 'The segments in plain words',
  rulesLead:
    'For each segment the rule that singles it out best. Precision: of the customers the rule holds for, how many are in the segment. Coverage: of the segment, how many the rule finds. Both on customers the rule was not learned from.',
  rulesTable: 'The best rule for each segment',
  ruleColumns: {
    segment: 'Segment',
    rule: 'Rule',
    matched: 'Holds for',
    right: 'Rightly',
    precision: 'Precision',
    members: 'Segment',
    coverage: 'Coverage',
  },
  noRule: 'no rule of a few words singles it out',
  features,
  joinRule: list,
  ranges: {
    atMost: (p: { to: string }) => `at most ${p.to}`,
    above: (p: { from: string }) => `more than ${p.from}`,
    atLeast: (p: { from: string }) => `at least ${p.from}`,
    between: (p: { from: string; to: string }) => `more than ${p.from} and at most ${p.to}`,
    whole: (p: { from: string; to: string }) => `${p.from} to ${p.to}`,
    exactly: (p: { value: string }) => p.value,
  },
  orUnknown: (p: { condition: string }) => `${p.condition} (or unknown)`,
  isValue: (p: { attribute: string; value: string }) => `${p.attribute}: ${p.value}`,
  isNot: (p: { attribute: string; values: string }) => `${p.attribute} other than ${p.values}`,
  recovery: 'Found again or not',
  recoveryChart: (p: { draws: string }) =>
    `How similar each segment is to its best match in ${p.draws} shops drawn at random (1: the same customers). Up to .5 it is dissolved, from .75 on stable.`,
  recoveryRow: (p: { segment: string; jaccard: string; found: string; draws: string }) =>
    `${p.segment}\nsimilarity ${p.jaccard}\nfound again in ${p.found} of ${p.draws} draws`,
  recoveryTable: 'Each segment in the shops drawn',
  recoveryColumns: {
    segment: 'Segment',
    jaccard: 'Mean similarity',
    draws: 'Draws',
    found: 'Found again',
    dissolved: 'Dissolved',
  },
  comparison: 'Which segmentation tells customers apart best?',
  comparisonLead:
    'All of them on the same customers and the same goal. More groups always account for a little more: compare with what as many groups drawn by lot would. A segmentation that is made from the goal itself, as the tiers are from revenue, has an easy life here.',
  comparisonChart: (p: { measure: string }) =>
    `Share of the differences in ${p.measure} that each segmentation accounts for (η²); the dashed lines are small, medium and large effects by Cohen. What accounts for no more than a lot would is only in the table. Choose one to judge it.`,
  comparisonRow: (p: { name: string; eta: string; segments: string }) =>
    `${p.name}\nη² ${p.eta}\n${p.segments} groups`,
  comparisonTable: 'All segmentations compared; choose one to judge it',
  comparisonColumns: {
    segmentation: 'Segmentation',
    segments: 'Groups',
    placed: 'Customers placed',
    smallest_share: 'Smallest',
    largest_share: 'Largest',
    eta_squared: 'η²',
    eta_squared_log: 'η² (log)',
    eta_squared_chance: 'η² by lot',
  },
  statements: {
    separation: 'Separation',
    foresight: 'Separation of what came after',
    agreement: 'Agreement between the two dates',
    several: 'More than one value',
    attributes: 'The attributes',
    customers: 'What the rules are learned from',
  },
  noAttributes: 'Nothing is known of the customers besides their orders.',
  formula: [
    'The five tests come from teaching material; the figures and limits behind them are our choice.',
    'Assignment: customers in no segment or, for an attribute, with several values. None passes, up to 5 % is borderline.',
    'Size: shares of the smallest and the largest segment against your limits. One limit broken is borderline, both fail.',
    'Separation: η² = sum of squares between segments ÷ total sum of squares; the logarithmic one of ln(1 + value), negative values as 0. From 6 % on it passes, from 1 % on it is borderline (small, medium, large after Cohen: 1, 6, 14 %). p: how often 199 random redistributions of the segments do as well.',
    'Describability: a classification tree (Gini, at most four questions, each answer at least half a per cent of the customers) learned on a random half, judged on the other. It passes from 75 % right on, fails below 50 % or when it puts right less than a tenth of what the largest segment alone gets wrong. A rule is given where the mean of precision and coverage (F1) reaches .4.',
    'Stability: 100 times as many customers as there are, drawn with replacement and put into segments anew; per segment the mean of the largest Jaccard similarity (Hennig 2007): all from .75 on pass; it fails when segments of at most .5 hold more than 5 % of the customers. Adjusted Rand index (Hubert and Arabie 1985) between the two dates: from .65 on it passes, from .4 on it is borderline (after Steinley 2004), and for segments that are meant to move never worse than that. The worse of the two counts.',
  ].join('\n'),
};
