import { call } from '../../engine/sql.ts';
import type { Messages } from '../../messages/index.ts';
import type { Segmentation } from '../segmentations.ts';
import { MODELS } from '../segments/segments.ts';

/** The statement that names the segments of a model in their order; null for what is no model of recency, orders and money. */
export function segmentNamesSql(by: Segmentation): string | null {
  const model = MODELS.find((one) => one === by);
  return model ? `FROM ${call('segment_names', { model })}` : null;
}

/** An attribute in words; a column of the reader's file keeps its own name. */
export function attributeName(t: Messages, attribute: string): string {
  const names: Record<string, string> = t.attributes.names;
  return names[attribute] ?? attribute;
}
