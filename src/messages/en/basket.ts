export default {
  title: 'What sells together?',
  /** So many baskets, by what a basket is. */
  some: {
    order: (p: { n: string }) => `${p.n} orders`,
    customer_day: (p: { n: string }) => `${p.n} shopping days`,
    customer: (p: { n: string }) => `${p.n} customers`,
  },
  names: (p: { items: readonly string[] }) =>
    p.items.map((item, i) => `${i === 0 ? '' : i < p.items.length - 1 ? ', ' : ' and '}“${item}”`).join(''),
  answer: (p: { all: string; antecedent: string; consequent: string; confidence: string; lift: string }) =>
    `Of ${p.all}, those with ${p.antecedent} also have ${p.consequent} in ${p.confidence} of cases, ${p.lift} times as often as usual.`,
  answerNone: (p: { all: string; support: string; confidence: string }) =>
    `Of ${p.all}, no two things sell together more than by chance at a support of ${p.support} and a confidence of ${p.confidence}. Lower a limit to see more.`,
  answerAlone: (p: { item: string; support: string; confidence: string }) =>
    `Nothing goes with ${p.item} more than by chance at a support of ${p.support} and a confidence of ${p.confidence}. Lower a limit to see more.`,
  answerFew: (p: { several: string; all: string }) =>
    `Only ${p.several} of ${p.all} hold two different items or more: too few to say what sells together. What follows only shows the method.`,
  noItems: {
    product:
      'The file has no product column, so nothing shows what was bought together. A product name or number on every line would unlock this page.',
    category:
      'The file has no category column. Choose products above, or add a category to every line to see which categories sell together.',
  },
  noneTogether: (p: { all: string }) =>
    `None of ${p.all} holds two different items or more within these options, so nothing was bought together.`,
  stopped: 'The search was cancelled.',
  again: 'Search again',
  failed: (p: { message: string }) => `The search did not work: ${p.message}`,
  progress: 'Looking for what sells together',
  per: 'A basket is',
  pers: { order: 'an order', customer_day: 'a customer’s day', customer: 'a customer' },
  item: 'An item is',
  items: { product: 'a product', category: 'a category' },
  fees: 'Postage and fees',
  kept: { true: 'counted', false: 'left out' },
  cap: 'Largest basket',
  caps: (p: { n: string }) => `${p.n} items`,
  capNone: 'any size',
  support: 'Support, at least',
  automatic: 'Choose for me',
  confidence: 'Confidence, at least',
  lift: 'Lift, at least',
  anyLift: 'any',
  summary: (p: {
    all: string;
    several: string;
    itemsets: string;
    rules: string;
    support: string;
    count: string;
  }) =>
    `${p.all}, of which ${p.several} hold two items or more. ${p.itemsets} itemsets in at least ${p.count} (${p.support}); ${p.rules} rules.`,
  tooMany: (p: { found: string; asked: string; support: string; count: string }) =>
    `More than ${p.found} itemsets are in at least ${p.asked}: too many. They fit from a support of ${p.support} (${p.count}) on, which is what you see.`,
  tooManyRules: (p: { found: string; kept: string }) =>
    `Of ${p.found} rules only the ${p.kept} most confident are kept.`,
  over: (p: { over: string; cap: string }) =>
    `${p.over} with more than ${p.cap} different items are left out as wholesale.`,
  noCustomers: 'The file does not say who bought, so every order stays a basket of its own.',
  guests: (p: { n: string }) => `${p.n} do not say who bought; each of them stays a basket of its own.`,
  find: 'What goes with',
  findHint: 'type an item',
  findNone: (p: { text: string; count: string }) => `No item like “${p.text}” is in at least ${p.count}.`,
  clear: 'Show everything again',
  side: 'It stands',
  sides: { any: 'on either side', left: 'left: who buys it also buys …', right: 'right: … leads to it' },
  rule: 'The strongest rule',
  ruleChosen: 'The chosen rule',
  ruleBack: 'Back to the strongest rule',
  sentence: (p: { antecedent: string; consequent: string; confidence: string; lift: string }) =>
    `With ${p.antecedent}, ${p.confidence} also have ${p.consequent}, ${p.lift} times as often as usual.`,
  steps: {
    support: (p: { s: string; n: string; value: string }) =>
      `Support = both ÷ all = ${p.s} ÷ ${p.n} = ${p.value}`,
    confidence: (p: { s: string; a: string; value: string }) =>
      `Confidence = both ÷ left side = ${p.s} ÷ ${p.a} = ${p.value}`,
    lift: (p: { confidence: string; c: string; n: string; value: string }) =>
      `Lift = confidence ÷ share of the right side = ${p.confidence} ÷ (${p.c} ÷ ${p.n}) = ${p.value}`,
    leverage: (p: { more: string; value: string }) =>
      `Leverage = support − what chance alone would give = ${p.value}, which is ${p.more} more than by chance`,
    conviction: (p: { value: string }) =>
      `Conviction = (1 − share of the right side) ÷ (1 − confidence) = ${p.value}`,
  },
  simpler:
    'This rule beside the rules made of its items alone. A longer rule is worth something only if it beats its simpler ones.',
  caution:
    'High lift or high confidence alone is no proof: many rules were searched, and some look strong by chance, above all those in few baskets. Try a rule before relying on it.',
  scatter: 'Rules by support and confidence',
  scatterLabel: (p: { n: string; rules: string }) =>
    `Each point is a rule: the further right, the more baskets it is in; the higher, the surer; the stronger the colour, the higher its lift. Shown are the ${p.n} of highest lift out of ${p.rules}.`,
  axes: { support: 'Support', confidence: 'Confidence', lift: 'Lift' },
  network: 'Which items belong together',
  networkLabel: (p: { items: string; pairs: string }) =>
    `${p.items} items joined by the ${p.pairs} pairs of highest lift. Larger points are in more baskets. Choose an item to see what goes with it.`,
  networkItem: (p: { item: string; baskets: string; share: string }) =>
    `${p.item}\n${p.baskets} (${p.share})`,
  networkNone: 'No pair of single items passes these limits.',
  rules: 'Rules',
  columns: {
    antecedent: 'With',
    consequent: 'also',
    lift: 'Lift',
    confidence: 'Confidence',
    baskets: 'Baskets',
    support: 'Support',
    leverage: 'Leverage',
    conviction: 'Conviction',
  },
  itemsets: 'Itemsets',
  size: 'Number of items',
  sizeAll: 'all',
  itemsetColumns: { size: 'Size', items: 'Items', baskets: 'Baskets', support: 'Support' },
  basketItems: 'Baskets',
  formula:
    'N baskets; s of them hold everything in the rule, a its left side, c its right side.\nSupport = s ÷ N: how often it happens.\nConfidence = s ÷ a: how sure the right side is once the left side is there.\nLift = confidence ÷ (c ÷ N): how many times as often as usual; 1 means the two have nothing to do with each other.\nLeverage = s ÷ N − (a ÷ N)(c ÷ N): the share of baskets beyond what chance would give.\nConviction = (1 − c ÷ N) ÷ (1 − confidence): how much more often the rule would fail if it were chance; infinite if it never fails.\nAn itemset is frequent when at least support × N baskets hold it, rounded up. Every frequent itemset is found, and every rule with one item on the right. Each item counts once in a basket.',
};
