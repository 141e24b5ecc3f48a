import { type Random, seeded } from '../../src/models/random.ts';
import type { Histories } from '../../src/models/value/types.ts';

/** Something a customer bought on a day, counted from any one. */
export interface Purchase {
  customer: string;
  day: number;
  amount: number;
}

/** The histories of the customers in the order of their first purchase, those of a day as one order, up to the day `end`. */
export function historiesOf(purchases: readonly Purchase[], end: number): Histories {
  const customers = new Map<string, Map<number, number>>();
  for (const { customer, day, amount } of purchases) {
    const days = customers.get(customer) ?? new Map<number, number>();
    customers.set(customer, days.set(day, (days.get(day) ?? 0) + amount));
  }
  const each = [...customers.values()].map((all) => {
    const days = [...all].sort(([one], [other]) => one - other);
    const first = days[0]![0];
    const x = days.length - 1;
    const spent = days.slice(1).reduce((sum, [, amount]) => sum + amount, 0);
    return { x, t_x: (days.at(-1)![0] - first) / 7, age: (end - first) / 7, spend: x ? spent / x : NaN };
  });
  const column = (name: keyof Histories) => Float64Array.from(each, (customer) => customer[name]);
  return { x: column('x'), t_x: column('t_x'), age: column('age'), spend: column('spend') };
}

/** A made-up shop: its customers' histories up to the end, and what each ordered in the weeks after it. */
export interface Simulated {
  histories: Histories;
  later: { orders: Float64Array; revenue: Float64Array };
}

export interface Plan {
  customers: number;
  seed: number;
  /** Customers come evenly over so many weeks; after them `ahead` weeks are played on. */
  weeks: number;
  ahead: number;
  /** p, q and gamma of what they spend. */
  spend: readonly [number, number, number];
}

/** Says after which time a customer orders again, Infinity for never; the customer is drawn when the function is made. */
type Customer = (random: Random) => () => number;

/** Customers as BG/NBD (r, alpha, a, b) has them. */
export function bgnbdShop(
  [r, alpha, a, b]: readonly [number, number, number, number],
  plan: Plan,
): Simulated {
  return shop(plan, (random) => {
    const rate = gamma(random, r) / alpha;
    const [u, v] = [gamma(random, a), gamma(random, b)];
    let orders = 0;
    let here = true;
    return () => {
      here &&= orders++ === 0 || random() >= u / (u + v);
      return here ? exponential(random) / rate : Infinity;
    };
  });
}

/** Customers as Pareto/NBD (r, alpha, s, beta) has them. */
export function pnbdShop(
  [r, alpha, s, beta]: readonly [number, number, number, number],
  plan: Plan,
): Simulated {
  return shop(plan, (random) => {
    const rate = gamma(random, r) / alpha;
    let left = (exponential(random) * beta) / gamma(random, s);
    return () => {
      const wait = exponential(random) / rate;
      left -= wait;
      return left < 0 ? Infinity : wait;
    };
  });
}

function shop({ customers, seed, weeks, ahead, spend: [p, q, scale] }: Plan, customer: Customer): Simulated {
  const random = seeded(seed);
  const make = () => new Float64Array(customers);
  const histories = { x: make(), t_x: make(), age: make(), spend: make() };
  const later = { orders: make(), revenue: make() };
  for (let i = 0; i < customers; i++) {
    const age = random() * weeks;
    const next = customer(random);
    const nu = gamma(random, q) / scale;
    let spent = 0;
    for (let time = next(); time < age + ahead; time += next()) {
      const amount = gamma(random, p) / nu;
      if (time > age) {
        later.orders[i]!++;
        later.revenue[i]! += amount;
        continue;
      }
      histories.x[i]!++;
      histories.t_x[i] = time;
      spent += amount;
    }
    histories.age[i] = age;
    histories.spend[i] = histories.x[i] ? spent / histories.x[i]! : NaN;
  }
  return { histories, later };
}

function exponential(random: Random): number {
  return -Math.log(1 - random());
}

/** A draw from the gamma distribution of this shape and scale 1, by the method of Marsaglia and Tsang (2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
