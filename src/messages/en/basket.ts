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
  survivors: (p: { searched: string; believable: string }) =>
    `${p.searched} rules were searched; ${p.believable === '0' ? 'none' : p.believable} of them can be believed.`,
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
    column: (p: { column: string }) =>
      `No line has a value for ${p.column}. Choose something else above to see what goes together.`,
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
  items: {
    product: 'a product',
    category: 'a category',
    levels: 'a product or a category',
    region: 'a region',
    city: 'a city',
    source: 'a source',
    platform: 'a platform',
    gender: 'a gender',
    status: 'an order status',
    item_status: 'an item status',
    complaint: 'a complaint',
  },
  itemColumn: (p: { column: string }) => `“${p.column}”`,
  levelsNote:
    'Categories stand in [brackets]. No rule joins a product with its own category, since that says nothing.',
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
    `${p.found} itemsets or more are in at least ${p.asked}: raise the support to ${p.support} (${p.count}). What you see is at that support.`,
  tooManyRules: (p: { found: string; kept: string }) =>
    `Of ${p.found} rules only ${p.kept} are kept: the believable ones, and the most confident of the others.`,
  over: (p: { over: string; cap: string }) =>
    `${p.over} with more than ${p.cap} different items are left out as wholesale.`,
  judged: (p: { looked: string; believable: string; kept: string }) =>
    `Believable are ${p.believable} of ${p.kept} rules. To find them ${p.looked} possible rules were looked at; the tests allow for that.`,
  later: (p: { later: string; from: string; to: string }) =>
    `Rules were also tried on the ${p.later} from ${p.from} to ${p.to}.`,
  laterOff: 'Rules were not tried on later baskets: that test is switched off.',
  laterFew:
    'Rules could not be tried on later baskets: the file has no dates, or too few baskets fall into the later part.',
  holdout: 'Try rules on',
  holdouts: (p: { share: string }) => `the last ${p.share}`,
  holdoutOff: 'nothing later',
  believable: 'Show',
  believables: { any: 'all rules', only: 'believable only' },
  folded: (p: { n: string }) =>
    `${p.n} longer rules are about the very same baskets as a shorter one and are folded under it.`,
  foldedShow: 'Unfold them',
  foldedHide: 'Fold them',
  foldedUnder: 'Folded under it, since the same baskets hold them:',
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
  verdict: { true: 'This rule can be believed.', false: 'This rule cannot be believed:' },
  why: {
    chance: (p: { p: string; adjusted: string; searched: string }) =>
      `More often than chance: Fisher’s exact p is ${p.p}, and ${p.adjusted} when adjusted for all ${p.searched} rules searched.`,
    noChance: (p: { p: string; adjusted: string; searched: string }) =>
      `Chance may explain it: Fisher’s exact p is ${p.p}, but among ${p.searched} rules searched one like it turns up by accident (adjusted p ${p.adjusted}).`,
    size: (p: { adjusted: string }) =>
      `Not only because large baskets hold more of everything: among baskets of like size it still stands (adjusted p at most ${p.adjusted}).`,
    noSize: (p: { adjusted: string }) =>
      `Large baskets hold more of everything, and that may explain it: among baskets of like size it does not stand (adjusted p at most ${p.adjusted}).`,
    productive: 'Better than every simpler rule made of its items.',
    noProductive: 'No better than a simpler rule made of its items, or not by more than chance allows.',
    noUsual: 'No more frequent than the right side is anyway, or not by more than chance allows.',
    redundant: 'Leave an item out and the same baskets remain: the shorter rule says it all.',
    held: (p: { baskets: string; lift: string; p: string }) =>
      `It holds later on: ${p.baskets} of the later part have all of it, lift ${p.lift}, p ${p.p}.`,
    noEarlier: 'The earlier part does not show it, so the later part cannot confirm it.',
    noLater: (p: { baskets: string; lift: string; p: string }) =>
      `It does not hold later on: ${p.baskets} of the later part have all of it, lift ${p.lift}, p ${p.p}.`,
    fewLater: 'Too few later baskets hold either side to say whether it lasts.',
  },
  measures: 'All measures of this rule, worked out',
  measureColumns: { name: 'Measure', formula: 'Formula', numbers: 'With its numbers', value: 'Result' },
  measureNames: {
    support: 'Support',
    confidence: 'Confidence',
    lift: 'Lift',
    leverage: 'Leverage',
    conviction: 'Conviction',
    zhang: 'Zhang',
    cosine: 'Cosine',
    jaccard: 'Jaccard',
    kulczynski: 'Kulczynski',
    imbalance: 'Imbalance',
    p: 'Fisher’s exact p',
    pHolm: 'p after Holm',
    q: 'q (Benjamini and Hochberg)',
  },
  matrix: 'Every item with every other',
  matrixBy: 'Colour by',
  matrixLabel: (p: { items: string }) =>
    `The ${p.items} items in most baskets that go with another. A row is the left side of a rule, a column the right side. Choose a field for its rule; empty fields are under the limits.`,
  next: (p: { item: string }) => `Next to ${p.item}, one order on or back`,
  direction: 'Look at',
  directions: { after: 'the order after', before: 'the order before' },
  nextLead: (p: { item: string; visits: string; next: string; share: string; usual: string }) =>
    `${p.visits} orders with ${p.item} have another order of the same customer next to them. ${p.next} is in ${p.share} of these, against ${p.usual} usually.`,
  nextBeyond: (p: { beyond: string; compared: string }) =>
    p.beyond === '0'
      ? `Of the ${p.compared} items compared none is beyond chance: take what follows as a hint at most.`
      : `Of the ${p.compared} items compared, ${p.beyond} ${p.beyond === '1' ? 'is' : 'are'} beyond chance (z over customers, adjusted for all of them).`,
  nextNone: (p: { item: string }) =>
    `Too few customers with ${p.item} have another order next to it to say what they buy then.`,
  nextColumns: {
    item: 'Item',
    lift: 'Times as often as usual',
    share: 'Share',
    usual: 'Usually',
    times: 'Orders',
    customers: 'Customers',
    z: 'z',
  },
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
  groups: 'Groups of items that go with each other more than with the rest',
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
    believable: 'Believable',
    p: 'p',
    p_holm: 'p (Holm)',
    q: 'q',
    productive: 'Beats simpler',
    holds: 'Holds later',
    holdout_lift: 'Later lift',
  },
  yes: { true: 'yes', false: 'no' },
  itemsets: 'Itemsets',
  size: 'Number of items',
  sizeAll: 'all',
  itemsetColumns: { size: 'Size', items: 'Items', baskets: 'Baskets', support: 'Support' },
  basketItems: 'Baskets',
  formula:
    'N baskets; s of them hold everything in the rule, a its left side, c its right side.\nSupport = s ÷ N: how often it happens.\nConfidence = s ÷ a: how sure the right side is once the left side is there.\nLift = confidence ÷ (c ÷ N): how many times as often as usual; 1 means the two have nothing to do with each other.\nLeverage = s ÷ N − (a ÷ N)(c ÷ N): the share of baskets beyond what chance would give.\nConviction = (1 − c ÷ N) ÷ (1 − confidence): how much more often the rule would fail if it were chance; infinite if it never fails.\nAn itemset is frequent when at least support × N baskets hold it, rounded up. Every frequent itemset is found, and every rule with one item on the right. Each item counts once in a basket.\np is Fisher’s exact test, one-sided: the probability that s or more of the a baskets hold the right side by chance. p (Holm) and q (Benjamini and Hochberg) are adjusted for all rules the frequent itemsets give.\nA rule is believable when p (Holm) is at most 0.05; when among baskets of like size, adjusted for every frequent left side with every other frequent item, it is so too (an upper bound, Chernoff’s, ours); when its confidence beats all simpler rules, each item of its left side at p ≤ 0.05 (Webb 2007); and when both the earlier and the later part show it (lift above 1, p ≤ 0.05), unless the later part is too small for that. The measures shown are those of all baskets.\nThe groups of the network are communities: items are joined as long as that raises modularity (Clauset, Newman and Moore 2004), a pair counting by its baskets beyond those chance would give.',
};
