import { address } from '../../state/address.svelte.ts';

export const STANDARD = { discount: 10, days: 30, min: 10, cap: 100, companions: 3, lift: 1 } as const;
export const MOST = {
  discount: 50,
  days: 365,
  min: 100_000,
  cap: 100_000,
  companions: 10,
  lift: 10,
} as const;
export type Setting = keyof typeof STANDARD;

/** What the address asks for: discount and uptake in per cent there, shares of 1 here; the pair as a JSON list of two ids. */
export function readView() {
  const number = (name: Setting, least: number) => address.number(name, STANDARD[name], least, MOST[name]);
  return {
    discount: number('discount', 0) / 100,
    days: Math.round(number('days', 0)),
    min_baskets: Math.round(number('min', 2)),
    max_items: Math.round(number('cap', 0)) || null,
    companions: Math.round(number('companions', 1)),
    min_lift: number('lift', 1),
    pair: readPair(address.option('pair')),
    /** Null to begin with what the data suggest. */
    first: uptake('uptake_first'),
    second: uptake('uptake_second'),
  };
}
export type View = ReturnType<typeof readView>;

export function set(name: Setting, value: number): void {
  address.set({ [name]: value === STANDARD[name] ? null : value });
}

/** Looks at another pair, with the uptake its own data suggest; null goes back to the best. */
export function choosePair(pair: readonly [string, string] | null): void {
  address.set({ pair: pair && JSON.stringify(pair), uptake_first: null, uptake_second: null });
}

function readPair(text: string | null): readonly [string, string] | null {
  try {
    const ids: unknown = JSON.parse(text ?? 'null');
    if (!Array.isArray(ids) || ids.length !== 2 || !ids.every((id) => typeof id === 'string')) return null;
    return ids[0] === ids[1] ? null : [ids[0] as string, ids[1] as string];
  } catch {
    return null;
  }
}

function uptake(name: string): number | null {
  const given = address.number(name, NaN, 0, 100);
  return Number.isNaN(given) ? null : given / 100;
}
