import type { Database } from '../engine/database.ts';
import type { Account } from '../intake/account.ts';
import { CONFIDENT, type Inspected } from '../intake/inspect.ts';
import { complete, completeProducts } from '../intake/complete.ts';
import { open, type Opened } from '../intake/load.ts';
import { DEFAULT_RULES, type Rules } from '../intake/rules.ts';
import { IntakeProblem } from '../intake/problem.ts';
import type { Progress } from '../workers/task.ts';
import { address } from './address.svelte.ts';
import { orAborted, startEngine } from './engine.ts';
import { prepareReading, readAgain, readFiles, type ReadOptions } from './files.ts';
import { fetchFile } from './hosted.ts';
import { language } from './language.svelte.ts';
import { type Cleaning, CORRECTABLE, type Opening, type ShopProgress } from './opening.ts';
import { readiness } from './readiness.svelte.ts';
import { remembered } from './remembered.svelte.ts';

/** The open data set: how it got in, what was kept of it, and the database that holds it. */
class Shop {
  /** Grows with every data set opened; 0 while there is none. Whatever asks the database depends on it. */
  version = $state(0);
  progress = $state.raw<ShopProgress | null>(null);
  problems = $state.raw<readonly unknown[]>([]);
  account = $state.raw<Account | null>(null);
  /** Files whose columns the reader should confirm before they are loaded. */
  unsure = $state.raw<readonly Inspected[] | null>(null);
  /** The files of the open data set, with the mapping they were loaded with. */
  loaded = $state.raw<readonly Inspected[]>([]);
  /** The rules the open data set was cleaned by. */
  rules = $state.raw<Rules>(DEFAULT_RULES);
  /** Whether the files of `unsure` will be added to the open ones; else they replace them. */
  adding = $state(false);

  #engine: Promise<Database> | null = null;
  /** Resolves when what pages ask most is in tables. */
  #completed: Promise<void> = Promise.resolve();
  #completing: AbortController | null = null;
  #running: AbortController | null = null;
  /** Where the files of the open data set were fetched from; null for the reader's own. */
  #from: string | null = null;
  /** With what `unsure` would be loaded. */
  #pending: Cleaning | null = null;
  /** The hosted file last asked for; it is not asked for again while the address names it. */
  #hosted: string | null = null;

  /** The engine with every macro and, until a file is open, empty tables; started at the first call. */
  async database(): Promise<Database> {
    const db = await this.#start();
    await this.#completed;
    return db;
  }

