import type { Moments } from './model.ts';

const EXACT = 1e-15;
const LARGE = 1e200;
/** More terms are not added up: they are needed only where nearly everything is still to come, as when alpha is almost 0. */
const MOST = 1 << 20;
const FIRST = 64;

/**
 * What BG/NBD needs for every number n of orders after x, at places n from 1: it depends on neither age nor time, so that it is
 * worked out once for all customers of the same x.
 */
export class Steps {
  readonly x: number;
  readonly #parameters: readonly number[];
  #length = 0;
  /** P(n orders) ÷ P(n − 1 orders) ÷ z. */
  #growth = new Float64Array(0);
  /** The mean of the lesser of n and the orders until leaving, and of its square. */
  #least = new Float64Array(0);
  #square = new Float64Array(0);
  /** That mean times Σ 1 ÷ (r + x + j) for j < n, and its slopes in a and b. */
  #log = new Float64Array(0);
  #slopeA = new Float64Array(0);
  #slopeB = new Float64Array(0);

  constructor(parameters: readonly number[], x: number) {
    this.#parameters = parameters;
    this.x = x;
    this.#fill(FIRST);
  }

  /**
   * Means over n by the weights of a negative binomial distribution of shape r + x and z, as parts of their sum. Into `slope` go
   * the mean of Σ 1 ÷ (r + x + j), the mean of n, and the slopes in a and b, all as parts of the mean.
   */
  average(z: number, into: Moments): void {
    let weight = 1;
    let weights = 1;
    let mean = 0;
    let square = 0;
    let log = 0;
    let count = 0;
    let slopeA = 0;
    let slopeB = 0;
    for (let n = 1; n < MOST; n++) {
      if (n + 1 >= this.#length) this.#fill(2 * this.#length);
      weight *= this.#growth[n]! * z;
      weights += weight;
      const term = weight * this.#least[n]!;
      mean += term;
      count += term * n;
      square += weight * this.#square[n]!;
      log += weight * this.#log[n]!;
      slopeA += weight * this.#slopeA[n]!;
      slopeB += weight * this.#slopeB[n]!;
      if ((n & 3) !== 0) continue;
      const ratio = this.#growth[n + 1]! * z;
      if (ratio < 1 && term * ratio <= EXACT * (1 - ratio) * mean) break;
      if (weight > LARGE) {
        weight /= LARGE;
        mean /= LARGE;
        count /= LARGE;
        square /= LARGE;
        log /= LARGE;
        slopeA /= LARGE;
        slopeB /= LARGE;
        weights /= LARGE;
      }
    }
    into.mean = mean / weights;
    into.square = square / weights;
    into.slope[0] = log / mean;
    into.slope[1] = count / mean;
    into.slope[2] = slopeA / mean;
    into.slope[3] = slopeB / mean;
  }

  #fill(length: number): void {
    const [r, , a, b] = this.#parameters as [number, number, number, number];
    const rate = r + this.x;
    const stays = b + this.x;
    this.#length = length;
    this.#growth = new Float64Array(length);
    this.#least = new Float64Array(length);
    this.#square = new Float64Array(length);
    this.#log = new Float64Array(length);
    this.#slopeA = new Float64Array(length);
    this.#slopeB = new Float64Array(length);
    let log = 0;
    let stay = 1;
    let stayA = 0;
    let stayB = 0;
    for (let n = 1; n < length; n++) {
      const order = rate + n - 1;
      log += 1 / order;
      this.#growth[n] = order / n;
      this.#least[n] = this.#least[n - 1]! + stay;
      this.#square[n] = this.#square[n - 1]! + (2 * n - 1) * stay;
      this.#slopeA[n] = this.#slopeA[n - 1]! + stay * stayA;
      this.#slopeB[n] = this.#slopeB[n - 1]! + stay * stayB;
      this.#log[n] = this.#least[n]! * log;
      const kept = stays + n - 1;
      stayA -= 1 / (a + kept);
      stayB += 1 / kept - 1 / (a + kept);
      stay *= kept / (a + kept);
    }
  }
}
