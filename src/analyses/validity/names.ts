import type { Messages } from '../../messages/index.ts';
import { type Segmentation, segmentWords } from '../segmentations.ts';

const TIERS = ['top_1', 'next_4', 'next_15', 'rest'];

/** The segments a segmentation can have, in their order; null for attributes, whose values the data say. */
export function possibleSegments(t: Messages, by: Segmentation): string[] | null {
  if (by === 'attribute') return null;
  const all = Object.keys(segmentWords(t, by));
  switch (by) {
    case '8':
      return all.filter((segment) => /^[01]{3}$/.test(segment));
    case 'tiers':
      return TIERS;
    default:
      return all;
  }
}

/** An attribute in words; a column of the reader's file keeps its own name. */
export function attributeName(t: Messages, attribute: string): string {
  const names: Record<string, string> = t.attributes.names;
  return names[attribute] ?? attribute;
}
