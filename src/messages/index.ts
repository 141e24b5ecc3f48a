import en from './en/index.ts';

export type Messages = typeof en;

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** The sentences of a language; those not in use are not loaded. */
export async function loadMessages(code: LanguageCode): Promise<Messages> {
  if (code === 'zh-Hans') return (await import('./zh-Hans/index.ts')).default;
  if (code === 'zh-Hant') return (await import('./zh-Hant/index.ts')).default;
  return en;
}
