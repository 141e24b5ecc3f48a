import { csv, money } from '../csv.ts';
import { integer, seeded, type Random } from '../random.ts';
import { DAY_MS, DAYS, startOf, timestamp } from './calendar.ts';
import { orders, type Line, type Order } from './orders.ts';

const HEADER = (
  '订单编号,下单时间,客户账号,客户姓名,手机,邮箱,收货省份,收货城市,收货地址,生日,性别,客户来源,' +
  '商品编号,商品名称,类目,数量,单价,优惠金额,实付金额(元),成本,退款金额,订单状态,评分,评价,纠纷类型,处理结果,处理天数,备注'
).split(',');

type Status =
  '交易成功' | '交易关闭' | '等待买家付款' | '买家已付款，等待卖家发货' | '卖家已发货，等待买家确认';

/** The home-goods shop's order list, one row per order line, oldest first. */
export function homeGoods(): string {
  const random = seeded('home goods: file');
  const ids = new Set<string>();
  const rows = orders().flatMap((order) => {
    const id = orderId(random, order.at, ids);
    const status = statusOf(random, order.at);
    return order.lines.map((line) => row(id, status, order, line));
  });
  return csv(HEADER, rows);
}

function row(
  id: string,
  status: Status,
  { at, buyer, source, note }: Order,
  line: Line,
): (string | number)[] {
  const amount = line.price * line.quantity - line.discount;
  const done = status === '交易成功';
  const refunded = done && line.refund > 0 && line.refund === amount;
  return [
    ...[id, timestamp(at), buyer.account, buyer.name, buyer.phone, buyer.email],
    ...[buyer.province, buyer.city, buyer.address, buyer.birthday, buyer.gender, source],
    ...[
      line.code,
      line.name,
      line.category,
      line.quantity,
      money(line.price),
      money(line.discount),
      money(amount),
    ],
    ...[money(line.cost), done ? money(line.refund) : '0.00', refunded ? '退款成功' : status],
    ...(done ? [line.rating ?? '', line.review, line.dispute ?? ''] : ['', '', '']),
    ...(done ? [line.outcome, line.outcomeDays ?? ''] : ['', '']),
    note,
  ];
}

/** Eighteen digits that grow with time, as the platforms' do. */
function orderId(random: Random, at: number, taken: Set<string>): string {
  for (;;) {
    const id = `2${String(at / 1_000).padStart(10, '0')}${String(integer(random, 0, 9_999_999)).padStart(7, '0')}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** Where the order stands on the evening of the last day. */
function statusOf(random: Random, at: number): Status {
  const age = (startOf(DAYS) - at) / DAY_MS;
  const luck = random();
  if (age < 3 && luck < 0.2) return '等待买家付款';
  if (luck < 0.03) return '交易关闭';
  if (age < 1) return '买家已付款，等待卖家发货';
  return age < 7 ? '卖家已发货，等待买家确认' : '交易成功';
}
