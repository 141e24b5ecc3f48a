import type { Treatment } from '../../intake/formats/format.ts';
import type { CustomerKey, Rules } from '../../intake/rules.ts';

const lines = (count: string) => `${count} ${count === '1' ? 'line' : 'lines'}`;

export default {
  title: 'How lines are counted',
  lead: 'The rules in use and what each moves in the open data. Change what does not fit your shop, then count again.',
  moved: (p: { lines: string; money: string }) =>
    p.money ? `${lines(p.lines)} · ${p.money}` : lines(p.lines),
  movedNone: 'none in these data',
  effects: {
    cancelled: 'Left out',
    returned: 'Taken off their sale',
    test: 'Left out',
    free_left: 'Left out',
    free_kept: 'Counted',
    refund_full: 'Refunded in full',
    refund_part: 'Refunded in part',
    fee: 'Not products',
    guest: 'Without a customer',
    duplicate: 'Counted once only',
  },
  statuses: {
    title: 'Order status',
    lead: 'What each status in the files says about its lines.',
    columns: { word: 'Status', lines: 'Lines', amount: 'Money', counts: 'Counts as' },
    treatments: {
      sale: 'a sale',
      refunded: 'a sale, refunded in full',
      not_a_sale: 'not paid: left out',
      cancelled: 'cancelled: left out',
      closed: 'closed: left out',
    } satisfies Record<Treatment, string>,
    label: (p: { word: string }) => `“${p.word}” counts as`,
    unknown: 'not known here',
    none: 'the files have no column with a status',
  },
  refunds: {
    title: 'Refunds',
    lead: 'A refund stays with its sale: the sale counts in full and the refund is taken off the revenue.',
    none: 'the files have no column with refunds',
  },
  cancellations: {
    title: 'Returns with a negative quantity',
    label: 'Lines with a negative quantity are',
    options: { leave_out: 'left out', match: 'a refund of their sale' } satisfies Record<
      Rules['cancellations'],
      string
    >,
    none: 'no line has a negative quantity or amount',
  },
  tests: {
    title: 'Test and fake orders',
    lead: 'These orders are left out of everything.',
    words: 'Words in notes or tags that mark them, one to a line',
    wordsNone: 'The files have no column with notes or tags, so words find nothing.',
    list: 'Order numbers or customers, one to a line',
    listHint: 'This list stays in this browser; it is not in the settings you download.',
  },
  freeLines: {
    title: 'Lines with a price of zero',
    label: 'Gifts and other lines at no price are',
    options: { leave_out: 'left out', keep: 'counted as sold' } satisfies Record<Rules['freeLines'], string>,
    none: 'no line has a price of zero',
  },
  notProducts: {
    title: 'Postage, fees and vouchers',
    lead: 'They count in revenue, but not among products and in baskets.',
    list: 'More that are not products, by code or name, one to a line',
    find: 'Find a product to tick',
    found: 'Products found',
    known: 'In these data',
    none: 'the files name no products',
  },
  customers: {
    title: 'Who counts as one customer',
    label: 'Customers are told apart by',
    options: {
      auto: 'whatever the file has first: account, e-mail, phone, name',
      account: 'account',
      email: 'e-mail',
      phone: 'phone',
      name_address: 'name and address',
    } satisfies Record<CustomerKey, string>,
    now: (p: { customers: string }) => `${p.customers} ${p.customers === '1' ? 'customer' : 'customers'}`,
    none: 'no column tells who bought',
  },
  zone: {
    title: 'Time zone',
    to: 'Show times as in',
    asWritten: 'the file, unchanged',
    from: 'Times without a zone are in',
    utc: 'UTC',
    now: (p: { first: string; last: string }) => `First order ${p.first}, last ${p.last}`,
    none: 'the files have no times',
  },
  currency: {
    title: 'Currency',
    label: 'Money is counted in',
    automatic: (p: { code: string }) => `${p.code}, as most lines are`,
    usual: 'whichever most lines have',
    rate: (p: { code: string }) => `1 ${p.code} is worth`,
    without: (p: { lines: string; amount: string }) =>
      `${lines(p.lines)} with ${p.amount} ${p.lines === '1' ? 'is' : 'are'} left out until there is a rate.`,
    none: 'the files have no money',
  },
  duplicates: {
    title: 'Lines that several files have',
    lead: 'Where exports overlap, a line counts once, from the newest file.',
    none: 'only one file is open',
  },
  unfit: 'Rules that do not concern these data',
  changed: (p: { count: string }) =>
    p.count === '1' ? '1 rule changed, not counted yet.' : `${p.count} rules changed, not counted yet.`,
  apply: 'Count again',
  undo: 'Undo',
  result: (p: {
    lines: string;
    money: string;
    customers: string;
    linesNow: string;
    moneyNow: string;
    customersNow: string;
  }) =>
    `Counted again. Before: ${lines(p.lines)} with ${p.money}, ${p.customers} customers. Now: ${lines(p.linesNow)} with ${p.moneyNow}, ${p.customersNow} customers.`,
  statements: {
    effects: 'What the rules move',
    totals: 'What the lines add up to',
    statuses: 'Status words',
    currencies: 'Other currencies',
    fees: 'Postage and fees',
  },
  kept: {
    title: 'Settings kept in this browser',
    lead: 'Which column is which and the rules are kept here for files with the same columns. What the files hold is not kept. The notes and tags you write about customers are.',
    used: 'Settings you kept earlier for files with these columns were used.',
    kept: 'What you changed is kept for files with these columns.',
    recognised: 'Use what is recognised instead',
    count: (p: { count: string }) =>
      `Kept so far: ${p.count} ${p.count === '1' ? 'kind of file' : 'kinds of files'}.`,
    download: 'Download settings',
    load: 'Load settings',
    loaded: (p: { count: string }) =>
      `Settings for ${p.count} ${p.count === '1' ? 'kind of file' : 'kinds of files'} loaded. They are used from the next file on.`,
    notSettings: 'This is not a file of Regulars settings. Nothing was changed.',
    forget: 'Forget everything',
    sure: 'Forget all settings, the notes and tags on customers, to whom you wrote and who wants no letters, and every other choice kept in this browser? This cannot be undone.',
    yes: 'Yes, forget',
    no: 'Keep them',
    forgotten: (p: { settings: string; notes: string; contacts: string; choices: string }) =>
      `Forgotten: settings for ${p.settings} ${p.settings === '1' ? 'kind of file' : 'kinds of files'}, notes on ${p.notes} ${p.notes === '1' ? 'customer' : 'customers'}, ${p.contacts} ${p.contacts === '1' ? 'letter or refusal' : 'letters or refusals'} and ${p.choices} other ${p.choices === '1' ? 'choice' : 'choices'}, such as language and colours.`,
  },
};
