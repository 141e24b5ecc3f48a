import { type Encoding, lenient } from './encoding.ts';

/** Below this share of expected characters, bytes are not text in any encoding known here. */
const PLAUSIBLE = 0.3;

/** The encoding in which most of the characters beyond ASCII are ones that people write; null when none is plausible. */
export function likeliest(samples: Uint8Array[]): Encoding | null {
  let best: { encoding: Encoding; score: number } | null = null;
  for (const [encoding, prepare] of Object.entries(EXPECTED) as [Encoding, () => Count][]) {
    let count = counts.get(encoding);
    if (!count) counts.set(encoding, (count = prepare()));
    const score = share(samples, encoding, count);
    if (score >= PLAUSIBLE && score > (best?.score ?? 0)) best = { encoding, score };
  }
  return best?.encoding ?? null;
}

/** Counts the expected ones in a run of characters beyond ASCII, with the ASCII characters on both sides of it. */
type Count = (run: string, before: string, after: string) => number;
const counts = new Map<Encoding, Count>();

/**
 * National standards list their characters by use: the first level holds those of everyday writing, the second the
 * rare ones. Text read in the wrong encoding falls on both alike, or on what no standard has. Ties go to the first.
 */
const EXPECTED: Partial<Record<Encoding, () => Count>> = {
  'utf-8': () => (run) => run.length,
  gb18030: () => everyday('gb18030', [[0xb0, 0xa1, 0xd7, 0xf9]], [0xa1, 0xfe]),
  big5: () => everyday('big5', [[0xa4, 0x40, 0xc6, 0x7e]], [0x40, 0xfe]),
  shift_jis: () =>
    everyday(
      'shift_jis',
      [
        [0x82, 0x9f, 0x82, 0xf1],
        [0x83, 0x40, 0x83, 0x96],
        [0x88, 0x9f, 0x98, 0x72],
      ],
      [0x40, 0xfc],
    ),
  'windows-1252': () => western,
};

/** The words of order headers, which are most of the evidence in a short file. */
const HEADER_WORDS =
  '订单编号订单状态买家会员名称商品标题数量价格单价总金额实际支付时间日期创建付款收货人地址联系电话手机退款运费备注店铺' +
  '訂單編號訂單狀態買家會員帳號名稱商品數量價格單價總金額實際支付時間日期創建付款收貨人地址聯絡電話手機退款運費備註賣場';

function share(samples: Uint8Array[], encoding: Encoding, count: Count): number {
  let all = 0;
  let expected = 0;
  for (const bytes of samples) {
    const text = lenient(bytes, encoding);
    for (const { 0: run, index } of text.matchAll(/[^\0-\x7f]+/g)) {
      const wrong = run.split('\ufffd').length - 1;
      all += run.length;
      expected += count(run, text[index - 1] ?? '', text[index + run.length] ?? '') - 2 * wrong;
    }
  }
  return all === 0 ? 0 : expected / all;
}

/** Counts the characters that two-byte sequences from `[lead, trail]` to `[lead, trail]` stand for, header words twice. */
function everyday(
  encoding: Encoding,
  blocks: [number, number, number, number][],
  [firstTrail, lastTrail]: [number, number],
): Count {
  const bytes: number[] = [];
  for (const [fromLead, fromTrail, toLead, toTrail] of blocks)
    for (let lead = fromLead; lead <= toLead; lead++)
      for (let trail = firstTrail; trail <= lastTrail; trail++) {
        const pair = lead * 256 + trail;
        if (pair >= fromLead * 256 + fromTrail && pair <= toLead * 256 + toTrail) bytes.push(lead, trail);
      }
  const known = new Set(lenient(Uint8Array.from(bytes), encoding).replaceAll(/[\0-\x7f\ufffd]/g, ''));
  const headers = new Set(HEADER_WORDS);
  return (run) => {
    let sum = 0;
    for (const char of run)
      sum += headers.has(char) ? 1.25 : known.has(char) || PUNCTUATION.test(char) ? 1 : 0;
    return sum;
  };
}

const PUNCTUATION = /[\u2014\u2018-\u201d\u2026\u3000-\u3002\u3008-\u3011\uff01-\uff5e\uffe5]/;

/** An accented letter stands alone or in pairs among plain letters; a sign such as £ or a typographic quote alone. */
const western: Count = (run, before, after) => {
  const letters = /^[À-ÖØ-öø-ÿŒœŠšŽžŸ]{1,2}$/.test(run) && /[A-Za-z]/.test(before + after);
  const sign = /^[€£¥©®°·«»‘’“”–—…™²³½¼\u00a0]$/.test(run);
  return letters || sign ? run.length : 0;
};
