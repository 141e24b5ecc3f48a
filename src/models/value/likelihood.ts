import type { Rows } from './distinct.ts';
import type { LifetimeModel } from './model.ts';
import type { Objective } from './maximise.ts';

/** The log-likelihood of the histories as a function of the logarithms of the parameters. */
export function likelihood(model: LifetimeModel, { x, t_x, age, weight }: Rows): Objective {
  const slope = new Float64Array(model.names.length);
  return (logs, gradient) => {
    const at = model.at(Array.from(logs, Math.exp));
    gradient.fill(0);
    let total = 0;
    const add = (value: number, times: number) => {
      total += times * value;
      for (let j = 0; j < slope.length; j++) gradient[j]! += times * slope[j]!;
    };
    for (let row = 0; row < x.length;) {
      const count = x[row]!;
      let customers = 0;
      for (; x[row] === count; row++) customers += weight[row]!;
      add(at.ofCount(count, slope), customers);
    }
    for (let row = 0; row < x.length; row++) {
      add(at.ofStaying(x[row]!, age[row]!, slope), weight[row]!);
      const odds = at.logOdds(x[row]!, t_x[row]!, age[row]!, slope);
      if (odds === -Infinity) continue;
      const left = 1 / (1 + Math.exp(-odds));
      for (let j = 0; j < slope.length; j++) slope[j]! *= left;
      add(odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)), weight[row]!);
    }
    for (let j = 0; j < gradient.length; j++) gradient[j]! *= at.parameters[j]!;
    return total;
  };
}
