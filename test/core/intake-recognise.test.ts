import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { FORMATS } from '../../src/intake/formats/index.ts';
import { CONFIDENT, inspect } from '../../src/intake/inspect.ts';
import { recognise } from '../../src/intake/recognise.ts';
import { exported } from './intake-loader.ts';

const folder = fileURLToPath(new URL('../fixtures/formats/', import.meta.url));

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

/** The formats the files of the fixtures are of, with the columns each file has itself. */
async function headers(name: string): Promise<{ format: string; header: string[] }[]> {
  const expected = JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8')) as {
    formats: Record<string, string>;
  };
  const files = readdirSync(folder + name).filter((file) => file !== 'expected.json');
  const decoded = await Promise.all(files.map((file) => exported(`${name}/${file}`)));
  return (await inspect(db, decoded)).map(({ file, columns }) => ({
    format: expected.formats[file]!,
    header: columns.filter(({ part }) => part === undefined).map((column) => column.name),
  }));
}

/** Which column, by its name, carries each meaning. */
function meanings(header: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recognise(header).mapping).map(([meaning, index]) => [meaning, header[index]!.trim()]),
  );
}

/** What a header with one column less may be known as: short ones of everyday words may be anybody's list then. */
function orPlain(format: string, header: readonly string[]): string[] {
  return header.length < 10 ? [format, 'plain'] : [format];
}

describe('a format is known', () => {
  it.each(readdirSync(folder))('by a header that is not quite that of %s', async (name) => {
    for (const { format, header } of await headers(name)) {
      const spaced = header.map((column, i) => (i % 2 ? ` ${column} ` : `${column}*`));
      const more = ['新增列', ...header.flatMap((column, i) => [column, `extra ${i}`])];
      for (const changed of [header, header.toReversed(), spaced, more, [...header, header[0]!]])
        expect(recognise(changed)).toMatchObject({ format });
      expect(recognise(spaced).confidence).toBeGreaterThanOrEqual(CONFIDENT);
      expect(meanings(header.toReversed())).toEqual(meanings(header));
      expect(meanings(more)).toEqual(meanings(header));
      for (const missing of header.keys())
        expect(orPlain(format, header), `without ${header[missing]}`).toContain(
          recognise(header.toSpliced(missing, 1)).format,
        );
    }
  });

  it('by its own headers only', () => {
    for (const { id, signature } of FORMATS) {
      const own = Object.entries(signature).filter(([, weight]) => weight > 0);
      if (own.length > 0) expect(recognise(own.map(([header]) => header)).format).toBe(id);
    }
  });
});
