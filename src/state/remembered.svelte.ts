import type { Decoded } from '../intake/decode/decode.ts';
import { CONFIDENT, type Inspected } from '../intake/inspect.ts';
import { DEFAULT_RULES, type Rules } from '../intake/rules.ts';
import { contacts, CONTACTS_KEY } from './contacts.svelte.ts';
import { customerNotes, NOTES_KEY } from './customer-notes.svelte.ts';
import { forget, keptKeys, recallText, remember } from './memory.ts';
import { bySettings, type Settings, settingsFrom, settingsOf, signatureOf } from './settings.ts';

const KEY = 'settings.';
const KEPT_BY_OTHERS = [NOTES_KEY, CONTACTS_KEY];
const VERSION = 1;
/** Settings of a file are about 1 kB; a file larger than this is none of ours. */
const FILE_BYTES_AT_MOST = 2 * 1024 * 1024;

/** What was forgotten: how many kinds of files had settings, customers notes, letters and refusals, and other choices. */
export interface Forgotten {
  settings: number;
  notes: number;
  contacts: number;
  choices: number;
}

/** How files were read and cleaned before, kept in this browser and used for the next file with the same columns. */
class Remembered {
  #turn = $state(0);
  /** Tables as they were recognised, by what they were decoded from. */
  readonly #recognised = new WeakMap<Decoded, Inspected>();
  readonly #used = new WeakSet<Decoded>();

  /** How many kinds of files have settings. */
  get count(): number {
    void this.#turn;
    return kept().length;
  }

  /**
   * The tables as settings kept for their columns say, others as they are; with the rules of the first that has some.
   * What was recognised can be had back from `asRecognised`.
   */
  apply(tables: readonly Inspected[]): { tables: Inspected[]; rules: Rules | null; used: boolean } {
    let rules: Rules | null = null;
    const applied = tables.map((table) => {
      this.#recognised.set(table.decoded, table);
      const settings = settingsFor(table);
      if (!settings) return table;
      rules ??= settings.rules;
      this.#used.add(table.decoded);
      return bySettings(table, settings);
    });
    this.#turn += 1;
    return { tables: applied, rules, used: rules !== null };
  }

  /** Keeps how these tables were loaded, except where it is just what is recognised without asking. */
  keep(tables: readonly Inspected[], rules: Rules): void {
    for (const table of tables) {
      const signature = signatureOf(table);
      if (signature === null) continue;
      const settings = JSON.stringify(settingsOf(table, rules));
      const recognised = this.#recognised.get(table.decoded);
      const standard = recognised && JSON.stringify(settingsOf(recognised, DEFAULT_RULES));
      if (recognised && recognised.confidence >= CONFIDENT && standard === settings) forget(KEY + signature);
      else remember(KEY + signature, settings);
      this.#used.delete(table.decoded);
    }
    this.#turn += 1;
  }

  /** Whether open tables were read by settings of an earlier time, or settings for them are kept since. */
  stateOf(tables: readonly Inspected[]): 'used' | 'kept' | 'none' {
    void this.#turn;
    if (tables.some(({ decoded }) => this.#used.has(decoded))) return 'used';
    return tables.some((table) => settingsFor(table) !== null) ? 'kept' : 'none';
  }

  /** The tables as they were recognised; what is kept for their columns is forgotten. */
  asRecognised(tables: readonly Inspected[]): Inspected[] {
    const before = tables.map((table) => this.#recognised.get(table.decoded) ?? table);
    for (const table of before) {
      const signature = signatureOf(table);
      if (signature !== null) forget(KEY + signature);
      this.#used.delete(table.decoded);
    }
    this.#turn += 1;
    return before;
  }

  /** All settings as a JSON file to take along. The list of test orders stays here: it may name customers. */
  exportFile(): Blob {
    const settings = Object.fromEntries(
      kept().map(([signature, { rules, ...others }]) => [
        signature,
        { ...others, rules: { ...rules, testOrders: [] } },
      ]),
    );
    const file = { app: 'regulars', version: VERSION, settings };
    return new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' });
  }

  /**
   * Takes over the settings of an exported file and returns how many there were; those kept for the same columns give
   * way, but for their list of test orders.
   * @throws SyntaxError when the file is no such file
   */
  async importFile(file: Blob): Promise<number> {
    const entries = file.size > FILE_BYTES_AT_MOST ? null : entriesOf(JSON.parse(await file.text()));
    if (!entries) throw new SyntaxError('not a file of settings');
    for (const [signature, settings] of entries) {
      const own = stored(signature)?.rules.testOrders ?? [];
      const testOrders = [...new Set([...own, ...settings.rules.testOrders])];
      remember(
        KEY + signature,
        JSON.stringify({ ...settings, rules: { ...settings.rules, testOrders } } satisfies Settings),
      );
    }
    this.#turn += 1;
    return entries.length;
  }

  /** Forgets all settings and every other choice kept in this browser. */
  forget(): Forgotten {
    const keys = keptKeys();
    keys.forEach(forget);
    const notes = customerNotes.all.size;
    const letters = contacts.size;
    customerNotes.reload();
    contacts.reload();
    this.#turn += 1;
    const settings = keys.filter((key) => key.startsWith(KEY)).length;
    const choices = keys.filter((key) => !key.startsWith(KEY) && !KEPT_BY_OTHERS.includes(key)).length;
    return { settings, notes, contacts: letters, choices };
  }
}

function kept(): [string, Settings][] {
  return keptKeys()
    .filter((key) => key.startsWith(KEY))
    .sort()
    .flatMap((key): [string, Settings][] => {
      const signature = key.slice(KEY.length);
      const settings = stored(signature);
      return settings ? [[signature, settings]] : [];
    });
}

function settingsFor(table: Inspected): Settings | null {
  const signature = signatureOf(table);
  return signature === null ? null : stored(signature);
}

function stored(signature: string): Settings | null {
  try {
    return settingsFrom(JSON.parse(recallText(KEY + signature) ?? 'null'));
  } catch {
    return null;
  }
}

function entriesOf(json: unknown): [string, Settings][] | null {
  if (typeof json !== 'object' || json === null) return null;
  const { app, version, settings } = json as Record<string, unknown>;
  if (app !== 'regulars' || version !== VERSION || typeof settings !== 'object' || settings === null)
    return null;
  return Object.entries(settings).flatMap(([signature, one]): [string, Settings][] => {
    const valid = /^[0-9a-f]{16}$/.test(signature) ? settingsFrom(one) : null;
    return valid ? [[signature, valid]] : [];
  });
}

export const remembered = new Remembered();
