/** Options of a page as they stand in the address; null or '' takes one out. */
export type Options = Record<string, string | number | boolean | null | undefined>;

/** Options that stay when the page changes. */
const KEPT = ['data', 'lang'];

/** The page and its options, kept in the hash: `#/segments?model=8`. A link reproduces the view. */
class Address {
  #hash = $state(location.hash);

  constructor() {
    addEventListener('hashchange', () => (this.#hash = location.hash));
  }

  get page(): string {
    return decodeURIComponent(this.#hash.replace(/^#\/?/, '').split('?')[0] ?? '');
  }

  get options(): URLSearchParams {
    const at = this.#hash.indexOf('?');
    return new URLSearchParams(at < 0 ? '' : this.#hash.slice(at + 1));
  }

  option(name: string): string | null {
    return this.options.get(name);
  }

  /** The number an option holds, or `otherwise` when it is missing, not a number or outside the range. */
  number(name: string, otherwise: number, min = -Infinity, max = Infinity): number {
    const value = Number(this.option(name) ?? NaN);
    return value >= min && value <= max ? value : otherwise;
  }

  /** The option if it is one of `allowed`, else the first of them. */
  choice<const Value extends string>(name: string, allowed: readonly [Value, ...Value[]]): Value {
    return allowed.find((value) => value === this.option(name)) ?? allowed[0];
  }

  /** The address of another page, with the options that stay. */
  link(page: string, options: Options = {}): string {
    const kept = KEPT.map((name) => [name, this.option(name)] as const);
    return write(page, { ...Object.fromEntries(kept), ...options });
  }

  go(page: string, options: Options = {}): void {
    location.hash = this.link(page, options);
  }

  /** Changes options of this page without a new entry in the browser's history. */
  set(options: Options): void {
    const next = write(this.page, { ...Object.fromEntries(this.options), ...options });
    history.replaceState(history.state, '', next);
    this.#hash = next;
  }
}

function write(page: string, options: Options): string {
  const given = Object.entries(options).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `#/${page}${query ? `?${query}` : ''}`;
}

export const address = new Address();
