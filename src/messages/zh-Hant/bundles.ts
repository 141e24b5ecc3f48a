import type { Messages } from '../index.ts';

export default {
  title: '哪些能搭成組合？',
  answer: (p) =>
    `${p.best && !p.gains ? '最好的一對也不划算：' : ''}「${p.first}」搭「${p.second}」${p.off}，${p.period}大約會${p.gains ? '多' : '少'}${p.kind === 'margin' ? '賺' : '收'} ${p.net}（${p.low} 到 ${p.high} 之間），前提是只買其中一樣的訂單裡有 ${p.uptake} 改買組合。${p.breakeven === null ? '這個價錢，有多少人買都不划算。' : `到 ${p.breakeven} 就不虧${p.largest === null ? '' : `；比例不變的話，優惠 ${p.largest} 以內不虧`}。`}`,
  period: (p) => `${p.from}至${p.to}`,
  off: (p) => (p.tenths === '10' ? '不打折' : `打 ${p.tenths} 折`),
  discount: '組合優惠',
  min: '至少一起出現（筆）',
  cap: '一筆最多（種，0 不限）',
  days: '之後多少天內另買',
  captions: {
    offers: (p) => `做成組合的 ${p.n} 對`,
    placement: (p) => `比碰巧多的 ${p.n} 對`,
    goesWith: (p) => `每樣商品最多 ${p.n} 個搭配`,
  },
  back: '回到最好的組合',
  noneTogether: '沒有一筆訂單買了兩樣以上的商品，看不出什麼能搭著賣。',
  none: (p) =>
    `沒有哪兩樣商品在 ${p.min} 筆以上的訂單裡一起出現，而且比碰巧更常見。把這個數字調低，或者多匯入一些訂單再看。`,
  unknown: '資料裡沒有這兩樣商品。',
  noPrice: '資料裡沒有這兩樣商品的成交金額，算不出來。',
  few: (p) => `只有 ${p.several} 筆訂單買了兩樣以上，太少了，靠不住。下面只用來說明方法。`,
  byChance: '這兩樣一起出現，並不比碰巧更多。',
  figures: {
    bundles: '兩樣都買的訂單會多',
    margin: '毛利增減',
    revenue: '營收增減',
    breakeven: '損益兩平',
  },
  uptakeOf: (p) => `只買一樣的 ${p.alone} 筆裡的 ${p.share}`,
  between: (p) => `${p.low} 到 ${p.high} 之間`,
  perMonth: (p) => `每月 ${p.value}`,
  from: (p) => `${p.share} 以上`,
  never: '怎麼都不划算',
  paysBy: {
    margin: '只買一樣的訂單裡要有這麼多改買組合（按毛利）',
    revenue: '只買一樣的訂單裡要有這麼多改買組合（按營收）',
  },
  noCost:
    '資料裡沒有這兩樣商品的成本，算不了毛利。替訂單加上「成本」一欄（每一列商品的進貨成本）就能看。只看營收，組合會顯得比實際划算。',
  gain: { margin: '優惠多少，還剩多少毛利', revenue: '優惠多少，營收還多多少' },
  axis: { margin: '毛利', revenue: '營收' },
  stops: (p) => `優惠 ${p.percent} 以內不虧`,
  gainLabel:
    '改買組合的比例不變時，這段時間裡的增減，所以優惠越大，剩得越少。優惠大了，買的人該會多些；多多少，光看訂單看不出來。色帶是訂單數本身說不準的範圍（95%），不包括假設。',
  low: '低的一端',
  high: '高的一端',
  point: (p) => `優惠 ${p.discount}：${p.net}（${p.low} 到 ${p.high}）；損益兩平：${p.uptake}`,
  parts: '這筆帳怎麼來的',
  partsLabel: '按現在的優惠，多賺多少，少賺多少。',
  partNames: { won: '多賣的', given: '白送的', cannibalised: '本來會買的', net: '淨增減' },
  partNotes: {
    won: '本來只買一樣的訂單添上另一樣，扣掉給它們的優惠',
    given: '本來就兩樣都買的訂單，也拿到了優惠',
    cannibalised: '同一位顧客過幾天本來會原價買的',
    net: '多賣的，減去白送的，再減去本來會買的',
  },
  partRow: (p) => `${p.name} ${p.value}：${p.what}`,
  assumption: '這裡假設了什麼',
  cannotTell:
    '光看訂單，看不出顧客對優惠會有什麼反應。有多少人改買組合是個假設，結果跟著它變：可以在這裡改，也可以先小範圍試賣幾天。',
  uptake: (p) => `只買「${p.has}」的訂單，添上「${p.takes}」的有`,
  uptakeNote: (p) =>
    `兩樣都買的 ${p.both} 筆（${p.share}），只買這一樣的 ${p.alone} 筆。起始值 ${p.usual}：取前面那個占比的保守下限，再取四分之一。`,
  laterNote: (p) =>
    `這樣的訂單裡，有 ${p.watched} 筆能追蹤顧客滿 ${p.days} 天，其中 ${p.later} 筆（${p.share}）後來自己又買了「${p.takes}」；組合多賣的也按這個比例算作本來會買的。`,
  noLater: (p) =>
    `沒有哪筆只買一樣的訂單能追蹤滿 ${p.days} 天：缺顧客或日期，或者資料太短。本來會買的沒有扣掉，所以結果偏好。`,
  offers: '可以做組合的搭配',
  offersLead:
    '一起出現得比碰巧多的搭配，以及按現在的優惠、起始的比例做成組合會增減多少。本來會買的在這張表裡沒有扣。點一列，看它的組合。從許多搭配裡挑出來的第一名，總會顯得比實際好。',
  offerColumns: {
    first_product: '商品',
    second_product: '搭',
    extra_margin: '毛利增減',
    extra_revenue: '營收增減',
    breakeven_uptake: '兩平比例',
    extra_bundles: '多成組（筆）',
    baskets: '兩樣都買（筆）',
    first_only: '只買前一樣',
    second_only: '只買後一樣',
    lift: '提升度',
    believable: '信得過',
  },
  placement: '適合擺在一起的搭配',
  placementLead:
    '放在同一個貨架，或者互相放在對方的商品頁：比碰巧多出的訂單最多的搭配。不用打折，試一試不花錢。',
  pairColumns: {
    first_product: '商品',
    second_product: '旁邊放',
    baskets: '兩樣都買（筆）',
    surplus: '比碰巧多（筆）',
    lift: '提升度',
    first_confidence: '占前一樣的訂單',
    second_confidence: '占後一樣的訂單',
    believable: '信得過',
  },
  judgeThem:
    '這些搭配信不信得過，連後來的訂單也算上，由「什麼和什麼一起賣？」一頁檢驗。打開一次，結論就會列在這幾張表裡。',
  goesWith: '搭配推薦表',
  goesWithLead:
    '每樣商品旁邊可以推薦什麼，匯出後可填進商店後台的搭配推薦（相關商品）一欄。在界限以內，超出碰巧的排在前面，再按比碰巧多出的訂單數排。檔案裡還有商品編號，按文字儲存。',
  goesWithJudged: '「什麼和什麼一起賣？」一頁認為信得過的規則，排在最前面。',
  goesWithColumns: { product_id: '商品編號', product: '商品' },
  companion: (p) => `搭配 ${p.n}`,
  companions: '每樣最多推薦',
  minLift: '提升度高於',
  counts: '選中的組合',
  over: (p) => `${p.over} 筆訂單超過 ${p.cap} 種商品，當作批發，沒有算進來。`,
  fees: '運費和雜費沒有算進來。',
  formula:
    '一筆訂單算一籃，每筆最多算一份組合，每樣一件。每件的售價和成本取各列的中位數，免得被批發大單帶偏；售價已扣優惠，再按這樣商品的退款占比減低。讓利 = 優惠 ×（兩樣的售價之和）。\n改買的訂單 = 只買一樣的訂單 × 假設改買組合的比例，兩樣分別算。\n多賣的 = 改買的訂單 ×（添上那樣的售價或毛利 − 讓利）。\n白送的 = 兩樣都買的訂單 × 讓利：沒有組合，他們也會都買。\n本來會買的 = 改買的訂單 × 添上那樣的售價或毛利 × 只買一樣的訂單裡，同一位顧客在設定天數內又買了另一樣的占比。算這個占比時，只看顧客明確、離資料結束還有這麼多天的訂單。\n淨增減 = 多賣的 − 白送的 − 本來會買的。淨增減正好為零時的比例就是損益兩平的比例，兩個方向按同樣倍數變化。\n假設的比例是本站定的：兩樣都買 ÷ 買了這樣的訂單，取威爾遜區間（95%）的下限，再取四分之一。\n範圍是 1,000 次抽樣中間的 95%：訂單數按狄利克雷分布抽，後來又買的按貝塔分布抽（Jeffreys），售價和假設不變；同樣的資料得出同樣的範圍。\n比碰巧多：提升度大於 1，而且 p 的上界（Chernoff）乘以夠多訂單的商品的全部配對數後，不超過 0.05。p 算兩次，取大的：一次是單側費雪檢定，當作每筆訂單買到各樣商品的機會都一樣；大單什麼都買，所以再按各樣商品賣得多少，把訂單裡的全部配對重新分一次。\n比碰巧多的訂單 = 兩樣都買的 − 這兩種算法預期裡大的那個：買前一樣的 × 買後一樣的 ÷ 全部訂單，或 × 訂單裡的全部配對 ÷ 各對商品的這種乘積之和。「什麼和什麼一起賣？」一頁還拿後來的訂單驗證。',
} satisfies Messages['bundles'];
