export default {
  title: 'Who brings the money?',
  who: 'Of',
  whos: { customers: 'customers', products: 'products' },
  guests: 'Sales without a customer',
  fees: 'Postage and fees',
  kept: { true: 'counted', false: 'left out' },
  answer: (p: { who: string; top: string; share: string; reach: string; reachShare: string }) =>
    `The best ${p.top} of the ${p.who} bring ${p.share} of revenue; it takes ${p.reach} of them (${p.reachShare}) to bring 80%.`,
  few: (p: { n: string; who: string }) =>
    `There are only ${p.n} ${p.who} with revenue in these data, too few to speak of a head and a tail.`,
  noKey:
    'The data do not say who bought. A column with the buyer (account, customer number, phone or e-mail) would tell customers apart; products can be chosen above.',
  noProducts:
    'The data do not say what was bought. A column with the product (name or code) would tell products apart; customers can be chosen above.',
  noMoney: 'The file has no prices, so there is no revenue to share out.',
  curve: 'Curve',
  curves: { pareto: 'Pareto: best first', lorenz: 'Lorenz: smallest first' },
  reading: (p: { who: string }) => `Share of the ${p.who}, best first`,
  sentence: (p: { x: string; n: string; y: string; who: string }) =>
    `The best ${p.x} (${p.n} ${p.who}) bring ${p.y} of revenue.`,
  point: (p: { x: string; y: string; who: string }) => `Best ${p.x} of ${p.who}\nbring ${p.y} of revenue`,
  pointLorenz: (p: { x: string; y: string; who: string }) =>
    `Smallest ${p.x} of ${p.who}\nbring ${p.y} of revenue`,
  chart: (p: { who: string; gini: string }) =>
    `How revenue is spread over the ${p.who}. The dashed line is an even spread; the Gini coefficient is ${p.gini}.`,
  axisX: (p: { who: string }) => `Share of ${p.who}`,
  axisY: 'Share of revenue',
  figures: {
    n: 'With revenue',
    gini: 'Gini coefficient',
    top1: 'Best 1%',
    top10: 'Best 10%',
    top20: 'Best 20%',
    top50: 'Best 50%',
  },
  giniNote: '0 = all alike, 1 = one has everything',
  abc: 'A, B and C',
  abcLead: (p: { a: string; b: string }) =>
    `A brings the first ${p.a} of revenue, B the next up to ${p.b}, C the rest.`,
  abcA: 'A ends at',
  abcB: 'B ends at',
  abcRow: (p: { class: string; n: string; nShare: string; share: string }) =>
    `${p.class}: ${p.n} (${p.nShare}) bring ${p.share}`,
  abcBars: { count: 'Number', value: 'Revenue' },
  abcChart: 'The share of A, B and C in the number and in the revenue.',
  tail: 'The long tail',
  tailRank: 'The head is the best',
  tailSentence: (p: { k: string; n: string; tail: string; head: string; who: string }) =>
    `Beyond the best ${p.k}, the other ${p.n} ${p.who} bring ${p.tail} of revenue; the head brings ${p.head}.`,
  tailMore: 'Here the tail outweighs the head.',
  tailLess: 'Here the head outweighs the tail.',
  excluded: (p: { n: string; who: string; value: string }) =>
    `${p.n} ${p.who} with no revenue, or less than none (${p.value}), are not in the curve.`,
  columns: {
    rank: 'Rank',
    id: 'Id',
    label: 'Name',
    value: 'Revenue',
    share: 'Share',
    cumulative_share: 'Running share',
    abc: 'Class',
  },
  table: (p: { who: string }) => `All ${p.who} by revenue`,
  formula:
    'Best x% = the revenue of the x% with the most revenue ÷ all revenue; a part of one counts by that part.\nGini = 2 Σ i·vᵢ ÷ (n Σ v) − (n + 1) ÷ n, with the values v in rising order.\nA, B, C: in order of revenue, until the running share reaches the limit; the one that crosses it belongs to the better class.',
};
