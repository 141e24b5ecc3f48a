/** Why a customer cannot be written to this way. */
export type Unreachable = 'none' | 'masked' | 'wrong';

export type Reach = { to: string } | { why: Unreachable };

export const CHANNELS = ['sms', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The telephone number or e-mail address that a mailing tool takes. */
export function reach(
  channel: Channel,
  { phone, email }: { phone: string | null; email: string | null },
): Reach {
  return channel === 'sms' ? phoneReach(phone) : mailReach(email);
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
