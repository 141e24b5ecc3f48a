import type { Lifetimes, Moments } from './model.ts';

/**
 * The cumulative number of repeat orders expected of customers of these ages (weeks since the first order), week by week from the
 * first order of any of them to `weeks` after now: Σ E[X(time since the customer's first order)]. The last entry is the end
 * of those weeks, each one before it a week earlier. Time is counted in days; an age between two days counts as parts of both.
 */
export function tracking(model: Lifetimes, ages: Float64Array, weeks: number): Float64Array {
  const oldest = ages.reduce((high, age) => Math.max(high, age), 0);
  const ofAge = new Float64Array(Math.ceil(oldest * 7) + 2);
  for (const age of ages) {
    const whole = Math.floor(age * 7 + NEARLY);
    const part = Math.max(0, age * 7 - whole);
    ofAge[whole]! += 1 - part;
    ofAge[whole + 1]! += part;
  }
  const ahead = Math.round(7 * weeks);
  const into: Moments = { mean: 0, square: 0, slope: new Float64Array(model.parameters.length) };
  const expected = Float64Array.from({ length: ofAge.length + ahead }, (_, day) => {
    model.orders(0, 0, day / 7, into);
    return into.mean;
  });
  const length = Math.ceil(oldest + weeks - NEARLY);
  return Float64Array.from({ length }, (_, week) => {
    const shift = ahead - 7 * (length - 1 - week);
    let sum = 0;
    for (let day = Math.max(0, -shift); day < ofAge.length; day++)
      sum += ofAge[day]! * expected[day + shift]!;
    return sum;
  });
}

const NEARLY = 1e-6;
