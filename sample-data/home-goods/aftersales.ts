import { categorical, chance, integer, type Random } from '../random.ts';
import { FAILING, type Product } from './catalogue.ts';
import { review, type Dispute } from './reviews.ts';

/** What became of a line after it was paid. Empty text and null where nothing was said. */
export interface Aftermath {
  refund: number;
  rating: number | null;
  review: string;
  dispute: Dispute | null;
  outcome: '' | '已解决' | '未解决';
  /** Days until the complaint was closed; null when there was none or it stayed open. */
  outcomeDays: number | null;
}

const DISPUTES: readonly (readonly [Dispute, number])[] = [
  ['商品质量', 38],
  ['物流', 30],
  ['描述不符', 16],
  ['服务态度', 10],
  ['其他', 6],
];

/** Draws the aftermath of a line of `amount` cents ordered on `day`. */
export function aftermath(
  random: Random,
  product: Product,
  amount: number,
  day: number,
  bargain: boolean,
): Aftermath {
  const failing = product.code === FAILING.code;
  const broken = failing && chance(random, failureRate(day));
  const dispute = broken ? '商品质量' : chance(random, bargain ? 0.045 : 0.024) ? drawDispute(random) : null;
  const solved = dispute !== null && chance(random, 0.72);
  const days = solved ? (chance(random, 0.5) ? integer(random, 0, 2) : integer(random, 3, 15)) : null;
  const rating = dispute ? integer(random, 1, 2) : chance(random, 0.55) ? drawRating(random) : null;
  const speaks = rating !== null && chance(random, rating <= 3 ? 0.8 : 0.42);
  return {
    refund: refund(random, dispute, solved || broken, amount, bargain),
    rating,
    review: speaks ? review(random, product.category, rating, dispute, failing) : '',
    dispute,
    outcome: dispute === null ? '' : solved ? '已解决' : '未解决',
    outcomeDays: days,
  };
}

/**
 * The probability that the customer leaves after this order: `usual` unless something went wrong. A complaint answered
 * within two days makes loyal, one left open drives away.
 */
export function dropoutAfter(lines: readonly Aftermath[], usual: number): number {
  const complaints = lines.filter((line) => line.dispute !== null);
  if (!complaints.length) return usual;
  if (complaints.some((line) => line.outcomeDays === null)) return Math.max(usual, 0.8);
  return complaints.every((line) => line.outcomeDays! <= 2) ? Math.min(usual, 0.15) : Math.max(usual, 0.4);
}

function failureRate(day: number): number {
  const share = Math.min(1, Math.max(0, (day - FAILING.from) / (FAILING.to - FAILING.from)));
  return FAILING.low + (FAILING.high - FAILING.low) * share;
}

function refund(
  random: Random,
  dispute: Dispute | null,
  granted: boolean,
  amount: number,
  bargain: boolean,
): number {
  if (dispute === null) return chance(random, bargain ? 0.05 : 0.012) ? amount : 0;
  if (!granted || dispute === '服务态度') return 0;
  if (dispute === '物流') return chance(random, 0.5) ? Math.min(amount, 100 * integer(random, 3, 10)) : 0;
  return chance(random, 0.65) ? amount : Math.round(amount * 0.3);
}

function drawDispute(random: Random): Dispute {
  return DISPUTES[
    categorical(
      random,
      DISPUTES.map(([, weight]) => weight),
    )
  ]![0];
}

function drawRating(random: Random): number {
  return 5 - categorical(random, [72, 20, 6, 2]);
}
