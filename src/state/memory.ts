const PREFIX = 'regulars.';

/** A small choice kept in this browser, or null when there is none, it is not one of `allowed`, or storage is off. */
export function recall<Value extends string>(key: string, allowed: readonly Value[]): Value | null {
  try {
    const value = localStorage.getItem(PREFIX + key);
    return allowed.find((one) => one === value) ?? null;
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
