/** How likely it is that so many of the baskets with the antecedent hold the consequent by chance; counts as in measures.ts. */
export type FisherTest = (s: number, a: number, c: number, n: number) => number;

/** A term this much smaller than the sum before it ends the sum. */
const NEGLIGIBLE = 1e-17;

/**
 * Fisher's exact test, one-sided: the probability that `s` or more of the `a` baskets with the antecedent hold the consequent
 * when `c` of all `n` do and the two have nothing to do with each other (hypergeometric). For counts up to `most` baskets.
 * Works with logarithms of factorials and sums the shorter tail, so the relative error stays below 1e-8 up to a million
 * baskets; a probability under the smallest number there is becomes 0.
 */
export function fisherTest(most: number): FisherTest {
  const logs = logFactorials(most);
  return (s, a, c, n) => {
    const least = Math.max(0, a + c - n);
    if (s <= least) return 1;
    const upper = s * (n + 2) > (a + 1) * (c + 1);
    const start = upper ? s : s - 1;
    const first =
      logs[a]! +
      logs[n - a]! +
      logs[c]! +
      logs[n - c]! -
      (logs[n]! + logs[start]! + logs[a - start]! + logs[c - start]! + logs[n - a - c + start]!);
    const tail = Math.exp(first + Math.log(upper ? above(start, a, c, n) : below(start, a, c, n, least)));
    return Math.max(0, Math.min(1, upper ? tail : 1 - tail));
  };
}

/** The sum of the terms from `k` up, in units of the term at `k`. */
function above(k: number, a: number, c: number, n: number): number {
  const most = Math.min(a, c);
  let sum = 1;
  for (let term = 1; k < most && term > NEGLIGIBLE * sum; k++) {
    term *= ((a - k) * (c - k)) / ((k + 1) * (n - a - c + k + 1));
    sum += term;
  }
  return sum;
}

/** The sum of the terms from `k` down to `least`, in units of the term at `k`. */
function below(k: number, a: number, c: number, n: number, least: number): number {
  let sum = 1;
  for (let term = 1; k > least && term > NEGLIGIBLE * sum; k--) {
    term *= (k * (n - a - c + k)) / ((a - k + 1) * (c - k + 1));
    sum += term;
  }
  return sum;
}

/** ln k! for k from 0 to `most`, summed with compensation (Kahan), so that each is exact but for its last digit. */
function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  let lost = 0;
  for (let k = 2; k <= most; k++) {
    const term = Math.log(k) - lost;
    logs[k] = logs[k - 1]! + term;
    lost = logs[k]! - logs[k - 1]! - term;
  }
  return logs;
}
