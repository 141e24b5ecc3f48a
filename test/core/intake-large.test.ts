import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { type Inspected, inspect } from '../../src/intake/inspect.ts';
import { complete, completeProducts } from '../../src/intake/complete.ts';
import { load } from '../../src/intake/load.ts';
import { type LoadedTable, loadTable } from '../../src/intake/load-table.ts';
import { closePlace, openPlace, places } from '../../src/intake/place.ts';
import { publish } from '../../src/intake/publish.ts';
import { DEFAULT_RULES } from '../../src/intake/rules.ts';
import { slicesOf } from '../../src/intake/slices.ts';
import { tablesOf } from '../../src/intake/tables.ts';
import type { Progress } from '../../src/workers/task.ts';
import { text } from './intake-loader.ts';

const LARGE = 2e9;
const HEADER = 'order id,date,customer id,product,quantity,price,note';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
});
afterAll(() => db.close());

/** Orders of one to five lines with what makes reading hard: quoted line breaks, refused records and cancelled lines. */
function orders(count: number): string {
  const lines = [HEADER];
  for (let order = 1; order <= count; order++)
    for (let line = 0; line <= order % 5; line++) {
      const note = order % 7 === 0 ? '"two\nlines, ""quoted"""' : 'plain';
      const quantity = (order + line) % 11 === 0 ? 0 : 1 + (line % 3);
      lines.push(
        `A${order},2024-01-${String(1 + (order % 28)).padStart(2, '0')},c${order % 9},mug ${line},${quantity},2.5,${note}`,
      );
      if (order % 51 === 0 && line === 0) lines.push(`A${order},2024-01-05,c1,mug,1,2,x,too many`);
    }
  return lines.join('\n') + '\n';
}

async function inspected(content: string): Promise<Inspected> {
  return (await inspect(db, [text(content)]))[0]!;
}

const LINES = 'SELECT order_id, line_no, ordered_at, quantity, amount, note, row, reason FROM';

describe('slices of a text', () => {
  it('are the text, and end where records end', async () => {
    const cell = fc.oneof(fc.constant('plain'), fc.constant('"a\nb"'), fc.constant('"says ""so""\n"'));
    const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 60 }), async (rows, bytes) => {
        const whole = rows.map((cells) => `${cells.join(',')}\n`).join('');
        const slices: string[] = [];
        for await (const slice of slicesOf(
          new Blob([whole]),
          { delimiter: ',', quote: '"', newline: '\n' },
          bytes,
        ))
          slices.push(await slice.text());
        expect(slices.join('')).toBe(whole);
        for (const slice of slices) expect(slice.split('"').length % 2).toBe(1);
        for (const slice of slices.slice(0, -1)) expect(slice.length).toBeGreaterThanOrEqual(bytes);
      }),
    );
  });
});

describe('a text read in slices', () => {
  it.each([2_500, 15_000])('of %i bytes gives the lines of one read whole', async (sliceBytes) => {
    const table = await inspected(orders(400));
    const whole = await loadTable(db, table, 'read_whole', DEFAULT_RULES);
    const heard: number[] = [];
    const onRead = (_: Inspected, bytes: number) => heard.push(bytes);
    const sliced = await loadTable(db, table, 'read_sliced', DEFAULT_RULES, { sliceBytes, onRead });
    expect(sliced.refusals).toEqual(whole.refusals);
    expect(whole.refusals.length).toBeGreaterThan(0);
    expect(await db.query(`${LINES} read_sliced ORDER BY rowid`)).toEqual(
      await db.query(`${LINES} read_whole ORDER BY rowid`),
    );
    expect(heard.length).toBeGreaterThan(1);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    await db.exec('DROP TABLE read_whole; DROP TABLE read_sliced');
  });
});

describe('a place for a large load', () => {
  const tables = ['order_line', 'left_out', 'orders', 'customers', 'products'];

  it('is compressed, and its tables are those of a small one', async () => {
    const table = await inspected(orders(300));
    await load(db, [table]);
    const expected = await Promise.all(tables.map((name) => db.query(`FROM ${name} ORDER BY ALL`)));
    const place = await openPlace(db, LARGE);
    expect(place.compressed).toBe(true);
    const loaded: LoadedTable[] = [
      await loadTable(db, table, `${place.name}.line_0`, DEFAULT_RULES, { sliceBytes: 5_000 }),
    ];
    await tablesOf(db, loaded, { currency: null, attached: [] }, place.name);
    await publish(db, place);
    await complete(db, loaded, place, {});
    await completeProducts(db, place);
    expect(await places(db)).toEqual([place]);
    expect(await Promise.all(tables.map((name) => db.query(`FROM ${name} ORDER BY ALL`)))).toEqual(expected);
  });

  it('gives way to the next load and leaves nothing when it is closed', async () => {
    const place = await openPlace(db, LARGE);
    await closePlace(db, place);
    expect((await places(db)).map(({ name }) => name)).not.toContain(place.name);
    await load(db, [await inspected(orders(10))]);
    const left = await places(db);
    expect(left).toHaveLength(1);
    expect(left[0]!.compressed).toBe(false);
  });
});

describe('the progress of a load', () => {
  it('counts bytes while it reads and rows after that', async () => {
    const table = await inspected(orders(20));
    const heard: Progress[] = [];
    await load(db, [table], { onProgress: (progress) => heard.push(progress) });
    const size = table.decoded.kind === 'text' ? table.decoded.blob.size : 0;
    const bytes = heard.filter(({ unit }) => unit === 'bytes').map(({ done, total }) => [done, total]);
    expect(bytes).toEqual([
      [0, size],
      [size, size],
    ]);
    expect(heard.at(-1)).toMatchObject({ stage: 'tables', unit: 'rows' });
    expect(heard.at(-1)!.total).toBeGreaterThan(20);
  });

  it.each(['load', 'tables'])('is where it can be cancelled: at %s', async (stage) => {
    await load(db, [await inspected(orders(30))]);
    const before = await db.query('FROM order_line ORDER BY ALL');
    const abort = new AbortController();
    const onProgress = (progress: Progress) => progress.stage === stage && abort.abort();
    await expect(
      load(db, [await inspected(orders(5))], { signal: abort.signal, onProgress }),
    ).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await db.query('FROM order_line ORDER BY ALL')).toEqual(before);
    expect(await places(db)).toHaveLength(1);
  });
});
