import type { LanguageCode } from '../messages/index.ts';

/** A sample shop: where it lies beside the page, and the page that shows it best. */
export interface Sample {
  id: 'homeGoods' | 'supermarket';
  path: (language: LanguageCode) => string;
  page: string;
}

export const SAMPLES: readonly Sample[] = [
  { id: 'homeGoods', path: () => 'sample-data/home-goods-zh.csv', page: 'overview' },
  {
    id: 'supermarket',
    path: (language) => `sample-data/supermarket${language === 'en' ? '' : '-zh'}.csv`,
    page: 'basket',
  },
];
