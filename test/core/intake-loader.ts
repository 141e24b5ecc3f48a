import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../src/engine/database.ts';
import type { Account } from '../../src/intake/account.ts';
import { type Decoded, decode } from '../../src/intake/decode/decode.ts';
import { type Inspected, inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';

/** A decoded text file with this content. */
export function text(content: string, name = 'orders.csv'): Decoded {
  return { kind: 'text', name, blob: new Blob([content]), encoding: 'utf-8' };
}

/** One of the decoded files of test/fixtures/intake. */
export function fixture(name: string): Decoded {
  return text(
    readFileSync(fileURLToPath(new URL(`../fixtures/intake/${name}`, import.meta.url)), 'utf8'),
    name,
  );
}

/** The decoded file of a folder of test/fixtures/formats. */
export async function exported(path: string): Promise<Decoded> {
  const content = readFileSync(fileURLToPath(new URL(`../fixtures/formats/${path}`, import.meta.url)));
  const [decoded] = await decode(new File([content], path.split('/').at(-1)!), {}, () => {});
  return decoded!;
}

/** Inspects and loads tables as they are recognised. */
export async function loadAll(
  db: Database,
  decoded: Decoded[],
): Promise<{ tables: Inspected[]; account: Account }> {
  const tables = await inspect(db, decoded);
  return { tables, account: await load(db, tables) };
}

/** The number of records of an account by reason, with those kept. */
export function counts(account: Pick<Account, 'kept' | 'leftOut'>): Record<string, number> {
  return {
    kept: account.kept,
    ...Object.fromEntries(account.leftOut.map(({ reason, lines }) => [reason, lines])),
  };
}
