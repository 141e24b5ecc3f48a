import type { ListId, Quiet } from './contract.ts';
import type { FestivalDay } from './festivals.ts';

/** What the letter of one list is made from. */
export interface LettersProps {
  list: ListId;
  /** The list's statement without those who are left alone: the result of `allowedSql`. */
  sql: string;
  /** The day of the list, midnight UTC or later: letters are marked as sent on it. */
  asOf: Date;
  /** The festival greeted on, where the list is one of greetings. */
  festival?: FestivalDay | null;
  /** The customer chosen in the list's table, whose letter is shown first. */
  chosen?: string | null;
}

/** Who of a list is left alone. */
export interface SuppressionProps {
  /** The whole list, those to be left alone included. */
  listSql: string;
  quiet: Quiet;
  onquietdays: (days: number) => void;
}
