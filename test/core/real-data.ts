import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = process.env.REGULARS_DATA ?? fileURLToPath(new URL('../../../shared', import.meta.url));

/** The path of a public data set that is not part of the project, or null where it is absent. */
export function realData(name: string): string | null {
  return found(join(SHARED, 'data', name));
}

/** The path of figures computed by other programs on those data, or null where they are absent. */
export function golden(name: string): string | null {
  return found(join(SHARED, 'golden', name));
}

function found(path: string): string | null {
  return existsSync(path) ? path : null;
}
