import type { Config } from 'vega-lite';
import { type Appearance, FONT, PALETTES } from '../ui/theme.ts';

/** The Vega-Lite configuration that makes a chart part of the page: its colours, its type, few lines. */
export function chartConfig(appearance: Appearance): Config {
  const { ink, soft, faint, line, accent, category, ramp } = PALETTES[appearance];
  return {
    background: 'transparent',
    font: FONT.text,
    padding: 4,
    view: { stroke: null },
    title: { color: ink, fontSize: 14, fontWeight: 600, anchor: 'start' },
    axis: {
      labelColor: soft,
      labelFontSize: 12,
      titleColor: soft,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      titlePadding: 10,
      labelPadding: 6,
      gridColor: line,
      gridOpacity: 0.7,
      domainColor: faint,
      ticks: false,
    },
    axisX: { grid: false },
    axisY: { domain: false, tickCount: 5 },
    legend: {
      labelColor: soft,
      titleColor: soft,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      symbolType: 'square',
      orient: 'top',
      direction: 'horizontal',
      offset: 12,
    },
    mark: { color: category[1]! },
    bar: { cornerRadiusEnd: 2 },
    line: { strokeWidth: 2.5 },
    rule: { color: accent },
    text: { color: ink, fontSize: 12, font: FONT.text },
    point: { filled: true, size: 60 },
    range: { category: [...category], ramp: [...ramp], heatmap: [...ramp], ordinal: [...ramp] },
  };
}
