import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notesFromCsv, notesToCsv } from '../../src/analyses/customers/notes-file.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { publishTags } from '../../src/state/customer-notes.svelte.ts';
import { type CustomerNote, notesFromJson, notesToJson, tidyTags, withNotes } from '../../src/state/notes.ts';
import { maskedSql } from '../../src/ui/masked.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE } from './golden-data.ts';

const home = process.cwd();
let db: Database;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notes-'));
  process.chdir(folder);
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(async () => {
  await db.close();
  process.chdir(home);
  await rm(folder, { recursive: true });
});

/** Texts as people and spreadsheets write them, with all that a CSV file or a statement could trip over. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      ',',
      ';',
      '\n',
      ' ',
      '%',
      '_',
      '\\',
      '顾客',
      '0',
      '🙂',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
const notes = fc
  .array(
    fc.tuple(
      words.filter((id) => id.trim() !== ''),
      fc.record({ note: words, tags: fc.array(words, { maxLength: 3 }) }),
    ),
    { maxLength: 8 },
  )
  .map((entries) => withNotes(new Map<string, CustomerNote>(), entries));

describe('notes and tags', () => {
  it('come back from their file as they were', () =>
    fc.assert(
      fc.asyncProperty(notes, async (kept) => {
        const file = await notesToCsv(db, kept);
        expect(new Map(await notesFromCsv(db, file))).toEqual(kept);
      }),
      { numRuns: 150 },
    ));

  it('give a spreadsheet nothing to run', async () => {
    const kept = withNotes(new Map(), [['=cmd()', { note: '@SUM(1)', tags: ['+1', 'ok'] }]]);
    const text = await (await notesToCsv(db, kept)).text();
    expect(text).toBe("\ufeffcustomer_id,tags,note\n'=cmd(),'+1; ok,'@SUM(1)\n".replace('\ufeff', ''));
  });

  it('are read from what a spreadsheet saves', async () => {
    const semicolons = new Blob(['customer_id;tags;note\r\n007;friend；VIP;"says ""hi"";\r\ntwice"\r\n']);
    expect(await notesFromCsv(db, semicolons)).toEqual([
      ['007', { tags: ['friend', 'VIP'], note: 'says "hi";\r\ntwice' }],
    ]);
    const gb18030 = new Blob(['customer_id,note\n', new Uint8Array([0xc0, 0xcf, 0xbf, 0xcd]), ',x\n']);
    expect(await notesFromCsv(db, gb18030)).toEqual([['老客', { tags: [], note: 'x' }]]);
  });

  it('refuse another file', async () => {
    for (const text of ['', 'order_id,amount\n1,2\n', '\u0000\u0001', '{"a":1}'])
      await expect(notesFromCsv(db, new Blob([text])), text).rejects.toThrow(SyntaxError);
  });

  it('survive the browser’s memory and whatever else it holds', () => {
    fc.assert(
      fc.property(notes, (kept) => {
        expect(notesFromJson(notesToJson(kept))).toEqual(kept);
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(notesFromJson(text)).toBeInstanceOf(Map);
      }),
    );
    expect(notesFromJson('not json').size).toBe(0);
    expect(notesFromJson('[["a",{"note":"n","tags":["t",3]}],["b"],[1,{}],null]')).toEqual(
      new Map([['a', { note: 'n', tags: ['t'] }]]),
    );
  });

  it('have tags without separators, spaces and repetitions', () => {
    expect(tidyTags([' a ', 'b，c;d', 'a', '', 'two  words'])).toEqual(['a', 'b', 'c', 'd', 'two words']);
  });

  it('are the table customer_tag, and nothing else is', () =>
    fc.assert(
      fc.asyncProperty(notes, async (kept) => {
        await publishTags(db, kept);
        const rows = await db.query<{ customer_id: string; tag: string }>('FROM customer_tag');
        expect(rows.map(({ customer_id: id, tag }) => [id, tag])).toEqual(
          [...kept].flatMap(([id, { tags }]) => tags.map((tag) => [id, tag])),
        );
      }),
      { numRuns: 50 },
    ));
});

describe('a masked statement', () => {
  const at = new Date(Date.UTC(2024, 0, 1));
  const lines = [{ product: 'Tea', quantity: 1, amount: 5, refund: null, fee: false }];
  beforeAll(() =>
    fillOrders(db, [
      { at, customer: 'nick_1', lines },
      { at, customer: 'a_first', lines },
      { at, customer: null, lines },
    ]),
  );

  const masked = async (sql: string, marked: string[] = []) =>
    db.query<Record<string, unknown>>(`${await maskedSql(db, sql, marked, 'Customer #')} ORDER BY ALL`);

  it('holds numbers in place of ids, and dots in place of what else is personal', async () => {
    const sql = "SELECT customer_id, 'Ann' AS customer_name, '138' AS phone, product, amount FROM order_line";
    expect(await masked(sql)).toEqual([
      { customer_id: 'Customer 1', customer_name: '•••', phone: '•••', product: 'Tea', amount: 5 },
      { customer_id: 'Customer 2', customer_name: '•••', phone: '•••', product: 'Tea', amount: 5 },
      { customer_id: null, customer_name: '•••', phone: '•••', product: 'Tea', amount: 5 },
    ]);
  });

  it('hides columns that are marked, and ids nobody has', async () => {
    expect(await masked("SELECT 'nick_1' AS id, 'Ann' AS label, 1 AS rank", ['id', 'label'])).toEqual([
      { id: 'Customer 2', label: '•••', rank: 1 },
    ]);
    expect(await masked("SELECT 'unknown' AS customer_id")).toEqual([{ customer_id: '•••' }]);
  });

  it('is the same where nothing is personal', async () => {
    expect(await maskedSql(db, 'SELECT 1 AS amount', [], '#')).toBe('SELECT 1 AS amount');
  });
});
