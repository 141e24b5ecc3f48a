/**
 * The simplex method of Nelder & Mead (1965), for comparison: reflect, expand, contract, shrink, until the values and the corners
 * are within 10⁻⁸ of each other. Returns the lowest point.
 */
export function nelderMead(value: (point: Float64Array) => number, start: Float64Array): Float64Array {
  const corner = (point: Float64Array) => ({ point, value: value(point) });
  let simplex = [
    corner(start),
    ...Array.from(start, (_, j) =>
      corner(start.map((coordinate, i) => (i === j ? coordinate + 0.5 : coordinate))),
    ),
  ];
  for (let step = 0; step < 5_000; step++) {
    simplex = simplex.sort((one, other) => one.value - other.value);
    const [best, worst] = [simplex[0]!, simplex.at(-1)!];
    const spread = Math.max(
      ...simplex.map(({ point }) => Math.max(...point.map((at, j) => Math.abs(at - best.point[j]!)))),
    );
    if (spread < 1e-8 && Math.abs(worst.value - best.value) < 1e-8) break;
    const others = simplex.slice(0, -1);
    const middle = start.map((_, j) => others.reduce((sum, { point }) => sum + point[j]!, 0) / others.length);
    const along = (factor: number) => corner(middle.map((at, j) => at + factor * (worst.point[j]! - at)));
    const reflected = along(-1);
    let next = reflected;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      if (expanded.value < reflected.value) next = expanded;
    } else if (reflected.value >= others.at(-1)!.value) {
      next = along(reflected.value < worst.value ? -0.5 : 0.5);
    }
    simplex =
      next.value < worst.value
        ? [...others, next]
        : simplex.map(({ point }) => corner(point.map((at, j) => (at + best.point[j]!) / 2)));
  }
  return simplex.sort((one, other) => one.value - other.value)[0]!.point;
}
