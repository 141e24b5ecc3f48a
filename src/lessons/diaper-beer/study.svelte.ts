import { basketItemsSql, type BasketLabelRow, basketLabelsSql } from '../../analyses/basket/basket.ts';
import { minCount } from '../../mining/threshold.ts';
import type { Pairs } from '../../mining/work.ts';
import { readiness } from '../../state/readiness.svelte.ts';
import { shop } from '../../state/shop.svelte.ts';
import { LARGEST_BASKET } from './counts.ts';
import type { PairedSurvey } from './survey.ts';
import { surveyInWorker } from './task.ts';

/** The least support the lesson looks at: this share of the baskets, and so many of them. */
const LEAST_SHARE = 0.0005;
const LEAST_COUNT = 5;

/** The baskets of the open data set with every rule found in them. */
export interface Study {
  version: number;
  pairs: Pairs;
  basketCount: number;
  labels: readonly BasketLabelRow[];
  survey: PairedSurvey;
}

/** Reads and mines the open data set once; a page that comes back to it finds it there. */
class Studies {
  current = $state.raw<Study | null>(null);
  error = $state.raw<Error | null>(null);

  /** Studies the data set of this version, unless that is done. Call in an effect: its next turn ends the work. */
  open(version: number): (() => void) | undefined {
    if (version === 0 || this.current?.version === version) return;
    const abort = new AbortController();
    const done = readiness.begin();
    this.current = null;
    this.error = null;
    study(version, abort.signal)
      .then((found) => (this.current = found))
      .catch((error: Error) => {
        if (!abort.signal.aborted) this.error = error;
      })
      .finally(done);
    return () => abort.abort();
  }
}

async function study(version: number, signal: AbortSignal): Promise<Study> {
  const db = await shop.database();
  const labels = await db.query<BasketLabelRow>(basketLabelsSql(), signal);
  const pairs = (await db.numbers(basketItemsSql({ max_items: LARGEST_BASKET }), signal)) as unknown as Pairs;
  const basketCount = (pairs.basket.at(-1) ?? -1) + 1;
  const least = Math.max(LEAST_COUNT, minCount(LEAST_SHARE, basketCount));
  const survey = await surveyInWorker(pairs, Math.min(least, basketCount), signal);
  return { version, pairs, basketCount, labels, survey };
}

export const studies = new Studies();
