import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { type Decoded, decode } from '../../src/intake/decode/decode.ts';
import { CONFIDENT, inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { type Rules, rulesFrom } from '../../src/intake/rules.ts';
import { counts } from './intake-loader.ts';

/**
 * What a folder of fixtures says of its files: the format of each, how many lines are kept and left out for each reason,
 * and every line of `order_line` in the order of files and rows. A line lists the columns that matter; money is compared
 * to the cent. `rules` are given to the load. Several files are loaded in either order.
 */
interface Expected {
  formats: Record<string, string>;
  account: Record<string, number>;
  currency?: string | null;
  rules?: Partial<Rules>;
  notes?: string[];
  lines: Record<string, unknown>[];
}

const folder = fileURLToPath(new URL('../fixtures/formats/', import.meta.url));

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

describe('an export of every platform', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const expected = JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8')) as Expected;
    const files = readdirSync(folder + name)
      .filter((file) => file !== 'expected.json')
      .map((file) => new File([readFileSync(`${folder}${name}/${file}`)], file));
    const decoded = (await Promise.all(files.map((file) => decode(file, {}, () => {})))).flat();
    await meets(expected, decoded);
    if (decoded.length > 1) await meets(expected, decoded.toReversed());
  });

  async function meets(expected: Expected, decoded: Decoded[]): Promise<void> {
    const tables = await inspect(db, decoded);
    expect(Object.fromEntries(tables.map(({ file, format }) => [file, format]))).toEqual(expected.formats);
    for (const table of tables) expect(table.confidence).toBeGreaterThanOrEqual(CONFIDENT);
    const account = await load(db, tables, { rules: rulesFrom(expected.rules) });
    expect(counts(account)).toEqual(expected.account);
    expect(account.linesIn).toBe(Object.values(counts(account)).reduce((sum, lines) => sum + lines, 0));
    if (expected.currency !== undefined) expect(account.currency).toBe(expected.currency);
    const codes = account.files.flatMap(({ notes }) => notes.map(({ code }) => code));
    for (const code of expected.notes ?? []) expect(codes).toContain(code);
    const lines = await db.query<Record<string, unknown>>('FROM order_line ORDER BY file, row, line_no');
    expect(lines.map((line, i) => shown(line, expected.lines[i] ?? {}))).toEqual(expected.lines);
  }
});

/** The columns of a line that its expectation names; times as `2024-05-01 10:00:00`, numbers to the cent. */
function shown(line: Record<string, unknown>, like: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(like).length > 0 ? Object.keys(like) : Object.keys(line);
  return Object.fromEntries(
    names.map((name) => {
      const value = line[name];
      if (value instanceof Date) return [name, value.toISOString().slice(0, 19).replace('T', ' ')];
      return [name, typeof value === 'number' ? Math.round(value * 100) / 100 : (value ?? null)];
    }),
  );
}
