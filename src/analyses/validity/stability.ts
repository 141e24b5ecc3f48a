import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { Segmentation } from '../segmentations.ts';
import type { CardLine, Evidence } from './card.ts';
import { DRAWS, type Recovered } from './jobs.ts';
import type { SizeRow } from './validity.ts';
import * as verdict from './verdicts.ts';
import { LIMITS } from './verdicts.ts';
import type { View } from './view.ts';

/** Those that ask how long ago somebody bought. */
const MOVING: readonly Segmentation[] = ['11', '8', 'lifecycle'];

/** Whether the segments are found again in other draws of the customers, and at another time. */
export function stability(
  { view, agreement, earlier, recovered, sizes }: Evidence,
  t: Messages['validity'],
  f: Formats,
  name: (segment: string) => string,
): CardLine {
  const sized = recovered && withShares(recovered, sizes);
  const held = (sized ?? []).filter(({ jaccard }) => jaccard !== null);
  const over = verdict.agreementVerdict(agreement);
  const sentences = [];
  if (!recovered) sentences.push(t.stopped);
  else if (!held.length) sentences.push(view.by === 'types' ? t.nearlyFixed : t.fixed);
  else {
    const weakest = held.reduce((low, one) => (one.jaccard! < low.jaccard! ? one : low));
    sentences.push(
      t.recovered({
        draws: f.count(DRAWS),
        found: f.count(held.filter(({ jaccard }) => jaccard! >= LIMITS.jaccard.good).length),
        segments: f.count(held.length),
        weakest: name(weakest.segment),
        jaccard: f.number(weakest.jaccard),
      }),
    );
  }
  const date = f.date(earlier);
  if (over === 'unknown' || !agreement) sentences.push(t.notAgreed({ date }));
  else {
    const { customers, unchanged, unchanged_share: share, adjusted_rand: rand } = agreement;
    const agreed = unchanged ? t.agreed : t.agreedRenamed;
    sentences.push(
      agreed({
        date,
        customers: f.count(customers),
        unchanged: f.count(unchanged),
        share: f.percent(share),
        rand: f.number(rand),
      }),
    );
    if (isMoving(view)) sentences.push(t.moving);
  }
  const least = held.length ? Math.min(...held.map(({ jaccard }) => jaccard!)) : null;
  const figures = [
    ...(least === null ? [] : [`Jaccard ≥ ${f.number(least)}`]),
    ...(over === 'unknown' ? [] : [`ARI ${f.number(agreement!.adjusted_rand)}`]),
  ];
  return {
    test: 'stability',
    verdict: verdict.worse(verdict.recoveryVerdict(sized), isMoving(view) ? verdict.excused(over) : over),
    figure: figures.join(' · ') || '–',
    sentences,
  };
}

/** The recovery of each segment with its name and its share of the customers; null where there is none. */
export function withShares(
  { segments, recoveries }: Recovered,
  sizes: readonly SizeRow[],
): (verdict.SizedRecovery & { segment: string })[] | null {
  const shares = new Map(sizes.map(({ segment, customer_share }) => [segment, customer_share]));
  return (
    recoveries?.map((recovery, i) => ({
      ...recovery,
      segment: segments[i]!,
      share: shares.get(segments[i]!) ?? 0,
    })) ?? null
  );
}

function isMoving({ by, cut }: View): boolean {
  return by === 'cuts' ? cut.measure === 'recency' : MOVING.includes(by);
}
