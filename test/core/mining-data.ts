import { readFileSync } from 'node:fs';
import { basketsFromPairs, type Baskets } from '../../src/mining/baskets.ts';
import type { Itemsets } from '../../src/mining/itemsets.ts';

/** Baskets with the name of each item. */
export interface NamedBaskets {
  baskets: Baskets;
  names: string[];
}

/**
 * One basket a line, items between `separator`s: Groceries (comma; some names end in a space) and the files of the FIMI
 * repository (space).
 */
export function basketLines(path: string, separator: string): NamedBaskets {
  return named(lines(path).map((line) => line.split(separator).filter((name) => name !== '')));
}

/** The invoices of the Online Retail file that have a customer (or all, with `guests`): lines sold at a price, not cancelled. */
export function onlineRetail(path: string, guests = false): NamedBaskets {
  const invoices = new Map<string, string[]>();
  for (const line of lines(path).slice(1)) {
    const fields = line.split(',');
    const [invoice, item] = fields as [string, string];
    const [quantity, , price, customer] = fields.slice(-5) as [string, string, string, string];
    if (invoice.startsWith('C') || !(Number(quantity) > 0 && Number(price) > 0)) continue;
    if (customer === '' && !guests) continue;
    const items = invoices.get(invoice);
    if (items) items.push(item);
    else invoices.set(invoice, [item]);
  }
  return named([...invoices.values()]);
}

/** Baskets from lists of item names, by way of pairs; an empty list is no basket then. */
function named(lists: string[][]): NamedBaskets {
  const codes = new Map<string, number>();
  const code = (name: string) => codes.get(name) ?? codes.set(name, codes.size).size - 1;
  const item = Int32Array.from(lists.flat(), code);
  const basket = Int32Array.from(lists.flatMap((list, number) => list.map(() => number)));
  return { baskets: basketsFromPairs(basket, item), names: [...codes.keys()] };
}

/** Baskets in compressed rows from lists of item numbers, empty ones and repeated items included. */
export function compressed(lists: number[][], itemCount: number): Baskets {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
  return { offsets, items: Int32Array.from(lists.flat()), itemCount };
}

/** The itemsets as `'item item …' → count`, which is also proof that none comes twice. */
export function asMap({ counts, starts, items }: Itemsets): Map<string, number> {
  const map = new Map<string, number>();
  counts.forEach((count, set) => {
    const key = items.subarray(starts[set], starts[set + 1]).join(' ');
    if (map.has(key)) throw new Error(`The itemset {${key}} came twice.`);
    map.set(key, count);
  });
  return map;
}

/** Every set of up to `maxSize` items that `minCount` baskets hold, by listing the subsets of every basket. */
export function bruteForce(lists: number[][], minCount: number, maxSize = Infinity): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    let subsets: number[][] = [[]];
    for (const item of [...new Set(list)].sort((a, b) => a - b)) {
      subsets = subsets.concat(subsets.filter((s) => s.length < maxSize).map((s) => [...s, item]));
    }
    for (const subset of subsets.slice(1))
      counts.set(subset.join(' '), (counts.get(subset.join(' ')) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count >= minCount));
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}
