import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { CareRows } from './care.ts';
import type { ListId } from './letters/contract.ts';

type Words = Messages['care'];

/** Why a customer is on a list, in words. */
export function whyOf<List extends ListId>(list: List, row: CareRows[List], t: Words, f: Formats): string {
  return WHY[list](row, t, f);
}

const WHY: { [List in ListId]: (row: CareRows[List], t: Words, f: Formats) => string } = {
  complaints: (row, t, f) =>
    t.why.complaints({
      days: f.count(row.days_open),
      link: t.links[row.link],
      said: row.complaint === t.links[row.link] ? '' : t.said({ words: row.complaint }),
      product: row.product ?? row.order_id,
      more: f.count(row.complaints - 1),
    }),
  silent: (row, t, f) =>
    t.why.silent({ days: f.count(row.silence_days), gap: f.number(row.gap_days, 0), own: row.own_gap }),
  running_out: (row, t, f) =>
    t.why.running_out({
      product: row.product,
      quantity: f.number(row.last_quantity, 2),
      bought: f.date(row.last_bought),
      lasts: f.number(row.unit_days, row.unit_days < 10 ? 1 : 0),
      own: row.rhythm === 'own',
      more: f.count(row.products - 1),
    }),
  second_order: (row, t, f) =>
    t.why.second_order({
      days: f.count(row.silence_days),
      product: row.product ?? '–',
      late: row.late_days > 0 ? f.count(row.late_days) : '',
      early: row.late_days < 0 ? f.count(-row.late_days) : '',
    }),
  birthdays: (row, t, f) =>
    t.why.birthdays({
      days: f.count(row.days_ahead),
      turning: row.turning === null ? '' : f.count(row.turning),
    }),
  after_sale: (row, t, f) =>
    t.why.after_sale({ days: f.count(row.days_since), product: row.product ?? row.order_id }),
  referrers: (row, t, f) =>
    t.why.referrers({
      n: f.count(row.brought),
      value: f.money(row.brought_revenue),
      date: f.date(row.latest_on),
    }),
  greetings: (row, t, f) => t.why.greetings({ days: f.count(row.silence_days) }),
};
