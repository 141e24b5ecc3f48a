import { tick } from 'svelte';
import type { Database } from '../engine/database.ts';
import type { Account } from '../intake/account.ts';
import type { Decoded } from '../intake/decode/decode.ts';
import { decodeInWorker } from '../intake/decode/task.ts';
import { CONFIDENT, type Inspected, inspect } from '../intake/inspect.ts';
import { load } from '../intake/load.ts';
import { inspectTextInWorker } from '../intake/task.ts';
import { keepProducts } from '../intake/publish.ts';
import { IntakeProblem } from '../intake/problem.ts';
import { packSql } from '../pack/pack.ts';
import type { Progress } from '../workers/task.ts';
import { address } from './address.svelte.ts';
import { fetchFile } from './hosted.ts';
import { language } from './language.svelte.ts';
import { readiness } from './readiness.svelte.ts';

/** What is under way; `share` is 0–1, or null while it cannot be told. */
export interface ShopProgress {
  stage: 'engine' | 'fetch' | 'decode' | 'inspect' | 'load' | 'tables';
  share: number | null;
}

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

  #database: Promise<Database> | null = null;
  #running: AbortController | null = null;
  #files: readonly File[] = [];
  /** Where `#files` were fetched from; null for the reader's own. */
  #from: string | null = null;
  /** The hosted file last asked for; it is not asked for again while the address names it. */
  #hosted: string | null = null;

  /** The engine with every macro and, until a file is open, empty tables; started at the first call. */
  database(): Promise<Database> {
    this.#database ??= this.#start().catch((error: unknown) => {
      this.#database = null;
      throw error;
    });
    return this.#database;
  }

  async #start(): Promise<Database> {
    const { openDatabase } = await import('../engine/browser.ts');
    const db = await openDatabase((share) => {
      if (this.progress?.stage === 'engine') this.progress = { stage: 'engine', share };
    });
    await db.exec(packSql());
    return db;
  }

  /** Opens files in place of the open data set, which stays until the new one is complete. */
  async openFiles(files: readonly File[]): Promise<void> {
    if (!files.length) return;
    await this.#work((db, signal) => this.#open(db, files, null, signal));
  }

  /** Opens the file an address names, unless it is open already. */
  async openHosted(url: string): Promise<void> {
    if (url === this.#hosted) return;
    this.#hosted = url;
    await this.#work(async (db, signal) => {
      const onProgress = (share: number | null) => (this.progress = { stage: 'fetch', share });
      await this.#open(db, [await fetchFile(url, signal, onProgress)], url, signal);
    });
  }

  /** Loads with the mapping the reader confirmed or corrected. */
  async loadMapped(inspected: readonly Inspected[]): Promise<void> {
    await this.#work((db, signal) => this.#load(db, inspected, signal));
  }

  cancel(): void {
    this.#running?.abort();
  }

  dismiss(problem: unknown): void {
    this.problems = this.problems.filter((one) => one !== problem);
  }

  async #work(job: (db: Database, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running?.abort();
    const abort = (this.#running = new AbortController());
    const done = readiness.begin();
    this.problems = [];
    this.progress = { stage: 'engine', share: null };
    try {
      await job(await this.database(), abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.problems = [error];
    } finally {
      if (this.#running === abort) this.progress = null;
      done();
    }
  }

  async #open(db: Database, files: readonly File[], url: string | null, signal: AbortSignal): Promise<void> {
    this.#files = files;
    this.#from = url;
    const inspected = await this.#inspect(db, files, signal, false);
    if (inspected.every(({ confidence }) => confidence >= CONFIDENT))
      return this.#load(db, inspected, signal);
    this.unsure = inspected;
    address.go('data');
  }

  async #inspect(
    db: Database,
    files: readonly File[],
    signal: AbortSignal,
    thorough: boolean,
  ): Promise<Inspected[]> {
    const decoded: Decoded[] = [];
    for (const file of files) {
      const onProgress = ({ done, total }: { done: number; total: number }) =>
        (this.progress = { stage: 'decode', share: total ? done / total : null });
      decoded.push(...(await decodeInWorker(file, { thorough }, { signal, onProgress })));
    }
    this.progress = { stage: 'inspect', share: null };
    return inspect(db, decoded, signal, inspectTextInWorker);
  }

  async #load(
    db: Database,
    inspected: readonly Inspected[],
    signal: AbortSignal,
    again = false,
  ): Promise<void> {
    const onProgress = ({ stage }: Progress) =>
      (this.progress = { stage: stage === 'tables' ? 'tables' : 'load', share: null });
    try {
      this.account = await load(db, inspected, { signal, onProgress });
    } catch (error) {
      if (again || !(error instanceof IntakeProblem) || error.code !== 'undecodable') throw error;
      return this.#load(db, await this.#inspect(db, this.#files, signal, true), signal, true);
    }
    this.loaded = inspected;
    this.unsure = null;
    language.currency = this.account.currency;
    this.#hosted = this.#from;
    if (this.#from === null && address.option('data')) address.set({ data: null });
    this.version += 1;
    await tick();
    keepProducts(db).catch((error: unknown) => (this.problems = [...this.problems, error]));
  }
}

export const shop = new Shop();
