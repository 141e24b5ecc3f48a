/**
 * Apriori as the textbooks give it (Agrawal & Srikant 1994), for comparison: sets of size k are joined from those of size
 * k − 1 that share all but their last item, pruned by their subsets and counted in one pass over the baskets. Baskets are
 * lists of distinct item numbers, ascending; the result is the count of every frequent set under its items joined by a comma.
 */
export function apriori(baskets: number[][], minCount: number): Map<string, number> {
  const frequent = new Map<string, number>();
  let level = frequentSingles(baskets, minCount);
  while (level.size > 0) {
    for (const [key, count] of level) frequent.set(key, count);
    const candidates = join(level);
    if (candidates.size === 0) break;
    const size = candidates.keys().next().value!.split(',').length;
    const wanted = new Set([...candidates.keys()].flatMap((key) => key.split(',').map(Number)));
    for (const basket of baskets) {
      const items = basket.filter((item) => wanted.has(item));
      if (items.length >= size) countSubsets(items, size, candidates);
    }
    level = new Map([...candidates].filter(([, count]) => count >= minCount));
  }
  return frequent;
}

function frequentSingles(baskets: number[][], minCount: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of baskets.flat()) counts.set(`${item}`, (counts.get(`${item}`) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= minCount));
}

function join(level: Map<string, number>): Map<string, number> {
  const byPrefix = new Map<string, number[]>();
  for (const key of level.keys()) {
    const items = key.split(',').map(Number);
    const last = items.pop()!;
    const prefix = items.join(',');
    const lasts = byPrefix.get(prefix);
    if (lasts) lasts.push(last);
    else byPrefix.set(prefix, [last]);
  }
  const candidates = new Map<string, number>();
  for (const [prefix, lasts] of byPrefix) {
    const head = prefix === '' ? [] : prefix.split(',').map(Number);
    for (const a of lasts) {
      for (const b of lasts) {
        const set = [...head, a, b];
        if (a < b && set.every((_, left) => level.has(set.filter((_, at) => at !== left).join(','))))
          candidates.set(set.join(','), 0);
      }
    }
  }
  return candidates;
}

function countSubsets(
  items: number[],
  size: number,
  candidates: Map<string, number>,
  from = 0,
  head = '',
): void {
  for (let at = from; at <= items.length - size; at++) {
    const key = head === '' ? `${items[at]}` : `${head},${items[at]}`;
    if (size > 1) countSubsets(items, size - 1, candidates, at + 1, key);
    else if (candidates.has(key)) candidates.set(key, candidates.get(key)! + 1);
  }
}
