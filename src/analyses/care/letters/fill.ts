import type { Placeholder } from './contract.ts';

/** What each placeholder is called between braces; its English name is understood in every language. */
export type Names = Readonly<Partial<Record<Placeholder, string>>>;

/** A letter to one customer, and the placeholders that had no value and became neutral words. */
export interface Filled {
  text: string;
  missing: Placeholder[];
}

/** Braces of a Chinese keyboard count too. */
const BRACES = /[{｛]([^{}｛｝]*)[}｝]/g;

/**
 * The template with every placeholder replaced: by its value, which is taken as it is, or where there is none by a neutral
 * word. What is none of `names` stays as it stands.
 */
export function fill(
  template: string,
  names: Names,
  values: Readonly<Partial<Record<Placeholder, string | null>>>,
  neutral: Readonly<Record<Placeholder, string>>,
): Filled {
  const missing = new Set<Placeholder>();
  const text = template.replace(BRACES, (whole, inside: string) => {
    const placeholder = meant(inside, names);
    if (!placeholder) return whole;
    const value = values[placeholder]?.replace(/\s+/g, ' ').trim();
    if (value) return value;
    missing.add(placeholder);
    return neutral[placeholder];
  });
  return { text, missing: [...missing] };
}

/** What stands in braces and is none of `names`, each once. */
export function unknownIn(template: string, names: Names): string[] {
  const inside = [...template.matchAll(BRACES)].map(([, words]) => words!.trim());
  return [...new Set(inside.filter((words) => !meant(words, names)))];
}

function meant(inside: string, names: Names): Placeholder | undefined {
  const word = inside.trim().toLowerCase();
  const found = Object.entries(names).find(([id, name]) => word === id || word === name.toLowerCase());
  return found?.[0] as Placeholder | undefined;
}
