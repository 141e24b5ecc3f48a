import type { Messages } from '../index.ts';

export default {
  title: '什麼和什麼一起賣？',
  some: {
    order: (p) => `${p.n} 筆訂單`,
    customer_day: (p) => `${p.n} 次購物`,
    customer: (p) => `${p.n} 位顧客`,
  },
  names: (p) =>
    p.items.map((item, i) => `${i === 0 ? '' : i < p.items.length - 1 ? '、' : '和'}「${item}」`).join(''),
  answer: (p) =>
    `${p.all}裡，買了${p.antecedent}的有 ${p.confidence} 也買了${p.consequent}，是平常的 ${p.lift} 倍。`,
  answerNone: (p) =>
    `${p.all}裡，支持度 ${p.support}、信賴度 ${p.confidence}以上，沒有哪兩樣東西比碰巧更常一起賣。把限度調低再看。`,
  answerAlone: (p) =>
    `支持度 ${p.support}、信賴度 ${p.confidence}以上，沒有什麼比碰巧更常和${p.item}一起賣。把限度調低再看。`,
  answerFew: (p) =>
    `${p.all}裡只有 ${p.several} 個有兩樣以上的東西，太少了，說不準什麼和什麼一起賣。下面只用來說明方法。`,
  noItems: {
    product: '檔案裡沒有商品一欄，看不出什麼和什麼一起買。每一列有了商品名稱或編號，就能看這一頁。',
    category: '檔案裡沒有類別一欄。請在上面改看商品；每一列有了類別，就能看哪些類別一起賣。',
  },
  noneTogether: (p) => `依目前的選項，${p.all}裡沒有一個買了兩樣以上的東西，看不出搭配。`,
  stopped: '搜尋已取消。',
  again: '重新搜尋',
  failed: (p) => `搜尋沒有成功：${p.message}`,
  progress: '正在找一起賣的商品',
  per: '一個購物籃是',
  pers: { order: '一筆訂單', customer_day: '同一顧客同一天', customer: '一位顧客' },
  item: '依什麼看',
  items: { product: '商品', category: '類別' },
  fees: '運費和雜費',
  kept: { true: '計入', false: '不計' },
  cap: '一籃最多',
  caps: (p) => `${p.n} 種`,
  capNone: '不限',
  support: '支持度至少',
  automatic: '自動選擇',
  confidence: '信賴度至少',
  lift: '提升度至少',
  anyLift: '不限',
  summary: (p) =>
    `${p.all}，其中 ${p.several} 個有兩樣以上。至少出現在 ${p.count}（${p.support}）裡的項目集 ${p.itemsets} 個，規則 ${p.rules} 條。`,
  tooMany: (p) =>
    `至少出現在 ${p.asked}裡的項目集超過 ${p.found} 個，太多了。支持度提高到 ${p.support}（${p.count}）才放得下，下面就是依這個支持度算的。`,
  tooManyRules: (p) => `規則共 ${p.found} 條，只保留了信賴度最高的 ${p.kept} 條。`,
  over: (p) => `${p.over}超過 ${p.cap} 種商品，當作批發，沒有算進來。`,
  noCustomers: '檔案裡沒有顧客資訊，所以每筆訂單各算一籃。',
  guests: (p) => `${p.n}沒有顧客帳號，每筆各算一籃。`,
  find: '找搭配',
  findHint: '輸入商品名稱',
  findNone: (p) => `沒有哪個叫「${p.text}」的商品出現在至少 ${p.count}裡。`,
  clear: '恢復顯示全部',
  side: '它在規則的',
  sides: { any: '左右都行', left: '左邊：買了它還買什麼', right: '右邊：買了什麼會買它' },
  rule: '最強的一條規則',
  ruleChosen: '選取的規則',
  ruleBack: '回到最強的規則',
  sentence: (p) => `買了${p.antecedent}的，有 ${p.confidence} 也買了${p.consequent}，是平常的 ${p.lift} 倍。`,
  steps: {
    support: (p) => `支持度 = 都買的 ÷ 全部 = ${p.s} ÷ ${p.n} = ${p.value}`,
    confidence: (p) => `信賴度 = 都買的 ÷ 買了左邊的 = ${p.s} ÷ ${p.a} = ${p.value}`,
    lift: (p) => `提升度 = 信賴度 ÷ 右邊的占比 = ${p.confidence} ÷ (${p.c} ÷ ${p.n}) = ${p.value}`,
    leverage: (p) => `槓桿率 = 支持度 − 純屬碰巧時的占比 = ${p.value}，也就是比碰巧多出 ${p.more}`,
    conviction: (p) => `確信度 = (1 − 右邊的占比) ÷ (1 − 信賴度) = ${p.value}`,
  },
  simpler: '這條規則，和只用它裡面的商品組成的其他規則。長規則要勝過短的，才有用處。',
  caution:
    '提升度高、信賴度高，都不等於證明：一次查了許多規則，總有幾條是碰巧看起來強，訂單少的尤其如此。先試一試，再當真。',
  scatter: '規則的支持度和信賴度',
  scatterLabel: (p) =>
    `一個點是一條規則：越靠右，出現得越多；越高，越有把握；顏色越醒目，提升度越高。圖中是 ${p.rules} 條裡提升度最高的 ${p.n} 條。`,
  axes: { support: '支持度', confidence: '信賴度', lift: '提升度' },
  network: '哪些商品是一夥的',
  networkLabel: (p) =>
    `${p.items} 樣商品，用提升度最高的 ${p.pairs} 對連起來。點越大，買的人次越多。選一樣商品，看它的搭配。`,
  networkItem: (p) => `${p.item}\n${p.baskets}（${p.share}）`,
  networkNone: '沒有兩樣單品的規則達到這些界限。',
  rules: '規則',
  columns: {
    antecedent: '買了',
    consequent: '也買',
    lift: '提升度',
    confidence: '信賴度',
    baskets: '籃數',
    support: '支持度',
    leverage: '槓桿率',
    conviction: '確信度',
  },
  itemsets: '項目集（一起出現的組合）',
  size: '幾樣',
  sizeAll: '全部',
  itemsetColumns: { size: '幾樣', items: '商品', baskets: '籃數', support: '支持度' },
  basketItems: '購物籃',
  formula:
    '一共 N 個購物籃，其中 s 個包含規則裡的全部商品，a 個包含左邊，c 個包含右邊。\n支持度 = s ÷ N：有多常見。\n信賴度 = s ÷ a：買了左邊，有幾成也買右邊。\n提升度 = 信賴度 ÷ (c ÷ N)：是平常的幾倍；等於 1 表示兩邊沒有關係。\n槓桿率 = s ÷ N − (a ÷ N)(c ÷ N)：比碰巧多出來的占比。\n確信度 = (1 − c ÷ N) ÷ (1 − 信賴度)：如果只是碰巧，失靈的次數會是現在的幾倍；從不失靈就是無限大。\n至少出現在 支持度 × N 個（無條件進位）購物籃裡的組合算頻繁項目集。頻繁項目集全部找出，規則右邊只放一樣商品。同一籃裡每樣商品只算一次。',
} satisfies Messages['basket'];
