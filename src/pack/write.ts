import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { packSql } from './pack.ts';

/** Writes the pack to the path given, or to dist/regulars.sql. */
export async function main([path = 'dist/regulars.sql']: string[] = []): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, packSql());
  console.log(path);
}