  /** Opens files in place of the open data set, which stays until the new one is complete. */
  async openFiles(files: readonly File[]): Promise<void> {
    if (!files.length) return;
    await this.#work((db, signal) =>
      this.#open(db, files, { from: null, adding: false, waiting: [] }, signal),
    );
  }

  /**
   * Opens files together with the open ones, in one load; when it fails or is cancelled the open data set stays. Where
   * files wait to be confirmed, these wait with them.
   */
  async addFiles(files: readonly File[]): Promise<void> {
    if (!files.length) return;
    const waiting = this.unsure ?? [];
    const adding = waiting.length ? this.adding : this.version > 0;
    await this.#work((db, signal) => this.#open(db, files, { from: null, adding, waiting }, signal));
  }

  /** Opens the file an address names, unless it is open already. */
  async openHosted(url: string): Promise<void> {
    if (url === this.#hosted) return;
    this.#hosted = url;
    await this.#work(async (db, signal) => {
      const onProgress = (done: number, total: number) => this.#report('fetch', done, total, 'bytes');
      const files = [await fetchFile(url, signal, onProgress)];
      await this.#open(db, files, { from: url, adding: false, waiting: [] }, signal);
    });
  }

  /** Loads with the mapping and the rules the reader confirmed or corrected; files to be added join the open ones. */
  async loadMapped(inspected: readonly Inspected[], chosen?: Rules): Promise<void> {
    const tables = this.unsure && this.adding ? [...this.loaded, ...inspected] : inspected;
    const { rules, from } = (this.unsure && this.#pending) ?? { rules: this.rules, from: this.#from };
    await this.#work(async (db, signal) => {
      await this.#load(db, tables, { rules: chosen ?? rules, from }, signal);
      remembered.keep(this.loaded, this.rules);
    });
  }

  /** Leaves the files that wait to be confirmed. */
  setAside(): void {
    this.unsure = null;
  }

  cancel(): void {
    this.#running?.abort();
  }

  dismiss(problem: unknown): void {
    this.problems = this.problems.filter((one) => one !== problem);
  }

  #start(): Promise<Database> {
    if (this.#engine) return this.#engine;
    prepareReading();
    return (this.#engine = startEngine((share) => {
      if (this.progress?.stage === 'engine') this.#report('engine', share, share < 1 ? 1 : 0);
    }).catch((error: unknown) => {
      this.#engine = null;
      throw error;
    }));
  }

  #report(stage: ShopProgress['stage'], done = 0, total = 0, unit: ShopProgress['unit'] = null): void {
    this.progress = { stage, done, total, unit };
  }

  async #work(job: (db: Database, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running?.abort();
    const abort = (this.#running = new AbortController());
    const done = readiness.begin();
    this.problems = [];
    this.#report('engine');
    try {
      await job(await orAborted(this.#start(), abort.signal), abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.problems = [error];
    } finally {
      if (this.#running === abort) this.progress = null;
      prepareReading();
      done();
    }
  }

  async #open(db: Database, files: readonly File[], opening: Opening, signal: AbortSignal): Promise<void> {
    const { from, adding, waiting } = opening;
    const base = adding ? this.loaded : [];
    const taken = [...base, ...waiting].map(({ file }) => file);
    const read = await readFiles(db, files, { taken, ...this.#reading(signal) });
    const kept = remembered.apply(read);
    const inspected = [...waiting, ...kept.tables];
    const open = adding && this.rules !== DEFAULT_RULES ? this.rules : null;
    const rules = open ?? kept.rules ?? DEFAULT_RULES;
    if (inspected.every(({ confidence }) => confidence >= CONFIDENT))
      try {
        return await this.#load(db, [...base, ...inspected], { rules, from }, signal);
      } catch (error) {
        if (!(error instanceof IntakeProblem) || !CORRECTABLE.includes(error.code)) throw error;
        this.#confirm(inspected, rules, opening);
        throw error;
      }
    this.#confirm(inspected, rules, opening);
  }

  #confirm(inspected: readonly Inspected[], rules: Rules, { from, adding }: Opening): void {
    this.adding = adding;
    this.unsure = inspected;
    this.#pending = { rules, from };
    address.go('data');
  }

  #reading(signal: AbortSignal): Omit<ReadOptions, 'taken'> {
    return {
      signal,
      onProgress: (stage, done, total) => this.#report(stage, done, total, 'bytes'),
    };
  }

  async #load(
    db: Database,
    tables: readonly Inspected[],
    { rules, from }: Cleaning,
    signal: AbortSignal,
    again = false,
  ): Promise<void> {
    const onProgress = ({ stage, done, total, unit }: Progress) =>
      this.#report(stage === 'tables' ? 'tables' : 'load', done, total, unit ?? null);
    this.#completing?.abort();
    let opened: Opened;
    try {
      opened = await open(db, tables, { rules, signal, onProgress });
    } catch (error) {
      if (again || !(error instanceof IntakeProblem) || error.code !== 'undecodable') throw error;
      const anew = await readAgain(db, tables, error.place.file, this.#reading(signal));
      return this.#load(db, anew, { rules, from }, signal, true);
    }
    this.#complete(db, opened);
    this.account = opened.account;
    this.loaded = tables;
    this.rules = rules;
    this.unsure = null;
    this.adding = false;
    language.currency = this.account.currency;
    this.#from = this.#hosted = from;
    if (from === null && address.option('data')) address.set({ data: null });
    this.version += 1;
  }

  /** Makes tables of what is open, which is shown meanwhile; until then whatever asks the database waits. */
  #complete(db: Database, { lines, place }: Opened): void {
    const { signal } = (this.#completing = new AbortController());
    const report = (error: unknown) => {
      if (!signal.aborted) this.problems = [...this.problems, error];
    };
    this.#completed = complete(db, lines, place, { signal }).catch(report);
    void this.#completed.then(() => completeProducts(db, place, signal)).catch(report);
  }
}

export const shop = new Shop();
