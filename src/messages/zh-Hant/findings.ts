import type { Messages } from '../index.ts';

const each = (money: 'profit' | 'revenue') => (money === 'profit' ? '毛利' : '銷售額');

export default {
  title: '有什麼變化，該看哪裡',
  lead: {
    before: (p) => `最近 ${p.days} 天（${p.from}至${p.to}）和再往前 ${p.days} 天相比。`,
    year: (p) => `最近 ${p.days} 天（${p.from}至${p.to}）和去年同期（${p.fromBefore}至${p.toBefore}）相比。`,
  },
  seasons: '資料裡沒有去年同期，變化裡可能有季節的原因。',
  uncovered: (p) => `資料不夠兩個 ${p.days} 天，只問不需要這種比較的問題。`,
  found: (p) =>
    p.bad === '0'
      ? `沒有值得擔心的變化，有 ${p.good} 件事變好了。`
      : `有 ${p.bad} 件事要留意，牽涉的錢最多的排在最前。`,
  none: '沒有什麼要特別留意的：所有差別都在偶然的範圍內。',
  goodNews: '變好的地方',
  said: {
    marginTale: (p) =>
      `銷售額多了 ${p.revenue}（${p.revenueRate}），毛利反而少了 ${p.profit}（${p.profitRate}）：每賣出 100 只留下 ${p.now}，之前是 ${p.before}。`,
    marginSlower: (p) =>
      `毛利跟不上銷售額（毛利 ${p.profitRate}，銷售額 ${p.revenueRate}）：每賣出 100 留下 ${p.now}，之前是 ${p.before}。`,
    marginThinner: (p) =>
      `賣出去的留下來的少了：每賣出 100 留下 ${p.now}，之前是 ${p.before}。毛利少了 ${p.profit}（${p.profitRate}）。`,
    marginBetter: (p) => `賣出去的留下來的多了：每賣出 100 留下 ${p.now}，之前是 ${p.before}。`,
    revenueFell: (p) => `銷售額少了 ${p.change}（${p.rate}），從 ${p.before} 降到 ${p.now}。`,
    revenueRose: (p) => `銷售額多了 ${p.change}（${p.rate}），從 ${p.before} 升到 ${p.now}。`,
    worthLess: (p) =>
      `新客帶來的少：頭 ${p.within} 天每位帶來${each(p.money)} ${p.now}（${p.customers} 位），之前每位 ${p.before}（${p.customersBefore} 位）。這段時間裡再買的有 ${p.again}，之前 ${p.againBefore}。`,
    worthMore: (p) =>
      `新客帶來的多了：頭 ${p.within} 天每位帶來${each(p.money)} ${p.now}（${p.customers} 位），之前每位 ${p.before}（${p.customersBefore} 位）。這段時間裡再買的有 ${p.again}，之前 ${p.againBefore}。`,
    againLess: (p) =>
      `新客回頭的少了：${p.customers} 位裡 ${p.within} 天內再買的有 ${p.again}，之前 ${p.customersBefore} 位裡有 ${p.againBefore}。`,
    againMore: (p) =>
      `新客回頭的多了：${p.customers} 位裡 ${p.within} 天內再買的有 ${p.again}，之前 ${p.customersBefore} 位裡有 ${p.againBefore}。`,
    silentMore: (p) =>
      `好顧客悄悄走了：最近 ${p.span} 天最好的 ${p.n} 位常客裡，${p.count} 位已經沒了動靜；再往前 ${p.span} 天是 ${p.nBefore} 位裡 ${p.countBefore} 位。他們帶來過 ${p.revenue}。`,
    silentFewer: (p) =>
      `悄悄走掉的好顧客少了：最近 ${p.span} 天最好的 ${p.n} 位常客裡有 ${p.count} 位沒了動靜，再往前 ${p.span} 天是 ${p.nBefore} 位裡 ${p.countBefore} 位。`,
    customer: (p) =>
      `有一位顧客獨佔銷售額的 ${p.share}（${p.orders} 筆訂單，${p.revenue}），超過了 ${p.threshold}（95% 區間 ${p.low} 到 ${p.high}）。`,
    product: (p) =>
      `「${p.name}」一樣就佔銷售額的 ${p.share}（${p.orders} 筆訂單，${p.revenue}），超過了 ${p.threshold}（95% 區間 ${p.low} 到 ${p.high}）。`,
    shareBefore: (p) => `之前一段是 ${p.share}。`,
    sourceWorse: (p) =>
      `「${p.name}」帶來的多是一次性買家：${p.n} 位新客裡 ${p.within} 天內再買的只有 ${p.count} 位（${p.share}），其他來源 ${p.nOther} 位裡有 ${p.countOther} 位（${p.shareOther}）。這段時間每位帶來${each(p.money)} ${p.each}，其他來源每位 ${p.eachOther}。`,
    sourceBetter: (p) =>
      `「${p.name}」來的顧客會回頭：${p.n} 位新客裡 ${p.within} 天內再買的有 ${p.count} 位（${p.share}），其他來源 ${p.nOther} 位裡有 ${p.countOther} 位（${p.shareOther}）。這段時間每位帶來${each(p.money)} ${p.each}，其他來源每位 ${p.eachOther}。`,
    discountWorse: (p) =>
      `首單有折扣的顧客比較少回頭，同一來源裡也是這樣：${p.n} 位裡 ${p.within} 天內再買的有 ${p.count} 位（${p.share}）；沒有折扣的 ${p.nOther} 位裡有 ${p.countOther} 位（${p.shareOther}）。前者這段時間每位帶來${each(p.money)} ${p.each}，後者每位 ${p.eachOther}。`,
    discountBetter: (p) =>
      `首單有折扣的顧客更常回頭，同一來源裡也是這樣：${p.n} 位裡 ${p.within} 天內再買的有 ${p.count} 位（${p.share}），沒有折扣的 ${p.nOther} 位裡有 ${p.countOther} 位（${p.shareOther}）。前者這段時間每位帶來${each(p.money)} ${p.each}，後者每位 ${p.eachOther}。`,
    baskets: (p) =>
      `有 ${p.customers} 位顧客打折和不打折時都買過：打折的訂單，折扣前的金額平均差 ${p.difference}（${p.low} 到 ${p.high}），折扣本身是 ${p.discount}。`,
    caution:
      '這是比較，不是試驗：衝著折扣來的也許本來就是另一類顧客。只有隨機地給一部分人折扣，才能真正看出效果。',
    refund: (p) =>
      `「${p.name}」退得多了：${p.n} 筆訂單裡有 ${p.count} 筆退款（${p.share}），之前 ${p.nOther} 筆裡有 ${p.countOther} 筆（${p.shareOther}）。`,
    complaints: (p) =>
      `糾紛多了：${p.n} 筆訂單裡有 ${p.count} 筆（${p.share}），之前 ${p.nOther} 筆裡有 ${p.countOther} 筆（${p.shareOther}）。`,
    complaint: (p) =>
      `「${p.name}」方面的糾紛多了：${p.n} 筆訂單裡有 ${p.count} 筆（${p.share}），之前 ${p.nOther} 筆裡有 ${p.countOther} 筆（${p.shareOther}）。`,
  },
  stake: (p) => `${p.days} 天裡大約牽涉${each(p.money)} ${p.amount}：${p.how}。`,
  how: {
    margin: '如果每賣出 100 留下的和之前一樣，毛利就會差這麼多',
    revenue: '就是變化本身，知道成本時依現在的毛利折算',
    worth: '如果每位新客帶來的和之前一樣，就會差這麼多',
    again: '如果每位新客帶來的和之前一樣，就會差這麼多',
    silent: '沒了動靜的這些顧客以前帶來的，依這麼多天折算',
    customer: '這位顧客帶來的全部',
    product: '這個商品帶來的全部',
    source: '首單之後，它的顧客和其他顧客的差距，依這麼多天折算',
    discount: '首單折扣本身，依這麼多天折算',
    refund: '超出之前比例的退款，依這麼多天折算',
    complaint: '超出之前比例、有糾紛的商品帶來的銷售額',
  },
  statistic: {
    margin: (p) => `檢定的是毛利佔銷售額的比例：z = ${p.z}`,
    normal: (p) => `z = ${p.z}`,
    student: (p) => `Welch t = ${p.t}，自由度 ${p.freedom}`,
    fisher: () => 'Fisher 精確檢定',
    strata: (p) => `Fisher 精確檢定，各來源之內用 Mantel–Haenszel 檢定（z = ${p.z}）`,
  },
  p: (p) => `${p.statistic}，p = ${p.p}；把這一節的 ${p.tests} 個檢定都算進去是 ${p.adjusted}。`,
  details: '依據',
  interval: '帶 95% 區間',
  bars: {
    now: '現在',
    before: '之前',
    revenue: '銷售額變化',
    profit: '毛利變化',
    others: '其他來源',
    with: '首單有折扣',
    without: '首單無折扣',
  },
  axes: {
    margin: '變化',
    revenue: '變化',
    worth: '每位新客帶來',
    again: '再買的比例',
    silent: '沒了動靜的比例',
    customer: '佔銷售額',
    product: '佔銷售額',
    source: '再買的比例',
    discount: '再買的比例',
    refund: '有退款的訂單',
    complaint: '有糾紛的訂單',
  },
  bar: (p) => `${p.name}：${p.value}（${p.low} 到 ${p.high}）`,
  links: {
    margin: '看各來源的毛利',
    quality: '看各位顧客的毛利',
    revenue: '看誰的購買變了',
    worth: '依到店時間看新客',
    again: '依到店時間看新客',
    silent: '看該聯絡誰',
    customer: '看這位顧客的檔案',
    product: '看錢從哪裡來',
    source: '看各來源的回購',
    discount: '看各來源的折扣',
    refund: '看每一筆退款',
    complaint: '看每一筆糾紛',
  },
  tables: {
    newcomers: '兩段時間的新客',
    leavers: '沒了動靜的好常客',
    sources: '各來源的新客',
    discounts: '首單有折扣和沒有折扣的新客',
    refunds: '有退款的商品',
    complaints: '各種糾紛',
    dependence: '最大的顧客和商品',
    profit: '兩段時間',
  },
  columns: {
    period: '時間',
    starts: '從',
    ends: '到',
    customers: '顧客',
    again: '再買的',
    revenue: '銷售額',
    profit: '毛利',
    revenue_before: '之前銷售額',
    profit_before: '之前毛利',
    margin: '毛利率',
    margin_before: '之前毛利率',
    customer_id: '顧客',
    customer_name: '姓名',
    last_order: '最近下單',
    silence_days: '沒來的天數',
    median_gap_days: '自己的間隔',
    order_days: '下單天數',
    kind: '是什麼',
    orders: '訂單',
    own_orders: '它的訂單',
    own_revenue: '它的銷售額',
    share: '佔比',
    share_before: '之前佔比',
    source: '來源',
    discounted: '首單折扣',
    discount: '折扣金額',
    first_revenue: '首單銷售額',
    later_revenue: '之後銷售額',
    first_profit: '首單毛利',
    later_profit: '之後毛利',
    product: '商品',
    product_id: '商品編號',
    refunded: '退款訂單',
    orders_before: '之前訂單',
    refunded_before: '之前退款訂單',
    refund: '退款金額',
    refund_before: '之前退款金額',
    complaint: '糾紛種類',
    complained: '有糾紛的',
    complained_before: '之前有糾紛的',
  },
  words: {
    now: '現在',
    before: '之前',
    customer: '顧客',
    product: '商品',
    true: '有',
    false: '沒有',
    null: '全部',
  },
  quiet: (p) => `也看過了，沒有超出偶然的變化：${p.list}。`,
  few: (p) => `資料還太少，說不準：${p.list}。`,
  questions: {
    profit: '銷售額和毛利',
    newcomers: '新客帶來多少',
    leavers: '好顧客是否悄悄走了',
    dependence: '是否太依賴一位顧客或一個商品',
    sources: '哪個來源多是一次性買家',
    discounts: '折扣換來了什麼',
    refunds: '哪個商品退得多了',
    complaints: '糾紛',
  },
  and: '、',
  unlock: {
    costs: '有了成本一欄，還能看出銷售額上升時毛利有沒有下降。',
    customers: '有了買家一欄，還能看出新客帶來多少、好顧客有沒有悄悄走掉。',
    sources: '有了客戶來源一欄，還能看出哪個來源多是一次性買家。',
    discounts: '有了折扣金額一欄，還能看出折扣換來了回頭客，還是什麼也沒換來。',
    refunds: '有了退款一欄，還能看出哪個商品退得越來越多。',
    complaints: '有了糾紛一欄，還能看出糾紛有沒有變多，多在哪一方面。',
    products: '有了商品一欄，還能看出是不是太依賴某一個商品。',
  },
  failed: '沒能找出變化',
  formula: (p) =>
    `要留意的事（檢定方法和界限由本程式選定）：
銷售額和毛利：D = 每位買家（這段 − 那段）之和，沒有帳號的每筆訂單各算一位；標準誤 = √Σd²。毛利率 = 毛利 ÷ 銷售額，變化依比率的標準誤檢定，以買家為單位，要求兩段時間都有 95% 的銷售額知道成本。
新客：在這段時間之前沒有下過單（往前看至少 ${p.lookback} 天、至多 365 天，兩段相同）；兩段時間都往前移，使每位都觀察滿 ${p.within} 天。每位帶來多少用 Welch t 檢定，在另一天再買的比例用 Fisher 精確檢定。
好常客：一年（資料不滿兩年時取一半）裡銷售額最高的五分之一，並且至少在 6 天下過單；超過自己間隔中位數的 2 倍（至少 14 天）沒來就算沒了動靜。和再往前一年比，用 Fisher 精確檢定。
依賴：最大的一位顧客（界限 ${p.customer}）或一個商品（界限 ${p.product}），至少 5 筆訂單，單尾檢定，以訂單為單位。
來源和折扣：到 ${p.within} 天前為止一年裡的首單；每個來源和其他所有來源比，首單至少折 5% 的和其餘的比；用 Fisher 精確檢定。好的來源還要在去掉最差的來源以後仍然更好；折扣還要在各來源之內也有同樣的差別（Mantel–Haenszel 檢定），取較大的 p。
退款和糾紛：有退款或糾紛的訂單，單尾 Fisher 精確檢定；退款依商品（前後兩年或兩半各至少 20 筆訂單，其中至少 5 筆退款）。最近的訂單以後還可能退款。
所有檢定一起算：依 Holm 方法在 ${p.level} 水平上校正，每個問題分到同樣的份額，問題裡的檢定依退款或糾紛的筆數分，其餘平分。`,
} satisfies Messages['findings'];
