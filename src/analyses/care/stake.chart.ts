import { ROWS, type Spec } from '../../chart/draw.ts';
import { shortNumberLabels } from '../../chart/locale.ts';
import type { Palette } from '../../ui/theme.ts';
import type { ListId } from './letters/contract.ts';
import type { TotalRow } from './statements.ts';

/** A piece of a bar: of one list, those who are on no more urgent one, or those who are. */
export interface StakePiece {
  list: ListId;
  part: 'first' | 'again';
  customers: number;
  value: number;
}

/** The pieces of lists with somebody on them. Greetings go to nearly everyone and would dwarf the others. */
export function stakePieces(totals: readonly TotalRow[]): StakePiece[] {
  return totals
    .filter(({ list, customers }) => list !== 'greetings' && customers)
    .flatMap(({ list, customers, value, first_customers: first, first_value: firstValue }) =>
      (
        [
          { list, part: 'first', customers: first, value: firstValue },
          { list, part: 'again', customers: customers - first, value: value - firstValue },
        ] as const
      ).filter((piece) => piece.customers),
    );
}

export interface StakeWords {
  language: string;
  lists: Record<ListId, string>;
  money: string;
  parts: Record<StakePiece['part'], string>;
}

/**
 * A bar for each list in the order given, its length what is at stake: in full colour those who count with this list, pale
 * those who are on a more urgent one already. The parameter `chosen` is the list that is open.
 */
export function stakeChart(words: StakeWords, lists: readonly ListId[], palette: Palette): Spec {
  const names = JSON.stringify(words.lists);
  const [, blue] = palette.category;
  return {
    data: { name: ROWS },
    width: 'container',
    height: { step: 34 },
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    mark: { type: 'bar', cursor: 'pointer', height: { band: 0.66 }, cornerRadiusEnd: 0 },
    encoding: {
      y: {
        field: 'list',
        type: 'nominal',
        sort: [...lists],
        title: null,
        axis: {
          domain: false,
          labelColor: palette.ink,
          labelLimit: 130,
          labelExpr: `${names}[datum.value]`,
        },
      },
      x: {
        field: 'value',
        type: 'quantitative',
        title: words.money,
        axis: { labelExpr: shortNumberLabels(words.language), tickCount: 4, grid: true },
      },
      color: {
        field: 'part',
        type: 'nominal',
        title: null,
        scale: { domain: ['first', 'again'], range: [blue!, palette.faint] },
        legend: { labelExpr: `${JSON.stringify(words.parts)}[datum.value]`, labelLimit: 260, columns: 1 },
      },
      order: { field: 'part', sort: 'descending' },
      stroke: {
        condition: { test: 'datum._i === focus || datum.list === chosen', value: palette.accent },
        value: 'transparent',
      },
      strokeWidth: { value: 2 },
      opacity: { condition: { test: "datum.part === 'again'", value: 0.45 }, value: 0.95 },
    },
  };
}
