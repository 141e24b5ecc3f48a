import * as measures from '../../mining/measures.ts';
import type { Formats } from '../../state/formats.ts';
import type { CountedRule } from './rules.ts';
import { supportWords } from './words.ts';

/** A measure of one rule: its formula in symbols, the same with the rule's numbers, and what comes out. */
export interface Worked {
  name: Name;
  symbols: string;
  numbers: string;
  value: string;
}

type Name = keyof typeof SYMBOLS;

/** Of N baskets s hold the whole rule, a its left side, c its right side; m rules were searched. */
const SYMBOLS = {
  support: 's ÷ N',
  confidence: 's ÷ a',
  lift: 's × N ÷ (a × c)',
  leverage: 's ÷ N − (a ÷ N) × (c ÷ N)',
  conviction: '(1 − c ÷ N) ÷ (1 − s ÷ a)',
  zhang: '(s × N − a × c) ÷ max(s × (N − a), a × (c − s))',
  cosine: 's ÷ √(a × c)',
  jaccard: 's ÷ (a + c − s)',
  kulczynski: '½ × (s ÷ a + s ÷ c)',
  imbalance: '|a − c| ÷ (a + c − s)',
  p: 'Σ (k = s … min(a, c)) C(c, k) × C(N − c, a − k) ÷ C(N, a)',
  pHolm: 'max (j ≤ i) (m − j + 1) × pⱼ',
  q: 'min (j ≥ i) m × pⱼ ÷ j',
} as const;

/** Every measure of a rule found in `n` baskets among `searched` rules. */
export function worked(rule: CountedRule, n: number, searched: number, f: Formats): Worked[] {
  const counts = [rule.baskets, rule.antecedent_baskets, rule.consequent_baskets, n] as const;
  const [s, a, c] = counts;
  const four = (measure: measures.Measure) => f.number(measure(...counts), 4);
  const values: Record<Name, string> = {
    support: supportWords(rule.support, f),
    confidence: f.percent(rule.confidence, 2),
    lift: four(measures.lift),
    leverage: f.percent(rule.leverage, 4),
    conviction: four(measures.conviction),
    zhang: four(measures.zhang),
    cosine: four(measures.cosine),
    jaccard: four(measures.jaccard),
    kulczynski: four(measures.kulczynski),
    imbalance: four(measures.imbalance),
    p: f.probability(rule.p),
    pHolm: f.probability(rule.p_holm),
    q: f.probability(rule.q),
  };
  const put = { s, a, c, N: n, m: searched, 'min(a, c)': Math.min(a, c) };
  return (Object.keys(SYMBOLS) as Name[]).map((name) => ({
    name,
    symbols: SYMBOLS[name],
    numbers: withNumbers(SYMBOLS[name], put, f),
    value: values[name],
  }));
}

function withNumbers(symbols: string, put: Record<string, number>, f: Formats): string {
  return symbols.replace(/min\(a, c\)|\b[sacNm]\b/g, (symbol) => f.count(put[symbol]));
}
