import { ask } from '../../state/ask.svelte.ts';
import { language } from '../../state/language.svelte.ts';
import { attributeSegmentsSql, cutSegmentsSql, OTHERS, ownSummarySql, rangeNames, UNKNOWN } from './own.ts';
import {
  type RfmOptions,
  type RfmThresholdsRow,
  rfmThresholdsSql,
  segmentsSql,
  type SegmentSummaryRow,
} from './segments.ts';
import { type SpreadRow, spreadSql } from './spread.ts';
import { cutPointsSql, summarySql } from './statements.ts';
import {
  type CutPoints,
  measureOf,
  type PageModel,
  scoreOptions,
  segmentOptions,
  tidyCuts,
  type View,
} from './view.ts';

/** One way of putting customers into segments, ready to be asked. */
export interface Grouping {
  model: PageModel;
  /** A row per customer with `segment` and the measures of `rfm`. */
  rows: string;
  /** `SegmentSummaryRow`s. */
  summary: string;
  /** Values of an attribute may name persons, so the address has their place instead. */
  byPlace: boolean;
  /** The words for what stands in `segment`. */
  words: Record<string, string>;
}

/** The groupings of the models in use, with the shop's figures that their cut points start from. */
export class Groupings {
  readonly #view: () => View;
  readonly #models: () => readonly PageModel[];
  readonly suggestionSql = $derived.by(() =>
    this.#view().scoring === 'edges' ? cutPointsSql(this.measure) : null,
  );
  readonly thresholdsSql = $derived.by(() =>
    this.#models().includes('8') ? rfmThresholdsSql(this.measure) : null,
  );
  readonly spreadSql = $derived.by(() => {
    const measure = measureOf(this.#view());
    return measure && this.#models().includes('own') ? spreadSql(measure, this.measure) : null;
  });
  readonly #suggestion = ask<CutPoints>(() => this.suggestionSql);
  readonly thresholds = ask<RfmThresholdsRow>(() => this.thresholdsSql);
  readonly spread = ask<SpreadRow>(() => this.spreadSql);

  constructor(view: () => View, models: () => readonly PageModel[]) {
    this.#view = view;
    this.#models = models;
  }

  /** The date and the kind of money everything is asked with. */
  get measure(): Pick<RfmOptions, 'as_of' | 'monetary'> {
    const { as_of, money } = this.#view();
    return { as_of, monetary: money === 'total' ? undefined : money };
  }

  get scores(): RfmOptions {
    return scoreOptions(this.#view(), this.#suggestion.first);
  }

  /** The shop's own cut points: those of the address, else those suggested; null until these are known. */
  get cuts(): readonly number[] | null {
    const suggested = this.spread.of(this.spreadSql)?.[0]?.suggested;
    return this.#view().cuts ?? (suggested ? tidyCuts(suggested) : null);
  }

  options(model: Exclude<PageModel, 'own'>) {
    return segmentOptions(model, this.#view(), this.scores, this.thresholds.first);
  }

  /** Null while its cut points are being worked out, or no attribute is chosen. */
  of(model: PageModel): Grouping | null {
    const t = language.t.segments;
    if (model !== 'own') {
      const options = this.options(model);
      return {
        model,
        rows: segmentsSql(options),
        summary: summarySql(options),
        byPlace: false,
        words: t.names,
      };
    }
    const measure = measureOf(this.#view());
    if (!measure) {
      const rows = attributeSegmentsSql(this.#view().attribute, this.measure);
      const words = { [OTHERS]: t.own.others, [UNKNOWN]: t.own.unknown };
      return this.#view().attribute
        ? { model, rows, summary: ownSummarySql(rows, null), byPlace: true, words }
        : null;
    }
    if (!this.cuts) return null;
    const rows = cutSegmentsSql({ measure, cuts: this.cuts, ...this.measure });
    return {
      model,
      rows,
      summary: ownSummarySql(rows, this.cuts.length + 1),
      byPlace: false,
      words: rangeNames(measure, this.cuts, t.own, language.format),
    };
  }
}

/** What the address calls a segment. */
export function keyOf(grouping: Grouping, row: Pick<SegmentSummaryRow, 'position' | 'segment'>): string {
  return String(grouping.byPlace ? row.position : row.segment);
}

/** The words for each segment by what the address calls it. */
export function namesOf(grouping: Grouping, rows: readonly SegmentSummaryRow[]): Record<string, string> {
  if (!grouping.byPlace) return grouping.words;
  return Object.fromEntries(
    rows.map((row) => [keyOf(grouping, row), grouping.words[String(row.segment)] ?? String(row.segment)]),
  );
}

/** What stands in `segment` for the key of the address; a key that no row has stands for itself. */
export function valueOf(grouping: Grouping, key: string, rows: readonly SegmentSummaryRow[]): string {
  return (grouping.byPlace && rows.find(({ position }) => String(position) === key)?.segment) || key;
}
