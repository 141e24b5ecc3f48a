/** About the width of a digit of a label. */
const DIGIT = 7.2;
const GAP = 14;

/** The domain of a horizontal scale that leaves room for the longest of the labels to the right of `most`, at any width. */
export function domainWithRoom(
  least: number,
  most: number,
  labels: readonly string[],
): [number, { expr: string }] {
  const room = GAP + DIGIT * Math.max(0, ...labels.map(({ length }) => length));
  const span = most - least || Math.abs(most) || 1;
  return [least, { expr: `${most} + ${span} * ${room} / max(40, width - ${room})` }];
}
