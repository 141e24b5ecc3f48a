import type { Database } from '../../src/engine/database.ts';
import { type Random, seeded } from '../../src/models/random.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';

/** A line as the findings read it; `at` in ms, money in whole units. */
export interface SoldLine {
  order_id: string;
  at: number;
  customer_id: string | null;
  product_id: string;
  amount: number;
  discount: number | null;
  cost: number | null;
  refund: number | null;
  source: string | null;
  complaint: string | null;
}

const DAY = 86_400_000;
const BEGINNING = Date.UTC(2023, 0, 1);
const SOURCES = ['search', 'friends', 'market', 'video'];
const KINDS = ['quality', 'delivery', 'service'];

/**
 * Two years of a shop in which nothing ever changes and nothing depends on anything: newcomers arrive at one rate, come back
 * at their own pace until they leave, and sources, discounts, refunds and complaints are dealt out at random. The shop is
 * older than its data, so that its first customers are not all new.
 */
export function stationaryShop(seed: number, days = 730): SoldLine[] {
  const random = seeded(seed * 7919 + 1);
  const lines: SoldLine[] = [];
  let orders = 0;
  const order = (at: number, customer: string | null, source: string, size: number) => {
    if (at < 0 || at >= days) return;
    const id = `o${orders++}`;
    const off = random() < 0.35 ? 0.06 + 0.1 * random() : 0;
    const bought = 1 + Math.floor(3 * random() * random());
    for (let i = 0; i < bought; i++) {
      const price = Math.round(size * Math.exp(0.5 * normal(random)));
      const amount = Math.max(1, Math.round(price * (1 - off)));
      lines.push({
        order_id: id,
        at: BEGINNING + Math.floor(at * DAY),
        customer_id: customer,
        product_id: `p${Math.floor(30 * random() * random())}`,
        amount,
        discount: price - amount,
        cost: Math.round(price * (0.5 + 0.2 * random())),
        refund: random() < 0.04 ? amount : 0,
        source: customer && source,
        complaint: random() < 0.03 ? KINDS[Math.floor(3 * random())]! : null,
      });
    }
  };
  for (let joined = -900, n = 0; joined < days; joined += -Math.log(1 - random()) / 0.9, n++) {
    const regular = random() < 0.3;
    const gap = regular ? 20 + 30 * random() : 30 + 200 * random();
    const leaves = 0.1 + 0.6 * random();
    const size = 40 * Math.exp(0.6 * normal(random));
    const source = SOURCES[Math.floor(4 * random())]!;
    for (let at = joined; at < days; at += gap * (regular ? 0.6 + 0.8 * random() : -Math.log(1 - random()))) {
      order(at, `c${n}`, source, size);
      if (random() < (regular ? leaves / 4 : leaves)) break;
    }
  }
  for (let at = 0; at < days; at += -Math.log(1 - random()) * 6) order(at, null, '', 50);
  return lines.sort((one, other) => one.at - other.at);
}

/** Fills `order_line` and the tables made from it with these lines alone. */
export async function fillLines(db: Database, lines: readonly SoldLine[]): Promise<void> {
  const rows = lines.map(({ at, ...line }, i) =>
    [new Date(at).toISOString().slice(0, 19), ...Object.values(line), i + 1]
      .map((cell) => cell ?? '')
      .join(','),
  );
  const header = ['ordered_at', ...Object.keys(lines[0]!).filter((name) => name !== 'at'), 'row'].join(',');
  await db.addFile('lines.csv', new Blob([[header, ...rows].join('\n')]));
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(`INSERT INTO order_line BY NAME
    SELECT 1 AS line_no, product_id AS product, 1 AS quantity, true AS is_product, 'f' AS file, ordered_at::TIMESTAMP AS ordered_at,
      row::BIGINT AS row, * EXCLUDE (ordered_at, row)
    FROM read_csv('lines.csv', all_varchar = true, header = true, delim = ',', auto_detect = false, columns = {${[
      ...header.split(','),
    ]
      .map((name) => `'${name}': 'VARCHAR'`)
      .join(', ')}})`);
  await db.exec(MATERIALISE);
  await db.dropFile('lines.csv');
}

/** A standard normal number (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
