/** A part of a change: what it is called, what it added, and more of it in words for its tooltip. */
export interface Part {
  key: string;
  name: string;
  value: number;
  note: string;
}

/** A row of the picture from before to after: a total stands at `end`, a part reaches from `start` to `end`. */
export interface Step extends Part {
  role: 'total' | 'rise' | 'fall';
  place: number;
  start: number;
  end: number;
  /** Its value in words, beside it. */
  label: string;
}

/** The steps from `before` over each part to the sum of all; parts that added nothing are left out. */
export function waterfall(
  before: Omit<Part, 'key'>,
  parts: readonly Part[],
  after: Omit<Part, 'key'>,
  write: (value: number, role: Step['role']) => string,
): Step[] {
  const steps: Omit<Step, 'place' | 'label'>[] = [
    { key: 'before', ...before, role: 'total', start: before.value, end: before.value },
  ];
  let end = before.value;
  for (const part of parts) {
    if (Math.abs(part.value) < 0.005) continue;
    const start = end;
    end += part.value;
    steps.push({ ...part, role: part.value < 0 ? 'fall' : 'rise', start, end });
  }
  steps.push({ key: 'after', ...after, role: 'total', start: after.value, end: after.value });
  return steps.map((step, place) => ({ ...step, place, label: write(step.value, step.role) }));
}
