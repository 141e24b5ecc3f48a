import type { Messages } from '../index.ts';

export default {
  title: (p) => `每樣多 ${p.percent}，能多多少`,
  percent: '每樣多',
  answer: (p) =>
    `同樣是 ${p.percent}，${p.days} 天裡最值得做的是「${p.lever}」：銷售額約多 ${p.gain}${p.range}。`,
  answerProfit: (p) =>
    `同樣是 ${p.percent}，${p.days} 天裡最值得做的是「${p.lever}」：毛利約多 ${p.gain}${p.range}。`,
  lead: '假定多出來的和現在的一樣，別的都不變。要費勁爭取來的顧客，往往買得少一些；每一樣要花的力氣也不同，幾樣不能直接相加。',
  range: (p) => `（${p.low} 到 ${p.high}）`,
  short: (p) => `資料不滿 ${p.days} 天。`,
  levers: {
    new_buyers: '新客',
    won_back_buyers: '贏回流失舊客',
    guest_orders: '無帳號訂單',
    returning_buyers: '回頭客',
    orders_per_buyer: '人均訂單',
    revenue_per_order: '漲價',
    units_per_order: '多買幾件',
    discount: '少打折',
    refund: '少退款',
  },
  products: {
    new_buyers: (p) => `${p.base} 位新客 × ${p.percent} × 每位 ${p.each}`,
    won_back_buyers: (p) =>
      `${p.base} 位超過 ${p.days} 天沒來的舊客 × ${p.percent} × 每位 ${p.each}（這樣回來的人買的數）`,
    guest_orders: (p) => `${p.base} 筆無帳號訂單 × ${p.percent} × 每筆 ${p.each}`,
    returning_buyers: (p) =>
      `前 ${p.days} 天的 ${p.base} 位顧客 × ${p.percent} × 每位 ${p.each}（其中又來的人買的數）`,
    orders_per_buyer: (p) => `${p.base} 筆顧客訂單 × ${p.percent} × 每筆 ${p.each}`,
    revenue_per_order: (p) =>
      `${p.base} 筆訂單 × ${p.percent} × 每筆 ${p.each}，同樣的貨賣貴一點，又沒人因此不買`,
    units_per_order: (p) => `${p.base} 件 × ${p.percent} × 每件 ${p.each}，價錢不變`,
    discount: (p) => `折扣 ${p.base} × ${p.percent}`,
    refund: (p) => `退款 ${p.base} × ${p.percent}`,
  },
  result: (p) => `${p.product} ＝ ${p.gain}${p.range}`,
  profit: (p) => `；毛利 ${p.profit}`,
  few: (p) => `；只有 ${p.n} 個例子`,
  chart: (p) =>
    `每樣能多帶來多少，由大到小；最多的是「${p.lever}」，${p.gain}。深色橫線是範圍；淺色的例子太少，僅供參考。`,
  caption: '每樣多一點能帶來多少',
  columns: {
    lever: '著力點',
    base: '基數',
    percent: '%',
    value_each: '每個帶來',
    gain: '銷售額',
    gain_low: '低到',
    gain_high: '高到',
    profit: '毛利',
    observed: '例子數',
  },
  formula:
    '多一點能帶來多少 ＝ 現有的數量 × 百分比 × 每一個在這段時間帶來的，全用店鋪自己的訂單。新客：第一筆訂單在這段時間。回頭客：前一段的顧客每百人裡再多來幾位，最多全來。贏回流失舊客：更早買過、前後兩段都沒買的，每百人裡贏回幾位。毛利：多賣的算毛利部分；漲價、少打折、少退款全部進毛利。範圍（95%，常態）是現有顧客或訂單平均數的誤差；漲價、折扣、退款只是算術，沒有範圍。選哪些著力點、用哪些假定，是我們定的。',
} satisfies Messages['gains'];
