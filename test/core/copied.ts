import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueOf } from '../../src/engine/catalogue.ts';
import { packSql } from '../../src/pack/pack.ts';

/** Statements that fill a native database as the page fills its own: from the prepared catalogue. */
export async function copiedCatalogue(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'regulars-')), 'catalogue.db');
  await writeFile(path, await catalogueOf(packSql()));
  return `ATTACH '${path}' AS catalogue (READ_ONLY); COPY FROM DATABASE catalogue TO memory; DETACH catalogue;`;
}
