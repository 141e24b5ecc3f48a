import { product, times } from './matrix.ts';

/** A function to be maximised: its value at a point, its gradient written into the second argument. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Where the search has come to; `inverse` approximates the inverse of the negative second derivatives. */
export interface Reached {
  point: Float64Array;
  value: number;
  gradient: Float64Array;
  inverse: Float64Array;
}

const MOST_STEPS = 300;
/** The longest step in any coordinate. */
const LONGEST = 2;
/** A rise of the value, as a part of it, that is lost in rounding. */
const SMALL = 1e-13;

/**
 * Climbs from `start` by the method of Broyden, Fletcher, Goldfarb and Shanno with a step that is halved until the value rises
 * enough, to where the next step promises next to nothing or no step rises any more. Points that are not `inside` are not
 * entered. `inverse` is a first guess at the shape of the hill.
 */
export function climb(
  objective: Objective,
  start: Float64Array,
  inside: (point: Float64Array) => boolean,
  inverse?: Float64Array,
): Reached {
  const k = start.length;
  let point = start;
  let gradient = new Float64Array(k);
  let value = objective(point, gradient);
  let shape = inverse ?? scaled(gradient);
  for (let step = 0; step < MOST_STEPS; step++) {
    let direction = times(shape, gradient);
    let promise = dot(direction, gradient);
    if (!(promise > 0)) {
      shape = scaled(gradient);
      direction = times(shape, gradient);
      promise = dot(direction, gradient);
    }
    if (!(promise > SMALL * (1 + Math.abs(value)))) break;
    const longest = Math.max(...direction.map(Math.abs));
    let length = Math.min(1, LONGEST / longest);
    let next: { point: Float64Array; value: number; gradient: Float64Array } | null = null;
    for (let halving = 0; halving < 30 && !next; halving++, length /= 2) {
      const to = point.map((coordinate, j) => coordinate + length * direction[j]!);
      if (!inside(to)) continue;
      const slope = new Float64Array(k);
      const reached = objective(to, slope);
      if (reached >= value + 1e-4 * length * promise) next = { point: to, value: reached, gradient: slope };
    }
    if (!next) break;
    shape = updated(shape, point, gradient, next);
    ({ point, value, gradient } = next as {
      point: Float64Array<ArrayBuffer>;
      value: number;
      gradient: Float64Array<ArrayBuffer>;
    });
  }
  return { point, value, gradient, inverse: shape };
}

/** The negative second derivatives at a point, row by row, from central differences of the gradient. */
export function curvature(objective: Objective, point: Float64Array): Float64Array {
  const k = point.length;
  const columns = Array.from(point, (_, j) => {
    const [up, down] = [1, -1].map((sign) => {
      const gradient = new Float64Array(k);
      objective(
        point.map((coordinate, i) => (i === j ? coordinate + sign * DIFFERENCE : coordinate)),
        gradient,
      );
      return gradient;
    }) as [Float64Array, Float64Array];
    return up.map((slope, i) => (down[i]! - slope) / (2 * DIFFERENCE));
  });
  return Float64Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k), at % k];
    return (columns[i]![j]! + columns[j]![i]!) / 2;
  });
}

const DIFFERENCE = 1e-4;

/** A first shape: a step of length 1 uphill at most. */
function scaled(gradient: Float64Array): Float64Array {
  const k = gradient.length;
  const size = 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
  return Float64Array.from({ length: k * k }, (_, at) => (at % (k + 1) === 0 ? size : 0));
}

function updated(
  shape: Float64Array,
  point: Float64Array,
  gradient: Float64Array,
  next: { point: Float64Array; gradient: Float64Array },
): Float64Array {
  const step = point.map((from, j) => next.point[j]! - from);
  const fall = gradient.map((from, j) => from - next.gradient[j]!);
  const curved = dot(step, fall);
  if (!(curved > 0)) return shape;
  const k = point.length;
  const bent = times(shape, fall);
  const factor = (1 + product(fall, shape, fall) / curved) / curved;
  return shape.map((entry, at) => {
    const [i, j] = [Math.floor(at / k), at % k];
    return entry + factor * step[i]! * step[j]! - (bent[i]! * step[j]! + step[i]! * bent[j]!) / curved;
  });
}

function dot(u: Float64Array, v: Float64Array): number {
  return u.reduce((sum, entry, j) => sum + entry * v[j]!, 0);
}
