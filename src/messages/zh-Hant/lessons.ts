import type { Messages } from '../index.ts';

export default {
  title: '課程',
  lead: '可以在課堂上投影，也可以一個人學。每個數字都由現在開啟的資料算出。',
  list: {
    'diaper-beer': {
      name: '尿布與啤酒',
      about:
        '資料探勘裡最有名的一對商品：先動手數，再數全店，按時段拆開，和碰巧比一比，最後看看這個故事到底有多少是真的。共六步。',
    },
  },
  stepOf: (p) => `第 ${p.n} 步，共 ${p.all} 步`,
  stepsLabel: '課程步驟',
  back: (p) => `上一步：${p.step}`,
  next: (p) => `下一步：${p.step}`,
  present: '全螢幕',
  leave: '離開全螢幕',
  keys: '方向鍵、Page Up 和 Page Down 可以翻步驟，Esc 離開全螢幕。',
  steps: {
    hand: '動手數一數',
    store: '全店的數',
    parts: '按時段拆開',
    chance: '碰巧能有多像',
    tale: '故事的真相',
    exercises: '練習',
  },
  noData: '還沒有開啟資料。這節課最好從超市範例開始。',
  takeSample: '開啟超市範例',
  noItems: '開啟的檔案裡沒有商品一欄，沒有購物籃可數。',
  noPair: '開啟的檔案裡，沒有哪兩樣商品一起買的次數多到可以拿來上課。',
  failed: (p) => `購物籃沒有讀出來：${p.message}`,
  pair: {
    label: '研究哪一對',
    left: '買了',
    right: '也買',
    auto: '讓課程自己選',
    why: {
      chosen: '這一對是您選的。',
      story: '資料裡正好有故事中的這一對。',
      strongest: '這是資料裡可信的一對，比碰巧多出的購物籃最多。',
      frequent: '資料裡沒有哪一對可信，這一對是一起出現最多的。',
    },
  },
  figures: { support: '支持度', confidence: '信賴度', lift: '提升度' },
  fraction: (p) => `${p.top} 除以 ${p.bottom}`,
  hand: {
    answer: (p) => `這是收銀台的 ${p.n} 個購物籃。${p.left}和${p.right}有多常一起買？`,
    tasks: {
      both: (p) => `請勾出${p.left}和${p.right}都有的購物籃。`,
      left: (p) => `再勾出有${p.left}的購物籃，不管有沒有另一樣。`,
      right: (p) => `最後勾出有${p.right}的購物籃，不管有沒有另一樣。`,
    },
    basket: (p) => `第 ${p.n} 籃`,
    more: (p) => `還有 ${p.n} 樣`,
    check: '對答案',
    another: '換一把',
    again: '重新數',
    ticked: (p) => `勾了 ${p.n} 個`,
    wrong: '還差一點，請再看看做了記號的購物籃。',
    missed: {
      both: '兩樣都有，沒有勾',
      left: (p) => `有${p.left}，沒有勾`,
      right: (p) => `有${p.right}，沒有勾`,
    },
    extra: {
      both: '不是兩樣都有',
      left: (p) => `沒有${p.left}`,
      right: (p) => `沒有${p.right}`,
    },
    found: {
      both: (p) => `對了：${p.n} 籃裡有 ${p.s} 籃兩樣都有。這就是支持度，${p.support}。`,
      left: (p) => `對了：有${p.left}的是 ${p.a} 籃，其中 ${p.s} 籃兩樣都有。這就是信賴度，${p.confidence}。`,
      right: (p) =>
        `對了：${p.n} 籃裡本來就有 ${p.c} 籃有${p.right}，占 ${p.share}。信賴度是 ${p.confidence}，是它的 ${p.lift} 倍。這就是提升度。`,
    },
    few: '購物籃都是真的，但為了每種情形都有，是挑過的。一小把裡看到的，全店不一定如此，請看下一步。',
  },
  store: {
    answer: (p) =>
      `全部 ${p.n} 個購物籃裡，有${p.left}的，${p.confidence} 也有${p.right}，是平常的 ${p.lift} 倍。`,
    both: '兩樣都有',
    all: '全部購物籃',
    withLeft: (p) => `有${p.left}`,
    withRight: (p) => `有${p.right}`,
    meaning: {
      support: '兩樣一起買，有多常見。',
      confidence: '有了左邊，有幾成也有右邊。',
      lift: '是平常的幾倍。等於 1，說明兩樣沒有關係。',
    },
    rulesTitle: '一共有多少條規則？',
    support: '支持度至少',
    confidence: '信賴度至少',
    baskets: (p) => `${p.n} 籃（${p.share}）`,
    left: (p) => `${p.all} 條規則裡，還剩 ${p.rules} 條。`,
    place: (p) => `按提升度排，${p.rule}在其中是第 ${p.place}。`,
    gone: (p) => `${p.rule}已經不在其中。`,
    looked: (p) => `這裡看的是至少出現在 ${p.count} 個購物籃裡、最多三樣商品的全部規則。`,
    picture: (p) =>
      `一個點是一條規則：越靠右，出現的購物籃越多；越高，越有把握。兩條線是界限，大點是研究的這一對。畫出 ${p.all} 條裡的 ${p.n} 條。`,
    point: (p) => `${p.rule}\n支持度 ${p.support}，信賴度 ${p.confidence}，提升度 ${p.lift}`,
  },
  rule: (p) => `${p.left} → ${p.right}`,
  parts: {
    cut: '購物籃怎麼拆',
    cuts: { hour: '按一天的時段', week: '按週末' },
    from: '晚間從',
    to: '到',
    hour: (p) => `${p.h}:00`,
    whole: '全部購物籃',
    inside: { hour: (p) => `${p.from}:00 到 ${p.to}:00`, week: '星期六、星期日' },
    outside: { hour: '一天的其他時候', week: '星期一到星期五' },
    answer: {
      reversed: (p) =>
        `合在一起看，提升度是 ${p.whole}；拆開看，卻是 ${p.inside} 和 ${p.outside}，正好相反。這就是辛普森悖論。`,
      overstated: (p) =>
        `合在一起看，提升度是 ${p.whole}。拆開看，兩部分都沒有這麼高：${p.inside} 和 ${p.outside}。`,
      understated: (p) =>
        `合在一起看，提升度是 ${p.whole}。拆開看，兩部分都更高：${p.inside} 和 ${p.outside}。`,
      between: (p) =>
        `合在一起看，提升度是 ${p.whole}；拆開看，一部分高些，一部分低些：${p.inside} 和 ${p.outside}。`,
      few: '其中一部分裡，有一樣商品從沒賣過，那裡算不出提升度。',
    },
    why: {
      reversed: (p) =>
        `兩部分裡，兩樣商品的多少都不一樣：有${p.left}的購物籃，前一部分占 ${p.leftInside}，後一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，後一部分占 ${p.rightOutside}。混在一起，這個差別就像是兩樣商品的關係，或者把關係蓋住了。`,
      overstated: (p) =>
        `其中有時段的功勞。有${p.left}的購物籃，前一部分占 ${p.leftInside}，後一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，後一部分占 ${p.rightOutside}。兩樣都常見的時候，碰在一起的就多；混在一起看，就像是兩樣商品之間的關係。`,
      understated: (p) =>
        `有${p.left}的購物籃，前一部分占 ${p.leftInside}，後一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，後一部分占 ${p.rightOutside}。一樣多的時候另一樣少，混在一起看，就把一部分關係蓋住了。`,
      between: (p) =>
        `有${p.left}的購物籃，前一部分占 ${p.leftInside}，後一部分占 ${p.leftOutside}；有${p.right}的，前一部分占 ${p.rightInside}，後一部分占 ${p.rightOutside}。這樣拆並沒有把關係拆掉，只是一部分強些，一部分弱些。`,
      few: '',
    },
    opposite: (p) =>
      `而且這不是一條規則，是兩條：在「${p.strong}」，兩樣互相吸引；在「${p.weak}」，兩樣反而互相避開。`,
    strict: '嚴格的辛普森悖論，是合在一起提升度大於 1，拆開兩部分卻都小於 1，或者反過來。',
    within: (p) =>
      `如果晚間只和晚間比，其他時候只和其他時候比，提升度是 ${p.lift}：兩樣都有的購物籃數，除以「在每一部分裡兩樣都沒有關係」時應有的數。`,
    withinWeek: (p) =>
      `如果週末只和週末比，平日只和平日比，提升度是 ${p.lift}：兩樣都有的購物籃數，除以「在每一部分裡兩樣都沒有關係」時應有的數。`,
    one: '提升度 1：兩樣沒有關係',
    baskets: (p) => `${p.n} 籃 · 有${p.left} ${p.a} · 有${p.right} ${p.c} · 都有 ${p.s}`,
    noTimes: '這份資料有日期，沒有幾點幾分，分不出早晚，只能按週末拆。',
    noDates: '這份資料沒有日期也沒有時間，沒法拆開看。用超市範例可以看到這一步。',
    try: '換一種拆法，看看結論變不變。',
  },
  chance: {
    answer: (p) =>
      `提升度超過 ${p.lift} 的規則有 ${p.rules} 條。把購物籃打亂，讓什麼和什麼都沒有關係，還是能找到 ${p.shuffled} 條。`,
    how: '打亂的意思是：每個購物籃的件數不變，每樣商品出現的籃數不變，只有什麼配什麼全憑運氣。',
    again: '再打亂一次',
    seed: (p) => `第 ${p.seed} 種打亂`,
    lift: '提升度超過',
    real: '原來的購物籃',
    shuffled: '打亂的購物籃',
    shown: '找到的規則',
    standing: '校正後剩下',
    believable: '可信的',
    example: (p) => `比如這條就純屬碰巧：${p.rule}，提升度 ${p.lift}，出現在 ${p.baskets} 籃裡。`,
    noExample: '這一次沒有碰巧出來的規則。',
    correct: (p) =>
      `一共查了 ${p.searched} 條規則。如果一條一條按 ${p.level} 檢定，即使什麼關係都沒有，也會有大約 ${p.lucky} 條通過。所以門檻要按查過的全部規則來提高（Holm 校正），不能只按顯示出來的算。`,
    after: (p) =>
      `校正之後，原來的購物籃裡 ${p.rules} 條規則剩下 ${p.standing} 條，打亂的購物籃裡剩下 ${p.shuffled} 條。`,
    size: (p) =>
      `還有一個陷阱：大的購物籃什麼都多，裡面什麼和什麼都像是有關係。只在大小相近的購物籃裡比，再和它自己的短規則比，可信的有 ${p.believable} 條，打亂的購物籃裡有 ${p.shuffled} 條。`,
    stands: (p) => `${p.rule}是可信的。`,
    falls: (p) => `${p.rule}不可信。`,
    outside: (p) => `${p.rule}沒有達到上面的界限。`,
    raised: (p) => `找到的太多，放不下，只算至少出現在 ${p.count} 籃裡的規則。`,
  },
  tale: {
    answer: '故事講得比證據好。',
    told: '教科書裡的說法',
    toldText: [
      '一家大型連鎖超市，通常說是沃爾瑪，翻查了自己的收據。',
      '星期五傍晚，年輕的爸爸被差去買尿布，順手也帶上啤酒。有的書說，這樣的人有三四成。',
      '超市把啤酒擺到尿布旁邊，兩樣都賣得更好了。',
    ],
    known: '真正知道的',
    knownText: [
      '大約 1992 年，當時屬於 NCR 的 Teradata 有一個顧問小組，由 Thomas Blischok 帶領，看了 Osco 藥妝連鎖大約 25 家店的約 120 萬個購物籃。用的是 SQL 查詢，不是資料探勘軟體。',
      '他們注意到，傍晚五點到七點，啤酒和尿布常一起買。',
      '店裡什麼也沒做，貨架沒有動過。',
      '連當初有沒有這個發現，也有人懷疑：一位同事後來說，這一對是隨口編出來、圖個好記的例子。',
      '沃爾瑪、星期五、年輕爸爸，都是後來的人加上去的。',
      '支持度、信賴度、提升度，從來沒有公布過。三四成的說法沒有出處。',
    ],
    here: (p) =>
      `那麼這裡呢？在開啟的資料裡，有${p.left}的購物籃，${p.confidence} 也有${p.right}，提升度 ${p.lift}。`,
    invented: '超市範例是編出來的資料，裡面的尿布和啤酒是為這節課放進去的。',
    ask: '相信一條規則之前，先問一問：有多少個購物籃？一共查了多少條規則？換個時段、換個月還成立嗎？有沒有人照著做過，並且看到了變化？',
    sources:
      '參考：D. J. Power，“What is the true story about data mining, beer and diapers?”，DSS News，2002；Thomas Blischok 演講的報導。指標出處：Agrawal、Imieliński、Swami 1993（支持度、信賴度）；Brin、Motwani、Ullman、Tsur 1997（當時叫 interest，現在叫提升度）。',
  },
  exercises: {
    answer: (p) => `${p.n} 道練習，數字都來自開啟的資料。您的回答不會儲存。`,
    another: '換一組數字',
    number: '您的答案',
    check: '對答案',
    right: '答對了。',
    wrong: '不太對。',
    unreadable: '請填一個數字。',
    names: {
      lift: '算提升度',
      support: '從支持度到籃數',
      better: '哪條規則更好？',
      alone: '只看信賴度',
      turn: '把規則倒過來',
      lucky: '靠運氣能有幾條？',
      correction: '校正做了什麼',
      hour: '差別從哪裡來？',
    },
    ask: {
      lift: (p) =>
        `一共 ${p.n} 個購物籃，${p.a} 個有${p.left}，${p.c} 個有${p.right}，${p.s} 個兩樣都有。${p.rule}的提升度是多少？`,
      support: (p) =>
        `一共 ${p.n} 個購物籃，${p.left}和${p.right}一起的支持度是 ${p.support}。兩樣都有的購物籃是幾個？`,
      better: (p) =>
        `有兩條規則。${p.rule}：信賴度 ${p.confidence}，提升度 ${p.lift}。${p.otherRule}：信賴度 ${p.otherConfidence}，提升度 ${p.otherLift}。哪一條說明兩樣商品真的有關係？`,
      alone: (p) =>
        `${p.rule}的信賴度是 ${p.confidence}。${p.right}出現在 ${p.rightShare} 的購物籃裡。這條規則告訴了店家什麼？`,
      turn: (p) => `把${p.rule}倒過來，變成${p.turned}。三個指標裡，哪個會變？`,
      lucky: (p) =>
        `一次查了 ${p.searched} 條規則，每條都按 5% 檢定。如果商品之間毫無關係，大約會有幾條通過？`,
      correction: (p) =>
        `另一個班在同樣的 ${p.n} 個購物籃裡多查了一倍的規則。按查過的全部規則校正，會怎麼樣？`,
      hour: (p) => `${p.rule}合在一起看的提升度，比晚間和其他時候都高。這是怎麼來的？`,
    },
    options: {
      better: (p) => ({ strong: p.rule, sure: p.otherRule }),
      alone: (p) => ({
        nothing: `幾乎沒有：不買${p.left}的人，買${p.right}的也差不多這麼多`,
        keen: `買${p.left}的人特別愛買${p.right}`,
        cause: `${p.left}會讓人去買${p.right}`,
      }),
      turn: () => ({ support: '支持度', confidence: '信賴度', lift: '提升度' }),
      correction: () => ({
        stricter: '每條規則都要有更強的證據才算數',
        smaller: '每條規則的提升度都會變小',
        rarer: '出現籃數最少的規則會被刪掉',
      }),
      hour: (p) => ({
        together: '兩樣在同樣的時段都賣得多，碰到一起的自然就多',
        cause: `${p.left}讓人想要${p.right}`,
        mistake: '一定是數錯了：整體總該在兩部分之間',
      }),
    },
    because: {
      lift: (p) =>
        `提升度 =（都有 × 全部）÷（左邊 × 右邊）=（${p.s} × ${p.n}）÷（${p.a} × ${p.c}）= ${p.lift}。`,
      support: (p) => `${p.n} 個購物籃的 ${p.support} 就是 ${p.s} 個。`,
      better: (p) =>
        `${p.otherRule}把握大，只是因為${p.otherRight}本來就出現在 ${p.otherRightShare} 的購物籃裡，提升度 ${p.otherLift}。${p.rule}是平常的 ${p.lift} 倍。`,
      alone: (p) =>
        `${p.confidence} 對 ${p.rightShare}，提升度 ${p.lift}，幾乎沒有差別。信賴度高，往往只說明右邊的商品人人都買。而且規則說明不了因果。`,
      turn: (p) =>
        `只有信賴度會變，因為它除以左邊。${p.rule}是 ${p.confidence}，${p.turned}是 ${p.turnedConfidence}。支持度（${p.support}）和提升度（${p.lift}）對左右兩邊一視同仁。`,
      lucky: (p) => `${p.searched} 的 5% 是 ${p.lucky}。所以查得多就要校正。`,
      correction: (p) =>
        `查得越多，碰巧看著強的就越多。提升度和籃數都不變，變的是要求的 p 值：第一條規則原來要小於 5% ÷ ${p.searched}，現在要小於它的一半。`,
      hour: () =>
        '兩部分裡，兩樣商品的多少都不一樣，混在一起，這個差別就像是兩樣之間的關係。整體不一定在兩部分之間，辛普森悖論說的就是這個。',
    },
  },
} satisfies Messages['lessons'];
