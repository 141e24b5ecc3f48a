import { CHANNELS, type Channel } from './address.ts';

/** What is added to a letter before and after its text. */
export interface Frame {
  sign: boolean;
  stop: boolean;
}

/** What the shop wrote itself: its name, its own texts by `list.language`, and what its mailing tools add by themselves. */
export interface Texts {
  shop: string;
  own: Readonly<Record<string, string>>;
  frames: Readonly<Record<Channel, Frame>>;
}

export const TEXTS_KEY = 'letters';

/** In the platform's chat it is plain who writes, and the platform lets people refuse. */
const FRAMES: Readonly<Record<Channel, Frame>> = {
  sms: { sign: true, stop: true },
  mail: { sign: true, stop: true },
  account: { sign: false, stop: false },
};
const LONGEST = 2000;

/** Texts out of JSON of unknown origin; what is none is left out. */
export function textsFromJson(text: string): Texts {
  const { shop, own, frames } = objectOf(parsed(text));
  const texts = Object.entries(objectOf(own)).filter(
    ([key, value]) =>
      /^[a-z0-9_]+\.[A-Za-z-]+$/.test(key) && typeof value === 'string' && value.length <= LONGEST,
  ) as [string, string][];
  const framed = CHANNELS.map((channel) => [
    channel,
    frameOf(objectOf(objectOf(frames)[channel]), FRAMES[channel]),
  ]);
  return {
    shop: typeof shop === 'string' ? shop.slice(0, 40) : '',
    own: Object.fromEntries(texts),
    frames: Object.fromEntries(framed) as Record<Channel, Frame>,
  };
}

/** The text with its signature and its ending, each unless the text says it itself. */
export function framed(text: string, frame: Frame, words: { sign: string; stop: string }): string {
  const body = text.trim();
  const sign = frame.sign && !body.startsWith('【') ? words.sign : '';
  const stop = frame.stop && !/拒收|退订|退訂|unsubscribe|\bstop\b/i.test(body) ? words.stop : '';
  return `${sign}${body}${stop}`;
}

function frameOf({ sign, stop }: Record<string, unknown>, usual: Frame): Frame {
  return {
    sign: typeof sign === 'boolean' ? sign : usual.sign,
    stop: typeof stop === 'boolean' ? stop : usual.stop,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
