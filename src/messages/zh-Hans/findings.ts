import type { Messages } from '../index.ts';

const each = (money: 'profit' | 'revenue') => (money === 'profit' ? '毛利' : '销售额');

export default {
  title: '有什么变化，该看哪里',
  lead: {
    before: (p) => `最近 ${p.days} 天（${p.from}至${p.to}）和再往前 ${p.days} 天相比。`,
    year: (p) => `最近 ${p.days} 天（${p.from}至${p.to}）和去年同期（${p.fromBefore}至${p.toBefore}）相比。`,
  },
  seasons: '数据里没有去年同期，变化里可能有季节的原因。',
  uncovered: (p) => `数据不够两个 ${p.days} 天，只问不需要这种比较的问题。`,
  found: (p) =>
    p.bad === '0'
      ? `没有值得担心的变化，有 ${p.good} 件事变好了。`
      : `有 ${p.bad} 件事要留意，牵涉的钱最多的排在最前。`,
  none: '没有什么要特别留意的：所有差别都在偶然的范围内。',
  goodNews: '变好的地方',
  said: {
    marginTale: (p) =>
      `销售额多了 ${p.revenue}（${p.revenueRate}），毛利反而少了 ${p.profit}（${p.profitRate}）：每卖出 100 只留下 ${p.now}，之前是 ${p.before}。`,
    marginSlower: (p) =>
      `毛利跟不上销售额（毛利 ${p.profitRate}，销售额 ${p.revenueRate}）：每卖出 100 留下 ${p.now}，之前是 ${p.before}。`,
    marginThinner: (p) =>
      `卖出去的留下来的少了：每卖出 100 留下 ${p.now}，之前是 ${p.before}。毛利少了 ${p.profit}（${p.profitRate}）。`,
    marginBetter: (p) => `卖出去的留下来的多了：每卖出 100 留下 ${p.now}，之前是 ${p.before}。`,
    revenueFell: (p) => `销售额少了 ${p.change}（${p.rate}），从 ${p.before} 降到 ${p.now}。`,
    revenueRose: (p) => `销售额多了 ${p.change}（${p.rate}），从 ${p.before} 升到 ${p.now}。`,
    worthLess: (p) =>
      `新客带来的少：头 ${p.within} 天每位带来${each(p.money)} ${p.now}（${p.customers} 位），之前每位 ${p.before}（${p.customersBefore} 位）。这段时间里再买的有 ${p.again}，之前 ${p.againBefore}。`,
    worthMore: (p) =>
      `新客带来的多了：头 ${p.within} 天每位带来${each(p.money)} ${p.now}（${p.customers} 位），之前每位 ${p.before}（${p.customersBefore} 位）。这段时间里再买的有 ${p.again}，之前 ${p.againBefore}。`,
    againLess: (p) =>
      `新客回头的少了：${p.customers} 位里 ${p.within} 天内再买的有 ${p.again}，之前 ${p.customersBefore} 位里有 ${p.againBefore}。`,
    againMore: (p) =>
      `新客回头的多了：${p.customers} 位里 ${p.within} 天内再买的有 ${p.again}，之前 ${p.customersBefore} 位里有 ${p.againBefore}。`,
    silentMore: (p) =>
      `好顾客悄悄走了：最近 ${p.span} 天最好的 ${p.n} 位常客里，${p.count} 位已经没了动静；再往前 ${p.span} 天是 ${p.nBefore} 位里 ${p.countBefore} 位。他们带来过 ${p.revenue}。`,
    silentFewer: (p) =>
      `悄悄走掉的好顾客少了：最近 ${p.span} 天最好的 ${p.n} 位常客里有 ${p.count} 位没了动静，再往前 ${p.span} 天是 ${p.nBefore} 位里 ${p.countBefore} 位。`,
    customer: (p) =>
      `有一位顾客独占销售额的 ${p.share}（${p.orders} 笔订单，${p.revenue}），超过了 ${p.threshold}（95% 区间 ${p.low} 到 ${p.high}）。`,
    product: (p) =>
      `“${p.name}”一样就占销售额的 ${p.share}（${p.orders} 笔订单，${p.revenue}），超过了 ${p.threshold}（95% 区间 ${p.low} 到 ${p.high}）。`,
    shareBefore: (p) => `之前一段是 ${p.share}。`,
    sourceWorse: (p) =>
      `“${p.name}”带来的多是一次性买家：${p.n} 位新客里 ${p.within} 天内再买的只有 ${p.count} 位（${p.share}），其他来源 ${p.nOther} 位里有 ${p.countOther} 位（${p.shareOther}）。这段时间每位带来${each(p.money)} ${p.each}，其他来源每位 ${p.eachOther}。`,
    sourceBetter: (p) =>
      `“${p.name}”来的顾客会回头：${p.n} 位新客里 ${p.within} 天内再买的有 ${p.count} 位（${p.share}），其他来源 ${p.nOther} 位里有 ${p.countOther} 位（${p.shareOther}）。这段时间每位带来${each(p.money)} ${p.each}，其他来源每位 ${p.eachOther}。`,
    discountWorse: (p) =>
      `首单有优惠的顾客更少回头，同一来源里也是这样：${p.n} 位里 ${p.within} 天内再买的有 ${p.count} 位（${p.share}）；没有优惠的 ${p.nOther} 位里有 ${p.countOther} 位（${p.shareOther}）。前者这段时间每位带来${each(p.money)} ${p.each}，后者每位 ${p.eachOther}。`,
    discountBetter: (p) =>
      `首单有优惠的顾客更常回头，同一来源里也是这样：${p.n} 位里 ${p.within} 天内再买的有 ${p.count} 位（${p.share}），没有优惠的 ${p.nOther} 位里有 ${p.countOther} 位（${p.shareOther}）。前者这段时间每位带来${each(p.money)} ${p.each}，后者每位 ${p.eachOther}。`,
    baskets: (p) =>
      `有 ${p.customers} 位顾客有优惠和没优惠时都买过：有优惠的订单，优惠前的金额平均差 ${p.difference}（${p.low} 到 ${p.high}），优惠本身是 ${p.discount}。`,
    caution:
      '这是比较，不是试验：冲着优惠来的也许本来就是另一类顾客。只有随机地给一部分人优惠，才能真正看出效果。',
    refund: (p) =>
      `“${p.name}”退得多了：${p.n} 笔订单里有 ${p.count} 笔退款（${p.share}），之前 ${p.nOther} 笔里有 ${p.countOther} 笔（${p.shareOther}）。`,
    complaints: (p) =>
      `纠纷多了：${p.n} 笔订单里有 ${p.count} 笔（${p.share}），之前 ${p.nOther} 笔里有 ${p.countOther} 笔（${p.shareOther}）。`,
    complaint: (p) =>
      `“${p.name}”方面的纠纷多了：${p.n} 笔订单里有 ${p.count} 笔（${p.share}），之前 ${p.nOther} 笔里有 ${p.countOther} 笔（${p.shareOther}）。`,
  },
  stake: (p) => `${p.days} 天里大约牵涉${each(p.money)} ${p.amount}：${p.how}。`,
  how: {
    margin: '如果每卖出 100 留下的和之前一样，毛利就会差这么多',
    revenue: '就是变化本身，知道成本时按现在的毛利折算',
    worth: '如果每位新客带来的和之前一样，就会差这么多',
    again: '如果每位新客带来的和之前一样，就会差这么多',
    silent: '没了动静的这些顾客以前带来的，按这么多天折算',
    customer: '这位顾客带来的全部',
    product: '这个商品带来的全部',
    source: '首单之后，它的顾客和其他顾客的差距，按这么多天折算',
    discount: '首单优惠本身，按这么多天折算',
    refund: '超出之前比例的退款，按这么多天折算',
    complaint: '超出之前比例、有纠纷的商品带来的销售额',
  },
  statistic: {
    margin: (p) => `检验的是毛利占销售额的比例：z = ${p.z}`,
    normal: (p) => `z = ${p.z}`,
    student: (p) => `Welch t = ${p.t}，自由度 ${p.freedom}`,
    fisher: () => 'Fisher 精确检验',
    strata: (p) => `Fisher 精确检验，各来源之内用 Mantel–Haenszel 检验（z = ${p.z}）`,
  },
  p: (p) => `${p.statistic}，p = ${p.p}；把这一节的 ${p.tests} 个检验都算进去是 ${p.adjusted}。`,
  details: '依据',
  interval: '带 95% 区间',
  bars: {
    now: '现在',
    before: '之前',
    revenue: '销售额变化',
    profit: '毛利变化',
    others: '其他来源',
    with: '首单有优惠',
    without: '首单无优惠',
  },
  axes: {
    margin: '变化',
    revenue: '变化',
    worth: '每位新客带来',
    again: '再买的比例',
    silent: '没了动静的比例',
    customer: '占销售额',
    product: '占销售额',
    source: '再买的比例',
    discount: '再买的比例',
    refund: '有退款的订单',
    complaint: '有纠纷的订单',
  },
  bar: (p) => `${p.name}：${p.value}（${p.low} 到 ${p.high}）`,
  links: {
    margin: '看各来源的毛利',
    quality: '看各位顾客的毛利',
    revenue: '看谁的购买变了',
    worth: '按到店时间看新客',
    again: '按到店时间看新客',
    silent: '看该联系谁',
    customer: '看这位顾客的档案',
    product: '看钱从哪里来',
    source: '看各来源的复购',
    discount: '看各来源的优惠',
    refund: '看每一笔退款',
    complaint: '看每一笔纠纷',
  },
  tables: {
    newcomers: '两段时间的新客',
    leavers: '没了动静的好常客',
    sources: '各来源的新客',
    discounts: '首单有优惠和没有优惠的新客',
    refunds: '有退款的商品',
    complaints: '各种纠纷',
    dependence: '最大的顾客和商品',
    profit: '两段时间',
  },
  columns: {
    period: '时间',
    starts: '从',
    ends: '到',
    customers: '顾客',
    again: '再买的',
    revenue: '销售额',
    profit: '毛利',
    revenue_before: '之前销售额',
    profit_before: '之前毛利',
    margin: '毛利率',
    margin_before: '之前毛利率',
    customer_id: '顾客',
    customer_name: '姓名',
    last_order: '最近下单',
    silence_days: '没来的天数',
    median_gap_days: '自己的间隔',
    order_days: '下单天数',
    kind: '是什么',
    orders: '订单',
    own_orders: '它的订单',
    own_revenue: '它的销售额',
    share: '占比',
    share_before: '之前占比',
    source: '来源',
    discounted: '首单优惠',
    discount: '优惠金额',
    first_revenue: '首单销售额',
    later_revenue: '之后销售额',
    first_profit: '首单毛利',
    later_profit: '之后毛利',
    product: '商品',
    product_id: '商品编号',
    refunded: '退款订单',
    orders_before: '之前订单',
    refunded_before: '之前退款订单',
    refund: '退款金额',
    refund_before: '之前退款金额',
    complaint: '纠纷种类',
    complained: '有纠纷的',
    complained_before: '之前有纠纷的',
  },
  words: {
    now: '现在',
    before: '之前',
    customer: '顾客',
    product: '商品',
    true: '有',
    false: '没有',
    null: '全部',
  },
  quiet: (p) => `也看过了，没有超出偶然的变化：${p.list}。`,
  few: (p) => `数据还太少，说不准：${p.list}。`,
  questions: {
    profit: '销售额和毛利',
    newcomers: '新客带来多少',
    leavers: '好顾客是否悄悄走了',
    dependence: '是否太依赖一位顾客或一个商品',
    sources: '哪个来源多是一次性买家',
    discounts: '优惠换来了什么',
    refunds: '哪个商品退得多了',
    complaints: '纠纷',
  },
  and: '、',
  unlock: {
    costs: '有了成本一列，还能看出销售额上升时毛利有没有下降。',
    customers: '有了买家一列，还能看出新客带来多少、好顾客有没有悄悄走掉。',
    sources: '有了客户来源一列，还能看出哪个来源多是一次性买家。',
    discounts: '有了优惠金额一列，还能看出优惠换来了回头客，还是什么也没换来。',
    refunds: '有了退款一列，还能看出哪个商品退得越来越多。',
    complaints: '有了纠纷一列，还能看出纠纷有没有变多，多在哪一方面。',
    products: '有了商品一列，还能看出是不是太依赖某一个商品。',
  },
  failed: '没能找出变化',
  formula: (p) =>
    `要留意的事（检验方法和界限由本程序选定）：
销售额和毛利：D = 每位买家（这段 − 那段）之和，没有账号的每笔订单各算一位；标准误 = √Σd²。毛利率 = 毛利 ÷ 销售额，变化按比率的标准误检验，以买家为单位，要求两段时间都有 95% 的销售额知道成本。
新客：在这段时间之前没有下过单（往前看至少 ${p.lookback} 天、至多 365 天，两段相同）；两段时间都往前移，使每位都观察满 ${p.within} 天。每位带来多少用 Welch t 检验，在另一天再买的比例用 Fisher 精确检验。
好常客：一年（数据不满两年时取一半）里销售额最高的五分之一，并且至少在 6 天下过单；超过自己间隔中位数的 2 倍（至少 14 天）没来就算没了动静。和再往前一年比，用 Fisher 精确检验。
依赖：最大的一位顾客（界限 ${p.customer}）或一个商品（界限 ${p.product}），至少 5 笔订单，单侧检验，以订单为单位。
来源和优惠：到 ${p.within} 天前为止一年里的首单；每个来源和其他所有来源比，首单至少优惠 5% 的和其余的比；用 Fisher 精确检验。好的来源还要在去掉最差的来源以后仍然更好；优惠还要在各来源之内也有同样的差别（Mantel–Haenszel 检验），取较大的 p。
退款和纠纷：有退款或纠纷的订单，单侧 Fisher 精确检验；退款按商品（前后两年或两半各至少 20 笔订单，其中至少 5 笔退款）。最近的订单以后还可能退款。
所有检验一起算：按 Holm 方法在 ${p.level} 水平上校正，每个问题分到同样的份额，问题里的检验按退款或纠纷的笔数分，其余平分。`,
} satisfies Messages['findings'];
