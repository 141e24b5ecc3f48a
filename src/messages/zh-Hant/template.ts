import type { Messages } from '../index.ts';

export default {
  offer: '沒有匯出的訂單表？可以自己記：',
  download: '下載填寫範本（Excel）',
  file: '回頭客-填寫範本.xlsx',
  words: {
    sheet: '客戶檔案',
    help: '填寫說明',
    intro: [
      '在「客戶檔案」這張工作表裡填，顧客每買一樣商品填一列，填好後用「回頭客」開啟這個檔案。',
      '必填：交易日期、顧客網名、成交價格。其他可以留空。',
      '「客戶檔案」的第一列不要改。右邊可以再加欄位。',
    ],
    columns: [
      {
        meaning: 'ordered_at',
        name: '交易日期',
        about: '哪天買的，知道時間也寫上，例如 2024-05-01 或 2024-05-01 14:30。',
      },
      {
        meaning: 'customer_id',
        name: '顧客網名',
        about:
          '帳號、暱稱或會員編號，同一位顧客每次都寫得一樣。如果只知道顧客的電話或電子郵件，這一欄就全部留空。',
      },
      { meaning: 'customer_name', name: '真實姓名', about: '可以留空。' },
      { meaning: 'email', name: '電子郵件', about: '可以留空。' },
      {
        meaning: 'phone',
        name: '聯絡電話',
        about: "可以留空。0 開頭的號碼，前面先打一個半形單引號（'），Excel 才不會把 0 去掉。",
      },
      { meaning: 'address', name: '收貨地址', about: '可以留空。' },
      {
        meaning: 'product',
        name: '購買商品',
        about: '一列寫一樣。一次買了幾樣就寫幾列，日期和顧客照抄。',
      },
      {
        meaning: 'amount',
        name: '成交價格',
        about: '這一列一共收的錢（幾件就是幾件的總價），折扣已經減掉，只寫數字。',
      },
      { meaning: 'quantity', name: '數量', about: '幾件；留空算 1 件。' },
      { meaning: 'birthday', name: '生日', about: '例如 1990-05-01，可以留空。' },
      { meaning: 'gender', name: '性別', about: '可以留空。' },
      { meaning: 'source', name: '客戶來源', about: '怎麼找到你的，例如朋友介紹、搜尋、廣告。可以留空。' },
      {
        meaning: 'order_id',
        name: '訂單編號',
        about: '要就每列都填，不然整欄留空。留空的話，同一位顧客同一時間買的算一筆訂單。',
      },
    ],
    line: (p) => `${p.name}：${p.about}`,
  },
} satisfies Messages['template'];
