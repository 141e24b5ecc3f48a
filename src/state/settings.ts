import { asFormat, withMapping } from '../intake/as-format.ts';
import { extraColumns } from '../intake/extra.ts';
import { normaliseHeader } from '../intake/formats/format.ts';
import { FORMATS } from '../intake/formats/index.ts';
import type { Inspected } from '../intake/inspect.ts';
import { type Mapping, type Meaning, MEANINGS } from '../intake/meaning.ts';
import { type Rules, rulesFrom } from '../intake/rules.ts';

/** How files with the same column names are read: names and rules only, nothing of what the files hold. */
export interface Settings {
  /** The name of the column that carries each meaning. */
  columns: Readonly<Partial<Record<Meaning, string>>>;
  /** The names of the columns kept as attributes of customers; undefined in settings of an earlier version. */
  attributes?: readonly string[] | undefined;
  format: string;
  /** Whether the day comes first, for files whose dates do not tell; null when that was never known. */
  dayFirst: boolean | null;
  decimal: '.' | ',' | null;
  rules: Rules;
}

/**
 * What files of one kind have in common: their column names, in any order, as 16 hexadecimal digits. Null for tables
 * without a header, whose columns have no names.
 */
export function signatureOf({ columns, headerRow, shape }: Inspected): string | null {
  if (headerRow === 0 || shape === 'baskets') return null;
  const names = columns.filter(({ part }) => part === undefined).map(({ name }) => normaliseHeader(name));
  return fnv1a(JSON.stringify(names.sort()));
}

export function settingsOf(
  { mapping, extra, columns, format, dayFirst, decimal }: Inspected,
  rules: Rules,
): Settings {
  const named = MEANINGS.map((meaning) => [meaning, columns[mapping[meaning] ?? -1]?.name]);
  return {
    columns: Object.fromEntries(named.filter(([, name]) => name !== undefined)),
    attributes: columns.filter(({ index }) => extra.includes(index)).map(({ name }) => name),
    format,
    dayFirst: dayFirst === 'ask' ? null : dayFirst,
    decimal,
    rules,
  };
}

/** The table read by these settings, in place of what was recognised of it; it may be loaded unasked. */
export function bySettings(table: Inspected, settings: Settings): Inspected {
  const base = settings.format === table.format ? table : asFormat(table, settings.format);
  const mapping: Mapping = {};
  for (const [meaning, name] of Object.entries(settings.columns) as [Meaning, string][]) {
    const column =
      base.columns.find((one) => one.name === name) ??
      base.columns.find((one) => normaliseHeader(one.name) === normaliseHeader(name));
    if (column) mapping[meaning] = column.index;
  }
  const read = withMapping(base, mapping);
  const { attributes } = settings;
  const extra = attributes
    ? base.columns.filter(({ name }) => attributes.includes(name)).map(({ index }) => index)
    : extraColumns(read);
  const dayFirst = read.dayFirst === 'ask' && settings.dayFirst !== null ? settings.dayFirst : read.dayFirst;
  return { ...read, extra, dayFirst, decimal: settings.decimal, confidence: 1 };
}

/** Settings out of JSON of unknown origin; null when they name no format or no column that is known. */
export function settingsFrom(json: unknown): Settings | null {
  if (typeof json !== 'object' || json === null) return null;
  const { columns, attributes, format, dayFirst, decimal, rules } = json as Record<keyof Settings, unknown>;
  if (!FORMATS.some(({ id }) => id === format) || typeof columns !== 'object' || columns === null)
    return null;
  const names = Object.entries(columns).filter(
    ([meaning, name]) => (MEANINGS as readonly string[]).includes(meaning) && typeof name === 'string',
  );
  if (names.length === 0) return null;
  return {
    columns: Object.fromEntries(names),
    ...(Array.isArray(attributes) && { attributes: attributes.filter((name) => typeof name === 'string') }),
    format: format as string,
    dayFirst: typeof dayFirst === 'boolean' ? dayFirst : null,
    decimal: decimal === '.' || decimal === ',' ? decimal : null,
    rules: rulesFrom(rules),
  };
}

/** The 64-bit FNV-1a hash of a text's UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
