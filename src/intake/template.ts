import type { Meaning } from './meaning.ts';

/** The words of a template: its columns in order, with what belongs into each, and the names of its two sheets. */
export interface TemplateWords {
  sheet: string;
  help: string;
  intro: readonly string[];
  columns: readonly { meaning: Meaning; name: string; about: string }[];
  line: (p: { name: string; about: string }) => string;
}

/**
 * A workbook for a shop that keeps its list by hand: a sheet with the names of the columns, and one that explains them in
 * a single column, so that reading the workbook passes over it.
 */
export async function templateFile({ sheet, help, intro, columns, line }: TemplateWords): Promise<Blob> {
  const { utils, write } = await import('@e965/xlsx');
  const list = utils.aoa_to_sheet([columns.map(({ name }) => name)]);
  list['!cols'] = columns.map(({ name }) => ({ wch: Math.max(12, name.length * 2 + 2) }));
  const lines = [...intro, '', ...columns.map(line)];
  const explained = utils.aoa_to_sheet(lines.map((words) => [words]));
  explained['!cols'] = [{ wch: 100 }];
  const book = utils.book_new(list, sheet);
  utils.book_append_sheet(book, explained, help);
  const bytes = write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
