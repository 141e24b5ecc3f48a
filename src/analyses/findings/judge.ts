import { weightedHolm } from '../../models/statistics/holm.ts';
import type { Claim } from './claims/claim.ts';
import { complaintsClaims, refundsClaims } from './claims/after-sale.ts';
import { dependenceClaims } from './claims/dependence.ts';
import { discountsClaims, sourcesClaims } from './claims/first-orders.ts';
import { leaversClaims } from './claims/leavers.ts';
import { newcomersClaims } from './claims/newcomers.ts';
import { profitClaims } from './claims/profit.ts';
import { type Column, type ColumnsRow, QUESTIONS, type Question, type Rows } from './findings.ts';

/** The level of all tests together. */
export const LEVEL = 0.05;

/** A claim that stands, with its p after the adjustment for all tests. */
export type Finding = Claim & { adjusted: number };

/** What came of asking everything. */
export interface Judged {
  /** Bad news by what is at stake, the most first, then good news. */
  findings: Finding[];
  /** Asked, and nothing found beyond chance. */
  quiet: Question[];
  /** Not asked: too few orders for a test. */
  few: Question[];
  /** Not asked: no column says it. */
  lacking: { question: Question; column: Column }[];
  /** How many tests were made. */
  tests: number;
}

/** Without this column there is nothing to ask; profit is asked without costs too, of revenue alone. */
export const NEEDS: Readonly<Record<Question, Column | null>> = {
  profit: null,
  newcomers: 'customers',
  leavers: 'customers',
  dependence: null,
  sources: 'sources',
  discounts: 'discounts',
  refunds: 'refunds',
  complaints: 'complaints',
};

/** Questions that compare the two periods and say nothing where the data do not cover both. */
const OF_PERIODS: readonly Question[] = ['profit', 'complaints'];

/** Whether a question can be asked of these columns at all. */
export function isAsked(question: Question, columns: ColumnsRow): boolean {
  const column = NEEDS[question];
  return (column === null || columns[column]) && (!BY_CUSTOMER.includes(question) || columns.customers);
}

const BY_CUSTOMER: readonly Question[] = ['newcomers', 'leavers', 'sources', 'discounts'];

/**
 * Makes every test and judges them together: Holm's adjustment over all, each question asked having the same share of the
 * level and its tests parts of that by their weights. `days` is the length of the periods compared, `span` that of the refunds,
 * and `covered` says whether the data cover both periods.
 */
export function judge(
  columns: ColumnsRow,
  rows: { readonly [Name in keyof Rows]: readonly Rows[Name][] },
  { days, span, covered }: { days: number; span: number; covered: boolean },
): Judged {
  const ask: Record<Question, () => Claim[] | null> = {
    profit: () => profitClaims(rows.profit[0]),
    newcomers: () => newcomersClaims(rows.newcomers),
    leavers: () => leaversClaims(rows.leavers, days),
    dependence: () => dependenceClaims(rows.dependence, covered),
    sources: () => sourcesClaims(rows.sources, days),
    discounts: () => discountsClaims(rows.discounts, rows.baskets[0], days),
    refunds: () => refundsClaims(rows.refunds, span, days),
    complaints: () => complaintsClaims(rows.complaints),
  };
  const open = QUESTIONS.filter((question) => isAsked(question, columns));
  const answers = open.map((question) => ({
    question,
    claims: covered || !OF_PERIODS.includes(question) ? ask[question]() : null,
  }));
  const asked = answers.flatMap(({ claims }) => (claims ? [claims] : []));
  const claims = asked.flat();
  const weights = asked.flatMap((own) => {
    const all = own.reduce((sum, { weight }) => sum + weight, 0);
    return own.map(({ weight }) => weight / (all * asked.length));
  });
  const adjusted = weightedHolm(
    claims.map(({ p }) => p),
    weights,
  );
  const standing = claims
    .map((claim, i): Finding => ({ ...claim, adjusted: adjusted[i]! }))
    .filter((finding) => finding.adjusted <= LEVEL);
  const findings = standing
    .filter((finding) => !standing.some((other) => says(other, finding)))
    .sort((one, other) => Number(one.good) - Number(other.good) || other.stake - one.stake);
  return {
    findings,
    quiet: answers.flatMap(({ question, claims: own }) =>
      own && !standing.some((one) => one.question === question) ? [question] : [],
    ),
    few: answers.flatMap(({ question, claims: own }) => (own ? [] : [question])),
    lacking: QUESTIONS.filter((question) => !open.includes(question)).map((question) => ({
      question,
      column: columns.customers || !BY_CUSTOMER.includes(question) ? NEEDS[question]! : 'customers',
    })),
    tests: claims.length,
  };
}

/** Whether the sentence of `one` tells `other` too. */
function says(one: Finding, other: Finding): boolean {
  if (one.test === 'margin' && other.test === 'revenue') return !one.good && other.good;
  if (one.test === 'worth' && other.test === 'again') return one.good === other.good;
  return one.test === 'complaint' && other.test === 'complaint' && one.id !== null && other.id === null;
}
