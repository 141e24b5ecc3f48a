import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/analyses/basket/layout.ts';
import { network, type NetworkNode, roomFor } from '../../src/analyses/basket/network.ts';
import { networkChart } from '../../src/analyses/basket/network.chart.ts';
import type { PairRow, RuleRow } from '../../src/analyses/basket/rules.ts';
import { scatterChart } from '../../src/analyses/basket/scatter.chart.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS, type Spec } from '../../src/chart/draw.ts';
import { PALETTES } from '../../src/ui/theme.ts';

/** Compiles and draws as the page does, on a given width; returns the SVG and every warning. */
async function drawn(spec: Spec, rows: readonly object[]): Promise<{ svg: string; warnings: unknown[] }> {
  const warnings: unknown[] = [];
  const warn = (...words: unknown[]) => void warnings.push(words);
  const logger = { level: () => logger, warn, error: warn, info: () => logger, debug: () => logger };
  const compiled = compile({ ...spec, width: 600 } as Spec, {
    config: chartConfig('light'),
    logger: logger as never,
  });
  const view = new View(parse(compiled.spec), { renderer: 'none', logger: logger as never });
  view.data(
    ROWS,
    rows.map((row, _i) => ({ ...row, _i })),
  );
  return { svg: await view.toSVG(), warnings };
}

const RULES: RuleRow[] = [0.5, 0.3, 0.9].map((confidence, i) => ({
  antecedent: ['a'],
  consequent: 'b',
  baskets: 30 + i,
  support: 0.01 * (i + 1),
  confidence,
  lift: 1 + 2 * i,
  leverage: 0.01,
  conviction: 2,
  p: 0.001,
  p_holm: 0.01,
  q: 0.005,
  p_size: 0.02,
  productive: true,
  redundant: false,
  believable: true,
  holdout_found: true,
  holdout_baskets: 9,
  holdout_lift: 2,
  holdout_p: 0.01,
  holds: true,
}));

/** A ring of `n` items with Chinese and Latin names, and a pair apart. */
function ring(n: number): PairRow[] {
  const name = (i: number) => (i % 2 ? `一种名字很长很长很长的商品 ${i}` : `WHITE HANGING HEART ${i}`);
  const pair = (source: string, target: string, i: number) => ({
    source,
    target,
    source_baskets: 100 + i,
    target_baskets: 200 + i,
    baskets: 50,
    confidence: 0.5,
    lift: 2 + i,
  });
  return [...Array.from({ length: n }, (_, i) => pair(name(i), name((i + 1) % n), i)), pair('x', 'y', 1)];
}

describe('the rules as points', () => {
  it('draws without warnings, one point per rule, the chosen one outlined', async () => {
    const { svg, warnings } = await drawn(
      scatterChart({ support: 'S', confidence: 'C', lift: 'L' }, PALETTES.light.ramp),
      RULES,
    );
    expect(warnings).toEqual([]);
    expect(svg.match(/aria-roledescription="point"/g)).toHaveLength(RULES.length);
  });
});

describe('the network', () => {
  it('draws without warnings: a line per pair, a point and a name per item', async () => {
    const rows = network(ring(8), 600, 400);
    const { svg, warnings } = await drawn(networkChart({ lift: 'L' }, 600, 400, PALETTES.light), rows);
    expect(warnings).toEqual([]);
    expect(svg.match(/aria-roledescription="point"/g)).toHaveLength(10);
    expect(svg.match(/aria-roledescription="rule mark"/g)).toHaveLength(9);
    expect(svg).toContain('WHITE HANGING HEART 0');
  });

  it('takes only as many items as there is room for, the strongest pairs first', () => {
    const rows = network(ring(300), 700, 500);
    const items = rows.filter((row) => row.kind === 'item');
    expect(items).toHaveLength(roomFor(700));
    const names = new Set(items.map(({ label }) => label));
    for (const row of rows)
      if (row.kind === 'rule') expect(names.has(row.pair.source) && names.has(row.pair.target)).toBe(true);
  });

  it('is the same every time and stays inside', () => {
    const [one, two] = [network(ring(40), 900, 520), network(ring(40), 900, 520)];
    expect(one).toEqual(two);
    for (const { x, y } of one) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(900);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(520);
    }
  });

  it('keeps names apart, on a phone too', () => {
    for (const width of [300, 900]) {
      const items = network(ring(60), width, 520).filter((row): row is NetworkNode => row.kind === 'item');
      for (const [i, one] of items.entries())
        for (const other of items.slice(i + 1))
          expect(
            Math.hypot(one.x - other.x, one.y - other.y),
            `${one.short}, ${other.short}`,
          ).toBeGreaterThan(20);
    }
  });

  it('cuts long names without cutting a letter in two', () => {
    const short = network([{ ...ring(1)[1]!, source: '😀'.repeat(30) }], 600, 400)[0] as NetworkNode;
    expect(short.short).toMatch(/^(😀)+…$/u);
  });
});

describe('the layout', () => {
  it('places nothing, one node and nodes without edges', () => {
    const size = { width: 300, height: 200 };
    expect(layout({ nodes: [], edges: [], ...size })).toEqual([]);
    const box = { width: 60, height: 30 };
    const places = layout({ nodes: [box, box, box], edges: [], ...size });
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(3);
    for (const { x, y } of places) expect(x >= 30 && x <= 270 && y >= 15 && y <= 185).toBe(true);
  });

  it('draws joined nodes closer than the others', () => {
    const nodes = Array.from({ length: 9 }, () => ({ width: 10, height: 10 }));
    const edges = [0, 3, 6].flatMap((k) =>
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ].map(([a, b]) => ({ source: k + a!, target: k + b!, weight: 1 })),
    );
    const places = layout({ nodes, edges, width: 600, height: 600 });
    const apart = (i: number, j: number) =>
      Math.hypot(places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const joined = mean(edges.map(({ source, target }) => apart(source, target)));
    expect(joined).toBeLessThan(
      0.6 * mean([apart(0, 3), apart(0, 6), apart(3, 6), apart(1, 8), apart(2, 4)]),
    );
  });
});
