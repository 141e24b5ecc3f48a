const PREFIX = 'regulars.';

/** A small choice kept in this browser, or null when there is none, it is not one of `allowed`, or storage is off. */
export function recall<Value extends string>(key: string, allowed: readonly Value[]): Value | null {
  const value = recallText(key);
  return allowed.find((one) => one === value) ?? null;
}

/** Any text kept in this browser; whoever asks checks what it says. */
export function recallText(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Whether the value could be kept; where storage is switched off or full, it lasts as long as the page. */
export function remember(key: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}

/** The keys of what is kept in this browser. */
export function keptKeys(): string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i)!)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}
