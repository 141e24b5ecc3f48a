/** Days are counted from 0 = 2024-10-01 to 729 = 2026-09-30; times are milliseconds as if the shop's clock were UTC. */
export const DAYS = 730;
export const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 9, 1);

/** A sale of the shop or its platform: the days it lasts, how much busier they are, and the share taken off prices. */
interface Campaign {
  from: string;
  to: string;
  pull: number;
  off: number;
}

const CAMPAIGNS: readonly Campaign[] = [
  { from: '2024-10-01', to: '2024-10-07', pull: 2, off: 0.08 },
  { from: '2024-10-28', to: '2024-11-11', pull: 2.6, off: 0.12 },
  { from: '2024-11-11', to: '2024-11-11', pull: 18, off: 0.15 },
  { from: '2024-12-10', to: '2024-12-12', pull: 2.6, off: 0.1 },
  { from: '2024-12-12', to: '2024-12-12', pull: 9, off: 0.1 },
  { from: '2025-01-06', to: '2025-01-14', pull: 1.6, off: 0.06 },
  { from: '2025-03-07', to: '2025-03-08', pull: 2.5, off: 0.08 },
  { from: '2025-06-16', to: '2025-06-20', pull: 3, off: 0.12 },
  { from: '2025-06-18', to: '2025-06-18', pull: 13, off: 0.12 },
  { from: '2025-09-08', to: '2025-09-10', pull: 1.6, off: 0.06 },
  { from: '2025-10-01', to: '2025-10-07', pull: 2, off: 0.08 },
  { from: '2025-10-28', to: '2025-11-11', pull: 2.6, off: 0.12 },
  { from: '2025-11-11', to: '2025-11-11', pull: 18, off: 0.15 },
  { from: '2025-12-10', to: '2025-12-12', pull: 2.6, off: 0.1 },
  { from: '2025-12-12', to: '2025-12-12', pull: 9, off: 0.1 },
  { from: '2026-01-19', to: '2026-01-28', pull: 1.6, off: 0.06 },
  { from: '2026-03-07', to: '2026-03-08', pull: 2.5, off: 0.08 },
  { from: '2026-06-16', to: '2026-06-20', pull: 3, off: 0.16 },
  { from: '2026-06-18', to: '2026-06-18', pull: 13, off: 0.18 },
  { from: '2026-09-08', to: '2026-09-10', pull: 1.6, off: 0.08 },
];

/** Spring Festival: couriers rest and few people order. */
const LULLS = [
  ['2025-01-23', '2025-02-05'],
  ['2026-02-11', '2026-02-24'],
] as const;

/** The day of a date `2025-06-18`. */
export function dayOf(date: string): number {
  return Math.round((Date.parse(date) - FIRST_DAY) / DAY_MS);
}

/** Milliseconds of the beginning of a day. */
export function startOf(day: number): number {
  return FIRST_DAY + Math.floor(day) * DAY_MS;
}

/** Text `2025-06-18 21:05:33` of a time. */
export function timestamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** How busy a day is against an ordinary one. */
export function activity(day: number): number {
  if (LULLS.some(([from, to]) => within(day, from, to))) return 0.12;
  return Math.max(weekday(day), ...running(day).map((campaign) => campaign.pull));
}

/** Share the shop takes off its prices on that day. */
export function discountShare(day: number): number {
  return Math.max(0, ...running(day).map((campaign) => campaign.off));
}

/** Whether things for the cold or the hot half of the year sell on that day. */
export function inSeason(day: number, season: 'summer' | 'winter'): boolean {
  const month = new Date(startOf(day)).getUTCMonth() + 1;
  return season === 'summer' ? month >= 5 && month <= 8 : month >= 10 || month <= 2;
}

/**
 * The day an intended purchase really happens. A great sale draws what was meant for the two weeks around it, though not
 * within three days of the order before (`since`), and what falls in the lull is put off until after it. `patience` in
 * [0, 1) is the buyer's.
 */
export function moved(day: number, since: number, patience: number): number {
  const lull = LULLS.find(([from, to]) => within(day, from, to));
  if (lull && patience < 0.88) return dayOf(lull[1]) + 1 + patience * 9;
  if (patience >= 0.6) return day;
  for (let shift = -12; shift <= 14; shift++) {
    const target = Math.floor(day) + shift;
    if (target >= since + 3 && isGreatSale(target)) return target + patience;
  }
  return day;
}

/** Whether it is one of the three days of the year when everybody stocks up. */
export function isGreatSale(day: number): boolean {
  return running(day).some((campaign) => campaign.pull >= 7);
}

function weekday(day: number): number {
  return [0, 6].includes(new Date(startOf(day)).getUTCDay()) ? 1.15 : 0.95;
}

function running(day: number): Campaign[] {
  return CAMPAIGNS.filter((campaign) => within(day, campaign.from, campaign.to));
}

function within(day: number, from: string, to: string): boolean {
  return Math.floor(day) >= dayOf(from) && Math.floor(day) <= dayOf(to);
}
