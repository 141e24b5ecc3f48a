/** What can be wrong with a file; the words for each are in messages/. */
export type ProblemCode =
  | 'empty_file'
  | 'header_only'
  | 'not_a_table'
  | 'undecodable'
  | 'encrypted'
  | 'broken_workbook'
  | 'broken_parquet'
  | 'too_many_columns'
  | 'unclosed_quote'
  | 'mapping_incomplete'
  | 'no_line_kept'
  | 'no_orders'
  | 'unreachable'
  | 'engine';

/** Where and what: as much of it as is known. `row` counts the header as row 1, as a spreadsheet does. */
export interface ProblemPlace {
  file: string;
  row?: number | undefined;
  column?: string | undefined;
  value?: string | undefined;
  /** A number the sentence needs, such as how many columns there are. */
  count?: number | undefined;
}

/** A file that cannot be loaded as it is. Nothing that was loaded before is touched when this is thrown. */
export class IntakeProblem extends Error {
  override name = 'IntakeProblem';
  readonly code: ProblemCode;
  readonly place: ProblemPlace;

  constructor(code: ProblemCode, place: ProblemPlace) {
    super(`${code}: ${JSON.stringify(place)}`);
    this.code = code;
    this.place = place;
  }
}

/** Errors lose their class on the way out of a worker; this is the form they travel in. */
export function toPlain(problem: IntakeProblem): { intakeProblem: ProblemCode; place: ProblemPlace } {
  return { intakeProblem: problem.code, place: problem.place };
}

export function fromPlain(thrown: unknown): unknown {
  if (typeof thrown !== 'object' || thrown === null || !('intakeProblem' in thrown)) return thrown;
  const { intakeProblem, place } = thrown as ReturnType<typeof toPlain>;
  return new IntakeProblem(intakeProblem, place);
}
