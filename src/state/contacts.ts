/** The shop wrote to these customers on a day, for one of its lists. */
export interface Contacted {
  /** ISO date. */
  on: string;
  list: string;
  customers: readonly string[];
}

/** To whom the shop wrote, the earliest first, and who wants no letters. */
export interface Contacts {
  contacted: readonly Contacted[];
  optedOut: ReadonlySet<string>;
}

export const NO_CONTACTS: Contacts = { contacted: [], optedOut: new Set() };

/** The contacts with these added; a customer written to twice on a day for the same list counts once. */
export function withContacted(contacts: Contacts, added: readonly Contacted[]): Contacts {
  const all = new Map<string, { on: string; list: string; customers: Set<string> }>();
  for (const { on, list, customers } of [...contacts.contacted, ...added]) {
    const key = JSON.stringify([on, list]);
    const same = all.get(key) ?? { on, list, customers: new Set<string>() };
    customers.forEach((id) => same.customers.add(id));
    all.set(key, same);
  }
  const contacted = [...all.values()]
    .filter(({ customers }) => customers.size)
    .map(({ on, list, customers }) => ({ on, list, customers: [...customers] }))
    .sort((a, b) => (a.on < b.on || (a.on === b.on && a.list < b.list) ? -1 : 1));
  return { ...contacts, contacted };
}

/** The contacts with these customers opted out, or no longer so. */
export function withOptedOut(contacts: Contacts, ids: Iterable<string>, out: boolean): Contacts {
  const optedOut = new Set(contacts.optedOut);
  for (const id of ids) {
    if (out) optedOut.add(id);
    else optedOut.delete(id);
  }
  return { ...contacts, optedOut };
}

export function contactsToJson({ contacted, optedOut }: Contacts): string {
  return JSON.stringify({ contacted, optedOut: [...optedOut] });
}

/** Contacts out of JSON of unknown origin; entries that are none are left out. */
export function contactsFromJson(text: string): Contacts {
  try {
    const { contacted, optedOut } = Object(JSON.parse(text)) as Record<string, unknown>;
    const entries = Array.isArray(contacted) ? contacted.flatMap(contactedFrom) : [];
    return withOptedOut(withContacted(NO_CONTACTS, entries), texts(optedOut), true);
  } catch {
    return NO_CONTACTS;
  }
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = /^[12]\d{3}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function contactedFrom(entry: unknown): Contacted[] {
  const { on, list, customers } = Object(entry) as Record<string, unknown>;
  if (typeof on !== 'string' || typeof list !== 'string' || !isDay(on)) return [];
  return [{ on, list, customers: texts(customers) }];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : [];
}
