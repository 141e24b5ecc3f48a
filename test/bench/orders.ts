import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const HEADER =
  'order_id,ordered_at,customer_id,customer_name,product_id,product,category,quantity,unit_price,amount,status,region';
const PRODUCTS = 2_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2023, 0, 1);
const LINES_PER_CHUNK = 20_000;

const CATEGORIES = ['Kitchen', 'Garden', 'Paper', 'Toys', 'Linen', 'Light', 'Bath', 'Boxes'];
const NOUNS = [
  'Mug',
  'Lantern',
  'Bowl',
  'Notebook',
  'Cushion',
  'Basket',
  'Candle',
  'Towel',
  'Clock',
  'Frame',
];
const KINDS = ['blue', 'red', 'enamel', 'oak', 'striped', 'small', 'large', 'vintage', 'plain', 'folding'];
const REGIONS = ['浙江', '广东', '江苏', '北京', '上海', '四川', '山东', '湖北'];
const STATUSES = ['completed', 'completed', 'shipped'];
const CANCELLED_EVERY = 20;

/**
 * Writes a list of order lines as CSV (about 110 bytes a line) to `path`: two years of orders with 18-digit ids, one to
 * five lines each, customers and products drawn with a long tail. The same `lines` give the same bytes.
 */
export async function writeOrders(path: string, lines: number): Promise<void> {
  const out = createWriteStream(path);
  const random = generator(20230101);
  out.write(`${HEADER}\n`);
  let chunk: string[] = [];
  for (let written = 0, order = 0; written < lines; order++) {
    const at = new Date(FIRST_DAY + Math.floor((order / lines) * 3 * 730 * DAY_MS));
    const customer = Math.floor(random() ** 3 * (lines / 12));
    const head = [
      `2305${String(order).padStart(14, '0')}`,
      at.toISOString().slice(0, 19).replace('T', ' '),
      `C${customer}`,
      `买家${customer}`,
    ].join(',');
    const tail = `${pick(random, CANCELLED_EVERY) ? STATUSES[pick(random, 3)] : 'cancelled'},${REGIONS[customer % 8]}`;
    const count = Math.min(1 + pick(random, 5), lines - written);
    for (let line = 0; line < count; line++) chunk.push(`${head},${orderLine(random)},${tail}\n`);
    written += count;
    if (chunk.length >= LINES_PER_CHUNK || written >= lines) {
      if (!out.write(chunk.join(''))) await once(out, 'drain');
      chunk = [];
    }
  }
  out.end();
  await once(out, 'finish');
}

function orderLine(random: () => number): string {
  const product = Math.floor(random() ** 2 * PRODUCTS);
  const quantity = 1 + Math.floor(random() ** 4 * 12);
  const cents = 150 + ((product * 7919) % 9_000);
  const name = `${KINDS[product % 10]} ${NOUNS[Math.floor(product / 10) % 10]}`;
  const amount = ((cents * quantity) / 100).toFixed(2);
  return `P${String(product).padStart(5, '0')},${name},${CATEGORIES[product % 8]},${quantity},${(cents / 100).toFixed(2)},${amount}`;
}

function pick(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

/** mulberry32: a small generator of uniform numbers in [0, 1) with a 32-bit state. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
