import type { CohortRow } from './retention.ts';

/** The three sheets of the workbook and what their cells hold. */
export const SHEETS = ['customers', 'share', 'revenue'] as const;

/** The words of the workbook; `cohort` writes a cohort's period. */
export interface SheetWords {
  sheets: Record<(typeof SHEETS)[number], string>;
  /** Said above each triangle: what it is of, and what partial cells are. */
  about: readonly string[];
  first: string;
  size: string;
  partial: string;
  cohort: (starts: Date) => string;
}

/** A text a spreadsheet would run as a formula begins so. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The triangle as a workbook: on each sheet cohorts down and their ages across, as numbers; cells whose period the data
 * cover only in part carry a comment.
 */
export async function cohortSheet(rows: readonly CohortRow[], words: SheetWords): Promise<Blob> {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  const top = words.about.length + 1;
  const ages = Math.max(-1, ...rows.map(({ age }) => age)) + 1;
  const cohorts = [...new Set(rows.map(({ cohort }) => cohort.getTime()))].sort((a, b) => a - b);
  for (const name of SHEETS) {
    const sheet = utils.aoa_to_sheet([
      ...words.about.map((line) => [plain(line)]),
      [],
      [plain(words.first), plain(words.size), ...Array.from({ length: ages }, (_, age) => age)],
      ...cohorts.map((cohort) => [plain(words.cohort(new Date(cohort)))]),
    ]);
    for (const row of rows) {
      const r = top + 1 + cohorts.indexOf(row.cohort.getTime());
      const cell = { t: 'n', v: row[name], z: FORMATS[name] } as const;
      utils.sheet_add_aoa(sheet, [[{ t: 'n', v: row.size }]], { origin: { r, c: 1 } });
      utils.sheet_add_aoa(sheet, [[cell]], { origin: { r, c: 2 + row.age } });
      if (row.is_partial)
        utils.cell_add_comment(sheet[utils.encode_cell({ r, c: 2 + row.age })], words.partial);
    }
    sheet['!cols'] = [{ wch: 22 }, { wch: 10 }, ...Array.from({ length: ages }, () => ({ wch: 10 }))];
    utils.book_append_sheet(book, sheet, words.sheets[name]);
  }
  const bytes = write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

const FORMATS = { customers: '#,##0', share: '0.0%', revenue: '#,##0.00' } as const;

function plain(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
