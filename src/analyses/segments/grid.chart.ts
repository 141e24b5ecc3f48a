import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';

export const SHADES = ['revenue', 'customers'] as const;

export interface GridWords {
  recency: string;
  frequency: string;
}

/** A cell of the grid as one number, 54 for recency 5 and frequency 4; 543 with monetary 3. */
export function cellOf({ r, f, m }: { r: number; f: number; m?: number | undefined }): number {
  return m === undefined ? r * 10 + f : r * 100 + f * 10 + m;
}

/** One of several grids beside each other: low, without titles, shaded against the `largest` cell of them all. */
export interface SmallGrid {
  largest: number;
  /** The monetary score that all its rows have. */
  m: number;
}

/**
 * Recency up, frequency across; each cell says how many customers it holds and is shaded by the square root of its
 * revenue or customers, so that the poorer cells can be told apart. The parameter `chosen` is the `cellOf` a marked cell.
 */
export function gridChart(
  words: GridWords,
  shade: (typeof SHADES)[number],
  palette: Palette,
  small?: SmallGrid,
): Spec {
  const { ramp, ink, paper } = palette;
  const scores = { type: 'ordinal', scale: { padding: 0.04 } } as const;
  const inverse = `contrast(scale('color', datum.level), '${paper}') > contrast(scale('color', datum.level), '${ink}')`;
  const cell = small ? `datum.r * 100 + datum.f * 10 + ${small.m}` : 'datum.r * 10 + datum.f';
  return {
    data: { name: ROWS },
    width: 'container',
    height: small ? 168 : 260,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: 0 },
    ],
    transform: [
      small
        ? { calculate: String(small.largest), as: 'largest' }
        : { joinaggregate: [{ op: 'max', field: shade, as: 'largest' }] },
      { calculate: `datum.largest > 0 ? sqrt(max(0, datum.${shade}) / datum.largest) : 0`, as: 'level' },
    ],
    encoding: {
      x: {
        field: 'f',
        ...scores,
        title: small ? 'F' : words.frequency,
        axis: { labelAngle: 0, domain: false },
      },
      y: { field: 'r', ...scores, sort: 'descending', title: small ? 'R' : words.recency },
    },
    layer: [
      {
        mark: { type: 'rect', cursor: 'pointer', cornerRadius: 2 },
        encoding: {
          color: {
            field: 'level',
            type: 'quantitative',
            scale: { domain: ramp.map((_, i) => i / (ramp.length - 1)), range: [...ramp] },
            legend: null,
          },
          stroke: {
            condition: { test: `datum._i === focus || ${cell} === chosen`, value: ink },
            value: 'transparent',
          },
          strokeWidth: { value: 3 },
        },
      },
      {
        mark: { type: 'text', fontSize: small ? 11 : 13, cursor: 'pointer' },
        encoding: {
          text: { field: 'customers', type: 'quantitative', format: ',' },
          color: { condition: { test: inverse, value: paper }, value: ink },
        },
      },
    ],
  };
}
