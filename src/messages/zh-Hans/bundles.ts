import type { Messages } from '../index.ts';

export default {
  title: '哪些能搭成套餐？',
  answer: (p) =>
    `${p.best && !p.gains ? '最好的一对也不划算：' : ''}“${p.first}”搭“${p.second}”${p.off}，${p.period}大约会${p.gains ? '多' : '少'}${p.kind === 'margin' ? '赚' : '收'} ${p.net}（${p.low} 到 ${p.high} 之间），前提是只买其中一样的订单里有 ${p.uptake} 改买套餐。${p.breakeven === null ? '这个价钱，有多少人买都不划算。' : `到 ${p.breakeven} 就不亏${p.largest === null ? '' : `；比例不变的话，优惠 ${p.largest} 以内不亏`}。`}`,
  period: (p) => `${p.from}至${p.to}`,
  off: (p) => (p.tenths === '10' ? '不打折' : `打 ${p.tenths} 折`),
  discount: '套餐优惠',
  min: '至少一起出现（单）',
  cap: '一单最多（种，0 不限）',
  days: '之后多少天内另买',
  captions: {
    offers: (p) => `做成套餐的 ${p.n} 对`,
    placement: (p) => `比碰巧多的 ${p.n} 对`,
    goesWith: (p) => `每样商品最多 ${p.n} 个搭配`,
  },
  back: '回到最好的套餐',
  noneTogether: '没有一笔订单买了两样以上的商品，看不出什么能搭着卖。',
  none: (p) =>
    `没有哪两样商品在 ${p.min} 笔以上的订单里一起出现，而且比碰巧更常见。把这个数调低，或者多导入一些订单再看。`,
  unknown: '数据里没有这两样商品。',
  noPrice: '数据里没有这两样商品的成交金额，算不出来。',
  few: (p) => `只有 ${p.several} 笔订单买了两样以上，太少了，靠不住。下面只用来说明方法。`,
  byChance: '这两样一起出现，并不比碰巧更多。',
  figures: {
    bundles: '两样都买的订单会多',
    margin: '毛利增减',
    revenue: '收入增减',
    breakeven: '保本',
  },
  uptakeOf: (p) => `只买一样的 ${p.alone} 单里的 ${p.share}`,
  between: (p) => `${p.low} 到 ${p.high} 之间`,
  perMonth: (p) => `每月 ${p.value}`,
  from: (p) => `${p.share} 以上`,
  never: '怎么都不划算',
  paysBy: {
    margin: '只买一样的订单里要有这么多改买套餐（按毛利）',
    revenue: '只买一样的订单里要有这么多改买套餐（按收入）',
  },
  noCost:
    '数据里没有这两样商品的成本，算不了毛利。给订单加上“成本”一列（每一行商品的进货成本）就能看。只看收入，套餐会显得比实际划算。',
  gain: { margin: '优惠多少，还剩多少毛利', revenue: '优惠多少，收入还多多少' },
  axis: { margin: '毛利', revenue: '收入' },
  stops: (p) => `优惠 ${p.percent} 以内不亏`,
  gainLabel:
    '改买套餐的比例不变时，这段时间里的增减，所以优惠越大，剩得越少。优惠大了，买的人该会多些；多多少，光看订单看不出来。色带是订单数本身说不准的范围（95%），不包括假设。',
  low: '低的一头',
  high: '高的一头',
  point: (p) => `优惠 ${p.discount}：${p.net}（${p.low} 到 ${p.high}）；保本：${p.uptake}`,
  parts: '这笔账怎么来的',
  partsLabel: '按现在的优惠，多赚多少，少赚多少。',
  partNames: { won: '多卖的', given: '白送的', cannibalised: '本来会买的', net: '净增减' },
  partNotes: {
    won: '本来只买一样的订单添上另一样，扣掉给它们的优惠',
    given: '本来就两样都买的订单，也拿到了优惠',
    cannibalised: '同一位顾客过几天本来会原价买的',
    net: '多卖的，减去白送的，再减去本来会买的',
  },
  partRow: (p) => `${p.name} ${p.value}：${p.what}`,
  assumption: '这里假设了什么',
  cannotTell:
    '光看订单，看不出顾客对优惠会有什么反应。有多少人改买套餐是个假设，结果跟着它变：可以在这里改，也可以先小范围试卖几天。',
  uptake: (p) => `只买“${p.has}”的订单，添上“${p.takes}”的有`,
  uptakeNote: (p) =>
    `两样都买的 ${p.both} 单（${p.share}），只买这一样的 ${p.alone} 单。起始值 ${p.usual}：取前面那个占比的保守下限，再取四分之一。`,
  laterNote: (p) =>
    `这样的订单里，有 ${p.watched} 单能跟踪顾客满 ${p.days} 天，其中 ${p.later} 单（${p.share}）后来自己又买了“${p.takes}”；套餐多卖的也按这个比例算作本来会买的。`,
  noLater: (p) =>
    `没有哪笔只买一样的订单能跟踪满 ${p.days} 天：缺顾客或日期，或者数据太短。本来会买的没有扣掉，所以结果偏好。`,
  offers: '可以做套餐的搭配',
  offersLead:
    '一起出现得比碰巧多的搭配，以及按现在的优惠、起始的比例做成套餐会增减多少。本来会买的在这张表里没有扣。点一行，看它的套餐。从许多搭配里挑出来的第一名，总会显得比实际好。',
  offerColumns: {
    first_product: '商品',
    second_product: '搭',
    extra_margin: '毛利增减',
    extra_revenue: '收入增减',
    breakeven_uptake: '保本比例',
    extra_bundles: '多成套（单）',
    baskets: '两样都买（单）',
    first_only: '只买前一样',
    second_only: '只买后一样',
    lift: '提升度',
    believable: '信得过',
  },
  placement: '适合摆在一起的搭配',
  placementLead:
    '放在同一个货架，或者互相放在对方的商品页：比碰巧多出的订单最多的搭配。不用打折，试一试不花钱。',
  pairColumns: {
    first_product: '商品',
    second_product: '旁边放',
    baskets: '两样都买（单）',
    surplus: '比碰巧多（单）',
    lift: '提升度',
    first_confidence: '占前一样的订单',
    second_confidence: '占后一样的订单',
    believable: '信得过',
  },
  judgeThem:
    '这些搭配信不信得过，连后来的订单也算上，由“什么和什么一起卖？”一页检验。打开一次，结论就会列在这几张表里。',
  goesWith: '搭配推荐表',
  goesWithLead:
    '每样商品旁边可以推荐什么，导出后可填进店铺后台的搭配推荐（关联商品）一栏。在界限以内，超出碰巧的排在前面，再按比碰巧多出的订单数排。文件里还有商品编号，按文本保存。',
  goesWithJudged: '“什么和什么一起卖？”一页认为信得过的规则，排在最前面。',
  goesWithColumns: { product_id: '商品编号', product: '商品' },
  companion: (p) => `搭配 ${p.n}`,
  companions: '每样最多推荐',
  minLift: '提升度高于',
  counts: '选中的套餐',
  over: (p) => `${p.over} 笔订单超过 ${p.cap} 种商品，当作批发，没有算进来。`,
  fees: '邮费和杂费没有算进来。',
  formula:
    '一笔订单算一篮，每单最多算一份套餐，每样一件。每件的售价和成本取各行的中位数，免得被批发大单带偏；售价已扣优惠，再按这样商品的退款占比减低。让利 = 优惠 ×（两样的售价之和）。\n改买的订单 = 只买一样的订单 × 假设改买套餐的比例，两样分别算。\n多卖的 = 改买的订单 ×（添上那样的售价或毛利 − 让利）。\n白送的 = 两样都买的订单 × 让利：没有套餐，他们也会都买。\n本来会买的 = 改买的订单 × 添上那样的售价或毛利 × 只买一样的订单里，同一位顾客在设定天数内又买了另一样的占比。算这个占比时，只看顾客明确、离数据结束还有这么多天的订单。\n净增减 = 多卖的 − 白送的 − 本来会买的。净增减正好为零时的比例就是保本比例，两个方向按同样倍数变化。\n假设的比例是本站定的：两样都买 ÷ 买了这样的订单，取威尔逊区间（95%）的下限，再取四分之一。\n范围是 1,000 次抽样中间的 95%：订单数按狄利克雷分布抽，后来又买的按贝塔分布抽（Jeffreys），售价和假设不变；同样的数据得出同样的范围。\n比碰巧多：提升度大于 1，而且 p 的上界（Chernoff）乘以够多订单的商品的全部配对数后，不超过 0.05。p 算两次，取大的：一次是单侧费希尔检验，当作每笔订单买到各样商品的机会都一样；大单什么都买，所以再按各样商品卖得多少，把订单里的全部配对重新分一次。\n比碰巧多的订单 = 两样都买的 − 这两种算法预期里大的那个：买前一样的 × 买后一样的 ÷ 全部订单，或 × 订单里的全部配对 ÷ 各对商品的这种乘积之和。“什么和什么一起卖？”一页还拿后来的订单验证。',
} satisfies Messages['bundles'];
