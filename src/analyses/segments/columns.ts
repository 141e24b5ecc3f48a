import type { Messages } from '../../messages/index.ts';
import type { TableColumn } from '../../ui/DataTable.svelte';

/** The columns of a table of `SegmentSummaryRow`s; `words` are those of its segments. */
export function summaryColumns(t: Messages['segments'], words: Record<string, string>): TableColumn[] {
  return Object.entries(t.columns).map(([key, label]) => ({
    key,
    label,
    kind: kindOf(key),
    ...(key === 'segment' && { words }),
  }));
}

function kindOf(key: string): TableColumn['kind'] {
  if (key === 'segment') return 'text';
  if (key.endsWith('share')) return 'percent';
  if (key === 'revenue' || key === 'mean_monetary') return 'money';
  return key.startsWith('mean') ? 'number' : 'count';
}
