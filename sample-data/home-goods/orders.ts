import { categorical, chance, gamma, integer, pick, poisson, seeded, type Random } from '../random.ts';
import { aftermath, dropoutAfter, type Aftermath } from './aftersales.ts';
import { basket } from './basket.ts';
import { activity, DAYS, discountShare, isGreatSale, moved, startOf } from './calendar.ts';
import { POSTAGE } from './catalogue.ts';
import { customers, type Customer } from './customers.ts';
import { person, type Person } from './person.ts';

/** One line of an order; money in cents. `cost` is of the whole line. */
export interface Line extends Aftermath {
  code: string;
  name: string;
  category: string;
  quantity: number;
  price: number;
  discount: number;
  cost: number;
}

/** An order. `buyer.account` is empty for a guest. */
export interface Order {
  at: number;
  buyer: Person;
  source: string;
  lines: Line[];
  note: string;
}

const GUESTS = 105;
const HOURS = [2, 1, 0.4, 0.2, 0.2, 0.3, 0.8, 2, 4, 5.5, 6.5, 6, 6.5, 6, 5, 5, 5, 5, 5.5, 7, 9, 10, 8, 4];
const NOTES = [
  '易碎，请加固包装',
  '送人的，不放价格单',
  '工作日送货',
  '放丰巢柜',
  '请开电子发票',
  '请写贺卡："新居快乐"',
  '颜色随机即可',
  '尽快发货，谢谢',
];
const NOTHING: Aftermath = {
  refund: 0,
  rating: null,
  review: '',
  dispute: null,
  outcome: '',
  outcomeDays: null,
};

/** All orders of the shop in the order of their time. */
export function orders(): Order[] {
  const random = seeded('home goods: orders');
  const accounts = customers();
  return [
    ...accounts.flatMap((customer) => history(customer)),
    ...guests(random),
    ...fakes(random, accounts),
  ].sort((a, b) => a.at - b.at);
}

/** A customer's orders: gamma distributed gaps, and after every order the chance that it was the last. */
function history(customer: Customer): Order[] {
  const random = seeded(`home goods: orders of ${customer.account}`);
  const found: Order[] = [];
  const bought = new Map<string, number>();
  let day = customer.joined + random();
  while (day < customer.leaves) {
    const lines = fill(random, customer, day, bought);
    found.push({
      at: moment(random, day),
      buyer: customer,
      source: customer.source,
      lines,
      note: note(random, customer),
    });
    if (chance(random, dropoutAfter(lines, customer.dropout))) break;
    const next = day + Math.max(1, gamma(random, customer.regularity, customer.gap / customer.regularity));
    day = moved(next, day, random());
  }
  return found;
}

function guests(random: Random): Order[] {
  const weights = Array.from({ length: DAYS }, (_, day) => activity(day));
  return Array.from({ length: GUESTS }, () => {
    const day = categorical(random, weights);
    const buyer = {
      ...person(random, new Set()),
      account: '',
      name: '',
      phone: '',
      email: '',
      birthday: '',
      gender: '',
    };
    return {
      at: moment(random, day),
      buyer,
      source: '',
      lines: fill(random, null, day, new Map()),
      note: '',
    };
  });
}

/** Orders the shop placed with itself to push a listing. */
function fakes(random: Random, accounts: readonly Customer[]): Order[] {
  const taken = new Set(accounts.map((customer) => customer.account));
  return ['2025-05-27', '2026-05-29'].map((date) => ({
    at: Date.parse(date) + 1_000 * integer(random, 36_000, 64_000),
    buyer: person(random, taken),
    source: '搜索',
    lines: fill(random, null, 200, new Map()).map((line) => ({
      ...line,
      ...NOTHING,
      rating: 5,
      review: '很好，五星好评',
    })),
    note: '刷单，不发货',
  }));
}

function fill(random: Random, customer: Customer | null, day: number, bought: Map<string, number>): Line[] {
  const off = { usual: discountShare(day), wholesale: 0.15, bargain: 0.45 }[customer?.kind ?? 'usual'];
  const coupon = customer?.kind === 'usual' && chance(random, 0.08) ? 0.05 : 0;
  const lines = basket(random, customer, day, bought).map(({ product, quantity }): Line => {
    const { code, name, category, price, cost } = product;
    const discount = Math.round((price * quantity * (off + coupon)) / 10) * 10;
    const after = aftermath(random, product, price * quantity - discount, day, customer?.kind === 'bargain');
    return { code, name, category, quantity, price, discount, cost: cost * quantity, ...after };
  });
  if (chance(random, 0.025)) lines.push(postage(random));
  return lines;
}

function postage(random: Random): Line {
  const price = 100 * (2 + poisson(random, 5));
  return { ...POSTAGE, ...NOTHING, quantity: 1, price, discount: 0, cost: price };
}

function note(random: Random, { kind }: Customer): string {
  if (kind === 'wholesale') return '民宿采购，开专票';
  return chance(random, 0.04) ? pick(random, NOTES) : '';
}

function moment(random: Random, day: number): number {
  const rush = isGreatSale(day) && chance(random, 0.3);
  const hour = rush ? 0 : categorical(random, HOURS);
  return startOf(day) + hour * 3_600_000 + integer(random, 0, 3_599) * 1_000;
}
