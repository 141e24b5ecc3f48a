/** Customers gathered by equal histories, sorted by x, then age, then t_x; `weight` of them share a row. */
export interface Rows {
  x: Float64Array;
  t_x: Float64Array;
  age: Float64Array;
  weight: Float64Array;
}

/** The rows, and for each customer the row its history is in. */
export interface Distinct {
  rows: Rows;
  rowOf: Uint32Array;
}

/** Gathers the customers of equal histories: most shops have many who bought once on the same day. */
export function distinct({ x, t_x, age }: Pick<Rows, 'x' | 't_x' | 'age'>): Distinct {
  const compare = (i: number, j: number) => x[i]! - x[j]! || age[i]! - age[j]! || t_x[i]! - t_x[j]!;
  const order = Uint32Array.from(x, (_, customer) => customer).sort(compare);
  const rowOf = new Uint32Array(x.length);
  const first: number[] = [];
  for (let at = 0; at < order.length; at++) {
    const customer = order[at]!;
    if (at === 0 || compare(order[at - 1]!, customer) !== 0) first.push(customer);
    rowOf[customer] = first.length - 1;
  }
  const weight = new Float64Array(first.length);
  for (const row of rowOf) weight[row]!++;
  const take = (values: Float64Array) => Float64Array.from(first, (customer) => values[customer]!);
  return { rows: { x: take(x), t_x: take(t_x), age: take(age), weight }, rowOf };
}

/** About `size` of the rows, evenly from first to last; all when there are no more. */
export function thinned(rows: Rows, size: number): Rows {
  const step = rows.x.length / size;
  if (step <= 1) return rows;
  const take = (values: Float64Array) =>
    Float64Array.from({ length: size }, (_, i) => values[Math.floor((i + 0.5) * step)]!);
  return { x: take(rows.x), t_x: take(rows.t_x), age: take(rows.age), weight: take(rows.weight) };
}

/** Repeat orders a week of age, and the mean age in weeks. */
export function typical({ x, age, weight }: Rows): { rate: number; age: number } {
  let [orders, weeks, customers] = [0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    orders += weight[row]! * x[row]!;
    weeks += weight[row]! * age[row]!;
    customers += weight[row]!;
  }
  return { rate: orders / weeks, age: weeks / customers };
}
