import type { PeriodOptions } from '../../src/analyses/findings/findings.ts';
import type { SoldLine } from './findings-shop.ts';

const DAY = 86_400_000;

interface Order {
  id: string;
  at: number;
  customer: string | null;
  source: string | null;
  amount: number;
  discount: number;
  refund: number;
  revenue: number;
  profit: number;
  lines: SoldLine[];
}
type Span = [from: number, to: number];

/** Every figure of the findings, counted again order by order, for shops whose every line has a cost. */
export class Count {
  readonly #orders: Order[];
  readonly #first = new Map<string, number>();
  readonly #ends: number;
  readonly #beginning: number;
  readonly #days: number;
  readonly #year: boolean;

  constructor(lines: readonly SoldLine[], { days = 90, compare, as_of }: PeriodOptions) {
    this.#orders = ordersOf(lines);
    const times = this.#orders.map(({ at }) => at);
    for (const { customer, at } of this.#orders)
      if (customer) this.#first.set(customer, Math.min(at, this.#first.get(customer) ?? Infinity));
    this.#beginning = Math.floor(Math.min(...times) / DAY) * DAY;
    this.#ends = as_of?.getTime() ?? (Math.floor(Math.max(...times) / DAY) + 1) * DAY;
    this.#days = days;
    this.#year = compare === 'year';
  }

  profit() {
    const [now, before] = this.#periods(0);
    const units = new Map<string, number[]>();
    for (const { customer, id, at, revenue, profit } of this.#orders) {
      const key = customer ? `c${customer}` : `o${id}`;
      const own = units.get(key) ?? [0, 0, 0, 0];
      const first = within(at, now) ? 0 : within(at, before) ? 2 : null;
      if (first === null) continue;
      own[first]! += revenue;
      own[first + 1]! += profit;
      units.set(key, own);
    }
    const rows = [...units.values()];
    const total = (i: number) => rows.reduce((sum, row) => sum + row[i]!, 0);
    const [revenue, profit, revenue_before, profit_before] = [total(0), total(1), total(2), total(3)];
    const margin = profit / revenue;
    const margin_before = profit_before / revenue_before;
    const squares = (of: (row: number[]) => number) => rows.reduce((sum, row) => sum + of(row) ** 2, 0);
    return {
      buyers: rows.length,
      revenue,
      revenue_before,
      revenue_squares: squares(([r, , r0]) => r! - r0!),
      costed_share: 1,
      costed_share_before: 1,
      profit,
      profit_before,
      profit_squares: squares(([, p, , p0]) => p! - p0!),
      margin,
      margin_before,
      margin_squares: squares(
        ([r, p, r0, p0]) => (p! - margin * r!) / revenue - (p0! - margin_before * r0!) / revenue_before,
      ),
    };
  }

  newcomers(watched = 60) {
    const periods = this.#periods(watched);
    const lookback = Math.min(365, Math.floor((periods[1]![0] - this.#beginning) / DAY));
    return periods.map((span, i) => {
      const found = new Map<string, Order[]>();
      for (const order of this.#orders) {
        if (!order.customer || !within(order.at, [span[0] - lookback * DAY, Infinity])) continue;
        found.set(order.customer, [...(found.get(order.customer) ?? []), order]);
      }
      const own = [...found.values()]
        .filter((orders) => lookback >= 0 && within(orders[0]!.at, span))
        .map((orders) => orders.filter(({ at }) => at < orders[0]!.at + watched * DAY));
      const revenue = own.map((orders) => sum(orders, 'revenue'));
      const profit = own.map((orders) => sum(orders, 'profit'));
      return {
        period: i === 0 ? 'now' : 'before',
        starts: new Date(span[0]),
        ends: new Date(span[1]),
        lookback,
        customers: own.length,
        again: own.filter((orders) => dayOf(orders.at(-1)!.at) > dayOf(orders[0]!.at)).length,
        ...totals('revenue', revenue),
        costed: own.length,
        ...totals('profit', profit),
      };
    });
  }

  /** The best customers of a year, or of half the data, who are or are not silent at the end of it; no customer twice. */
  best(share = 0.2, leastDays = 6, after = 2, shortest = 7) {
    const span = Math.min(365, Math.floor((this.#ends - this.#beginning) / DAY / 2));
    return [0, 1].flatMap((ago) => {
      const ends = this.#ends - ago * span * DAY;
      const starts = ends - span * DAY;
      const bought = new Map<string, Order[]>();
      for (const order of this.#orders)
        if (order.customer && within(order.at, [starts, ends]))
          bought.set(order.customer, [...(bought.get(order.customer) ?? []), order]);
      const revenues = [...bought.values()].map((orders) => sum(orders, 'revenue'));
      const most = Math.ceil(share * revenues.length);
      return [...bought].flatMap(([customer_id, orders]) => {
        const revenue = sum(orders, 'revenue');
        const place = 1 + revenues.filter((other) => other > revenue + 1e-6).length;
        const days = [...new Set(orders.map(({ at }) => dayOf(at)))];
        if (place > most || days.length < leastDays) return [];
        const gap = median(days.slice(1).map((day, i) => day - days[i]!));
        const silence = Math.floor((ends - orders.at(-1)!.at) / DAY);
        return [
          {
            period: ago ? 'before' : 'now',
            customer_id,
            order_days: days.length,
            median_gap_days: gap,
            silence_days: silence,
            revenue,
            profit: sum(orders, 'profit'),
            silent: silence > after * Math.max(gap, shortest),
          },
        ];
      });
    });
  }

  dependence() {
    const [now, before] = this.#periods(0).map((span) => this.#orders.filter(({ at }) => within(at, span)));
    const largest = (of: (order: Order) => (readonly [string, number])[]) => {
      const sums = new Map<string, number>();
      for (const [key, value] of now!.flatMap(of)) sums.set(key, (sums.get(key) ?? 0) + value);
      return [...sums].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]![0];
    };
    const ofCustomer = ({ customer, revenue }: Order) => (customer ? [[customer, revenue] as const] : []);
    const ofProducts = ({ lines }: Order) =>
      lines.map(({ product_id, amount, refund }) => [product_id, amount - (refund ?? 0)] as const);
    return (['customer', 'product'] as const).map((kind) => {
      const of = kind === 'customer' ? ofCustomer : ofProducts;
      const id = largest(of);
      const shares = [now!, before!].map((orders) => {
        const own = orders.map((order) =>
          of(order).reduce((all, [key, value]) => all + (key === id ? value : 0), 0),
        );
        const revenue = sum(orders, 'revenue');
        const share = own.reduce((all, value) => all + value, 0) / revenue;
        const squares = orders.reduce((all, order, i) => all + (own[i]! - share * order.revenue) ** 2, 0);
        return { own, revenue, share, error: Math.sqrt(squares) / revenue };
      });
      const [one, other] = shares;
      return {
        kind,
        id,
        orders: now!.length,
        own_orders: one!.own.filter((value) => value !== 0).length,
        revenue: one!.revenue,
        own_revenue: one!.share * one!.revenue,
        share: one!.share,
        share_error: one!.error,
        orders_before: before!.length,
        share_before: other!.share,
        share_error_before: other!.error,
      };
    });
  }

  /** Newcomers of a year, watched for `watched` days each. */
  firsts(watched = 60, days = 365, leastOff = 0.05) {
    const ends = this.#ends - watched * DAY;
    return [...this.#first]
      .filter(([, first]) => within(first, [ends - days * DAY, ends]))
      .map(([customer, first]) => {
        const own = this.#orders.filter(
          (order) => order.customer === customer && within(order.at, [first, first + watched * DAY]),
        );
        const [start, later] = [own.filter(({ at }) => at === first), own.filter(({ at }) => at > first)];
        const discount = sum(start, 'discount');
        return {
          source: start.map(({ source }) => source).sort()[0]!,
          discount,
          discounted: discount > 0 && discount >= leastOff * (sum(start, 'amount') + discount),
          again: dayOf(own.at(-1)!.at) > dayOf(first),
          first_revenue: sum(start, 'revenue'),
          later_revenue: sum(later, 'revenue'),
          first_profit: sum(start, 'profit'),
          later_profit: sum(later, 'profit'),
        };
      });
  }

  baskets(days = 365, leastOff = 0.05) {
    const recent = this.#orders.filter(
      ({ at, customer }) => customer && within(at, [this.#ends - days * DAY, this.#ends]),
    );
    const reduced = ({ amount, discount }: Order) =>
      discount > 0 && discount >= leastOff * (amount + discount);
    const pairs = [...new Set(recent.map(({ customer }) => customer))].flatMap((customer) => {
      const own = recent.filter((order) => order.customer === customer);
      const [less, full] = [own.filter(reduced), own.filter((order) => !reduced(order))];
      const worth = (orders: Order[]) => mean(orders.map(({ amount, discount }) => amount + discount));
      if (!less.length || !full.length) return [];
      return [
        { with: worth(less), without: worth(full), discount: mean(less.map(({ discount }) => discount)) },
      ];
    });
    const differences = pairs.map((pair) => pair.with - pair.without);
    const difference = mean(differences);
    const squares = differences.reduce((all, one) => all + (one - difference) ** 2, 0);
    return {
      customers: pairs.length,
      worth_with: mean(pairs.map((pair) => pair.with)),
      worth_without: mean(pairs.map((pair) => pair.without)),
      discount: mean(pairs.map(({ discount }) => discount)),
      difference,
      difference_error: Math.sqrt(squares / (pairs.length - 1) / pairs.length),
    };
  }

  refunds(least = 20, leastRefunds = 5) {
    const span = Math.min(365, Math.floor((this.#ends - this.#beginning) / DAY / 2)) * DAY;
    const of = (ago: number, product: string) => {
      const ends = this.#ends - ago * span;
      const sold = this.#orders
        .filter(({ at }) => within(at, [ends - span, ends]))
        .map(({ lines }) => lines.filter(({ product_id }) => product_id === product))
        .filter((lines) => lines.length);
      const back = sold.map((lines) => lines.reduce((all, { refund }) => all + (refund ?? 0), 0));
      return {
        orders: sold.length,
        refunded: back.filter((money) => money > 0).length,
        amount: sold.flat().reduce((all, { amount }) => all + amount, 0),
        refund: back.reduce((all, money) => all + money, 0),
      };
    };
    const products = [...new Set(this.#orders.flatMap(({ lines }) => lines.map((line) => line.product_id)))];
    return products.sort().flatMap((product_id) => {
      const [now, before] = [of(0, product_id), of(1, product_id)];
      const enough = Math.min(now.orders, before.orders) >= least;
      if (!enough || now.refunded + before.refunded < leastRefunds) return [];
      return [
        {
          product_id,
          product: product_id,
          category: null,
          orders: now.orders,
          refunded: now.refunded,
          orders_before: before.orders,
          refunded_before: before.refunded,
          amount: now.amount,
          refund: now.refund,
          amount_before: before.amount,
          refund_before: before.refund,
        },
      ];
    });
  }

  complaints() {
    const [now, before] = this.#periods(0).map((span) => this.#orders.filter(({ at }) => within(at, span)));
    const kinds = [...now!, ...before!].flatMap(({ lines }) => lines.flatMap((line) => line.complaint ?? []));
    return [null, ...[...new Set(kinds)].sort()].map((complaint) => {
      const isOne = (line: SoldLine) =>
        line.complaint !== null && (!complaint || line.complaint === complaint);
      const many = (orders: Order[]) => orders.filter(({ lines }) => lines.some(isOne)).length;
      return {
        complaint,
        orders: now!.length,
        complained: many(now!),
        orders_before: before!.length,
        complained_before: many(before!),
        revenue: now!
          .flatMap(({ lines }) => lines.filter(isOne))
          .reduce((all, { amount, refund }) => all + amount - (refund ?? 0), 0),
      };
    });
  }

  #periods(ago: number): [Span, Span] {
    const ends = this.#ends - ago * DAY;
    const length = this.#days * DAY;
    const date = new Date(ends);
    const earlier = this.#year ? date.setUTCFullYear(date.getUTCFullYear() - 1) : ends - length;
    return [
      [ends - length, ends],
      [earlier - length, earlier],
    ];
  }
}

function ordersOf(lines: readonly SoldLine[]): Order[] {
  const byId = new Map<string, SoldLine[]>();
  for (const line of lines) byId.set(line.order_id, [...(byId.get(line.order_id) ?? []), line]);
  const total = (own: SoldLine[], of: (line: SoldLine) => number | null) =>
    own.reduce((all, line) => all + (of(line) ?? 0), 0);
  return [...byId]
    .map(([id, own]) => {
      const [amount, refund] = [total(own, (line) => line.amount), total(own, (line) => line.refund)];
      return {
        id,
        at: own[0]!.at,
        customer: own[0]!.customer_id,
        source: own[0]!.source,
        amount,
        refund,
        discount: total(own, (line) => line.discount),
        revenue: amount - refund,
        profit: amount - refund - total(own, (line) => line.cost),
        lines: own,
      };
    })
    .sort((one, other) => one.at - other.at);
}

function sum(orders: readonly Order[], name: 'revenue' | 'profit' | 'amount' | 'discount'): number {
  return orders.reduce((all, order) => all + order[name], 0);
}

function totals<Name extends string>(name: Name, values: readonly number[]) {
  return {
    [name]: values.reduce((all, value) => all + value, 0),
    [`${name}_squares`]: values.reduce((all, value) => all + value * value, 0),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const within = (at: number, [from, to]: Span) => at >= from && at < to;
const dayOf = (at: number) => Math.floor(at / DAY);
