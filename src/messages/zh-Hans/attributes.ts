import type { Messages } from '../index.ts';

export default {
  title: '顾客有什么共同点？',
  attribute: '顾客按',
  measure: '比较',
  second: '再按',
  none: '（不再细分）',
  minCustomers: '人数至少',
  kinds: { outward: '外在属性', inward: '内在属性', file: '文件里的列' },
  names: {
    source: '客户来源',
    region: '地区',
    city: '城市',
    platform: '平台',
    main_category: '买得最多的类目',
    first_category: '第一单的类目',
    first_product: '第一单的商品',
    first_order: '第一次购买的时间',
    gender: '性别',
    age_band: '年龄段',
    tags: '标签',
  },
  measures: {
    revenue: '人均销售额',
    orders: '人均订单数',
    revenue_per_order: '笔单价',
    repurchase: '复购率',
    profit: '人均毛利',
    return_rate: '退款率',
    discount_share: '优惠占比',
  },
  standsOut: (p) =>
    `按${p.attribute}看，“${p.value}”最突出：${p.measure} ${p.figure}（${p.customers} 位顾客），${p.more ? '高于' : '低于'}全店的 ${p.overall}，差距不是碰巧能解释的。`,
  chance: (p) =>
    `按${p.attribute}看，${p.measure}从 ${p.lowFigure}（“${p.low}”）到 ${p.highFigure}（“${p.high}”），不过这样的差距碰巧也会出现，不能当真。`,
  tooSmall: (p) =>
    `按${p.attribute}分，顾客太少，比不出来：${p.values} 个取值里，人数够的不到两个。全店的${p.measure}是 ${p.overall}。`,
  noKey: '数据里没有写是谁买的，也就谈不上顾客的属性。',
  nothingKnown:
    '数据里没有可以比较的顾客属性。订单或客户档案里有地区、来源、性别、生日、年龄这样的列，就能比较了。',
  notThere: (p) => `这份数据里没有“${p.attribute}”这一项，请在上面换一个属性。`,
  lacksCost: '数据里没有成本，算不出毛利。有了成本一列就能比较。',
  lacksDiscount: '数据里没有优惠金额，没法比较。有了优惠金额一列就能比较。',
  unknown: (p) =>
    `另有 ${p.n} 位顾客（${p.share}）不知道${p.attribute}，没有画在图里；他们的${p.measure}是 ${p.figure}。`,
  changing: (p) => `有 ${p.n} 位顾客出现过几种取值，以最近一次（或金额最大的一种）为准。`,
  chart: (p) => `按${p.attribute}看${p.measure}；横在条上的细线是 95% 区间。`,
  legend: (p) =>
    `虚线是全店的 ${p.overall}。浅色的条：不到 ${p.min} 位顾客。橙色的条：和其他顾客的差距不是碰巧。`,
  more: (p) => `还有 ${p.n} 个取值，见下面的表。`,
  bar: (p) =>
    `${p.value}：${p.measure} ${p.figure}（95% 区间 ${p.low} 到 ${p.high}），${p.customers} 位顾客${p.small ? '，人数偏少' : ''}`,
  cross: (p) => `${p.first} × ${p.second}`,
  crossChart: (p) => `${p.first}和${p.second}两两组合的${p.measure}；人数少的格子不上色。`,
  cell: (p) =>
    `${p.first}，${p.second}：${p.measure} ${p.figure}，${p.customers} 位顾客${p.small ? '（人数偏少）' : ''}`,
  crossEmpty: '没有哪个组合的人数够多。可以把人数要求调低，或者换一个属性。',
  table: (p) => `按${p.attribute}分的顾客`,
  columns: {
    value: '取值',
    customers: '顾客数',
    customer_share: '顾客占比',
    revenue: '销售额',
    revenue_share: '销售额占比',
    revenue_per_customer: '人均销售额',
    orders_per_customer: '人均订单数',
    revenue_per_order: '笔单价',
    returning_customers: '再次购买的人数',
    repurchase_rate: '复购率',
    profit_per_customer: '人均毛利',
    return_rate: '退款率',
    discount_share: '优惠占比',
    low: '区间下限',
    high: '区间上限',
  },
  listTable: '知道顾客的哪些情况',
  listColumns: {
    attribute: '属性',
    kind: '类别',
    customers: '知道的人数',
    values: '不同取值',
    changing: '有几种取值的人数',
  },
  formula:
    '外在属性从外面就看得到：地区、来源、平台、买了什么、什么时候第一次买。内在属性属于这个人自己：性别、年龄、标签。文件里其他的列，按列名直接使用；数字列的不同取值超过 20 个时，按大小分成人数相近的四组。同一位顾客有几种取值时，以最近一单为准；商品和类目以金额最大的为准。\n比率 = 分子之和 ÷ 分母之和：再次购买的人数 ÷ 顾客数，退款 ÷ 成交额，优惠 ÷ 优惠前的金额，销售额 ÷ 订单数。\n95% 区间是我们的算法：平均数和比率用正态近似，复购率用 Wilson 区间。某个取值与其余顾客相差多少个标准误，按比较的取值个数修正（Bonferroni）后概率仍低于 5%，才说差距不是碰巧。少数特别大的顾客仍可能让区间偏窄。没写成本的行按零成本计，缺成本多的时候，毛利会偏高。',
  keptTitle: '留作顾客属性的列',
  keptLead: '这些列没有指定含义，但可以用来描述顾客，会出现在“顾客有什么共同点”一页里比较。',
} satisfies Messages['attributes'];
