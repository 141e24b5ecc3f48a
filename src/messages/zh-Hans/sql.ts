import type { Messages } from '../index.ts';

export default {
  title: '用 SQL 提问',
  lead: '其他页面的数字都来自下面这些表和宏。写下你自己的问题，按 Ctrl + Enter 运行。',
  run: '运行',
  running: '正在运行',
  tables: '表',
  macros: '各项分析的宏',
  insert: (p) => `把 ${p.name} 放进编辑框`,
  pack: '下载 regulars.sql',
  packAbout: '全部宏放在一个文件里；数据大到浏览器装不下时，在自己电脑上的 DuckDB 里照样能用。',
  result: (p) => `${p.rows} 行，用时 ${p.seconds} 秒`,
  done: (p) => `已完成，用时 ${p.seconds} 秒`,
  at: (p) => `第 ${p.line} 行第 ${p.column} 个字符`,
  caption: '结果',
} satisfies Messages['sql'];
