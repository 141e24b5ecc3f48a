/** How a column's values are written; `raw` is a number as the engine gives it. */
export type Kind =
  'text' | 'raw' | 'count' | 'number' | 'money' | 'percent' | 'probability' | 'date' | 'month' | 'time';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A probability below the smallest number the engine holds is 0 there. */
const LEAST_PROBABILITY = 1e-300;

const BYTE_UNITS = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** Numbers, money and dates in one language. Missing values are an en dash. Dates are written in UTC, as they are stored. */
export class Formats {
  readonly #language: string;
  readonly #currency: string | null;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #times = new Map<string, Intl.DateTimeFormat>();

  constructor(language: string, currency: string | null) {
    this.#language = language;
    this.#currency = currency;
  }

  count(value: number | null | undefined): string {
    return this.#number(value, { maximumFractionDigits: 0 });
  }

  number(value: number | null | undefined, digits = 2): string {
    return this.#number(value, { maximumFractionDigits: digits });
  }

  money(value: number | null | undefined): string {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    return this.#number(
      value,
      this.#currency
        ? { ...digits, style: 'currency', currency: this.#currency, currencyDisplay: 'narrowSymbol' }
        : digits,
    );
  }

  /** Money for sentences: no cents from a thousand on. */
  roundMoney(value: number | null | undefined): string {
    if (value === null || value === undefined || Math.abs(value) < 1000) return this.money(value);
    return this.#number(
      value,
      this.#currency
        ? {
            style: 'currency',
            currency: this.#currency,
            currencyDisplay: 'narrowSymbol',
            maximumFractionDigits: 0,
          }
        : { maximumFractionDigits: 0 },
    );
  }

  /** A share of 1 as per cent. */
  percent(value: number | null | undefined, digits = 1): string {
    return this.#number(value, { style: 'percent', maximumFractionDigits: digits });
  }

  /** A probability however small: 0.034, 1.2 × 10⁻¹⁷. */
  probability(value: number | null | undefined): string {
    if (value === null || value === undefined || value >= 0.001) return this.number(value, 3);
    if (value < LEAST_PROBABILITY) return '< 10⁻³⁰⁰';
    const [digits, exponent] = value.toExponential(1).split('e-') as [string, string];
    const raised = Array.from(exponent, (digit) => SUPERSCRIPTS[Number(digit)]).join('');
    return `${this.number(Number(digits), 1)}\u00a0×\u00a010⁻${raised}`;
  }

  /** So many bytes of so many, both in the unit that suits the larger: 48 and 113 MB. */
  bytesOf(done: number, total: number): { done: string; total: string } {
    const [unit, size] = BYTE_UNITS.find(([, size]) => total >= size) ?? BYTE_UNITS.at(-1)!;
    const digits = { maximumFractionDigits: total < 10 * size ? 1 : 0 };
    return {
      done: this.#number(done / size, digits),
      total: this.#number(total / size, { ...digits, style: 'unit', unit }),
    };
  }

  date(value: Date | null | undefined): string {
    return this.#time(value, { dateStyle: 'medium' });
  }

  month(value: Date): string {
    return this.#time(value, { year: 'numeric', month: 'short' });
  }

  time(value: Date | null | undefined): string {
    return this.#time(value, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** Any cell of a table, by its kind. */
  cell(value: unknown, kind: Kind): string {
    if (value === null || value === undefined) return '–';
    if (value instanceof Date)
      return kind === 'date' ? this.date(value) : kind === 'month' ? this.month(value) : this.time(value);
    if (Array.isArray(value)) return value.map((one) => this.cell(one, 'text')).join(' · ');
    if (typeof value === 'object') return JSON.stringify(value);
    if (typeof value !== 'number' || kind === 'text' || kind === 'raw') return String(value);
    switch (kind) {
      case 'money':
        return this.money(value);
      case 'percent':
        return this.#number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
      case 'probability':
        return this.probability(value);
      case 'count':
        return this.count(value);
      default:
        return this.number(value, 4);
    }
  }

  #number(value: number | null | undefined, options: Intl.NumberFormatOptions): string {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    const key = JSON.stringify(options);
    if (!this.#numbers.has(key)) this.#numbers.set(key, new Intl.NumberFormat(this.#language, options));
    return this.#numbers.get(key)!.format(value);
  }

  #time(value: Date | null | undefined, options: Intl.DateTimeFormatOptions): string {
    if (!value) return '–';
    const key = JSON.stringify(options);
    if (!this.#times.has(key))
      this.#times.set(key, new Intl.DateTimeFormat(this.#language, { ...options, timeZone: 'UTC' }));
    return this.#times.get(key)!.format(value);
  }
}
