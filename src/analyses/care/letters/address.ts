import type { ListRow } from './contract.ts';

/** Why a customer cannot be written to this way. */
export type Unreachable = 'none' | 'masked' | 'wrong';

export type Reach = { to: string } | { why: Unreachable };

/** `account` is the platform's own chat, where an account is all it takes. */
export const CHANNELS = ['sms', 'mail', 'account'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The telephone number, e-mail address or account that a message goes to. */
export function reach(channel: Channel, row: Pick<ListRow, 'customer_id' | 'phone' | 'email'>): Reach {
  if (channel === 'account') return { to: row.customer_id };
  return channel === 'sms' ? phoneReach(row.phone) : mailReach(row.email);
}

/**
 * Digits, with a plus before a country's code. A mainland mobile number loses its 86. A masked number (138****0000) and a
 * platform's stand-in number with an extension (13800000000-1234, 转1234) reach nobody by message.
 */
function phoneReach(phone: string | null): Reach {
  const text = (phone ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/^'|\.0+$|(?<=^\+\d{1,3}\s*)\(0\)/g, '');
  if (!text) return { why: 'none' };
  if (/[*•]|x{3,}/i.test(text)) return { why: 'masked' };
  if (/1[\d\s-]{10,14}-\d{1,4}$/.test(text) && digits(text).replace(/^(00)?86/, '').length > 11)
    return { why: 'wrong' };
  const number = text.replace(/[\s().\u2010-\u2015-]/g, '').replace(/^00(?=[1-9])/, '+');
  const mainland = /^(?:\+?86)?(1\d{10})$/.exec(number);
  if (mainland) return { to: mainland[1]! };
  return /^\+?\d{7,15}$/.test(number) ? { to: number } : { why: 'wrong' };
}

const digits = (text: string) => text.replace(/\D/g, '');

function mailReach(email: string | null): Reach {
  const text = (email ?? '').normalize('NFKC').trim();
  if (!text) return { why: 'none' };
  if (/\*/.test(text)) return { why: 'masked' };
  return /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/.test(text) ? { to: text } : { why: 'wrong' };
}
