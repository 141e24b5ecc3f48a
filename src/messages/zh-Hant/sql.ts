import type { Messages } from '../index.ts';

export default {
  title: '用 SQL 提問',
  lead: '其他頁面的數字都來自下面這些資料表和巨集。寫下你自己的問題，按 Ctrl + Enter 執行。',
  run: '執行',
  running: '正在執行',
  tables: '資料表',
  macros: '各項分析的巨集',
  insert: (p) => `把 ${p.name} 放進編輯框`,
  pack: '下載 regulars.sql',
  packAbout: '全部巨集放在一個檔案裡；資料大到瀏覽器裝不下時，在自己電腦上的 DuckDB 裡照樣能用。',
  result: (p) => `${p.rows} 列，用時 ${p.seconds} 秒`,
  done: (p) => `已完成，用時 ${p.seconds} 秒`,
  at: (p) => `第 ${p.line} 行第 ${p.column} 個字元`,
  caption: '結果',
} satisfies Messages['sql'];
