import { literal } from '../engine/sql.ts';
import { type Format, type StatusWords, TREATMENTS, type Treatment } from './formats/format.ts';
import { plain } from './formats/plain.ts';
import type { Meaning } from './meaning.ts';
import type { Rules } from './rules.ts';
import type { Seen } from './seen.ts';

/** So many of the statuses that do not matter are passed over before the others are looked up. */
const PASSED_OVER = 8;

/** The columns of a file that hold status words: of the order, and of the line. */
export const STATUS_MEANINGS: readonly Meaning[] = ['status', 'item_status'];

/** The words of a format with what the rules say of them, in lower case. */
export function statusWords(format: Format, rules: Rules): Required<StatusWords> {
  const words = Object.fromEntries(TREATMENTS.map((treatment) => [treatment, new Set<string>()])) as Record<
    Treatment,
    Set<string>
  >;
  for (const [treatment, list] of Object.entries(format.statuses ?? plain.statuses!) as [
    Treatment,
    string[],
  ][])
    for (const word of list.flatMap(written))
      if (rules.statuses[word] === undefined) words[treatment].add(word);
  for (const [word, treatment] of Object.entries(rules.statuses)) words[treatment].add(word);
  return Object.fromEntries(
    TREATMENTS.map((treatment) => [treatment, [...words[treatment]]]),
  ) as unknown as Required<StatusWords>;
}

/** The ways a word is written: in lower case, with Chinese punctuation and with that of ASCII. */
function written(word: string): string[] {
  const lower = word.toLowerCase();
  const ascii = lower.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')');
  return ascii === lower ? [lower] : [lower, ascii];
}

/** What a status says by these words, as `statusColumns` has it decided in SQL; null for a status in no list. */
export function treatmentOf(status: string, words: Required<StatusWords>): Treatment | null {
  const text = status.toLowerCase();
  const begins = (word: string) => word.endsWith('*') && text.startsWith(word.slice(0, -1));
  return (
    TREATMENTS.find((treatment) => words[treatment].includes(text)) ??
    TREATMENTS.filter((treatment) => treatment !== 'sale').find((treatment) =>
      words[treatment].some(begins),
    ) ??
    (words.sale.some(begins) ? 'sale' : null)
  );
}

/**
 * Columns `status_word` and `item_status_word`: the status where it is one that matters, else NULL, so that most lines
 * take one look-up. A word that stands for a beginning is given as the list has it.
 */
export function statusColumns(
  words: Required<StatusWords>,
  has: (meaning: Meaning) => boolean,
  seen: Seen = () => [],
): string {
  const telling = TREATMENTS.filter((treatment) => treatment !== 'sale').flatMap(
    (treatment) => words[treatment],
  );
  const whole = telling.filter((word) => !word.endsWith('*'));
  const beginnings = telling.filter((word) => word.endsWith('*'));
  const sales = words.sale.filter((word) => !word.endsWith('*'));
  return STATUS_MEANINGS.filter(has)
    .map((meaning) => {
      const ordinary = seen(meaning).filter((status) => (treatmentOf(status, words) ?? 'sale') === 'sale');
      const cases = [
        ...(ordinary.length > 0
          ? [`WHEN list_contains([${list(ordinary.slice(0, PASSED_OVER))}]::VARCHAR[], ${meaning}) THEN NULL`]
          : []),
        ...(beginnings.length > 0 && sales.length > 0
          ? [`WHEN lower(${meaning}) IN (${list(sales)}) THEN NULL`]
          : []),
        `WHEN list_contains([${list(whole)}]::VARCHAR[], lower(${meaning})) THEN lower(${meaning})`,
        ...beginnings.map(
          (word) =>
            `WHEN starts_with(lower(${meaning}), ${literal(word.slice(0, -1))}) THEN ${literal(word)}`,
        ),
      ];
      return `, CASE ${cases.join(' ')} END AS ${meaning}_word`;
    })
    .join('');
}

/** The condition that a status of this meaning has one of the words; null when there are none. */
export function hasWord(meaning: Meaning, words: readonly string[]): string | null {
  if (words.length === 0) return null;
  return `${meaning}_word IS NOT NULL AND list_contains([${list(words)}]::VARCHAR[], ${meaning}_word)`;
}

function list(words: readonly string[]): string {
  return words.length === 0 ? `''` : words.map(literal).join(', ');
}
