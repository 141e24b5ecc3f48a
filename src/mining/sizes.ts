/** Baskets of this size or less have a class of their own; larger ones share it with those up to so much larger. */
const EXACT = 8;
const RATIO = 1.15;
/** The bound holds for any tilt t; so many halvings between 0 and this find the best closely enough. */
const MOST_TILT = 50;
const STEPS = 24;

/** Baskets put into classes of like size. */
export interface SizeClasses {
  /** For each basket the number of its class. */
  of: Uint8Array;
  /** For each class how many baskets it has, and the size of its largest. */
  counts: Int32Array;
  largest: Int32Array;
}

/** Classes by the number of items; `offsets` as in `Baskets`, each item of a basket there once. */
export function sizeClasses(offsets: Int32Array): SizeClasses {
  const classes = new Map<number, number>();
  const of = new Uint8Array(offsets.length - 1);
  for (let basket = 0; basket < of.length; basket++) {
    const size = offsets[basket + 1]! - offsets[basket]!;
    const wide = size <= EXACT ? size : EXACT + Math.ceil(Math.log(size / EXACT) / Math.log(RATIO));
    let own = classes.get(wide);
    if (own === undefined) classes.set(wide, (own = classes.size));
    of[basket] = own;
  }
  const counts = new Int32Array(classes.size);
  const largest = new Int32Array(classes.size);
  of.forEach((own, basket) => {
    counts[own]!++;
    largest[own] = Math.max(largest[own]!, offsets[basket + 1]! - offsets[basket]!);
  });
  return { of, counts, largest };
}

/**
 * How likely the two sides of a rule come together so often by chance when like is compared with like: an upper bound of the
 * chance that `s` or more baskets hold both when, within each class of baskets of about one size, one side has nothing to do
 * with the other. Large baskets hold more of everything, which by itself makes all things sell together: Fisher's test over
 * all baskets does not know that.
 *
 * In class k, `few[k]` baskets hold the rarer side, and each of them holds the other with chance `shares[k]`. The number with
 * both is a sum of numbers drawn without replacement, whose moments are below those of draws with replacement (Hoeffding
 * 1963, theorem 4), so Chernoff's bound holds for every t ≥ 0: P(S ≥ s) ≤ exp(−t s) Π (1 + share (exp t − 1))^few.
 */
export function likeSizeBound(s: number, few: Float64Array, shares: Float64Array): number {
  if (slope(0, s, few, shares) >= 0) return 1;
  let low = 0;
  let high = MOST_TILT;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (slope(middle, s, few, shares) < 0) low = middle;
    else high = middle;
  }
  return Math.min(1, Math.exp(exponent(low, s, few, shares)));
}

function exponent(t: number, s: number, few: Float64Array, shares: Float64Array): number {
  const more = Math.expm1(t);
  let sum = -t * s;
  for (let k = 0; k < few.length; k++) if (few[k]) sum += few[k]! * Math.log1p(shares[k]! * more);
  return sum;
}

/** The derivative of `exponent`. */
function slope(t: number, s: number, few: Float64Array, shares: Float64Array): number {
  const tilt = Math.exp(t);
  let sum = -s;
  for (let k = 0; k < few.length; k++) {
    const share = shares[k]!;
    if (few[k]) sum += (few[k]! * share * tilt) / (1 - share + share * tilt);
  }
  return sum;
}
