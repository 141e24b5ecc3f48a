import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { Segmentation } from '../segmentations.ts';
import type { Described, Recovered } from './jobs.ts';
import { stability } from './stability.ts';
import type { AgreementRow, Measure, SeparationRow, SizeRow } from './validity.ts';
import * as verdict from './verdicts.ts';
import { LIMITS, type Test, type Verdict } from './verdicts.ts';
import type { View } from './view.ts';

/** Everything the five tests stand on. Results of work that was stopped or is under way are null. */
export interface Evidence {
  view: View;
  sizes: readonly SizeRow[];
  separation: SeparationRow;
  /** The separation of what came after the earlier date, by the segments of that date. */
  foresight: SeparationRow | null;
  agreement: AgreementRow | null;
  earlier: Date;
  /** Customers with several values. */
  several: number;
  /** How many segments there could be; null for attributes. */
  possible: number | null;
  described: Described | null;
  recovered: Recovered | null;
}

/** One line of the report card. */
export interface CardLine {
  test: Test;
  verdict: Verdict;
  figure: string;
  sentences: string[];
}

/** The measures that are part of a segmentation's own definition. */
const CIRCULAR: Partial<Record<Segmentation, readonly Measure[]>> = {
  '11': ['revenue', 'orders'],
  '8': ['revenue', 'orders'],
  tiers: ['revenue'],
  quality: ['revenue'],
  lifecycle: ['orders'],
};
/** The goal that is the measure cut points are on. */
const CUT_GOALS = { monetary: 'revenue', frequency: 'orders', recency: null } as const;

/** The report card: a verdict, a figure and sentences for each of the five tests. `name` says a segment in words. */
export function reportCard(
  evidence: Evidence,
  t: Messages['validity'],
  f: Formats,
  name: (segment: string) => string,
): CardLine[] {
  return [
    assignment(evidence, t, f),
    size(evidence, t, f, name),
    separation(evidence, t, f),
    describability(evidence, t, f),
    stability(evidence, t, f, name),
  ];
}

/** The answer: how many tests are passed, and which are not. */
export function cardAnswer(lines: readonly CardLine[], name: string, t: Messages['validity']): string {
  const named = (verdict: Verdict) =>
    t.list(lines.filter((line) => line.verdict === verdict).map(({ test }) => t.tests[test].name));
  const weak = (['fails', 'borderline', 'unknown'] as const).flatMap((verdict) => {
    const tests = named(verdict);
    return tests ? [t.weak[verdict]({ tests })] : [];
  });
  return t.answer({ name, passed: lines.filter((line) => line.verdict === 'passes').length, weak });
}

function assignment({ separation, several }: Evidence, t: Messages['validity'], f: Formats): CardLine {
  const { customers, placed } = separation;
  const none = customers - placed;
  const share = (count: number) => f.percent(count / customers);
  const words = { customers: f.count(customers) };
  return {
    test: 'assignment',
    verdict: verdict.assignmentVerdict(customers, placed, several),
    figure: f.percent((customers - none - several) / customers),
    sentences: [
      ...(none ? [t.unplaced({ ...words, none: f.count(none), share: share(none) })] : []),
      ...(several ? [t.several({ several: f.count(several), share: share(several) })] : []),
      ...(none || several ? [] : [t.assigned(words)]),
      t.goal,
    ],
  };
}

function size(
  { view, sizes, separation, possible }: Evidence,
  t: Messages['validity'],
  f: Formats,
  name: (segment: string) => string,
): CardLine {
  const { segments, smallest_share: small, largest_share: large } = separation;
  const placed = sizes.flatMap(({ segment }) => segment ?? []);
  const empty = possible === null ? 0 : possible - segments;
  const [largest, smallest] = [placed[0] ?? '', placed.at(-1) ?? ''];
  return {
    test: 'size',
    verdict: verdict.sizeVerdict(separation, view.small, view.large),
    figure: `${f.percent(small)} – ${f.percent(large)}`,
    sentences: [
      segments < 2
        ? t.single
        : t.sizes({
            smallest: name(smallest),
            small: f.percent(small),
            largest: name(largest),
            large: f.percent(large),
            limits: `${f.percent(view.small)} – ${f.percent(view.large)}`,
          }),
      ...(empty > 0 ? [t.empty({ empty: f.count(empty), segments: f.count(possible) })] : []),
    ],
  };
}

function separation(
  { view, separation: row, foresight, earlier, described }: Evidence,
  t: Messages['validity'],
  f: Formats,
): CardLine {
  const p = described?.p ?? null;
  const { eta_squared: eta } = row;
  const measure = t.controls.measures[view.measure];
  const sentences = [];
  if (eta === null) sentences.push(t.noMeasure({ measure }));
  else {
    const shown = { measure, eta: f.percent(eta), log: f.percent(row.eta_squared_log) };
    const chance = f.percent(row.eta_squared_chance, 2);
    sentences.push(t.separated({ ...shown, chance, strength: t.strengths[strength(eta)] }));
    if (p !== null) sentences.push((p < LIMITS.p ? t.beyondChance : t.byChance)({ p: f.number(p, 3) }));
    if (isCircular(view)) sentences.push(t.circular);
    if (foresight && foresight.measured >= LIMITS.few && foresight.eta_squared !== null)
      sentences.push(
        t.foresight({
          measure,
          date: f.date(earlier),
          eta: f.percent(foresight.eta_squared),
          log: f.percent(foresight.eta_squared_log),
        }),
      );
  }
  if (row.measured < LIMITS.few) sentences.push(t.few({ customers: f.count(row.measured) }));
  return {
    test: 'separation',
    verdict: verdict.separationVerdict(row, p),
    figure: `η² ${f.percent(eta)}`,
    sentences,
  };
}

function isCircular({ by, cut, measure }: View): boolean {
  return by === 'cuts' ? CUT_GOALS[cut.measure] === measure : CIRCULAR[by]?.includes(measure) === true;
}

function strength(eta: number): 'none' | 'small' | 'medium' | 'large' {
  const { small, medium, large } = LIMITS.eta;
  return eta < small ? 'none' : eta < medium ? 'small' : eta < large ? 'medium' : 'large';
}

function describability(
  { view, separation: { placed, segments }, described }: Evidence,
  t: Messages['validity'],
  f: Formats,
): CardLine {
  const learned = described?.learned ?? null;
  const verdictOf = verdict.describabilityVerdict(learned);
  const line = { test: 'describability', verdict: verdictOf } as const;
  if (!described) return { ...line, figure: '–', sentences: [t.stopped] };
  if (!learned)
    return { ...line, figure: '–', sentences: [t.tooManySegments({ segments: f.count(segments) })] };
  if (verdictOf === 'unknown')
    return { ...line, figure: '–', sentences: [t.few({ customers: f.count(placed) })] };
  const { hit, base } = verdict.hitRates(learned);
  const counts = { hits: f.count(learned.hits), tested: f.count(learned.tested) };
  return {
    ...line,
    figure: f.percent(hit, 0),
    sentences: [
      t.described({ ...counts, hit: f.percent(hit), base: f.percent(base) }),
      ...(view.by === 'attribute' ? [] : [t.expected]),
    ],
  };
}
