import { chance, type Random } from '../random.ts';

/**
 * The planted rule `diapers → beer`. Probabilities per receipt, by part of the day (evening is 17:00–19:59) and of the
 * week (weekend is Saturday and Sunday): of diapers, of beer in a basket with diapers, and of beer in any other basket.
 *
 * By day, diapers and beer do not belong together: beer is a little rarer with diapers than without. In the evening both
 * are common and beer goes with most diapers. All hours taken together give a confidence of about a third and a lift that is
 * higher than in the evening alone, since the hour drives both: an aggregate that overstates each of its parts.
 */
const PLANTED = {
  day: {
    weekdays: { diapers: 0.036, beerWithDiapers: 0.06, beerOtherwise: 0.09 },
    weekend: { diapers: 0.045, beerWithDiapers: 0.08, beerOtherwise: 0.12 },
  },
  evening: {
    weekdays: { diapers: 0.115, beerWithDiapers: 0.54, beerOtherwise: 0.21 },
    weekend: { diapers: 0.14, beerWithDiapers: 0.62, beerOtherwise: 0.26 },
  },
} as const;

/** Which of the two are in a basket. */
export interface Story {
  diapers: boolean;
  beer: boolean;
}

/** The planted pair's part in a receipt written at that hour. */
export function storyItems(random: Random, hour: number, weekend: boolean): Story {
  const cell = PLANTED[hour >= 17 && hour < 20 ? 'evening' : 'day'][weekend ? 'weekend' : 'weekdays'];
  const diapers = chance(random, cell.diapers);
  return { diapers, beer: chance(random, diapers ? cell.beerWithDiapers : cell.beerOtherwise) };
}
