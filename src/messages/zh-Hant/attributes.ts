import type { Messages } from '../index.ts';

export default {
  title: '顧客有什麼共同點？',
  attribute: '顧客依',
  measure: '比較',
  second: '再依',
  none: '（不再細分）',
  minCustomers: '人數至少',
  kinds: { outward: '外在屬性', inward: '內在屬性', file: '檔案裡的欄位' },
  names: {
    source: '顧客來源',
    region: '地區',
    city: '城市',
    platform: '平台',
    main_category: '買最多的類別',
    first_category: '第一筆訂單的類別',
    first_product: '第一筆訂單的商品',
    first_order: '第一次購買的時間',
    gender: '性別',
    age_band: '年齡層',
    tags: '標籤',
  },
  measures: {
    revenue: '每人營業額',
    orders: '每人訂單數',
    revenue_per_order: '每筆訂單金額',
    repurchase: '回購率',
    profit: '每人毛利',
    return_rate: '退款率',
    discount_share: '折扣占比',
  },
  standsOut: (p) =>
    `依${p.attribute}來看，「${p.value}」最突出：${p.measure} ${p.figure}（${p.customers} 位顧客），${p.more ? '高於' : '低於'}全店的 ${p.overall}，差距不是碰巧能解釋的。`,
  chance: (p) =>
    `依${p.attribute}來看，${p.measure}從 ${p.lowFigure}（「${p.low}」）到 ${p.highFigure}（「${p.high}」），不過這樣的差距碰巧也會出現，不能當真。`,
  tooSmall: (p) =>
    `依${p.attribute}來分，顧客太少，比不出來：${p.values} 種當中，人數夠的不到兩種。全店的${p.measure}是 ${p.overall}。`,
  noKey: '資料裡沒有寫是誰買的，也就談不上顧客的屬性。',
  nothingKnown:
    '資料裡沒有可以比較的顧客屬性。訂單或顧客檔案裡有地區、來源、性別、生日、年齡這類欄位，就能比較了。',
  notThere: (p) => `這份資料裡沒有「${p.attribute}」這一項，請在上面換一個屬性。`,
  lacksCost: '資料裡沒有成本，算不出毛利。有了成本欄就能比較。',
  lacksDiscount: '資料裡沒有折扣金額，無法比較。有了折扣金額欄就能比較。',
  unknown: (p) =>
    `另有 ${p.n} 位顧客（${p.share}）不知道${p.attribute}，沒有畫在圖裡；他們的${p.measure}是 ${p.figure}。`,
  changing: (p) => `有 ${p.n} 位顧客出現過好幾種，以最近一次（或金額最大的一種）為準。`,
  chart: (p) => `依${p.attribute}看${p.measure}；橫在長條上的細線是 95% 區間。`,
  legend: (p) =>
    `虛線是全店的 ${p.overall}。淺色的長條：不到 ${p.min} 位顧客。橘色的長條：和其他顧客的差距不是碰巧。`,
  more: (p) => `還有 ${p.n} 種，見下面的表。`,
  bar: (p) =>
    `${p.value}：${p.measure} ${p.figure}（95% 區間 ${p.low} 到 ${p.high}），${p.customers} 位顧客${p.small ? '，人數偏少' : ''}`,
  cross: (p) => `${p.first} × ${p.second}`,
  crossChart: (p) => `${p.first}和${p.second}兩兩組合的${p.measure}；人數少的格子不上色。`,
  cell: (p) =>
    `${p.first}，${p.second}：${p.measure} ${p.figure}，${p.customers} 位顧客${p.small ? '（人數偏少）' : ''}`,
  crossEmpty: '沒有哪個組合的人數夠多。可以把人數門檻調低，或換一個屬性。',
  table: (p) => `依${p.attribute}分的顧客`,
  columns: {
    value: '內容',
    customers: '顧客數',
    customer_share: '顧客占比',
    revenue: '營業額',
    revenue_share: '營業額占比',
    revenue_per_customer: '每人營業額',
    orders_per_customer: '每人訂單數',
    revenue_per_order: '每筆訂單金額',
    returning_customers: '再次購買的人數',
    repurchase_rate: '回購率',
    profit_per_customer: '每人毛利',
    return_rate: '退款率',
    discount_share: '折扣占比',
    low: '區間下限',
    high: '區間上限',
  },
  listTable: '知道顧客的哪些情況',
  listColumns: {
    attribute: '屬性',
    kind: '類別',
    customers: '知道的人數',
    values: '有幾種',
    changing: '出現過好幾種的人數',
  },
  formula:
    '外在屬性從外面就看得到：地區、來源、平台、買了什麼、什麼時候第一次買。內在屬性屬於這個人自己：性別、年齡、標籤。檔案裡其他欄位依欄名直接使用；數字欄超過 20 種數值時，依大小分成人數相近的四組。同一位顧客出現過好幾種時，以最近一筆訂單為準；商品和類別以金額最大的為準。\n比率 = 分子總和 ÷ 分母總和：再次購買的人數 ÷ 顧客數，退款 ÷ 成交金額，折扣 ÷ 折扣前的金額，營業額 ÷ 訂單數。\n95% 區間是我們的算法：平均數和比率用常態近似，回購率用 Wilson 區間。某一種與其餘顧客相差多少個標準誤，依比較的種數修正（Bonferroni）後機率仍低於 5%，才說差距不是碰巧。少數特別大的顧客仍可能讓區間偏窄。沒寫成本的行以零成本計，缺成本多的時候，毛利會偏高。',
  keptTitle: '留作顧客屬性的欄位',
  keptLead: '這些欄位沒有指定含義，但可以用來描述顧客，會出現在「顧客有什麼共同點」一頁裡比較。',
} satisfies Messages['attributes'];
