import { categorical, chance, integer, pick, type Random } from '../random.ts';
import { GIVEN, HANDLES, NICK_FIRST, NICK_LAST, SURNAMES } from './people.ts';
import { ESTATES, PROVINCES, STREETS } from './places.ts';

/** Who a customer is on paper. Empty text where the shop never learnt it. */
export interface Person {
  account: string;
  name: string;
  phone: string;
  email: string;
  province: string;
  city: string;
  address: string;
  birthday: string;
  gender: string;
}

/** A made-up person, with an account no one in `taken` has. The prefix 120 of the phone is given to no mobile network. */
export function person(random: Random, taken: Set<string>): Person {
  const gender = chance(random, 0.71) ? '女' : '男';
  const account = freshAccount(random, taken);
  const [province, , cities] =
    PROVINCES[
      categorical(
        random,
        PROVINCES.map(([, share]) => share),
      )
    ]!;
  const year = 2026 - Math.round(23 + 32 * (random() + random()) * 0.5 + 6 * random());
  return {
    account,
    name: pick(random, SURNAMES) + pick(random, GIVEN[gender]),
    phone: `120${String(integer(random, 0, 99_999_999)).padStart(8, '0')}`,
    email: chance(random, 0.35) ? `m${integer(random, 10_000, 999_999)}@example.com` : '',
    province,
    city: cities[Math.floor(random() ** 1.8 * cities.length)]!,
    address: address(random),
    birthday: chance(random, 0.45)
      ? `${year}-${two(integer(random, 1, 12))}-${two(integer(random, 1, 28))}`
      : '',
    gender: chance(random, 0.72) ? gender : '',
  };
}

function freshAccount(random: Random, taken: Set<string>): string {
  for (;;) {
    const account = chance(random, 0.55)
      ? pick(random, NICK_FIRST) +
        pick(random, NICK_LAST) +
        (chance(random, 0.3) ? integer(random, 1, 99) : '')
      : pick(random, HANDLES) + (chance(random, 0.4) ? '_' : '') + integer(random, 100, 999_999);
    if (taken.has(account)) continue;
    taken.add(account);
    return account;
  }
}

function address(random: Random): string {
  const street = `${pick(random, STREETS)}${integer(random, 1, 288)}号`;
  const room = `${integer(random, 1, 24)}${two(integer(random, 1, 6))}室`;
  return chance(random, 0.6)
    ? `${street}${pick(random, ESTATES)}${integer(random, 1, 18)}幢${room}`
    : `${street}${room}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
