/** Codes numbered from 0 in order of first appearance. */
export interface Numbered {
  /** For each input position, the number of its code. */
  numbers: Int32Array;
  /** For each number, its code. */
  codes: Int32Array;
}

/** How many table cells per value are worth it to look codes up directly instead of by hash. */
const CELLS_PER_VALUE = 8;

/** Numbers the distinct values of `values`, which may be any 32-bit integers. */
export function numberCodes(values: Int32Array): Numbered {
  let low = values[0] ?? 0;
  let high = low;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low < CELLS_PER_VALUE * values.length ? byTable(values, low, high) : byHash(values);
}

function byTable(values: Int32Array, low: number, high: number): Numbered {
  const next = new Int32Array(high - low + 1);
  const numbers = new Int32Array(values.length);
  const codes = new Int32Array(Math.min(next.length, values.length));
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const cell = values[i]! - low;
    if (next[cell] === 0) {
      codes[count++] = values[i]!;
      next[cell] = count;
    }
    numbers[i] = next[cell]! - 1;
  }
  return { numbers, codes: codes.slice(0, count) };
}

function byHash(values: Int32Array): Numbered {
  const mask = 2 ** Math.ceil(Math.log2(2 * values.length + 1)) - 1;
  const slots = new Int32Array(mask + 1);
  const numbers = new Int32Array(values.length);
  const codes = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const mixed = Math.imul(value, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (slots[slot] !== 0 && codes[slots[slot]! - 1] !== value) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      codes[count++] = value;
      slots[slot] = count;
    }
    numbers[i] = slots[slot]! - 1;
  }
  return { numbers, codes: codes.slice(0, count) };
}
