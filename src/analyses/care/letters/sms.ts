/** How a text travels as short messages. */
export interface Sms {
  /** Characters as they are counted: in GSM-7 some count twice, in UCS-2 an emoji does. */
  length: number;
  parts: number;
  /** Characters in one message of several. */
  each: number;
}

/** The characters of the GSM 7-bit alphabet (3GPP TS 23.038), and those that take two places in it. */
const SINGLE = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const DOUBLE = new Set('\f^{}\\[~]|€');

/** One message holds 160 characters of GSM-7 or 70 of anything else; in several, each holds 153 or 67. */
export function smsOf(text: string): Sms {
  const characters = [...text];
  const latin = characters.every((one) => SINGLE.has(one) || DOUBLE.has(one));
  const widths = characters.map((one) => (latin ? (DOUBLE.has(one) ? 2 : 1) : one.length));
  const length = widths.reduce((sum, width) => sum + width, 0);
  const [whole, each] = latin ? [160, 153] : [70, 67];
  return { length, parts: length <= whole ? 1 : packed(widths, each), each };
}

/** How many messages it takes when no character is cut in two. */
function packed(widths: readonly number[], each: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > each) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
