import { type Format, normaliseHeader } from './formats/format.ts';
import { FORMATS } from './formats/index.ts';
import { plain } from './formats/plain.ts';
import type { Mapping, Meaning } from './meaning.ts';

/** A format a header may belong to, how sure that is (0–1), and which column means what. */
export interface Recognised {
  format: string;
  confidence: number;
  mapping: Mapping;
}

/** Share of a format's signature that must be found before it is preferred to the dictionary of names. */
const ENOUGH = 0.6;

/** Finds the format whose signature the header has most of; failing that, maps the header by the dictionary of names. */
export function recognise(header: readonly string[]): Recognised {
  const names = header.map(normaliseHeader);
  let best: Recognised = { format: plain.id, confidence: 0, mapping: {} };
  for (const format of FORMATS) {
    const confidence = signatureScore(format, names);
    if (confidence >= ENOUGH && confidence > best.confidence)
      best = { format: format.id, confidence, mapping: mapBy(format, names) };
  }
  if (best.confidence > 0) return best;
  const mapping = mapBy(plain, names);
  return { format: plain.id, confidence: plainConfidence(mapping), mapping };
}

/** Which column carries each meaning, by the format's names; the first name listed wins, each column serves once. */
export function mapBy(format: Format, names: readonly string[]): Mapping {
  const found: { meaning: Meaning; column: number; rank: number }[] = [];
  for (const [meaning, synonyms] of Object.entries(format.meanings) as [Meaning, readonly string[]][]) {
    synonyms.forEach((synonym, rank) => {
      const column = names.indexOf(normaliseHeader(synonym));
      if (column >= 0) found.push({ meaning, column, rank });
    });
  }
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { meaning, column } of found.sort((a, b) => a.rank - b.rank)) {
    if (mapping[meaning] !== undefined || taken.has(column)) continue;
    mapping[meaning] = column;
    taken.add(column);
  }
  return mapping;
}

function signatureScore({ signature }: Format, names: readonly string[]): number {
  let total = 0;
  let found = 0;
  for (const [name, weight] of Object.entries(signature)) {
    total += weight;
    if (names.includes(normaliseHeader(name))) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

/** An order list is sure when it says who or which order, when, and how much; a basket list when it has order and item. */
function plainConfidence(mapping: Mapping): number {
  const has = (...meanings: Meaning[]) => meanings.some((meaning) => mapping[meaning] !== undefined);
  const who = has('order_id', 'customer_id', 'customer_name', 'email', 'phone');
  const money = has('amount', 'unit_price');
  if (who && has('ordered_at') && money) return 0.85;
  if (has('order_id') && has('product') && !has('ordered_at') && !money) return 0.75;
  return Object.keys(mapping).length > 0 ? 0.4 : 0.1;
}
