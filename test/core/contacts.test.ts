import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactsFromCsv, contactsToCsv } from '../../src/analyses/care/letters/contacts-file.ts';
import { LISTS, type Quiet } from '../../src/analyses/care/letters/contract.ts';
import { allowedSql, barredSql } from '../../src/analyses/care/letters/suppression.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import { publishContacts } from '../../src/state/contacts.svelte.ts';
import {
  type Contacts,
  contactsFromJson,
  contactsToJson,
  isDay,
  NO_CONTACTS,
  withContacted,
  withOptedOut,
} from '../../src/state/contacts.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 8, 1);
const day = (place: number) => new Date(START + place * DAY_MS).toISOString().slice(0, 10);

const home = process.cwd();
let db: Database;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contacts-'));
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

const ids = fc.constantFrom('a', 'b', 'c', '=d', "o'e", '顾客,6', '007', "'@g");
const all: fc.Arbitrary<Contacts> = fc
  .record({
    contacted: fc.array(
      fc.record({
        on: fc.integer({ min: 0, max: 60 }).map(day),
        list: fc.constantFrom(...LISTS, 'my own'),
        customers: fc.array(ids, { maxLength: 4 }),
      }),
      { maxLength: 8 },
    ),
    optedOut: fc.array(ids, { maxLength: 3 }),
  })
  .map(({ contacted, optedOut }) => withOptedOut(withContacted(NO_CONTACTS, contacted), optedOut, true));

/** Each letter and each refusal as one text, in order. */
const flat = ({ contacted, optedOut }: Contacts) =>
  [
    ...contacted.flatMap(({ on, list, customers }) => customers.map((id) => `${on} ${list} ${id}`)),
    ...[...optedOut].map((id) => `out ${id}`),
  ].sort();

describe('contacts', () => {
  it('survive the browser’s memory and whatever else it holds', () => {
    fc.assert(
      fc.property(all, (kept) => {
        expect(contactsFromJson(contactsToJson(kept))).toEqual(kept);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(contactsFromJson(text).optedOut).toBeInstanceOf(Set);
      }),
    );
    expect(contactsFromJson('no json')).toEqual(NO_CONTACTS);
    const odd = `{"contacted":[{"on":"2026-02-30","list":"x","customers":["a"]},{"on":"2026-09-01","list":"x",
      "customers":["a","a",3,""]},{"on":5},null,[]],"optedOut":["b",null,{}]}`;
    expect(flat(contactsFromJson(odd))).toEqual(['2026-09-01 x a', 'out b']);
  });

  it('come back from their file as they were', () =>
    fc.assert(
      fc.asyncProperty(all, async (kept) => {
        const { contacted, optedOut, wrong } = await contactsFromCsv(db, await contactsToCsv(db, kept));
        expect(wrong).toBe(0);
        expect(flat(withOptedOut(withContacted(NO_CONTACTS, contacted), optedOut, true))).toEqual(flat(kept));
      }),
      { numRuns: 60 },
    ));

  it('are read from what a spreadsheet saves; days that cannot be read are counted', async () => {
    const file = new Blob([
      'customer_id;contacted_on;list\r\n007;2026/9/3;silent\r\n8;03.09.26;silent\r\n9;;opted_out\r\n',
    ]);
    expect(await contactsFromCsv(db, file)).toEqual({
      contacted: [{ on: '2026-09-03', list: 'silent', customers: ['007'] }],
      optedOut: ['9'],
      wrong: 1,
    });
    await expect(contactsFromCsv(db, new Blob(['order_id,amount\n1,2\n']))).rejects.toThrow(SyntaxError);
  });

  it('are the tables customer_contact and customer_opt_out, and nothing else is', () =>
    fc.assert(
      fc.asyncProperty(all, async (kept) => {
        await publishContacts(db, kept);
        const rows = await db.query<{ said: string }>(
          `SELECT concat_ws(' ', contacted_on::VARCHAR, list, customer_id) AS said FROM customer_contact
          UNION ALL SELECT concat('out ', customer_id) FROM customer_opt_out`,
        );
        expect(rows.map(({ said }) => said).sort()).toEqual(flat(kept));
      }),
      { numRuns: 60 },
    ));

  it('know a day from what only looks like one', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2023-02-29', '2026-13-01', '2026-1-01', '', '2026-01-01T00', "2026-01-01'"].some(isDay)).toBe(
      false,
    );
  });
});

