/** What the shop wrote down about a customer. */
export interface CustomerNote {
  note: string;
  tags: readonly string[];
}

/** By the customer's id. */
export type CustomerNotes = ReadonlyMap<string, CustomerNote>;

/** The notes with these entries in place of what there was on the same customers; an empty one takes a note away. */
export function withNotes(
  notes: CustomerNotes,
  entries: Iterable<readonly [string, CustomerNote]>,
): CustomerNotes {
  const all = new Map(notes);
  for (const [id, { note, tags }] of entries) {
    const kept = { note: note.trim(), tags: tidyTags(tags) };
    if (kept.note || kept.tags.length) all.set(id, kept);
    else all.delete(id);
  }
  return all;
}

/** Tags without spaces around them, separators and repetitions. */
export function tidyTags(tags: readonly string[]): string[] {
  const each = tags
    .flatMap((tag) => tag.split(/[,;，；、\r\n]/))
    .map((tag) => tag.trim().replace(/\s+/g, ' '));
  return [...new Set(each.filter(Boolean))];
}

export function notesToJson(notes: CustomerNotes): string {
  return JSON.stringify([...notes]);
}

/** Notes out of JSON of unknown origin; entries that are none are left out. */
export function notesFromJson(text: string): CustomerNotes {
  try {
    return withNotes(new Map(), entriesFrom(JSON.parse(text)));
  } catch {
    return new Map();
  }
}

function entriesFrom(json: unknown): [string, CustomerNote][] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((entry): [string, CustomerNote][] => {
    const [id, said] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof id !== 'string' || typeof said !== 'object' || said === null) return [];
    const { note, tags } = said as Record<string, unknown>;
    const words = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
    return [[id, { note: typeof note === 'string' ? note : '', tags: words }]];
  });
}
