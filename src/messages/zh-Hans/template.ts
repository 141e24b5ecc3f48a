import type { Messages } from '../index.ts';

export default {
  offer: '没有导出的订单表？可以自己记：',
  download: '下载填写模板（Excel）',
  file: '回头客-填写模板.xlsx',
  words: {
    sheet: '客户档案',
    help: '填写说明',
    intro: [
      '在“客户档案”这张表里填，顾客每买一样商品填一行，填好后用“回头客”打开这个文件。',
      '必填：交易日期、顾客网名、成交价格。其他可以空着。',
      '“客户档案”的第一行不要改。右边可以再加列。',
    ],
    columns: [
      {
        meaning: 'ordered_at',
        name: '交易日期',
        about: '哪天买的，知道时间也写上，例如 2024-05-01 或 2024-05-01 14:30。',
      },
      {
        meaning: 'customer_id',
        name: '顾客网名',
        about: '账号、昵称或会员号，同一位顾客每次都写得一样。如果只知道顾客的电话或邮箱，这一列就全部空着。',
      },
      { meaning: 'customer_name', name: '真实姓名', about: '可以空着。' },
      { meaning: 'email', name: '电子邮箱', about: '可以空着。' },
      {
        meaning: 'phone',
        name: '联系电话',
        about: "可以空着。以 0 开头的号码，前面先打一个英文单引号（'），Excel 才不会把 0 去掉。",
      },
      { meaning: 'address', name: '收货地址', about: '可以空着。' },
      {
        meaning: 'product',
        name: '购买商品',
        about: '一行写一样。一次买了几样就写几行，日期和顾客照抄。',
      },
      {
        meaning: 'amount',
        name: '成交价格',
        about: '这一行一共收的钱（几件就是几件的总价），优惠已经减掉，只写数字。',
      },
      { meaning: 'quantity', name: '数量', about: '几件；空着算 1 件。' },
      { meaning: 'birthday', name: '生日', about: '例如 1990-05-01，可以空着。' },
      { meaning: 'gender', name: '性别', about: '可以空着。' },
      { meaning: 'source', name: '客户来源', about: '怎么找到你的，例如朋友介绍、搜索、广告。可以空着。' },
      {
        meaning: 'order_id',
        name: '订单编号',
        about: '要么每行都填，要么整列空着。空着的话，同一位顾客同一时间买的算一笔订单。',
      },
    ],
    line: (p) => `${p.name}：${p.about}`,
  },
} satisfies Messages['template'];
