import type { View } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { Appearance } from '../ui/theme.ts';
import { pause } from '../workers/pause.ts';
import { chartConfig } from './config.ts';
import { vegaLocale } from './locale.ts';

export type Spec = TopLevelSpec;

export interface DrawOptions {
  appearance: Appearance;
  language: string;
  /** Hears the row under the pointer with the pointer's place in the page, or null. */
  onHover(row: Record<string, unknown> | null, at: { x: number; y: number }): void;
}

/** The name of the data set that a spec reads its rows from: `data: { name: ROWS }`. */
export const ROWS = 'rows';

/**
 * Compiles a spec and draws it into the element as SVG. Expressions are interpreted, so that the page needs no eval.
 * Each row carries `_i`, its index; a spec that declares a parameter `focus` can mark the row with that index.
 */
export async function draw(
  element: HTMLElement,
  spec: Spec,
  rows: readonly object[],
  { appearance, language, onHover }: DrawOptions,
): Promise<View> {
  const vega = await import('vega');
  await pause();
  const { compile } = await import('vega-lite');
  const { expressionInterpreter } = await import('vega-interpreter');
  await pause();
  const compiled = compile(spec, { config: chartConfig(appearance), logger: vega.logger(vega.Error) });
  await pause();
  const runtime = vega.parse(compiled.spec, undefined, { ast: true });
  const locale = vegaLocale(language);
  await pause();
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: element,
    hover: true,
    logLevel: vega.Warn,
    locale,
  } as never);
  view.data(
    ROWS,
    rows.map((row, _i) => ({ ...row, _i })),
  );
  view.tooltip((_handler, event: MouseEvent | null, item: { datum?: Record<string, unknown> } | null) => {
    onHover(event ? (item?.datum ?? null) : null, { x: event?.clientX ?? 0, y: event?.clientY ?? 0 });
  });
  await pause();
  await view.runAsync();
  return view;
}
