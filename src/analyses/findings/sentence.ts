import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { THRESHOLD, WITHIN_DAYS } from './claims/claim.ts';
import type { Finding } from './judge.ts';
import { groupWords, newcomerWords } from './words.ts';

type Words = Messages['findings'];

/** A finding in one sentence or two, with its figures. */
export function sentence(finding: Finding, t: Words, f: Formats): string {
  switch (finding.test) {
    case 'margin':
      return marginSentence(finding.figures, finding.good, t, f);
    case 'revenue': {
      const { now, before } = finding.figures.revenue;
      return t.said[finding.good ? 'revenueRose' : 'revenueFell']({
        change: f.roundMoney(Math.abs(now - before)),
        rate: rate(now, before, f),
        now: f.roundMoney(now),
        before: f.roundMoney(before),
      });
    }
    case 'worth':
      return t.said[finding.good ? 'worthMore' : 'worthLess'](
        newcomerWords(finding.figures, finding.money, f, WITHIN_DAYS),
      );
    case 'again':
      return t.said[finding.good ? 'againMore' : 'againLess'](
        newcomerWords(finding.figures, finding.money, f, WITHIN_DAYS),
      );
    case 'silent': {
      const { silent, revenue, span } = finding.figures;
      return t.said[finding.good ? 'silentFewer' : 'silentMore']({
        count: f.count(silent.now.count),
        n: f.count(silent.now.n),
        countBefore: f.count(silent.before.count),
        nBefore: f.count(silent.before.n),
        span: f.count(span),
        revenue: f.roundMoney(revenue),
      });
    }
    case 'customer':
    case 'product': {
      const { share, before, revenue, orders } = finding.figures;
      const said = t.said[finding.test]({
        name: finding.name ?? finding.id ?? '',
        share: f.percent(share.value),
        low: f.percent(share.low),
        high: f.percent(share.high),
        revenue: f.roundMoney(revenue),
        orders: f.count(orders),
        threshold: f.percent(THRESHOLD[finding.test], 0),
      });
      return said + (before ? t.said.shareBefore({ share: f.percent(before.value) }) : '');
    }
    case 'source':
      return t.said[finding.good ? 'sourceBetter' : 'sourceWorse']({
        ...groupWords(finding.figures.again, f),
        ...eachWords(finding, f),
        name: finding.name ?? '',
      });
    case 'discount':
      return t.said[finding.good ? 'discountBetter' : 'discountWorse']({
        ...groupWords(finding.figures.again, f),
        ...eachWords(finding, f),
      });
    case 'refund':
      return t.said.refund({ ...groupWords(finding.figures.refunded, f), name: finding.name ?? '' });
    case 'complaint': {
      const words = groupWords(finding.figures.complained, f);
      return finding.name === null
        ? t.said.complaints(words)
        : t.said.complaint({ ...words, name: finding.name });
    }
  }
}

function marginSentence(
  { margin, revenue, profit }: Extract<Finding, { test: 'margin' }>['figures'],
  good: boolean,
  t: Words,
  f: Formats,
): string {
  const words = {
    now: f.number(margin.now * 100, 1),
    before: f.number(margin.before * 100, 1),
    revenue: f.roundMoney(Math.abs(revenue.now - revenue.before)),
    revenueRate: rate(revenue.now, revenue.before, f),
    profit: f.roundMoney(Math.abs(profit.now - profit.before)),
    profitRate: rate(profit.now, profit.before, f),
  };
  if (good) return t.said.marginBetter(words);
  if (profit.now >= profit.before) return t.said.marginSlower(words);
  return t.said[revenue.now > revenue.before ? 'marginTale' : 'marginThinner'](words);
}

function eachWords({ figures, money }: Extract<Finding, { test: 'source' | 'discount' }>, f: Formats) {
  return {
    money,
    within: f.count(WITHIN_DAYS),
    each: f.money(figures.each.now),
    eachOther: f.money(figures.each.before),
  };
}

/** The change in parts of what was before, with its sign; an en dash where there was nothing or a loss. */
function rate(now: number, before: number, f: Formats): string {
  if (before <= 0) return '–';
  const change = f.percent((now - before) / before);
  return now > before ? `+${change}` : change;
}
