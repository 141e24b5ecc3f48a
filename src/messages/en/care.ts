const many = (n: string, one: string, several: string) => `${n} ${n === '1' ? one : several}`;
const customers = (n: string) => many(n, 'customer', 'customers');
const days = (n: string) => many(n, 'day', 'days');

export default {
  title: 'Whom to contact?',
  answer: (p: { date: string; customers: string; value: string }) =>
    `On ${p.date}, the day after the last order in the data, ${customers(p.customers)} should hear from you. In the year up to their last order they brought ${p.value}.`,
  answerOn: (p: { date: string; customers: string; value: string }) =>
    `On ${p.date}, ${customers(p.customers)} should hear from you. In the year up to their last order they had brought ${p.value}.`,
  most: (p: { list: string; customers: string; value: string }) =>
    ` Most is at stake in “${p.list}”: ${customers(p.customers)}, ${p.value}.`,
  nobody: (p: { date: string }) => `On ${p.date} nobody is on any of the lists.`,
  greetings: (p: { festival: string; date: string; customers: string }) =>
    ` Greetings for ${p.festival} (${p.date}) go to ${p.customers}.`,
  dated: (p: { date: string }) =>
    `Every list here is the list of ${p.date}. For the lists of another day, open an export that reaches to it.`,
  later: (p: { date: string; days: string }) =>
    `The data end on ${p.date}, ${days(p.days)} before that day. Who has ordered since is not known.`,
  noContacts:
    'The file has neither telephone numbers nor e-mail addresses: the lists say who, but not how to reach them.',
  stake: 'What is at stake',
  stakeChart:
    'What the customers of each list brought in the year up to their last order. Choose a list to open it.',
  money: 'revenue of their last year',
  parts: { first: 'counted with this list', again: 'already on a more urgent list' },
  stakeRow: (p: { list: string; customers: string; value: string; part: string }) =>
    `${p.list}: ${customers(p.customers)}, ${p.value}\n${p.part}`,
  lists: 'The lists, most urgent first',
  once: 'Whoever is on several lists counts once, with the most urgent one.',
  people: (p: { customers: string; value: string }) => `${p.customers} · ${p.value}`,
  notDue: (p: { festival: string }) => `Not due yet. ${p.festival}.`,
  about: {
    complaints: (p: Record<string, string>) =>
      `A complaint about an order of the last ${p.complaint_days} days is not settled.`,
    silent: (p: Record<string, string>) =>
      `Among the best ${p.top} by revenue, silent for more than ${p.silent_after} of their usual gaps, not yet given up.`,
    running_out: (p: Record<string, string>) =>
      `By the usual rhythm, what they bought is used up within ${p.ahead} days or was in the last ${p.overdue}, and they have not bought it again.`,
    second_order: (p: Record<string, string>) =>
      `One order so far, and these are the days in which second orders usually come (from the first ${p.window_from} to ${p.window_to} of those who came back).`,
    birthdays: (p: Record<string, string>) =>
      `Birthday within ${p.birthday_days} days; bought in the last ${p.birthday_active}.`,
    after_sale: (p: Record<string, string>) =>
      `Order paid ${p.asked_from} to ${p.asked_to} days before and sent, and nothing heard since.`,
    referrers: (p: Record<string, string>) =>
      `Someone who first ordered in the last ${p.brought_days} days names them.`,
    greetings: (p: Record<string, string>) => `Bought in the last ${p.greet_active} days and can be reached.`,
  },
  advice: {
    complaints: 'Answer before anything else, and say when it will be settled.',
    silent: 'Call the first ones yourself: ask what happened before you offer anything.',
    running_out: 'Offer the same again, ready to be sent.',
    second_order: 'Ask how they like it and suggest what goes with it.',
    birthdays: 'Wish well; a small gift is worth more than a discount.',
    after_sale: 'Ask how it went, and put right what is not.',
    referrers: 'Say thank you, to the one who brought them too.',
    greetings: 'A wish, nothing to sell; on a shopping day, offer to put something by.',
  },
  unlock: {
    birthdays: 'The file has no birthdays. A column such as “birthday” would make this list.',
    complaints:
      'The file says nothing of complaints. Columns such as “complaint type” and “complaint result” would make this list.',
    referrers: (p: { referred: string }) =>
      `${p.referred === '0' ? 'Nothing in the file says who brought whom.' : `${customers(p.referred)} came because someone sent them, but the file does not say who.`} A column “referred by” with the account, telephone number or name of that customer would make this list; a tag such as “referred by: Anna” does too.`,
  },
  few: {
    second_order: (p: { came_back: string; min: string }) =>
      `Only ${customers(p.came_back)} came back for a second order; from ${p.min} on it can be said when one is due.`,
    running_out: (p: { gaps: string; again: string }) =>
      `No product has been bought again ${p.gaps} times, by ${p.again} of those who came back and at regular intervals. Only a customer’s own rhythm is used.`,
  },
  noRatings: 'The file has no ratings: those who have already told you how it was cannot be left out.',
  empty: 'Nobody is on this list.',
  overlap: (p: { n: string }) => `${p.n} of them are on a more urgent list too.`,
  thresholds: 'Thresholds',
  reset: 'Back to our thresholds',
  fields: {
    complaint_days: 'Orders of the last',
    top: 'Best customers by revenue',
    silent_after: 'Silent for more than',
    give_up_after: 'Given up after',
    give_up_days: 'and after',
    ahead: 'Used up within',
    overdue: 'or in the last',
    min_gaps: 'Product: repeat purchases at least',
    again: 'Bought again by at least',
    own_gaps: 'Own rhythm from',
    spread: 'Four gaps in five differ by at most',
    window_from: 'From the first',
    window_to: 'To the first',
    came_back: 'Customers who came back, at least',
    birthday_days: 'Birthday within',
    birthday_active: 'Bought in the last',
    asked_from: 'Paid at least',
    asked_to: 'and at most',
    brought_days: 'First order in the last',
    festival_ahead: 'Due from',
    greet_active: 'Bought in the last',
  },
  units: { share: '%', days: 'days', gaps: 'usual gaps', times: 'times', count: '' },
  festival: 'Festival',
  why: {
    complaints: (p: { days: string; link: string; said: string; product: string; more: string }) =>
      `${p.link}${p.said} about ${p.product}, ordered ${days(p.days)} before, not settled${p.more === '0' ? '' : `; ${p.more} more`}`,
    silent: (p: { days: string; gap: string; own: boolean }) =>
      `silent for ${days(p.days)}; ${p.own ? 'used to order' : 'the shop’s customers order'} every ${p.gap} days`,
    running_out: (p: {
      product: string;
      quantity: string;
      bought: string;
      lasts: string;
      own: boolean;
      more: string;
    }) =>
      `${p.product} × ${p.quantity} bought ${p.bought}; one lasts ${p.lasts} days by ${p.own ? 'their own rhythm' : 'that of its buyers'}${p.more === '0' ? '' : `; ${p.more} more products`}`,
    second_order: (p: { days: string; product: string; late: string; early: string }) =>
      `bought ${p.product} ${days(p.days)} before; ${p.late ? `second order was due ${days(p.late)} before` : p.early ? `second order due ${days(p.early)} later` : 'second order due that day'}`,
    birthdays: (p: { days: string; turning: string }) =>
      `${p.days === '0' ? 'birthday that day' : `birthday in ${days(p.days)}`}${p.turning ? `, turning ${p.turning}` : ''}`,
    after_sale: (p: { days: string; product: string }) =>
      `${p.product}, paid ${days(p.days)} before, nothing heard`,
    referrers: (p: { n: string; value: string; date: string }) =>
      `brought ${customers(p.n)}, the last on ${p.date}; they have spent ${p.value}`,
    greetings: (p: { days: string }) => `last order ${days(p.days)} before`,
  },
  said: (p: { words: string }) => ` (“${p.words}”)`,
  links: {
    quality: 'Quality',
    service: 'Service',
    logistics: 'Delivery',
    description: 'Not as described',
    other: 'Complaint',
  },
  columns: {
    customer_id: 'Customer',
    customer_name: 'Name',
    why: 'Why',
    due_on: 'Due',
    range: 'Range',
    value: 'At stake',
    revenue: 'Revenue so far',
    orders: 'Orders',
    last_order: 'Last order',
    phone: 'Telephone',
    email: 'E-mail',
  },
  between: (p: { from: string; to: string }) => `${p.from} – ${p.to}`,
  table: (p: { list: string; date: string }) => `${p.list}, ${p.date}`,
  choose: 'Choose a customer to see their message below.',
  window: (p: { median: string; early: string; late: string; n: string; share: string }) =>
    `Of all customers, ${p.n} (${p.share}) came back on a later day: the middle one after ${p.median} days, these shares of them after ${p.early} and ${p.late} days.`,
  cycles: 'How long things last',
  cyclesLead:
    'Days from one purchase to the next by the same customer, for each unit bought. The dot is the median over all repeat purchases, the thick line its 95 % interval, the thin one holds four in five. Only products that enough customers bought again; those who have not bought again yet do not count, so the truth is rather longer.',
  cyclesChart: 'How many days one unit of a product lasts, for the products bought again most often.',
  cycleDays: 'days one unit lasts',
  cycleRow: (p: Record<'product' | 'days' | 'low' | 'high' | 'short' | 'long' | 'gaps', string>) =>
    `${p.product}: ${p.days} days (95 %: ${p.low} to ${p.high})\nfour in five: ${p.short} to ${p.long}\n${p.gaps} repeat purchases`,
  cyclesTable: 'Products bought again, by how often',
  cycleColumns: {
    product: 'Product',
    unit_days: 'Days one lasts',
    unit_days_low: 'Median from',
    unit_days_high: 'Median to',
    short_unit_days: 'Four in five from',
    long_unit_days: 'to',
    gaps: 'Repeat purchases',
    buyers_again: 'Bought it again',
    buyers_back: 'Came back at all',
    again_share: 'Share',
  },
  statements: {
    totals: 'All lists, each customer counted once',
    list: 'The open list',
    cycles: 'How long things last',
    window: 'When second orders come',
    facts: 'What the data have',
  },
  formula:
    'At stake: revenue (amounts − refunds) of the 365 days that end with the customer’s last order. Order of urgency, ours: complaint, about to be lost, running out, second order, birthday, after the sale, thanks, greetings.\nAbout to be lost: usual gap = the customer’s median gap between orders from three orders on, else that of the shop, at least 7 days; given up = silent for more than both limits.\nSecond order due: first day with an order + median of the days to the next day with one, over those who came back; the list holds the range between the two quantiles.\nRunning out: days to the next purchase of the product by the same customer ÷ quantity bought; the customer’s median from three such gaps on, else that of all its buyers; either counts as a rhythm only while four gaps in five differ by no more than a factor of ten; × quantity bought last = the day it is used up. The range is that of four gaps in five.\nBirthdays: 29 February is kept on the 28th in other years.\nComplaints count from the day of the order, as files do not say when they came.\nThese rules and their thresholds are ours, not a published method.',
};
