import type { Messages } from '../index.ts';

export default {
  drop: '把訂單檔案放在這裡',
  dropReplace: '取代現有資料',
  dropAdd: '加到現有資料裡',
  willBeAdded: '這些檔案會加到已經開啟的資料裡。',
  notNow: '先不載入',
  pasted: '貼上的表格',
  dismiss: '關閉這則訊息',
  unexpected: (p) => `出了點問題：${p.message}`,
  stages: {
    engine: '正在啟動引擎',
    fetch: '正在取得檔案',
    decode: '正在讀取檔案',
    inspect: '正在辨識各欄',
    load: '正在載入訂單',
    tables: '正在統計訂單、顧客和商品',
  },
  doneOf: (p) => `${p.done} / ${p.total}`,
  rows: (p) => `${p.rows} 列`,
  problems: {
    empty_file: (p) => `${p.file} 是空檔案。請重新匯出後再開啟。`,
    header_only: (p) => `${p.file} 只有欄名，沒有資料。請選一段有訂單的期間重新匯出。`,
    not_a_table: (p) => `${p.file} 不是能讀取的表格。請開啟 CSV、Excel 或 Parquet 檔案。`,
    undecodable: (p) =>
      `${p.file}${p.row ? ` 第 ${p.row} 列` : ''}：認不出文字編碼。請另存為 UTF-8 編碼的 CSV 後再開啟。`,
    encrypted: (p) => `${p.file} 有密碼保護。請先在 Excel 移除密碼、儲存，再開啟。`,
    broken_workbook: (p) => `${p.file} 已損壞或不完整。請重新下載，或在 Excel 另存為 CSV。`,
    broken_parquet: (p) => `${p.file} 已損壞或不完整。請重新產生 Parquet 檔案後再開啟。`,
    too_many_columns: (p) =>
      `${p.file} 有 ${p.count ?? '太多'} 欄，而訂單表一般只有幾十欄。請確認檔案沒有選錯，或刪掉用不到的欄。`,
    unclosed_quote: (p) =>
      `${p.file} 第 ${p.row ?? '?'} 列：有一個引號沒有成對，後面的內容分不開。請改好這一列再開啟。`,
    mapping_incomplete: (p) =>
      `${p.file}：請在下面選好${p.column ? `「${p.column}」對應的欄` : '各欄'}，再按載入。`,
    no_line_kept: (p) =>
      `${p.file}：共 ${p.count ?? ''} 列，沒有一列能計入${p.column ? `；「${p.column}」欄第 ${p.row} 列的內容是「${p.value}」` : ''}。請檢查下面的欄。`,
    no_orders: (p) => `${p.file} 裡只有客戶或商品資料，沒有訂單。請和訂單表一起開啟，或加到已開啟的資料裡。`,
    unreachable: (p) =>
      `${p.file} 取得失敗${p.value ? `（${p.value}）` : ''}。檔案必須和本頁放在同一個網站上。`,
    engine: (p) => `${p.file} 讀取失敗：${p.value ?? ''}`,
  },
} satisfies Messages['intake'];
