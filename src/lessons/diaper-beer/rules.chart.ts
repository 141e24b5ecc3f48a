import { ROWS, type Spec } from '../../chart/draw.ts';

/** A rule as a point of the picture; `pair` marks the one studied. */
export interface RulePoint {
  antecedent: string[];
  consequent: string;
  support: number;
  confidence: number;
  lift: number;
  pair: boolean;
}

/**
 * The rules by support, on a logarithmic scale, and confidence. The parameters `minSupport` and `minConfidence` move the two
 * lines, and what they cut off turns pale; `focus` is the index of the rule being read. `range` is that of the supports, `type` the size of the type.
 */
export function rulesChart(
  words: { support: string; confidence: string },
  colours: { kept: string; cut: string; pair: string; line: string },
  range: { least: number; most: number },
  type: number,
): Spec {
  const kept = 'datum.support >= minSupport && datum.confidence >= minConfidence';
  const font = { labelFontSize: type, titleFontSize: type };
  return {
    width: 'container',
    height: 280,
    params: [
      { name: 'focus', value: -1 },
      { name: 'minSupport', value: 1 },
      { name: 'minConfidence', value: 1 },
    ],
    layer: [
      {
        data: { name: ROWS },
        mark: { type: 'point', filled: true },
        encoding: {
          x: {
            field: 'support',
            type: 'quantitative',
            title: words.support,
            scale: { type: 'log', domain: [range.least, range.most] },
            axis: { ...font, format: '~p', tickCount: 5, grid: false, labelOverlap: true },
          },
          y: {
            field: 'confidence',
            type: 'quantitative',
            title: words.confidence,
            scale: { domain: [0, 1] },
            axis: { ...font, format: '~p' },
          },
          size: { condition: { test: 'datum.pair || datum._i === focus', value: 240 }, value: 24 },
          fill: {
            condition: [
              { test: 'datum.pair', value: colours.pair },
              { test: kept, value: colours.kept },
            ],
            value: colours.cut,
          },
          opacity: { condition: { test: `datum.pair || ${kept}`, value: 0.9 }, value: 0.45 },
          stroke: { condition: { test: 'datum.pair', value: colours.line }, value: null },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: colours.line, strokeDash: [4, 3], clip: true },
        encoding: { x: { datum: { expr: 'minSupport' }, type: 'quantitative' } },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: colours.line, strokeDash: [4, 3] },
        encoding: { y: { datum: { expr: 'minConfidence' }, type: 'quantitative' } },
      },
    ],
  };
}
