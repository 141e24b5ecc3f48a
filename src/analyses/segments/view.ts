import { address } from '../../state/address.svelte.ts';
import { cellOf, SHADES } from './grid.chart.ts';
import { MEASURES, OWN_BY } from './own.ts';
import {
  MODELS,
  MONETARY,
  type RfmOptions,
  type RfmThresholdsRow,
  SCORINGS,
  SEGMENT_DEFAULTS,
  type SegmentOptions,
} from './segments.ts';

/** The models of the page: those of RFM, and the shop's own. */
export const PAGE_MODELS = [...MODELS, 'own'] as const;
export type PageModel = (typeof PAGE_MODELS)[number];

export const VIEWS = ['one', 'side'] as const;
export const CUTS = ['mean', 'median', 'own'] as const;
/** The lists of cut points, by their names in the address. */
export const EDGES = ['r_edges', 'f_edges', 'm_edges'] as const;
/** The user's own thresholds of the eight classes, by their names in the address. */
export const OWN = ['r_threshold', 'f_threshold', 'm_threshold'] as const;
/** So many cut points of the shop's own are allowed. */
export const MOST_CUTS = 6;

/** What the address asks for, before the shop's own figures fill what it leaves open. */
export type View = ReturnType<typeof readView>;

/** Four cut points each, ascending. */
export type CutPoints = Record<(typeof EDGES)[number], readonly number[]>;

export function readView() {
  const day = new Date(address.option('as_of') ?? NaN);
  const cell = address.number('cell', 0, 11, 555);
  const model = address.choice('model', PAGE_MODELS);
  const other = address.choice('other', model === 'tiers' ? ['11', '8', 'own'] : ['tiers', '11', '8', 'own']);
  return {
    view: address.choice('view', VIEWS),
    model,
    /** The model beside it; never the same. */
    other: other === model ? PAGE_MODELS.find((one) => one !== model)! : other,
    money: address.choice('money', MONETARY),
    scoring: address.choice('scoring', SCORINGS),
    threshold: address.choice('threshold', CUTS),
    shade: address.choice('shade', SHADES),
    as_of: Number.isNaN(day.getTime()) ? undefined : day,
    by: address.choice('by', OWN_BY),
    attribute: address.option('attribute') ?? '',
    cuts: readCuts(),
    segment: address.option('segment') ?? '',
    /** The segment of the other model, in the side view. */
    beside: address.option('beside') ?? '',
    cell: Number.isInteger(cell) ? cell : 0,
  };
}

/** The shop's own cut points in the address, ascending; null when it has none. */
export function readCuts(): number[] | null {
  const values = numbers('cuts').filter(Number.isFinite);
  return values.length ? tidyCuts(values) : null;
}

/** Cut points ascending, each once, no more than allowed. */
export function tidyCuts(values: readonly number[]): number[] {
  return [...new Set(values)].slice(0, MOST_CUTS).toSorted((a, b) => a - b);
}

/** The measure of the shop's own cut points; null when it goes by an attribute. */
export function measureOf({ by }: Pick<View, 'by'>): (typeof MEASURES)[number] | null {
  return MEASURES.find((measure) => measure === by) ?? null;
}

/** How customers are scored: the cut points of the address, else those suggested; by rank until these are known. */
export function scoreOptions(view: View, suggested: CutPoints | null): RfmOptions {
  const edges = Object.fromEntries(EDGES.map((name) => [name, fourNumbers(name) ?? suggested?.[name]]));
  const usable = view.scoring !== 'edges' || EDGES.every((name) => edges[name]);
  const { monetary, scoring } = SEGMENT_DEFAULTS;
  return {
    as_of: view.as_of,
    monetary: view.money === monetary ? undefined : view.money,
    scoring: !usable || view.scoring === scoring ? undefined : view.scoring,
    ...(usable && view.scoring === 'edges' && edges),
  };
}

/** How customers are put into the segments of a model; the user's own thresholds start from the medians. */
export function segmentOptions(
  model: (typeof MODELS)[number],
  view: View,
  scores: RfmOptions,
  middle: RfmThresholdsRow | null,
): SegmentOptions {
  const options = { model, ...scores };
  if (model !== '8') return options;
  if (view.threshold !== 'own') return { ...options, threshold: view.threshold };
  const medians = [middle?.median_recency, middle?.median_frequency, middle?.median_monetary];
  const own = OWN.map((name, i) => [name, ownNumber(name) ?? round(medians[i] ?? undefined)]);
  return { ...options, ...Object.fromEntries(own) };
}

/** Chooses a segment or a cell for the list of customers; choosing it again takes the choice back. */
export function choose(
  view: View,
  choice: { segment: string } | { r: number; f: number; m?: number | undefined },
): void {
  if ('segment' in choice) {
    address.set({ segment: choice.segment === view.segment ? null : choice.segment, cell: null });
  } else {
    const cell = cellOf(choice);
    address.set({ cell: cell === view.cell ? null : cell, segment: null });
  }
}

function numbers(name: string): number[] {
  return (address.option(name) ?? '').split(',').map((text) => (text.trim() ? Number(text) : NaN));
}

function fourNumbers(name: string): number[] | undefined {
  const values = numbers(name);
  return values.length === 4 && values.every(Number.isFinite) ? values.toSorted((a, b) => a - b) : undefined;
}

function ownNumber(name: string): number | undefined {
  const value = address.number(name, NaN);
  return Number.isNaN(value) ? undefined : value;
}

function round(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 100) / 100;
}
