import { TREATMENTS, type Treatment } from './formats/format.ts';

/** What tells customers apart; `auto` takes the account, else e-mail, phone or name, whichever the file has first. */
export const CUSTOMER_KEYS = ['auto', 'account', 'email', 'phone', 'name_address'] as const;
export type CustomerKey = (typeof CUSTOMER_KEYS)[number];

/**
 * How lines are cleaned, beyond what the format of their file says. Plain JSON: it is kept in the browser and shared as
 * a file.
 */
export interface Rules {
  /** What a status word (in lower case) says, over what the format says. */
  statuses: Readonly<Record<string, Treatment>>;
  /** Orders whose note or tags contain one of these are tests or fakes (刷单) and left out. */
  testWords: readonly string[];
  /** Order numbers or customers whose orders are tests or fakes. */
  testOrders: readonly string[];
  /** What becomes of lines with negative quantity: left out, or given as a refund to the sale they cancel. */
  cancellations: 'leave_out' | 'match';
  /** Lines whose price is zero. */
  freeLines: 'leave_out' | 'keep';
  /** Product codes or names that are fees, postage or vouchers, beside those the format knows. */
  notProducts: readonly string[];
  customerKey: CustomerKey;
  /** IANA names of the zone the times are written in (null: the zone they name, or UTC) and the one to show them in. */
  zone: { from: string | null; to: string } | null;
  /** The currency of the data set and what one unit of others is worth in it; lines in others still are left out. */
  currency: { code: string; rates: Readonly<Record<string, number>> } | null;
}

export const DEFAULT_RULES: Rules = {
  statuses: {},
  testWords: ['刷单', '刷單', '测试订单', '測試訂單', 'test order'],
  testOrders: [],
  cancellations: 'leave_out',
  freeLines: 'leave_out',
  notProducts: [],
  customerKey: 'auto',
  zone: null,
  currency: null,
};

/** Rules out of JSON of unknown origin: what is not as it should be is as in `DEFAULT_RULES`. */
export function rulesFrom(json: unknown): Rules {
  const given = isRecord(json) ? json : {};
  const { zone, currency } = given;
  return {
    statuses: isRecord(given.statuses)
      ? Object.fromEntries(
          Object.entries(given.statuses).filter((pair): pair is [string, Treatment] =>
            TREATMENTS.includes(pair[1] as Treatment),
          ),
        )
      : {},
    testWords: texts(given.testWords) ?? DEFAULT_RULES.testWords,
    testOrders: texts(given.testOrders) ?? [],
    cancellations: given.cancellations === 'match' ? 'match' : 'leave_out',
    freeLines: given.freeLines === 'keep' ? 'keep' : 'leave_out',
    notProducts: texts(given.notProducts) ?? [],
    customerKey: CUSTOMER_KEYS.find((key) => key === given.customerKey) ?? 'auto',
    zone:
      isRecord(zone) && isZone(zone.to) && (zone.from === null || isZone(zone.from))
        ? { from: zone.from, to: zone.to }
        : null,
    currency:
      isRecord(currency) && typeof currency.code === 'string' && /^[A-Z]{3}$/.test(currency.code)
        ? { code: currency.code, rates: isRecord(currency.rates) ? ratesOf(currency.rates) : {} }
        : null,
  };
}

function ratesOf(rates: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rates).filter(
      (pair): pair is [string, number] =>
        /^[A-Z]{3}$/.test(pair[0]) && typeof pair[1] === 'number' && Number.isFinite(pair[1]) && pair[1] > 0,
    ),
  );
}

function texts(value: unknown): string[] | null {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one !== '')
    : null;
}

function isZone(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
