import type { TemplateWords } from '../../intake/template.ts';

const words: TemplateWords = {
  sheet: 'Sales',
  help: 'How to fill it in',
  intro: [
    'Fill in the sheet “Sales”, one row for each product a customer bought, then open this file in Regulars.',
    'Needed: the date, the customer and the amount. The rest may stay empty.',
    'Leave the first row of “Sales” as it is. More columns may be added on the right.',
  ],
  columns: [
    {
      meaning: 'ordered_at',
      name: 'Date',
      about: 'the day of the sale, with the time if you know it: 2024-05-01 or 2024-05-01 14:30.',
    },
    {
      meaning: 'customer_id',
      name: 'Customer',
      about:
        'account, nickname or customer number, written alike each time the same person buys. If you know customers by phone or e-mail only, leave this column empty in every row.',
    },
    { meaning: 'customer_name', name: 'Full name', about: 'may stay empty.' },
    { meaning: 'email', name: 'Email', about: 'may stay empty.' },
    {
      meaning: 'phone',
      name: 'Phone',
      about:
        "may stay empty. For a number that begins with 0, type an apostrophe (') first so that Excel keeps the 0.",
    },
    { meaning: 'address', name: 'Address', about: 'may stay empty.' },
    {
      meaning: 'product',
      name: 'Product',
      about:
        'one product a row. For several in one purchase use several rows with the same date and customer.',
    },
    {
      meaning: 'amount',
      name: 'Amount',
      about: 'the money taken for this row, after discounts, for all pieces together. Only the number.',
    },
    { meaning: 'quantity', name: 'Quantity', about: 'pieces; empty counts as 1.' },
    { meaning: 'birthday', name: 'Birthday', about: '1990-05-01; may stay empty.' },
    { meaning: 'gender', name: 'Gender', about: 'may stay empty.' },
    {
      meaning: 'source',
      name: 'Source',
      about: 'how the customer found you: a friend, search, an advertisement. May stay empty.',
    },
    {
      meaning: 'order_id',
      name: 'Order number',
      about:
        'for all rows or for none. With none, what one customer bought at the same date and time is one order.',
    },
  ],
  line: (p) => `${p.name}: ${p.about}`,
};

export default {
  offer: 'No export? Keep your own list:',
  download: 'Download a template (Excel)',
  file: 'regulars-template.xlsx',
  words,
};
