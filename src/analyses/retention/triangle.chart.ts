import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

/** A cell of the triangle; `level` is what it is shaded by, from 0 to 1. */
export interface TriangleCell {
  /** The cohort's place from the top, as text. */
  row: string;
  age: number;
  level: number;
  words: string;
  partial: boolean;
}

export interface TriangleWords {
  /** What stands before each row, by its place. */
  rows: Record<string, string>;
  age: string;
}

/** The width of a cell that its words need. */
const CELL = 40;
const LABELS = 120;

/** Pixels the triangle needs. */
export function triangleWidth(ages: number): number {
  return LABELS + CELL * ages;
}

/** Cohorts down, their age across. Cells of periods that are not over are outlined only. */
export function triangleChart(
  { rows, age }: TriangleWords,
  order: readonly string[],
  { ramp, paper, ink, line, soft }: Palette,
): Spec {
  const inverse = `!datum.partial && contrast(scale('color', datum.level), '${paper}') > contrast(scale('color', datum.level), '${ink}')`;
  return {
    data: { name: ROWS },
    width: 'container',
    height: 28 * order.length,
    params: [{ name: 'focus', value: -1 }],
    encoding: {
      x: {
        field: 'age',
        type: 'ordinal',
        title: age,
        scale: { paddingInner: 0.05, paddingOuter: 0.02 },
        axis: { orient: 'top', labelAngle: 0, domain: false, labelColor: ink, labelOverlap: true },
      },
      y: {
        field: 'row',
        type: 'nominal',
        sort: null,
        scale: { domain: [...order], paddingInner: 0.07, paddingOuter: 0.02 },
        title: null,
        axis: {
          labelExpr: `${JSON.stringify(rows)}[datum.value]`,
          domain: false,
          labelColor: ink,
          labelLimit: LABELS,
        },
      },
    },
    layer: [
      {
        mark: { type: 'rect', cornerRadius: 2 },
        encoding: {
          color: {
            condition: { test: 'datum.partial', value: 'transparent' },
            field: 'level',
            type: 'quantitative',
            scale: { domain: ramp.map((_, i) => i / (ramp.length - 1)), range: [...ramp], clamp: true },
            legend: null,
          },
          stroke: {
            condition: [
              { test: 'datum._i === focus', value: ink },
              { test: 'datum.partial', value: soft },
            ],
            value: line,
          },
          strokeWidth: { condition: { test: 'datum._i === focus', value: 3 }, value: 1 },
        },
      },
      {
        mark: { type: 'text', fontSize: 11 },
        encoding: {
          text: { field: 'words', type: 'nominal' },
          color: {
            condition: [
              { test: 'datum.partial', value: soft },
              { test: inverse, value: paper },
            ],
            value: ink,
          },
        },
      },
    ],
  };
}
