export default {
  title: 'Lessons',
  lead: 'For a class with a projector, or for one person alone. Every figure is worked out from the data that are open.',
  list: {
    'diaper-beer': {
      name: 'Diapers and beer',
      about:
        'The best-known pair of data mining: counted by hand, counted in full, split by the hour and held against chance. At the end, what is really known of the tale. Six steps.',
    },
  },
  stepOf: (p: { n: string; all: string }) => `Step ${p.n} of ${p.all}`,
  stepsLabel: 'Steps of the lesson',
  back: (p: { step: string }) => `Back: ${p.step}`,
  next: (p: { step: string }) => `Next: ${p.step}`,
  present: 'Full screen',
  leave: 'Leave full screen',
  keys: 'The arrow keys, Page Up and Page Down turn the steps. Escape leaves the full screen.',
  steps: {
    hand: 'Count by hand',
    store: 'The store',
    parts: 'Hour by hour',
    chance: 'Chance alone',
    tale: 'The tale',
    exercises: 'Exercises',
  },
  noData: 'No data are open. The lesson is best begun with the supermarket.',
  takeSample: 'Open the supermarket sample',
  noItems: 'The open file has no product column, so there are no baskets to count.',
  noPair: 'In the open file no two products were bought together often enough to make a lesson of them.',
  failed: (p: { message: string }) => `The baskets could not be read: ${p.message}`,
  pair: {
    label: 'The pair studied',
    left: 'If a basket has',
    right: 'then also',
    auto: 'Let the lesson choose',
    why: {
      chosen: 'You chose this pair.',
      story: 'The pair of the tale is in these data.',
      strongest: 'The believable pair that goes furthest beyond chance in these data, in baskets.',
      frequent: 'No pair in these data is believable; this one is most often together.',
    },
  },
  figures: { support: 'Support', confidence: 'Confidence', lift: 'Lift' },
  fraction: (p: { top: string; bottom: string }) => `${p.top} divided by ${p.bottom}`,
  hand: {
    answer: (p: { n: string; left: string; right: string }) =>
      `Here are ${p.n} baskets from the till. How often do ${p.left} and ${p.right} go together?`,
    tasks: {
      both: (p: { left: string; right: string }) =>
        `Tick every basket that holds both ${p.left} and ${p.right}.`,
      left: (p: { left: string }) => `Now tick every basket that holds ${p.left}, with or without the other.`,
      right: (p: { right: string }) =>
        `Last, tick every basket that holds ${p.right}, with or without the other.`,
    },
    basket: (p: { n: string }) => `Basket ${p.n}`,
    more: (p: { n: string }) => `and ${p.n} more`,
    check: 'Check',
    another: 'Another handful',
    again: 'Count again',
    ticked: (p: { n: string }) => `${p.n} ticked`,
    wrong: 'Not yet. Look again at the marked baskets.',
    missed: {
      both: 'has both, but is not ticked',
      left: (p: { left: string }) => `has ${p.left}, but is not ticked`,
      right: (p: { right: string }) => `has ${p.right}, but is not ticked`,
    },
    extra: {
      both: 'does not have both',
      left: (p: { left: string }) => `has no ${p.left}`,
      right: (p: { right: string }) => `has no ${p.right}`,
    },
    found: {
      both: (p: { s: string; n: string; support: string }) =>
        `Right: ${p.s} of ${p.n} baskets hold both. That is the support, ${p.support}.`,
      left: (p: { s: string; a: string; left: string; confidence: string }) =>
        `Right: ${p.a} baskets hold ${p.left}, and ${p.s} of those hold both. That is the confidence, ${p.confidence}.`,
      right: (p: { c: string; n: string; right: string; share: string; confidence: string; lift: string }) =>
        `Right: ${p.c} of ${p.n} baskets hold ${p.right} anyway, ${p.share}. The confidence was ${p.confidence}, ${p.lift} times as much. That is the lift.`,
    },
    few: 'These are real baskets, but chosen so that every kind is there. What holds in a handful need not hold in the store: see the next step.',
  },
  store: {
    answer: (p: { n: string; left: string; right: string; confidence: string; lift: string }) =>
      `In all ${p.n} baskets: of those with ${p.left}, ${p.confidence} also hold ${p.right}, ${p.lift} times as many as usual.`,
    both: 'hold both',
    all: 'all baskets',
    withLeft: (p: { left: string }) => `with ${p.left}`,
    withRight: (p: { right: string }) => `with ${p.right}`,
    meaning: {
      support: 'How often both are bought.',
      confidence: 'How sure the right side is, once the left is there.',
      lift: 'How many times as often as usual. 1 means the two have nothing to do with each other.',
    },
    rulesTitle: 'How many rules are there?',
    support: 'Support, at least',
    confidence: 'Confidence, at least',
    baskets: (p: { n: string; share: string }) => `${p.n} baskets (${p.share})`,
    left: (p: { rules: string; all: string }) => `${p.rules} of ${p.all} rules remain.`,
    place: (p: { rule: string; place: string }) => `By lift, ${p.rule} is number ${p.place} among them.`,
    gone: (p: { rule: string }) => `${p.rule} is no longer among them.`,
    looked: (p: { count: string }) =>
      `Looked at is every rule of up to three products that at least ${p.count} baskets hold.`,
    picture: (p: { n: string; all: string }) =>
      `Each point is a rule: the further right, the more baskets it is in; the higher, the surer. The two lines are the limits; the large point is the pair. Drawn are ${p.n} of ${p.all} rules.`,
    point: (p: { rule: string; support: string; confidence: string; lift: string }) =>
      `${p.rule}\nsupport ${p.support}, confidence ${p.confidence}, lift ${p.lift}`,
  },
  rule: (p: { left: string; right: string }) => `${p.left} → ${p.right}`,
  parts: {
    cut: 'Split the baskets by',
    cuts: { hour: 'hour of the day', week: 'weekend' },
    from: 'Evening begins at',
    to: 'and ends at',
    hour: (p: { h: string }) => `${p.h}:00`,
    whole: 'All baskets',
    inside: {
      hour: (p: { from: string; to: string }) => `${p.from}:00 to ${p.to}:00`,
      week: 'Saturday and Sunday',
    },
    outside: { hour: 'The rest of the day', week: 'Monday to Friday' },
    answer: {
      reversed: (p: PartWords) =>
        `All baskets together say ${p.whole}; taken apart, they say the opposite: ${p.inside} and ${p.outside}. That is Simpson’s paradox.`,
      overstated: (p: PartWords) =>
        `All baskets together show a lift of ${p.whole}. Neither part is that high: ${p.inside} and ${p.outside}.`,
      understated: (p: PartWords) =>
        `All baskets together show a lift of ${p.whole}. Both parts are higher: ${p.inside} and ${p.outside}.`,
      between: (p: PartWords) =>
        `All baskets together show a lift of ${p.whole}; the parts lie on either side of it: ${p.inside} and ${p.outside}.`,
      few: 'In one of the two parts a product was never bought, so no lift can be given there.',
    },
    why: {
      reversed: (p: ShareWords) =>
        `The parts differ in both products: ${p.leftInside} of the baskets in the first part hold ${p.left}, in the other ${p.leftOutside}; with ${p.right} it is ${p.rightInside} and ${p.rightOutside}. Thrown together, this difference looks like a bond, or hides one.`,
      overstated: (p: ShareWords) =>
        `When they shop does part of it. In the first part ${p.leftInside} of the baskets hold ${p.left}, in the other ${p.leftOutside}; with ${p.right} it is ${p.rightInside} and ${p.rightOutside}. Where both are common they meet often, and thrown together that looks like a bond between them.`,
      understated: (p: ShareWords) =>
        `In the first part ${p.leftInside} of the baskets hold ${p.left}, in the other ${p.leftOutside}; with ${p.right} it is ${p.rightInside} and ${p.rightOutside}. One is common where the other is rare, and thrown together that hides part of the bond.`,
      between: (p: ShareWords) =>
        `In the first part ${p.leftInside} of the baskets hold ${p.left}, in the other ${p.leftOutside}; with ${p.right} it is ${p.rightInside} and ${p.rightOutside}. The split does not explain the pair away; the bond is only stronger in one part than in the other.`,
      few: '',
    },
    opposite: (p: { strong: string; weak: string }) =>
      `And it is not one rule but two: in “${p.strong}” the two attract each other, in “${p.weak}” they avoid each other.`,
    strict:
      'A full Simpson’s paradox would be a lift above 1 for all baskets and below 1 in both parts, or the other way round.',
    within: (p: { lift: string }) =>
      `Comparing like with like, that is evening baskets with evening baskets only, the lift is ${p.lift}: baskets with both, divided by those expected if the two had nothing to do with each other within each part.`,
    withinWeek: (p: { lift: string }) =>
      `Comparing like with like, that is weekend baskets with weekend baskets only, the lift is ${p.lift}: baskets with both, divided by those expected if the two had nothing to do with each other within each part.`,
    one: 'lift 1: nothing to do with each other',
    baskets: (p: { n: string; a: string; c: string; s: string; left: string; right: string }) =>
      `${p.n} baskets · ${p.a} with ${p.left} · ${p.c} with ${p.right} · ${p.s} with both`,
    noTimes:
      'These data have dates but no time of day, so evening cannot be told from morning. They can be split by the weekend.',
    noDates:
      'These data have neither dates nor times, so the baskets cannot be split. With the supermarket sample it can be shown.',
    try: 'Split them another way and see whether the answer stays.',
  },
  chance: {
    answer: (p: { rules: string; lift: string; shuffled: string }) =>
      `${p.rules} rules have a lift above ${p.lift}. Shuffle the baskets until nothing belongs together any more, and ${p.shuffled} are still found.`,
    how: 'Shuffled means: every basket keeps its size, every product the number of baskets it is in. Only what goes with what is left to chance.',
    again: 'Shuffle again',
    seed: (p: { seed: string }) => `Shuffle number ${p.seed}`,
    lift: 'Lift, above',
    real: 'The baskets as they are',
    shuffled: 'The baskets shuffled',
    shown: 'rules found',
    standing: 'left after correction',
    believable: 'believable',
    example: (p: { rule: string; lift: string; baskets: string }) =>
      `Chance alone made this one: ${p.rule}, lift ${p.lift}, in ${p.baskets} baskets.`,
    noExample: 'This time chance made none.',
    correct: (p: { searched: string; level: string; lucky: string }) =>
      `${p.searched} rules were searched. Tested one by one at ${p.level}, about ${p.lucky} would pass if nothing at all were true. So the bar is raised for everything searched (Holm), not only for what is shown.`,
    after: (p: { standing: string; rules: string; shuffled: string }) =>
      `After the correction ${p.standing} of ${p.rules} rules remain in the real baskets, ${p.shuffled} in the shuffled ones.`,
    size: (p: { believable: string; shuffled: string }) =>
      `One trap is left: large baskets hold more of everything, so in them all things seem to go together. Compared among baskets of like size, and with the simpler rules inside them, ${p.believable} rules are believable, and ${p.shuffled} in the shuffled baskets.`,
    stands: (p: { rule: string }) => `${p.rule} is believable.`,
    falls: (p: { rule: string }) => `${p.rule} is not believable.`,
    outside: (p: { rule: string }) => `${p.rule} does not reach the limits set above.`,
    raised: (p: { count: string }) =>
      `More was found than fits; counted are rules in at least ${p.count} baskets.`,
  },
  tale: {
    answer: 'The tale is better than its evidence.',
    told: 'As textbooks tell it',
    toldText: [
      'A large supermarket chain, usually Walmart, searched its receipts.',
      'On Friday evenings young fathers, sent out for diapers, took beer as well. Thirty to forty per cent of them, some books say.',
      'The shop put the beer next to the diapers, and sales of both went up.',
    ],
    known: 'What is known',
    knownText: [
      'About 1992 a consulting group at Teradata, then part of NCR, looked at about 1.2 million baskets from about 25 Osco Drug stores. Thomas Blischok led it. The tool was SQL, not a mining program.',
      'They noticed that beer and diapers were bought together between five and seven in the evening.',
      'The stores did nothing about it. No shelf was moved.',
      'Even the finding is disputed: a colleague later said the pair had been made up as a snappy example.',
      'Walmart, the Friday and the young fathers were added by later tellers.',
      'No support, no confidence and no lift was ever published. The thirty to forty per cent has no source.',
    ],
    here: (p: { confidence: string; lift: string; left: string; right: string }) =>
      `And here? In the open data ${p.confidence} of the baskets with ${p.left} hold ${p.right}, a lift of ${p.lift}.`,
    invented: 'The supermarket sample is invented: its diapers and beer were put there for this lesson.',
    ask: 'Before you believe a rule, ask: how many baskets? How many rules were searched? Does it hold at other hours, and next month? Did anyone act on it and see a difference?',
    sources:
      'After: D. J. Power, “What is the true story about data mining, beer and diapers?”, DSS News, 2002; reports of talks by Thomas Blischok. The measures: Agrawal, Imieliński and Swami 1993 (support, confidence); Brin, Motwani, Ullman and Tsur 1997 (interest, now called lift).',
  },
  exercises: {
    answer: (p: { n: string }) =>
      `${p.n} exercises with numbers from the open data. Nothing you answer is kept.`,
    another: 'Other numbers',
    number: 'Your answer',
    check: 'Check',
    right: 'Right.',
    wrong: 'Not quite.',
    unreadable: 'Please give a number.',
    names: {
      lift: 'Work out the lift',
      support: 'From support to baskets',
      better: 'Which rule is better?',
      alone: 'Confidence alone',
      turn: 'The rule turned round',
      lucky: 'How many by luck?',
      correction: 'What the correction does',
      hour: 'Where does it come from?',
    },
    ask: {
      lift: (p: ExerciseWords) =>
        `There are ${p.n} baskets. ${p.a} of them hold ${p.left}, ${p.c} hold ${p.right}, ${p.s} hold both. What is the lift of ${p.rule}?`,
      support: (p: ExerciseWords) =>
        `There are ${p.n} baskets, and the support of ${p.left} together with ${p.right} is ${p.support}. How many baskets hold both?`,
      better: (p: ExerciseWords) =>
        `Two rules. ${p.rule}: confidence ${p.confidence}, lift ${p.lift}. ${p.otherRule}: confidence ${p.otherConfidence}, lift ${p.otherLift}. Which of them says that its products belong together?`,
      alone: (p: ExerciseWords) =>
        `${p.rule} has a confidence of ${p.confidence}. ${p.rightShare} of all baskets hold ${p.right}. What does the rule tell the shop?`,
      turn: (p: ExerciseWords) => `Turn ${p.rule} round: ${p.turned}. Which of the three figures changes?`,
      lucky: (p: ExerciseWords) =>
        `A search tests ${p.searched} rules, each at 5%. If no product had anything to do with any other, about how many would pass?`,
      correction: (p: ExerciseWords) =>
        `Another class searches twice as many rules in the same ${p.n} baskets. What does a correction for all rules searched do?`,
      hour: (p: ExerciseWords) =>
        `All baskets together show a higher lift for ${p.rule} than either part of the day. Why can that be?`,
    },
    options: {
      better: (p: ExerciseWords): Record<string, string> => ({ strong: p.rule, sure: p.otherRule }),
      alone: (p: ExerciseWords): Record<string, string> => ({
        nothing: `Hardly anything: baskets without ${p.left} hold ${p.right} about as often`,
        keen: `Buyers of ${p.left} are especially keen on ${p.right}`,
        cause: `Buying ${p.left} makes people buy ${p.right}`,
      }),
      turn: (): Record<string, string> => ({
        support: 'The support',
        confidence: 'The confidence',
        lift: 'The lift',
      }),
      correction: (): Record<string, string> => ({
        stricter: 'It asks each rule for stronger evidence than before',
        smaller: 'It makes every lift smaller',
        rarer: 'It drops the rules in the fewest baskets',
      }),
      hour: (p: ExerciseWords): Record<string, string> => ({
        together: 'Both are bought more at the same hours, so they meet more often',
        cause: `Buying ${p.left} makes people want ${p.right}`,
        mistake: 'Someone miscounted: the whole must lie between its parts',
      }),
    },
    because: {
      lift: (p: ExerciseWords) =>
        `Lift = (both × all) ÷ (left × right) = (${p.s} × ${p.n}) ÷ (${p.a} × ${p.c}) = ${p.lift}.`,
      support: (p: ExerciseWords) => `${p.support} of ${p.n} baskets is ${p.s}.`,
      better: (p: ExerciseWords) =>
        `${p.otherRule} is surer only because ${p.otherRightShare} of all baskets hold ${p.otherRight} anyway: lift ${p.otherLift}. ${p.rule} happens ${p.lift} times as often as usual.`,
      alone: (p: ExerciseWords) =>
        `${p.confidence} against ${p.rightShare} is a lift of ${p.lift}: next to nothing. High confidence often only means that the right side is popular. And no rule shows a cause.`,
      turn: (p: ExerciseWords) =>
        `Only the confidence: it divides by the left side. ${p.rule} has ${p.confidence}, ${p.turned} has ${p.turnedConfidence}. Support (${p.support}) and lift (${p.lift}) treat both sides alike.`,
      lucky: (p: ExerciseWords) =>
        `5% of ${p.searched} is ${p.lucky}. That is why a search must be corrected for.`,
      correction: (p: ExerciseWords) =>
        `The more is searched, the more looks strong by luck. Lift and baskets stay what they are; only the p that is asked for becomes smaller, here from 5% ÷ ${p.searched} to half of that for the first rule.`,
      hour: () =>
        'The parts differ in how common both products are. Thrown together, that difference looks like a bond. A whole need not lie between its parts: that is the point of Simpson’s paradox.',
    },
  },
};

/** The lifts of all baskets and of the two parts. */
interface PartWords {
  whole: string;
  inside: string;
  outside: string;
}

/** How common each product is in the two parts. */
interface ShareWords {
  left: string;
  right: string;
  leftInside: string;
  leftOutside: string;
  rightInside: string;
  rightOutside: string;
}

/** What exercises speak of, in words: a rule with its counts and figures, a second rule, the rule turned round. */
export interface ExerciseWords {
  left: string;
  right: string;
  rule: string;
  turned: string;
  n: string;
  a: string;
  c: string;
  s: string;
  support: string;
  confidence: string;
  lift: string;
  rightShare: string;
  turnedConfidence: string;
  otherRule: string;
  otherRight: string;
  otherRightShare: string;
  otherConfidence: string;
  otherLift: string;
  searched: string;
  lucky: string;
}
