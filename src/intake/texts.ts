/** What has to be taken off the texts of a column. */
export type TextStyle = 'plain' | 'spaces' | 'wrapped';

/**
 * Derives from sample values what surrounds the texts of a column: nothing, white space, or what exports put around ids
 * to keep spreadsheets from reading them as numbers (`="007"`, a leading apostrophe or tab) and `-`, `--` or `null`
 * for nothing.
 */
export function detectTexts(samples: readonly string[]): TextStyle {
  if (samples.some((sample) => /^\s*(=?"|['‘`=]|-+\s*$|null\s*$)|^\t/.test(sample))) return 'wrapped';
  return samples.some((sample) => sample !== sample.trim()) ? 'spaces' : 'plain';
}

/** Whether ids were written as floating-point numbers: 17850.0 for 17850. */
export function areFloatIds(samples: readonly string[]): boolean {
  return samples.length > 0 && samples.every((sample) => /^\d+\.0$/.test(sample.trim()));
}

/** SQL that reads `text` (an expression) without what surrounds it; the empty string is NULL. */
export function textSql(text: string, style: TextStyle): string {
  if (style === 'plain') return text;
  if (style === 'spaces') return `nullif(trim(${text}, E' \\t\u00a0\u3000'), '')`;
  const bare = `regexp_replace(${text}, '^\\s*=?"(.*)"\\s*$', '\\1')`;
  const unwrapped = `regexp_replace(${bare}, '^[\\s''‘\`=]+|\\s+$', '', 'g')`;
  return `CASE WHEN regexp_matches(${unwrapped}, '^(-*|null)$') THEN NULL ELSE ${unwrapped} END`;
}

/** SQL that takes the `.0` off ids for which `areFloatIds` holds. */
export function wholeIdSql(text: string): string {
  return `CASE WHEN suffix(${text}, '.0') THEN left(${text}, length(${text}) - 2) ELSE ${text} END`;
}
