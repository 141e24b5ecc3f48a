export default {
  title: 'What to write',
  lead: 'One text for the whole list. Words in braces are replaced by what is known of each customer.',
  channel: 'By',
  channels: { sms: 'Text message', mail: 'E-mail', account: 'Platform chat' },
  shop: 'Name of your shop',
  text: 'Text',
  insert: (p: { placeholder: string }) => `Insert {${p.placeholder}}`,
  reset: 'Back to our text',
  sign: 'Start with the name of the shop',
  stop: 'End with how to refuse further messages',
  frameNote: {
    sms: 'Leave these out where your messaging tool adds them by itself.',
    mail: 'Leave these out where your mailing tool adds them by itself.',
    account: 'In the chat of the platform it is plain who writes.',
  },
  noShop: 'Without the name of your shop the text begins with “our shop”.',
  noStop:
    'In most countries, an advertising message has to say how to refuse the next one. Make sure that your tool adds it.',
  unknown: (p: { words: string }) =>
    `${p.words}: no such thing is known of a customer. It is sent just as it stands.`,
  placeholders: {
    name: 'name',
    product: 'product',
    order: 'order',
    complaint: 'complaint',
    friends: 'friends',
    days: 'days',
    date: 'date',
    due: 'due',
    festival: 'festival',
    shop: 'shop',
  },
  /** Stand in where a customer has no value. */
  neutral: {
    name: 'customer',
    product: 'item',
    order: 'of yours',
    complaint: 'your complaint',
    friends: 'some',
    days: 'some',
    date: 'an earlier day',
    due: 'soon',
    festival: 'the holidays',
    shop: 'our shop',
  },
  signature: {
    sms: (p: { shop: string }) => `${p.shop}: `,
    mail: (p: { shop: string }) => `${p.shop}\n\n`,
    account: (p: { shop: string }) => `${p.shop}: `,
  },
  ending: {
    sms: ' Reply STOP to opt out.',
    mail: '\n\nTo get no more of these mails, reply “unsubscribe”.',
    account: ' To get no more of these, reply STOP.',
  },
  texts: {
    silent:
      'Dear {name}, your last order was on {date} and we have missed you since. There are new things in the shop. If you are looking for something, just reply.',
    second_order:
      'Dear {name}, how are you getting on with the {product} you bought on {date}? If you need anything to go with it, just reply and we will help you choose.',
    running_out:
      'Dear {name}, the {product} you bought on {date} should be running out about now. Shall we get the same ready for you? Just reply.',
    birthdays: 'Dear {name}, happy birthday from all of us on {date}! Thank you for being our customer.',
    after_sale:
      'Dear {name}, has the {product} you ordered on {date} arrived, and is all as you hoped? If anything is not right, just reply and we will put it right.',
    referrers:
      'Dear {name}, thank you for telling your friends about us. It means a lot to a small shop. We will do our best for them, and for you.',
    complaints:
      'Dear {name}, we are sorry that order {order} is still not settled. When may we call you? Just reply, and we will sort it out.',
    greetings:
      'Dear {name}, {festival} is coming. We wish you and yours all the best, and thank you for your custom this year.',
    sale_days:
      'Dear {name}, our offers for {festival} are ready. If there is something you have had your eye on, reply and we will put it aside for you.',
  },
  lists: {
    silent: 'About to be lost',
    second_order: 'Second order due',
    running_out: 'Running out',
    birthdays: 'Birthdays',
    after_sale: 'After the sale',
    referrers: 'Referrers',
    complaints: 'Complaints',
    greetings: 'Greetings',
  },
  festivals: {
    new_year: 'New Year',
    spring: 'the Spring Festival',
    lantern: 'the Lantern Festival',
    womens_day: 'Women’s Day',
    dragon_boat: 'the Dragon Boat Festival',
    june_18: 'the 618 sale',
    qixi: 'the Qixi Festival',
    mid_autumn: 'the Mid-Autumn Festival',
    double_11: 'Double 11',
    double_12: 'Double 12',
    christmas: 'Christmas',
  },
  festivalAhead: (p: { festival: string; date: string; days: string }) =>
    p.days === '0'
      ? `${p.festival}: ${p.date}, the day of the list`
      : `${p.festival}: ${p.date}, ${p.days} ${p.days === '1' ? 'day' : 'days'} ahead`,
  preview: 'As it arrives',
  previewOf: (p: { from: string; to: string; total: string }) =>
    p.from === p.to ? `${p.from} of ${p.total}` : `${p.from}–${p.to} of ${p.total}`,
  noLetters: 'Nobody on this list can be reached this way.',
  emptyList: 'Nobody is on this list.',
  unreached: 'No usable address: gets no message this way.',
  smsLength: (p: { length: string; parts: string }) =>
    `${p.length} characters, ${p.parts} ${p.parts === '1' ? 'message' : 'messages'}`,
  others: 'Show the others',
  openFile: 'Open file',
  optOut: 'Send no more messages',
  optedOut: 'This customer gets no more messages.',
  undo: 'Undo',
  smsTotals: (p: { letters: string; parts: string; longest: string; several: string }) =>
    `${p.letters} ${p.letters === '1' ? 'customer' : 'customers'}, ${p.parts} ${p.parts === '1' ? 'message' : 'messages'} to pay for; the longest text has ${p.longest} characters${p.several === '0' ? '' : `, ${p.several} take more than one message`}. One message holds 160 characters, or 70 as soon as a Chinese character or an emoji is in it; split ones hold 153 and 67 each.`,
  totals: (p: { letters: string }) => `${p.letters} ${p.letters === '1' ? 'customer' : 'customers'}.`,
  missing: (p: { letters: string; placeholder: string; neutral: string }) =>
    `{${p.placeholder}} is not known in ${p.letters} of them; “${p.neutral}” stands there.`,
  left: {
    sms: {
      none: (p: { n: string }) => `${p.n} without a telephone number`,
      masked: (p: { n: string }) => `${p.n} with a masked number (138****0000)`,
      wrong: (p: { n: string }) => `${p.n} with a number no message reaches`,
      same: (p: { n: string }) => `${p.n} with the number of another`,
    },
    mail: {
      none: (p: { n: string }) => `${p.n} without an e-mail address`,
      masked: (p: { n: string }) => `${p.n} with a masked address`,
      wrong: (p: { n: string }) => `${p.n} with an address that is none`,
      same: (p: { n: string }) => `${p.n} with the address of another`,
    },
  },
  leftOut: (parts: string[]) => `Not in the file: ${parts.join(', ')}.`,
  download: {
    sms: (p: { n: string }) => `List for a messaging tool (${p.n})`,
    mail: (p: { n: string }) => `List for a mailing tool (${p.n})`,
    account: (p: { n: string }) => `List for the platform chat (${p.n})`,
  },
  fileNote: {
    sms: 'CSV with phone, customer_name, message, list, due_on and customer_id. Numbers are plain digits, foreign ones with + and the country code, as messaging tools want them; a spreadsheet may show long ones rounded.',
    mail: 'CSV with email, customer_name, message, list, due_on and customer_id.',
    account:
      'CSV with customer_name, message, list, due_on and customer_id, to write to them in the chat of the platform where their numbers are hidden.',
  },
  presenting: 'While you present, no file with addresses is made.',
  afterDownload: (p: { n: string }) =>
    `Sent? Then note these ${p.n} as written to, so that they are left alone for a while.`,
  markOn: 'On',
  mark: 'Note as written to',
  marked: (p: { n: string; date: string }) => `${p.n} noted as written to on ${p.date}.`,
  lost: 'The browser has no room left: this lasts until you close the page. Download the contacts.',
  suppression: {
    title: 'Who is left alone',
    days: 'After a message, leave alone for',
    unit: 'days',
    none: 'Nobody on this list is left alone.',
    some: (parts: string[]) => `Not on the list: ${parts.join(', ')}.`,
    contacted: (p: { n: string; days: string }) =>
      `${p.n} you wrote to in the ${p.days} days before the date of the list`,
    opted_out: (p: { n: string }) => `${p.n} you marked as wanting no messages`,
    tagged: (p: { n: string }) => `${p.n} whose tags say so`,
    declined: (p: { n: string }) => `${p.n} of whom the file says that they accept no marketing`,
    table: 'Left alone',
    columns: {
      customer_id: 'Customer',
      customer_name: 'Name',
      reason: 'Why',
      contacted_on: 'Last message',
      contacted_for: 'For',
    },
    reasons: {
      contacted: 'written to lately',
      opted_out: 'wants no messages',
      tagged: 'a tag says so',
      declined: 'accepts no marketing',
    },
    tags: 'A tag such as “do not contact”, “opted out”, “unsubscribed”, 勿扰, 免打扰, 拒收, 退订 or 不要联系, in the file or of your own, counts as a refusal (拒收包裹, a refused parcel, does not). So does a column such as Accepts Marketing that says no.',
    complaints: 'An open complaint is answered all the same: here only an earlier answer counts.',
    file: 'Contacts and refusals as a file',
    fileLead: (p: { letters: string; refusals: string }) =>
      `This browser remembers ${p.letters} ${p.letters === '1' ? 'message' : 'messages'} and ${p.refusals} ${p.refusals === '1' ? 'refusal' : 'refusals'}. Take them to another computer, or bring a list of your own: customer_id, contacted_on (2026-09-30), list; opted_out as the list means a refusal.`,
    download: 'Download contacts',
    load: 'Load contacts',
    loaded: (p: { letters: string; refusals: string; wrong: string }) =>
      `${p.letters} ${p.letters === '1' ? 'message' : 'messages'} and ${p.refusals} ${p.refusals === '1' ? 'refusal' : 'refusals'} loaded${p.wrong === '0' ? '' : `; ${p.wrong} rows without a date that can be read were left out`}.`,
    notContacts: 'This is not a file of contacts: its first column is customer_id. Nothing was changed.',
  },
  ofCustomer: {
    title: 'Messages',
    may: 'May be written to.',
    optedOut: 'Wants no messages: on no list, except to have a complaint answered.',
    tagged: 'A tag says that this customer wants no messages. Take the tag away to change that.',
    declined: 'The file says that this customer accepts no marketing.',
    allow: 'May be written to again',
    last: (p: { date: string; list: string }) => `Last written to on ${p.date} (${p.list}).`,
    never: 'Not written to so far, as far as this browser knows.',
  },
};
