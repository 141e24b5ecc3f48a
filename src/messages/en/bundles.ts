interface Answer {
  first: string;
  second: string;
  off: string;
  kind: 'margin' | 'revenue';
  /** Whether it is the best pair by itself, not one the reader chose. */
  best: boolean;
  /** Whether `net`, which has no sign, is won or lost. */
  gains: boolean;
  net: string;
  low: string;
  high: string;
  /** From when to when, or nothing without dates. */
  period: string;
  uptake: string;
  /** Null when the bundle pays at no uptake. */
  breakeven: string | null;
  /** The largest discount that pays at this uptake, where the bundle loses but some discount does not. */
  largest: string | null;
}

export default {
  title: 'What goes into a bundle?',
  answer: (p: Answer) =>
    `${p.best && !p.gains ? 'Not even the best pair pays: ' : ''}“${p.first}” with “${p.second}” ${p.off} would have ${p.gains ? 'brought' : 'cost'} about ${p.net} ${p.kind === 'margin' ? 'of margin' : 'in revenue'}${p.period} (between ${p.low} and ${p.high}), supposing that ${p.uptake} of the orders with only one of them had taken it. ${p.breakeven === null ? 'At this price it pays at no such share.' : `It pays from ${p.breakeven}${p.largest === null ? '' : `, or up to ${p.largest} off at the share supposed`}.`}`,
  period: (p: { from: string; to: string }) => ` from ${p.from} to ${p.to}`,
  off: (p: { percent: string; tenths: string }) => `at ${p.percent} off`,
  discount: 'Discount on the bundle',
  min: 'Together in at least (orders)',
  cap: 'Largest order (products, 0: any)',
  days: 'Bought later within (days)',
  captions: {
    offers: (p: { n: string }) => `${p.n} pairs as bundles`,
    placement: (p: { n: string }) => `${p.n} pairs beyond chance`,
    goesWith: (p: { n: string }) => `Products with up to ${p.n} companions`,
  },
  back: 'Back to the best bundle',
  noneTogether: 'No order holds two different products, so nothing shows what could be sold together.',
  none: (p: { min: string }) =>
    `No two products are together in ${p.min} orders or more and more often than by chance. Lower that number, or add more orders.`,
  unknown: 'The data have no such pair of products.',
  noPrice: 'What these products were sold for is not in the data, so nothing can be worked out.',
  few: (p: { several: string }) =>
    `Only ${p.several} orders hold two products or more: too few to rely on. What follows only shows the method.`,
  byChance: 'These two are together no more often than by chance.',
  figures: {
    bundles: 'More orders with both',
    margin: 'Margin more or less',
    revenue: 'Revenue more or less',
    breakeven: 'It pays',
  },
  uptakeOf: (p: { share: string; alone: string }) => `${p.share} of ${p.alone} orders with only one`,
  between: (p: { low: string; high: string }) => `between ${p.low} and ${p.high}`,
  perMonth: (p: { value: string }) => `${p.value} a month`,
  from: (p: { share: string }) => `from ${p.share}`,
  never: 'at no share',
  paysBy: {
    margin: 'of the orders with only one, by margin',
    revenue: 'of the orders with only one, by revenue',
  },
  noCost:
    'The data have no cost for both products, so margins cannot be shown; add the column cost (what a line’s pieces cost you). By revenue alone a bundle looks better than it is.',
  gain: {
    margin: 'What is left over at each discount',
    revenue: 'What revenue is left over at each discount',
  },
  axis: { margin: 'Margin', revenue: 'Revenue' },
  stops: (p: { percent: string }) => `pays up to ${p.percent}`,
  gainLabel:
    'Money more or less over the time of the data at the same assumed share, so it falls as the discount grows. A larger discount should persuade more: how many more, orders alone cannot tell. The band is what the counts leave uncertain (95 %), not the assumption.',
  low: 'Low end',
  high: 'High end',
  point: (p: { discount: string; net: string; low: string; high: string; uptake: string }) =>
    `${p.discount} off: ${p.net} (${p.low} to ${p.high}); pays ${p.uptake}`,
  parts: 'What it is made of',
  partsLabel: 'What is won and what is lost at this discount.',
  partNames: { won: 'Won', given: 'Given away', cannibalised: 'Sold anyway', net: 'Left over' },
  partNotes: {
    won: 'the added product in orders that had only one, less their discount',
    given: 'the discount on orders that held both anyway',
    cannibalised: 'what the same customers would have bought later at the full price',
    net: 'won, less given away, less sold anyway',
  },
  partRow: (p: { name: string; value: string; what: string }) => `${p.name} ${p.value}: ${p.what}`,
  assumption: 'What is assumed',
  cannotTell:
    'Orders alone cannot tell how customers react to a discount. How many take the bundle is an assumption, and the result follows it: change it here, or try the bundle on a few orders first.',
  uptake: (p: { has: string; takes: string }) => `Of orders with “${p.has}” alone, “${p.takes}” is added by`,
  uptakeNote: (p: { alone: string; both: string; share: string; usual: string }) =>
    `${p.both} orders hold both (${p.share}), ${p.alone} this one alone. To begin with: ${p.usual}, a quarter of the cautious end of that share.`,
  laterNote: (p: { watched: string; later: string; takes: string; days: string; share: string }) =>
    `Of ${p.watched} such orders whose customer can be followed for ${p.days} days, ${p.later} (${p.share}) were followed by “${p.takes}” anyway; so much of what the bundle adds is counted as sold anyway.`,
  noLater: (p: { days: string }) =>
    `No order with only one can be followed for ${p.days} days, since customers or dates are missing or the data end too soon. What would have been bought later anyway is not subtracted, so the result is too good.`,
  offers: 'Pairs for a bundle',
  offersLead:
    'Pairs that are together more often than chance, with what a bundle at this discount would leave over if the usual share took it. What is bought later anyway is not subtracted here. Choose a row to look at its bundle. The best of many looks better than it is.',
  offerColumns: {
    first_product: 'Product',
    second_product: 'with',
    extra_margin: 'Margin more or less',
    extra_revenue: 'Revenue more or less',
    breakeven_uptake: 'Pays from',
    extra_bundles: 'More with both',
    baskets: 'Orders with both',
    first_only: 'Only the first',
    second_only: 'Only the second',
    lift: 'Lift',
    believable: 'Believable',
  },
  placement: 'Pairs to put side by side',
  placementLead:
    'On a shelf or on each other’s page: the pairs with most orders beyond chance. It costs nothing to try, and no discount is given.',
  pairColumns: {
    first_product: 'Product',
    second_product: 'beside',
    baskets: 'Orders with both',
    surplus: 'Beyond chance',
    lift: 'Lift',
    first_confidence: 'Of the first’s orders',
    second_confidence: 'Of the second’s orders',
    believable: 'Believable',
  },
  judgeThem:
    'Whether pairs can be believed, by later orders too, is tested on the page “What sells together?”. Open it once, and its verdict stands in these tables.',
  goesWith: 'Goes with: the list for your shop',
  goesWithLead:
    'For each product what to offer beside it, ready for a shop’s “goes with” field. Within the limits, pairs beyond chance come first, then those with most orders beyond chance. The file also has the product ids, as text.',
  goesWithJudged: ' The rules that the page “What sells together?” found believable come before all others.',
  goesWithColumns: { product_id: 'Product id', product: 'Product' },
  companion: (p: { n: string }) => `Goes with (${p.n})`,
  companions: 'Companions, at most',
  minLift: 'Lift above',
  counts: 'The bundle',
  over: (p: { over: string; cap: string }) =>
    `${p.over} orders with more than ${p.cap} different products are left out as wholesale.`,
  fees: 'Postage and fees are left out.',
  formula:
    'A basket is an order; one bundle, of one piece of each, is counted an order. Price and cost of a piece are medians over the lines of a product, so that no wholesale line decides; the price is after discounts and less the share of the product’s sales given back. Reduction = discount × (price of the first + price of the second).\nTakers = orders with only one × the share assumed to take the bundle, for each of the two separately.\nWon = takers × (price or margin of the product added − reduction).\nGiven away = orders with both × reduction: they would have bought both anyway.\nSold anyway = takers × price or margin of the product added × share of the orders with only one that were followed by the other product from the same customer within the days set. Only orders whose customer is known and which lie so many days before the end of the data are counted for that share.\nLeft over = won − given away − sold anyway. It pays from the share at which nothing is left over, the two directions in proportion.\nThe assumed share is ours: a quarter of the lower end of the Wilson interval (95 %) of orders with both ÷ orders with the product.\nThe range holds the middle 95 % of 1,000 draws: the counts of orders from a Dirichlet, those followed from a beta distribution (Jeffreys), prices and the assumed share kept; the same data give the same range.\nTogether more often than chance: lift above 1 and an upper bound (Chernoff) of p, times all pairs of products in enough orders, at most 0.05. p is taken twice and the larger counts: Fisher’s, one-sided, as though every order held each product alike; and, since large orders hold more of everything, with all pairs found in orders dealt out by how often each product sells.\nOrders beyond chance = orders with both − the larger of what these two lead one to expect: orders with the first × orders with the second ÷ all orders, or × all pairs in orders ÷ the sum of such products over all pairs of products. The page “What sells together?” also tries rules on later orders.',
};
