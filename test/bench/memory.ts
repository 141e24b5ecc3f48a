import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The most memory, in GB, that a page of the browser this process started has taken so far; null where /proc is not. */
export function peakMemory(): number | null {
  if (!existsSync('/proc/self/status')) return null;
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => read(id, 'cmdline').includes('--type=renderer') && isOurs(id))
    .map((id) => Number(/VmHWM:\s+(\d+)/.exec(read(id, 'status'))?.[1] ?? 0) / 1e6);
  return Math.max(0, ...peaks);
}

function isOurs(id: string): boolean {
  for (let at = id; at && at !== '0'; at = /PPid:\s+(\d+)/.exec(read(at, 'status'))?.[1] ?? '')
    if (at === String(process.pid)) return true;
  return false;
}

/** Processes may end while they are looked at. */
function read(id: string, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
