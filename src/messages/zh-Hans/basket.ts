import type { Messages } from '../index.ts';

export default {
  title: '什么和什么一起卖？',
  some: {
    order: (p) => `${p.n} 笔订单`,
    customer_day: (p) => `${p.n} 次购物`,
    customer: (p) => `${p.n} 位顾客`,
  },
  names: (p) =>
    p.items.map((item, i) => `${i === 0 ? '' : i < p.items.length - 1 ? '、' : '和'}“${item}”`).join(''),
  answer: (p) =>
    `${p.all}里，买了${p.antecedent}的有 ${p.confidence} 也买了${p.consequent}，是平常的 ${p.lift} 倍。`,
  answerNone: (p) =>
    `${p.all}里，支持度 ${p.support}、置信度 ${p.confidence}以上，没有哪两样东西比碰巧更常一起卖。把限度调低再看。`,
  answerAlone: (p) =>
    `支持度 ${p.support}、置信度 ${p.confidence}以上，没有什么比碰巧更常和${p.item}一起卖。把限度调低再看。`,
  answerFew: (p) =>
    `${p.all}里只有 ${p.several} 个有两样以上的东西，太少了，说不准什么和什么一起卖。下面只用来说明方法。`,
  noItems: {
    product: '文件里没有商品一列，看不出什么和什么一起买。每一行有了商品名称或编号，就能看这一页。',
    category: '文件里没有类目一列。请在上面改看商品；每一行有了类目，就能看哪些类目一起卖。',
  },
  noneTogether: (p) => `按现在的选项，${p.all}里没有一个买了两样以上的东西，看不出搭配。`,
  stopped: '查找已取消。',
  again: '重新查找',
  failed: (p) => `查找没有成功：${p.message}`,
  progress: '正在找一起卖的商品',
  per: '一个购物篮是',
  pers: { order: '一笔订单', customer_day: '同一顾客同一天', customer: '一位顾客' },
  item: '按什么看',
  items: { product: '商品', category: '类目' },
  fees: '邮费和杂费',
  kept: { true: '计入', false: '不计' },
  cap: '一篮最多',
  caps: (p) => `${p.n} 种`,
  capNone: '不限',
  support: '支持度至少',
  automatic: '自动选择',
  confidence: '置信度至少',
  lift: '提升度至少',
  anyLift: '不限',
  summary: (p) =>
    `${p.all}，其中 ${p.several} 个有两样以上。至少出现在 ${p.count}（${p.support}）里的项集 ${p.itemsets} 个，规则 ${p.rules} 条。`,
  tooMany: (p) =>
    `至少出现在 ${p.asked}里的项集超过 ${p.found} 个，太多了。支持度提到 ${p.support}（${p.count}）才放得下，下面就是按这个支持度算的。`,
  tooManyRules: (p) => `规则共 ${p.found} 条，只保留了置信度最高的 ${p.kept} 条。`,
  over: (p) => `${p.over}超过 ${p.cap} 种商品，当作批发，没有算进来。`,
  noCustomers: '文件里没有顾客信息，所以每笔订单各算一篮。',
  guests: (p) => `${p.n}没有顾客账号，每笔各算一篮。`,
  find: '找搭配',
  findHint: '输入商品名',
  findNone: (p) => `没有哪个叫“${p.text}”的商品出现在至少 ${p.count}里。`,
  clear: '恢复显示全部',
  side: '它在规则的',
  sides: { any: '左右都行', left: '左边：买了它还买什么', right: '右边：买了什么会买它' },
  rule: '最强的一条规则',
  ruleChosen: '选中的规则',
  ruleBack: '回到最强的规则',
  sentence: (p) => `买了${p.antecedent}的，有 ${p.confidence} 也买了${p.consequent}，是平常的 ${p.lift} 倍。`,
  steps: {
    support: (p) => `支持度 = 都买的 ÷ 全部 = ${p.s} ÷ ${p.n} = ${p.value}`,
    confidence: (p) => `置信度 = 都买的 ÷ 买了左边的 = ${p.s} ÷ ${p.a} = ${p.value}`,
    lift: (p) => `提升度 = 置信度 ÷ 右边的占比 = ${p.confidence} ÷ (${p.c} ÷ ${p.n}) = ${p.value}`,
    leverage: (p) => `杠杆率 = 支持度 − 纯属碰巧时的占比 = ${p.value}，也就是比碰巧多出 ${p.more}`,
    conviction: (p) => `确信度 = (1 − 右边的占比) ÷ (1 − 置信度) = ${p.value}`,
  },
  simpler: '这条规则，和只用它里面的商品组成的其他规则。长规则要胜过短的，才有用处。',
  caution:
    '提升度高、置信度高，都不等于证明：一次查了许多规则，总有几条是碰巧看着强，订单少的尤其如此。先试一试，再当真。',
  scatter: '规则的支持度和置信度',
  scatterLabel: (p) =>
    `一个点是一条规则：越靠右，出现得越多；越高，越有把握；颜色越醒目，提升度越高。图中是 ${p.rules} 条里提升度最高的 ${p.n} 条。`,
  axes: { support: '支持度', confidence: '置信度', lift: '提升度' },
  network: '哪些商品是一伙的',
  networkLabel: (p) =>
    `${p.items} 样商品，用提升度最高的 ${p.pairs} 对连起来。点越大，买的人次越多。选一样商品，看它的搭配。`,
  networkItem: (p) => `${p.item}\n${p.baskets}（${p.share}）`,
  networkNone: '没有两样单品的规则达到这些界限。',
  rules: '规则',
  columns: {
    antecedent: '买了',
    consequent: '也买',
    lift: '提升度',
    confidence: '置信度',
    baskets: '篮数',
    support: '支持度',
    leverage: '杠杆率',
    conviction: '确信度',
  },
  itemsets: '项集（一起出现的组合）',
  size: '几样',
  sizeAll: '全部',
  itemsetColumns: { size: '几样', items: '商品', baskets: '篮数', support: '支持度' },
  basketItems: '购物篮',
  formula:
    '一共 N 个购物篮，其中 s 个包含规则里的全部商品，a 个包含左边，c 个包含右边。\n支持度 = s ÷ N：有多常见。\n置信度 = s ÷ a：买了左边，有几成也买右边。\n提升度 = 置信度 ÷ (c ÷ N)：是平常的几倍；等于 1 说明两边没有关系。\n杠杆率 = s ÷ N − (a ÷ N)(c ÷ N)：比碰巧多出来的占比。\n确信度 = (1 − c ÷ N) ÷ (1 − 置信度)：如果只是碰巧，失灵的次数会是现在的几倍；从不失灵就是无穷大。\n至少出现在 支持度 × N 个（向上取整）购物篮里的组合算频繁项集。频繁项集全部找出，规则右边只放一样商品。同一篮里每样商品只算一次。',
} satisfies Messages['basket'];
