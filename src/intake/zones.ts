import type { Rules } from './rules.ts';

/** A moment (UTC, ms) from which a zone is this many minutes ahead of UTC. */
export interface Transition {
  at: number;
  minutes: number;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2040;
const HOUR_MS = 3_600_000;

/** SQL for times read from `text` as shown in the zone of the rule; times without a zone of their own are in `from`. */
export function zonedSql(time: string, text: string, { from, to }: NonNullable<Rules['zone']>): string {
  const written = `regexp_extract(${text}, '([+-]\\d{2}):?(\\d{2})\\s*$', ['hours', 'minutes'])`;
  const own = `(TRY_CAST(${written}.hours AS INTEGER) * 60 + if(starts_with(${written}.hours, '-'), -1, 1) * TRY_CAST(${written}.minutes AS INTEGER))`;
  const assumed = from === null ? '0' : minutesSql(time, transitions(from), 'local');
  const named = `CASE WHEN regexp_matches(${text}, '\\d{2}(Z|UTC)\\s*$') THEN 0 WHEN regexp_matches(${text}, ':\\d{2}\\S*\\s*[+-]\\d{2}:?\\d{2}\\s*$') THEN ${own} ELSE ${assumed} END`;
  const utc = `(${time} - to_minutes((${named})::BIGINT))`;
  return `(${utc} + to_minutes((${minutesSql(utc, transitions(to), 'utc')})::BIGINT))`;
}

/** When a zone changes its distance from UTC between 2000 and 2040, the first entry being its distance before. */
export function transitions(zone: string): Transition[] {
  const start = Date.UTC(FIRST_YEAR, 0, 1);
  const found: Transition[] = [{ at: -Infinity, minutes: minutesAt(zone, start) }];
  for (let year = FIRST_YEAR; year < LAST_YEAR; year++)
    for (let month = 0; month < 12; month++) {
      let low = Date.UTC(year, month, 1);
      let high = Date.UTC(year, month + 1, 1);
      const minutes = minutesAt(zone, high);
      if (minutes === found.at(-1)!.minutes) continue;
      while (high - low > HOUR_MS) {
        const middle = low + Math.floor((high - low) / 2 / HOUR_MS) * HOUR_MS;
        if (minutesAt(zone, middle) === minutes) high = middle;
        else low = middle;
      }
      found.push({ at: high, minutes });
    }
  return found;
}

function minutesSql(time: string, changes: readonly Transition[], clock: 'utc' | 'local'): string {
  if (changes.length === 1) return String(changes[0]!.minutes);
  const cases = changes.slice(1).map(({ at }, i) => {
    const before = changes[i]!.minutes;
    const until = new Date(at + (clock === 'local' ? before * 60_000 : 0)).toISOString().slice(0, 19);
    return `WHEN ${time} < TIMESTAMP '${until.replace('T', ' ')}' THEN ${before}`;
  });
  return `CASE ${cases.join(' ')} ELSE ${changes.at(-1)!.minutes} END`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function minutesAt(zone: string, time: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!);
  return Math.round((wall - time) / 60_000);
}
