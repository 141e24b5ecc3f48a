import { ROWS, type Spec } from '../../chart/draw.ts';
import type { Palette } from '../../ui/theme.ts';
import { domainWithRoom } from './room.ts';
import type { Step } from './waterfall.ts';

const ROW = 36;
/** Half the height of a bar, in rows. */
const HALF = 0.32;

/**
 * Steps from top to bottom: a stroke where the whole stood before and stands after, and between them a bar for each
 * part, from where the last one ended. What fell is in the accent. The scale spans the change, so it seldom begins at 0;
 * that is why totals are strokes, whose place is read, and no bars, whose length would be. The parameter `chosen` is the
 * key of the marked part.
 */
export function waterfallChart(steps: readonly Step[], palette: Palette): Spec {
  const ends = steps.flatMap(({ start, end }) => [start, end]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const pad = (most - least) * 0.03;
  const domain = domainWithRoom(
    least - pad,
    most,
    steps.map(({ label }) => label),
  );
  const x = {
    type: 'quantitative' as const,
    axis: null,
    scale: { domain, nice: false, zero: false },
  };
  const y = {
    type: 'quantitative',
    title: null,
    scale: { domain: [-0.5, steps.length - 0.5] as number[], reverse: true, nice: false },
    axis: {
      values: steps.map(({ place }) => place),
      labelExpr: `${JSON.stringify(steps.map(({ name }) => name))}[datum.value]`,
      labelColor: palette.ink,
      labelLimit: 150,
      labelOverlap: false,
      tickCount: steps.length,
      grid: false,
    },
  } as const;
  const rows = { data: { name: ROWS } };
  const is = (role: Step['role']) => `datum.role === '${role}'`;
  const edges = (from: string, to: string, low: number, high: number) => [
    { calculate: `datum.place + ${low}`, as: from },
    { calculate: `datum.place + ${high}`, as: to },
  ];
  return {
    width: 'container',
    height: ROW * steps.length,
    params: [
      { name: 'focus', value: -1 },
      { name: 'chosen', value: '' },
    ],
    layer: [
      {
        ...rows,
        transform: [{ filter: `datum.place < ${steps.length - 1}` }, ...edges('from', 'to', HALF, 1 - HALF)],
        mark: { type: 'rule', stroke: palette.faint, strokeWidth: 1 },
        encoding: { x: { field: 'end', ...x }, y: { field: 'from', ...y }, y2: { field: 'to' } },
      },
      {
        ...rows,
        transform: [{ filter: `!(${is('total')})` }, ...edges('top', 'bottom', -HALF, HALF)],
        mark: { type: 'rect', cursor: 'pointer', strokeWidth: 2 },
        encoding: {
          x: { field: 'start', ...x },
          x2: { field: 'end' },
          y: { field: 'top', ...y },
          y2: { field: 'bottom' },
          color: { condition: { test: is('fall'), value: palette.accent }, value: palette.good },
          stroke: { condition: { test: 'datum.key === chosen', value: palette.ink }, value: null },
          opacity: { condition: { test: 'datum._i === focus', value: 1 }, value: 0.88 },
        },
      },
      {
        ...rows,
        transform: [{ filter: is('total') }, ...edges('top', 'bottom', -HALF, HALF)],
        mark: { type: 'rule', stroke: palette.ink, strokeWidth: 4 },
        encoding: { x: { field: 'end', ...x }, y: { field: 'top', ...y }, y2: { field: 'bottom' } },
      },
      {
        ...rows,
        transform: [{ calculate: 'max(datum.start, datum.end)', as: 'edge' }],
        mark: { type: 'text', align: 'left', dx: 7 },
        encoding: {
          x: { field: 'edge', ...x },
          y: { field: 'place', ...y },
          text: { field: 'label' },
          color: {
            condition: { test: 'datum._i === focus', value: palette.accent },
            value: palette.ink,
          },
        },
      },
    ],
  };
}