describe('who is left alone', () => {
  const tags = fc.constantFrom(null, '勿扰', 'VIP', '拒收包裹', 'Opted out; vip', '退订');
  const shop = fc.record({
    all,
    tags: fc.array(fc.record({ id: ids, own: fc.boolean(), tag: tags }), { maxLength: 6 }),
    list: fc.constantFrom(...LISTS),
    asOf: fc.option(fc.integer({ min: -5, max: 70 }), { nil: undefined }),
    quietDays: fc.constantFrom(0, 1, 7, 30),
  });

  it('is who opted out, whose tag says so, and whom the shop wrote to lately', () =>
    fc.assert(
      fc.asyncProperty(shop, async ({ all: kept, tags, list, asOf, quietDays }) => {
        await fillShop(kept, tags);
        const at = asOf ?? 50;
        const barred = new Map<string, string>();
        for (const { on, list: other, customers } of kept.contacted) {
          const ago = at - (Date.parse(on) - START) / DAY_MS;
          const counts = list !== 'complaints' || other === 'complaints';
          if (counts && ago >= 0 && ago < quietDays) customers.forEach((id) => barred.set(id, 'contacted'));
        }
        if (list !== 'complaints') {
          tags
            .filter(({ tag }) => tag && ['勿扰', '退订', 'Opted out; vip'].includes(tag))
            .forEach(({ id }) => barred.set(id, 'tagged'));
          kept.optedOut.forEach((id) => barred.set(id, 'opted_out'));
        }
        const people = ['a', 'b', '=d', "o'e", 'unknown'];
        const listSql = `SELECT unnest(${literal(people)}) AS customer_id, NULL::VARCHAR AS customer_name, 1 AS value`;
        const quiet: Quiet = {
          list,
          asOf: asOf === undefined ? undefined : new Date(START + asOf * DAY_MS),
          quietDays,
        };
        const left = await db.query<{ customer_id: string; reason: string }>(barredSql(listSql, quiet));
        expect(new Map(left.map(({ customer_id: id, reason }) => [id, reason]))).toEqual(
          new Map(people.flatMap((id) => (barred.has(id) ? [[id, barred.get(id)!] as const] : []))),
        );
        const allowed = await db.query<{ customer_id: string }>(allowedSql(listSql, quiet));
        expect(allowed.map(({ customer_id: id }) => id).sort()).toEqual(
          people.filter((id) => !barred.has(id)).sort(),
        );
      }),
      { numRuns: 60 },
    ));

  it.each([
    ['Accepts Marketing', 'no', true],
    ['Buyer Accepts Marketing', 'FALSE', true],
    ['是否接受营销', '否', true],
    ['Accepts Marketing', 'yes', false],
    ['Accepts Marketing', '', false],
    ['Fulfilled', 'no', false],
  ])('by a column %s that says %s: %s', async (attribute, value, out) => {
    const sql = `SELECT declines_marketing(${literal(attribute)}, ${literal(value)}) AS out`;
    expect(await db.query(sql)).toEqual([{ out }]);
  });

  it.each([
    ['勿扰', true],
    ['老客，請勿聯絡', true],
    ['拒收', true],
    ['已退订', true],
    ['不要打扰', true],
    ['Do Not Contact', true],
    ['do-not-mail', true],
    ['vip,opted_out', true],
    ['Unsubscribed 2025', true],
    ['拒收包裹', false],
    ['拒收快递一次，拒收', true],
    ['曾拒收过件', false],
    ['contact often', false],
    ['optimist', false],
    ['VIP', false],
  ])('by a tag %s: %s', async (tag, out) => {
    expect(await db.query(`SELECT opts_out(${literal(tag)}) AS out`)).toEqual([{ out }]);
  });

  it('is whoever accepts no marketing by what their latest order says, but for a complaint', async () => {
    await fillShop(NO_CONTACTS, []);
    const said = [
      ['a', 'no', 3],
      ['b', 'no', 1],
      ['b', 'yes', 2],
      ['c', 'yes', 1],
      ['c', 'no', 2],
    ].map(
      ([id, word, at]) =>
        `(${literal(id!)}, MAP(['Accepts Marketing'], [${literal(word!)}]), TIMESTAMP '${day(Number(at))}', ${literal(`${id}${at}`)})`,
    );
    await db.exec(`INSERT INTO order_line BY NAME SELECT c AS customer_id, e AS extra, t AS ordered_at, o AS order_id,
        1 AS amount, 1 AS line_no, 1 AS quantity, true AS is_product, 'f' AS file, 1 AS row
      FROM (VALUES ${said.join(', ')}) l(c, e, t, o)`);
    await db.exec(MATERIALISE);
    const suppressed = 'SELECT customer_id, reason FROM care_suppressed';
    expect(await db.query(`${suppressed}()`)).toEqual([
      { customer_id: 'a', reason: 'declined' },
      { customer_id: 'c', reason: 'declined' },
    ]);
    expect(await db.query(`${suppressed}(list := 'complaints')`)).toEqual([]);
  });

  /** The last order is on day 49, so that the default date is day 50. */
  async function fillShop(kept: Contacts, tags: readonly { id: string; own: boolean; tag: string | null }[]) {
    await publishContacts(db, kept);
    const own = tags
      .filter(({ own }) => own)
      .map(({ id, tag }) => `INSERT INTO customer_tag VALUES (${literal(id)}, ${literal(tag)});`);
    const lines = [{ id: 'a', tag: null }, ...tags.filter(({ own }) => !own)].map(
      ({ id, tag }, i) =>
        `(${literal(id)}, ${literal(tag)}, 'o${i}', TIMESTAMP '${day(i === 0 ? 49 : 0)} 10:00:00', ${i})`,
    );
    await db.exec(`${CREATE_ORDER_LINE}; DELETE FROM customer_tag; ${own.join(' ')}
      INSERT INTO order_line BY NAME SELECT c::VARCHAR AS customer_id, g::VARCHAR AS tags, o AS order_id, t AS ordered_at,
        1 AS amount, 1 AS line_no, 1 AS quantity, true AS is_product, 'f' AS file, r AS row
      FROM (VALUES ${lines.join(', ')}) l(c, g, o, t, r)`);
    await db.exec(MATERIALISE);
  }
});
