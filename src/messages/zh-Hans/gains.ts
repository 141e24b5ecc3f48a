import type { Messages } from '../index.ts';

export default {
  title: (p) => `每样多 ${p.percent}，能多多少`,
  percent: '每样多',
  answer: (p) =>
    `同样是 ${p.percent}，${p.days} 天里最值得做的是“${p.lever}”：销售额约多 ${p.gain}${p.range}。`,
  answerProfit: (p) =>
    `同样是 ${p.percent}，${p.days} 天里最值得做的是“${p.lever}”：毛利约多 ${p.gain}${p.range}。`,
  lead: '假定多出来的和现在的一样，别的都不变。要费劲争取来的顾客，往往买得少一些；每一样要花的力气也不同，几样不能直接相加。',
  range: (p) => `（${p.low} 到 ${p.high}）`,
  short: (p) => `数据不满 ${p.days} 天。`,
  levers: {
    new_buyers: '新客',
    won_back_buyers: '赢回流失老客',
    guest_orders: '无账号订单',
    returning_buyers: '回头客',
    orders_per_buyer: '人均订单',
    revenue_per_order: '提价',
    units_per_order: '多买几件',
    discount: '少打折',
    refund: '少退款',
  },
  products: {
    new_buyers: (p) => `${p.base} 位新客 × ${p.percent} × 每位 ${p.each}`,
    won_back_buyers: (p) =>
      `${p.base} 位超过 ${p.days} 天没来的老客 × ${p.percent} × 每位 ${p.each}（这样回来的人买的数）`,
    guest_orders: (p) => `${p.base} 笔无账号订单 × ${p.percent} × 每笔 ${p.each}`,
    returning_buyers: (p) =>
      `前 ${p.days} 天的 ${p.base} 位顾客 × ${p.percent} × 每位 ${p.each}（其中又来的人买的数）`,
    orders_per_buyer: (p) => `${p.base} 笔顾客订单 × ${p.percent} × 每笔 ${p.each}`,
    revenue_per_order: (p) =>
      `${p.base} 笔订单 × ${p.percent} × 每笔 ${p.each}，同样的货卖贵一点，又没人因此不买`,
    units_per_order: (p) => `${p.base} 件 × ${p.percent} × 每件 ${p.each}，价钱不变`,
    discount: (p) => `优惠 ${p.base} × ${p.percent}`,
    refund: (p) => `退款 ${p.base} × ${p.percent}`,
  },
  result: (p) => `${p.product} ＝ ${p.gain}${p.range}`,
  profit: (p) => `；毛利 ${p.profit}`,
  few: (p) => `；只有 ${p.n} 个例子`,
  chart: (p) =>
    `每样能多带来多少，从大到小；最多的是“${p.lever}”，${p.gain}。深色横线是范围；浅色的例子太少，只供参考。`,
  caption: '每样多一点能带来多少',
  columns: {
    lever: '着力点',
    base: '基数',
    percent: '%',
    value_each: '每个带来',
    gain: '销售额',
    gain_low: '低到',
    gain_high: '高到',
    profit: '毛利',
    observed: '例子数',
  },
  formula:
    '多一点能带来多少 ＝ 现有的数量 × 百分比 × 每一个在这段时间带来的，全用店铺自己的订单。新客：第一笔订单在这段时间。回头客：前一段的顾客每百人里再多来几位，最多全来。赢回流失老客：更早买过、前后两段都没买的，每百人里赢回几位。毛利：多卖的算毛利部分；提价、少打折、少退款全部进毛利。范围（95%，正态）是现有顾客或订单平均数的误差；提价、打折、退款只是算术，没有范围。选哪些着力点、用哪些假定，是我们定的。',
} satisfies Messages['gains'];
