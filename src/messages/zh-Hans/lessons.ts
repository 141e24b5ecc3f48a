import type { Messages } from '../index.ts';

export default {
  title: '课程',
  lead: '可以在课堂上投影，也可以一个人学。每个数字都由现在打开的数据算出。',
  list: {
    'diaper-beer': {
      name: '尿布与啤酒',
      about:
        '数据挖掘里最有名的一对商品：先动手数，再数全店，按时段拆开，和碰巧比一比，最后看看这个故事到底有多少是真的。共六步。',
    },
  },
  stepOf: (p) => `第 ${p.n} 步，共 ${p.all} 步`,
  stepsLabel: '课程步骤',
  back: (p) => `上一步：${p.step}`,
  next: (p) => `下一步：${p.step}`,
  present: '全屏',
  leave: '退出全屏',
  keys: '方向键、Page Up 和 Page Down 可以翻步骤，Esc 退出全屏。',
  steps: {
    hand: '动手数一数',
    store: '全店的数',
    parts: '按时段拆开',
    chance: '碰巧能有多像',
    tale: '故事的真相',
    exercises: '练习',
  },
  noData: '还没有打开数据。这节课最好从超市示例开始。',
  takeSample: '打开超市示例',
  noItems: '打开的文件里没有商品一列，没有购物篮可数。',
  noPair: '打开的文件里，没有哪两样商品一起买的次数多到可以拿来上课。',
  failed: (p) => `购物篮没有读出来：${p.message}`,
  pair: {
    label: '研究哪一对',
    left: '买了',
    right: '也买',
    auto: '让课程自己选',
    why: {
      chosen: '这一对是您选的。',
      story: '数据里正好有故事中的这一对。',
      strongest: '这是数据里可信的一对，比碰巧多出的购物篮最多。',
      frequent: '数据里没有哪一对可信，这一对是一起出现最多的。',
    },
  },
  figures: { support: '支持度', confidence: '置信度', lift: '提升度' },
  fraction: (p) => `${p.top} 除以 ${p.bottom}`,
  hand: {
    answer: (p) => `这是收银台的 ${p.n} 个购物篮。${p.left}和${p.right}有多常一起买？`,
    tasks: {
      both: (p) => `请勾出${p.left}和${p.right}都有的购物篮。`,
      left: (p) => `再勾出有${p.left}的购物篮，不管有没有另一样。`,
      right: (p) => `最后勾出有${p.right}的购物篮，不管有没有另一样。`,
    },
    basket: (p) => `第 ${p.n} 篮`,
    more: (p) => `还有 ${p.n} 样`,
    check: '对答案',
    another: '换一把',
    again: '重新数',
    ticked: (p) => `勾了 ${p.n} 个`,
    wrong: '还差一点，请再看看做了记号的购物篮。',
    missed: {
      both: '两样都有，没有勾',
      left: (p) => `有${p.left}，没有勾`,
      right: (p) => `有${p.right}，没有勾`,
    },
    extra: {
      both: '不是两样都有',
      left: (p) => `没有${p.left}`,
      right: (p) => `没有${p.right}`,
    },
    found: {
      both: (p) => `对了：${p.n} 篮里有 ${p.s} 篮两样都有。这就是支持度，${p.support}。`,
      left: (p) => `对了：有${p.left}的是 ${p.a} 篮，其中 ${p.s} 篮两样都有。这就是置信度，${p.confidence}。`,
      right: (p) =>
        `对了：${p.n} 篮里本来就有 ${p.c} 篮有${p.right}，占 ${p.share}。置信度是 ${p.confidence}，是它的 ${p.lift} 倍。这就是提升度。`,
    },
    few: '购物篮都是真的，但为了每种情形都有，是挑过的。一小把里看到的，全店不一定如此，请看下一步。',
  },
  store: {
    answer: (p) =>
      `全部 ${p.n} 个购物篮里，有${p.left}的，${p.confidence} 也有${p.right}，是平常的 ${p.lift} 倍。`,
    both: '两样都有',
    all: '全部购物篮',
    withLeft: (p) => `有${p.left}`,
    withRight: (p) => `有${p.right}`,
    meaning: {
      support: '两样一起买，有多常见。',
      confidence: '有了左边，有几成也有右边。',
      lift: '是平常的几倍。等于 1，说明两样没有关系。',
    },
    rulesTitle: '一共有多少条规则？',
    support: '支持度至少',
    confidence: '置信度至少',
    baskets: (p) => `${p.n} 篮（${p.share}）`,
    left: (p) => `${p.all} 条规则里，还剩 ${p.rules} 条。`,
    place: (p) => `按提升度排，${p.rule}在其中是第 ${p.place}。`,
    gone: (p) => `${p.rule}已经不在其中。`,
    looked: (p) => `这里看的是至少出现在 ${p.count} 个购物篮里、最多三样商品的全部规则。`,
    picture: (p) =>
      `一个点是一条规则：越靠右，出现的购物篮越多；越高，越有把握。两条线是界限，大点是研究的这一对。画出 ${p.all} 条里的 ${p.n} 条。`,
    point: (p) => `${p.rule}\n支持度 ${p.support}，置信度 ${p.confidence}，提升度 ${p.lift}`,
  },
  rule: (p) => `${p.left} → ${p.right}`,
  parts: {
    cut: '购物篮怎么拆',
    cuts: { hour: '按一天的时段', week: '按周末' },
    from: '晚间从',
    to: '到',
    hour: (p) => `${p.h}:00`,
    whole: '全部购物篮',
    inside: { hour: (p) => `${p.from}:00 到 ${p.to}:00`, week: '星期六、星期日' },
    outside: { hour: '一天的其他时候', week: '星期一到星期五' },
    answer: {
      reversed: (p) =>
        `合在一起看，提升度是 ${p.whole}；拆开看，却是 ${p.inside} 和 ${p.outside}，正好相反。这就是辛普森悖论。`,
      overstated: (p) =>
        `合在一起看，提升度是 ${p.whole}。拆开看，两部分都没有这么高：${p.inside} 和 ${p.outside}。`,
      understated: (p) =>
        `合在一起看，提升度是 ${p.whole}。拆开看，两部分都更高：${p.inside} 和 ${p.outside}。`,
      between: (p) =>
        `合在一起看，提升度是 ${p.whole}；拆开看，一部分高些，一部分低些：${p.inside} 和 ${p.outside}。`,
      few: '其中一部分里，有一样商品从没卖过，那里算不出提升度。',
    },
    why: {
      reversed: (p) =>
        `两部分里，两样商品的多少都不一样：有${p.left}的购物篮，前一部分占 ${p.leftInside}，后一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，后一部分占 ${p.rightOutside}。混在一起，这个差别就像是两样商品的关系，或者把关系盖住了。`,
      overstated: (p) =>
        `其中有时段的功劳。有${p.left}的购物篮，前一部分占 ${p.leftInside}，后一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，后一部分占 ${p.rightOutside}。两样都常见的时候，碰在一起的就多；混在一起看，就像是两样商品之间的关系。`,
      understated: (p) =>
        `有${p.left}的购物篮，前一部分占 ${p.leftInside}，后一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，后一部分占 ${p.rightOutside}。一样多的时候另一样少，混在一起看，就把一部分关系盖住了。`,
      between: (p) =>
        `有${p.left}的购物篮，前一部分占 ${p.leftInside}，后一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，后一部分占 ${p.rightOutside}。这样拆并没有把关系拆掉，只是一部分强些，一部分弱些。`,
      few: '',
    },
    opposite: (p) =>
      `而且这不是一条规则，是两条：在“${p.strong}”，两样互相吸引；在“${p.weak}”，两样反而互相避开。`,
    strict: '严格的辛普森悖论，是合在一起提升度大于 1，拆开两部分却都小于 1，或者反过来。',
    within: (p) =>
      `如果晚间只和晚间比，其他时候只和其他时候比，提升度是 ${p.lift}：两样都有的购物篮数，除以“在每一部分里两样都没有关系”时应有的数。`,
    withinWeek: (p) =>
      `如果周末只和周末比，平日只和平日比，提升度是 ${p.lift}：两样都有的购物篮数，除以“在每一部分里两样都没有关系”时应有的数。`,
    one: '提升度 1：两样没有关系',
    baskets: (p) => `${p.n} 篮 · 有${p.left} ${p.a} · 有${p.right} ${p.c} · 都有 ${p.s}`,
    noTimes: '这份数据有日期，没有几点几分，分不出早晚，只能按周末拆。',
    noDates: '这份数据没有日期也没有时间，没法拆开看。用超市示例可以看到这一步。',
    try: '换一种拆法，看看结论变不变。',
  },
  chance: {
    answer: (p) =>
      `提升度超过 ${p.lift} 的规则有 ${p.rules} 条。把购物篮打乱，让什么和什么都没有关系，还是能找到 ${p.shuffled} 条。`,
    how: '打乱的意思是：每个购物篮的件数不变，每样商品出现的篮数不变，只有什么配什么全凭运气。',
    again: '再打乱一次',
    seed: (p) => `第 ${p.seed} 种打乱`,
    lift: '提升度超过',
    real: '原来的购物篮',
    shuffled: '打乱的购物篮',
    shown: '找到的规则',
    standing: '校正后剩下',
    believable: '可信的',
    example: (p) => `比如这条就纯属碰巧：${p.rule}，提升度 ${p.lift}，出现在 ${p.baskets} 篮里。`,
    noExample: '这一次没有碰巧出来的规则。',
    correct: (p) =>
      `一共查了 ${p.searched} 条规则。如果一条一条按 ${p.level} 检验，即使什么关系都没有，也会有大约 ${p.lucky} 条通过。所以门槛要按查过的全部规则来提高（Holm 校正），不能只按显示出来的算。`,
    after: (p) =>
      `校正之后，原来的购物篮里 ${p.rules} 条规则剩下 ${p.standing} 条，打乱的购物篮里剩下 ${p.shuffled} 条。`,
    size: (p) =>
      `还有一个陷阱：大的购物篮什么都多，里面什么和什么都像是有关系。只在大小相近的购物篮里比，再和它自己的短规则比，可信的有 ${p.believable} 条，打乱的购物篮里有 ${p.shuffled} 条。`,
    stands: (p) => `${p.rule}是可信的。`,
    falls: (p) => `${p.rule}不可信。`,
    outside: (p) => `${p.rule}没有达到上面的界限。`,
    raised: (p) => `找到的太多，放不下，只算至少出现在 ${p.count} 篮里的规则。`,
  },
  tale: {
    answer: '故事讲得比证据好。',
    told: '教科书里的说法',
    toldText: [
      '一家大型连锁超市，通常说是沃尔玛，翻查了自己的小票。',
      '星期五傍晚，年轻的爸爸被差去买尿布，顺手也带上啤酒。有的书说，这样的人有三四成。',
      '超市把啤酒摆到尿布旁边，两样都卖得更好了。',
    ],
    known: '真正知道的',
    knownText: [
      '大约 1992 年，当时属于 NCR 的 Teradata 有一个咨询小组，由 Thomas Blischok 带领，看了 Osco 药妆连锁大约 25 家店的约 120 万个购物篮。用的是 SQL 查询，不是数据挖掘软件。',
      '他们注意到，傍晚五点到七点，啤酒和尿布常一起买。',
      '店里什么也没做，货架没有动过。',
      '连当初有没有这个发现，也有人怀疑：一位同事后来说，这一对是随口编出来、图个好记的例子。',
      '沃尔玛、星期五、年轻爸爸，都是后来的人加上去的。',
      '支持度、置信度、提升度，从来没有公布过。三四成的说法没有出处。',
    ],
    here: (p) =>
      `那么这里呢？在打开的数据里，有${p.left}的购物篮，${p.confidence} 也有${p.right}，提升度 ${p.lift}。`,
    invented: '超市示例是编出来的数据，里面的尿布和啤酒是为这节课放进去的。',
    ask: '相信一条规则之前，先问一问：有多少个购物篮？一共查了多少条规则？换个时段、换个月还成立吗？有没有人照着做过，并且看到了变化？',
    sources:
      '参考：D. J. Power，“What is the true story about data mining, beer and diapers?”，DSS News，2002；Thomas Blischok 演讲的报道。指标出处：Agrawal、Imieliński、Swami 1993（支持度、置信度）；Brin、Motwani、Ullman、Tsur 1997（当时叫 interest，现在叫提升度）。',
  },
  exercises: {
    answer: (p) => `${p.n} 道练习，数字都来自打开的数据。您的回答不会保存。`,
    another: '换一组数字',
    number: '您的答案',
    check: '对答案',
    right: '答对了。',
    wrong: '不太对。',
    unreadable: '请填一个数字。',
    names: {
      lift: '算提升度',
      support: '从支持度到篮数',
      better: '哪条规则更好？',
      alone: '只看置信度',
      turn: '把规则倒过来',
      lucky: '靠运气能有几条？',
      correction: '校正做了什么',
      hour: '差别从哪里来？',
    },
    ask: {
      lift: (p) =>
        `一共 ${p.n} 个购物篮，${p.a} 个有${p.left}，${p.c} 个有${p.right}，${p.s} 个两样都有。${p.rule}的提升度是多少？`,
      support: (p) =>
        `一共 ${p.n} 个购物篮，${p.left}和${p.right}一起的支持度是 ${p.support}。两样都有的购物篮是几个？`,
      better: (p) =>
        `有两条规则。${p.rule}：置信度 ${p.confidence}，提升度 ${p.lift}。${p.otherRule}：置信度 ${p.otherConfidence}，提升度 ${p.otherLift}。哪一条说明两样商品真的有关系？`,
      alone: (p) =>
        `${p.rule}的置信度是 ${p.confidence}。${p.right}出现在 ${p.rightShare} 的购物篮里。这条规则告诉了店家什么？`,
      turn: (p) => `把${p.rule}倒过来，变成${p.turned}。三个指标里，哪个会变？`,
      lucky: (p) =>
        `一次查了 ${p.searched} 条规则，每条都按 5% 检验。如果商品之间毫无关系，大约会有几条通过？`,
      correction: (p) =>
        `另一个班在同样的 ${p.n} 个购物篮里多查了一倍的规则。按查过的全部规则校正，会怎么样？`,
      hour: (p) => `${p.rule}合在一起看的提升度，比晚间和其他时候都高。这是怎么来的？`,
    },
    options: {
      better: (p) => ({ strong: p.rule, sure: p.otherRule }),
      alone: (p) => ({
        nothing: `几乎没有：不买${p.left}的人，买${p.right}的也差不多这么多`,
        keen: `买${p.left}的人特别爱买${p.right}`,
        cause: `${p.left}会让人去买${p.right}`,
      }),
      turn: () => ({ support: '支持度', confidence: '置信度', lift: '提升度' }),
      correction: () => ({
        stricter: '每条规则都要有更强的证据才算数',
        smaller: '每条规则的提升度都会变小',
        rarer: '出现篮数最少的规则会被删掉',
      }),
      hour: (p) => ({
        together: '两样在同样的时段都卖得多，碰到一起的自然就多',
        cause: `${p.left}让人想要${p.right}`,
        mistake: '一定是数错了：整体总该在两部分之间',
      }),
    },
    because: {
      lift: (p) =>
        `提升度 =（都有 × 全部）÷（左边 × 右边）=（${p.s} × ${p.n}）÷（${p.a} × ${p.c}）= ${p.lift}。`,
      support: (p) => `${p.n} 个购物篮的 ${p.support} 就是 ${p.s} 个。`,
      better: (p) =>
        `${p.otherRule}把握大，只是因为${p.otherRight}本来就出现在 ${p.otherRightShare} 的购物篮里，提升度 ${p.otherLift}。${p.rule}是平常的 ${p.lift} 倍。`,
      alone: (p) =>
        `${p.confidence} 对 ${p.rightShare}，提升度 ${p.lift}，几乎没有差别。置信度高，往往只说明右边的商品人人都买。而且规则说明不了因果。`,
      turn: (p) =>
        `只有置信度会变，因为它除以左边。${p.rule}是 ${p.confidence}，${p.turned}是 ${p.turnedConfidence}。支持度（${p.support}）和提升度（${p.lift}）对左右两边一视同仁。`,
      lucky: (p) => `${p.searched} 的 5% 是 ${p.lucky}。所以查得多就要校正。`,
      correction: (p) =>
        `查得越多，碰巧看着强的就越多。提升度和篮数都不变，变的是要求的 p 值：第一条规则原来要小于 5% ÷ ${p.searched}，现在要小于它的一半。`,
      hour: () =>
        '两部分里，两样商品的多少都不一样，混在一起，这个差别就像是两样之间的关系。整体不一定在两部分之间，辛普森悖论说的就是这个。',
    },
  },
} satisfies Messages['lessons'];
