import type { Shelf } from './items.ts';

/** What is not eaten, the most popular of each shelf first; prices in yuan. */
export const HOUSEHOLD: readonly Shelf[] = [
  {
    en: 'cleaning and paper',
    zh: '清洁纸品',
    share: 5,
    items: [
      ['tissues', '抽纸', 25.9],
      ['toilet paper', '卷纸', 29.9],
      ['laundry detergent', '洗衣液', 39.9],
      ['dish soap', '洗洁精', 12.8],
      ['garbage bags', '垃圾袋', 9.9],
      ['kitchen towels', '厨房纸', 16.9],
      ['fabric softener', '柔顺剂', 28.8],
      ['sponges', '洗碗海绵', 7.9],
      ['bleach', '漂白水', 11.5],
      ['cling film', '保鲜膜', 8.9],
    ],
  },
  {
    en: 'personal care',
    zh: '个人护理',
    share: 3.5,
    items: [
      ['shampoo', '洗发水', 42.9],
      ['toothpaste', '牙膏', 14.9],
      ['shower gel', '沐浴露', 33.8],
      ['toothbrushes', '牙刷', 13.9],
      ['conditioner', '护发素', 38.9],
      ['hand cream', '护手霜', 19.9],
      ['razor blades', '剃须刀片', 35.8],
      ['shaving foam', '剃须泡沫', 29.8],
      ['sanitary pads', '卫生巾', 21.8],
      ['cotton swabs', '棉签', 6.5],
    ],
  },
  {
    en: 'baby',
    zh: '母婴',
    share: 1,
    items: [
      ['baby wipes', '婴儿湿巾', 16.9],
      ['infant formula', '婴儿奶粉', 238],
      ['baby food', '婴儿辅食泥', 13.8],
    ],
  },
  {
    en: 'pets',
    zh: '宠物用品',
    share: 1.3,
    items: [
      ['cat food', '猫粮', 45.8],
      ['cat litter', '猫砂', 26.9],
      ['dog food', '狗粮', 52.8],
    ],
  },
];

/** Bought now and then by anyone: each falls into any basket with the same small probability, whatever else is in it. */
export const NOISE = {
  en: 'sundries',
  zh: '日杂',
  probability: 0.009,
  items: [
    ['light bulbs', '灯泡', 15.9],
    ['AA batteries', '五号电池', 18.8],
    ['umbrella', '雨伞', 39.9],
    ['sewing kit', '针线包', 8.8],
    ['sticky tape', '透明胶带', 5.9],
    ['notebook', '笔记本', 9.9],
    ['slippers', '拖鞋', 19.9],
    ['hair ties', '发圈', 6.9],
    ['lint roller', '粘毛器', 12.9],
    ['shoe polish', '鞋油', 11.8],
  ],
} as const;

/** The pair of the story. Neither is drawn like the other items: see `story.ts`. */
export const STORY = {
  diapers: { en: 'diapers', zh: '纸尿裤', category: { en: 'baby', zh: '母婴' }, price: 89.9 },
  beer: { en: 'beer', zh: '啤酒', category: { en: 'alcohol', zh: '酒类' }, price: 32.9 },
};
