import { LANGUAGES, type LanguageCode, loadMessages, type Messages } from '../messages/index.ts';
import { address } from './address.svelte.ts';
import { Formats } from './formats.ts';
import { recall, remember } from './memory.ts';

const KEY = 'language';

/** The reader's language: its sentences and its way of writing numbers, money and dates. Changing it reloads nothing. */
class Language {
  #code = $state<LanguageCode>('en');
  #messages = $state.raw<Messages>()!;
  #currency = $state<string | null>(null);
  #formats = $derived(new Formats(this.#code, this.#currency));

  /** Loads the language the address, an earlier choice or the browser asks for; await it before the first render. */
  async start(): Promise<void> {
    await this.use(wantedByAddress() ?? recall(KEY, LANGUAGES) ?? fromBrowser());
  }

  async use(code: LanguageCode): Promise<void> {
    this.#messages = await loadMessages(code);
    this.#code = code;
    document.documentElement.lang = code;
    document.title = this.#messages.shell.title;
  }

  /** Follows the address when its `lang` changes. */
  async fromAddress(): Promise<void> {
    const wanted = wantedByAddress();
    if (wanted && wanted !== this.#code) await this.use(wanted);
  }

  async choose(code: LanguageCode): Promise<void> {
    remember(KEY, code);
    if (address.option('lang')) address.set({ lang: code });
    await this.use(code);
  }

  get code(): LanguageCode {
    return this.#code;
  }

  /** All sentences, by room. */
  get t(): Messages {
    return this.#messages;
  }

  get format(): Formats {
    return this.#formats;
  }

  /** The ISO 4217 code money is written in, or null to write it as a plain number. */
  set currency(code: string | null) {
    this.#currency = code;
  }
}

function wantedByAddress(): LanguageCode | null {
  return LANGUAGES.find((code) => code === address.option('lang')) ?? null;
}

function fromBrowser(): LanguageCode {
  const wanted = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
  if (!/^zh/i.test(wanted)) return 'en';
  return /hant|-(tw|hk|mo)\b/i.test(wanted) ? 'zh-Hant' : 'zh-Hans';
}

export const language = new Language();
