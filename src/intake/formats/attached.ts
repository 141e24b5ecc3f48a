import type { Format } from './format.ts';
import { plain } from './plain.ts';

const { meanings } = plain;

/** A file of customers (客户档案): who they are and how to reach them, without orders. */
export const customers: Format = {
  id: 'customers',
  platform: null,
  shape: 'customers',
  signature: {},
  meanings: {
    customer_id: meanings.customer_id!,
    customer_name: meanings.customer_name!,
    phone: meanings.phone!,
    email: meanings.email!,
    address: meanings.address!,
    region: meanings.region!,
    city: meanings.city!,
    birthday: meanings.birthday!,
    gender: meanings.gender!,
    source: meanings.source!,
    tags: meanings.tags!,
    note: meanings.note!,
  },
};

/** A file of products: what they are and what one piece costs the shop, without orders. */
export const products: Format = {
  id: 'products',
  platform: null,
  shape: 'products',
  signature: {},
  meanings: {
    product_id: meanings.product_id!,
    product: [...meanings.product!, 'name', '名称', '名稱'],
    category: meanings.category!,
    cost: meanings.cost!,
    unit_price: meanings.unit_price!,
  },
};
