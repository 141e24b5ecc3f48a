import type { Messages } from '../index.ts';

export default {
  drop: '把订单文件放在这里',
  dropReplace: '替换现有数据',
  dropAdd: '加到现有数据里',
  willBeAdded: '这些文件会加到已经打开的数据里。',
  notNow: '先不载入',
  pasted: '粘贴的表格',
  dismiss: '关闭这条消息',
  unexpected: (p) => `出了点问题：${p.message}`,
  stages: {
    engine: '正在启动引擎',
    fetch: '正在获取文件',
    decode: '正在读取文件',
    inspect: '正在识别各列',
    load: '正在载入订单',
    tables: '正在统计订单、顾客和商品',
  },
  doneOf: (p) => `${p.done} / ${p.total}`,
  rows: (p) => `${p.rows} 行`,
  problems: {
    empty_file: (p) => `${p.file} 是空文件。请重新导出后再打开。`,
    header_only: (p) => `${p.file} 只有表头，没有数据。请选一个有订单的时间段重新导出。`,
    not_a_table: (p) => `${p.file} 不是能读取的表格。请打开 CSV、Excel 或 Parquet 文件。`,
    undecodable: (p) =>
      `${p.file}${p.row ? ` 第 ${p.row} 行` : ''}：认不出文字编码。请另存为 UTF-8 编码的 CSV 后再打开。`,
    encrypted: (p) => `${p.file} 有密码保护。请先在 Excel 里去掉密码、保存，再打开。`,
    broken_workbook: (p) => `${p.file} 已损坏或不完整。请重新下载，或在 Excel 里另存为 CSV。`,
    broken_parquet: (p) => `${p.file} 已损坏或不完整。请重新生成 Parquet 文件后再打开。`,
    too_many_columns: (p) =>
      `${p.file} 有 ${p.count ?? '太多'} 列，而订单表一般只有几十列。请确认文件没有选错，或删掉用不到的列。`,
    unclosed_quote: (p) =>
      `${p.file} 第 ${p.row ?? '?'} 行：有一个引号没有配对，后面的内容分不开。请改好这一行再打开。`,
    mapping_incomplete: (p) =>
      `${p.file}：请在下面选好${p.column ? `“${p.column}”对应的列` : '各列'}，再点载入。`,
    no_line_kept: (p) =>
      `${p.file}：共 ${p.count ?? ''} 行，没有一行能计入${p.column ? `；“${p.column}”列第 ${p.row} 行的内容是“${p.value}”` : ''}。请检查下面的列。`,
    no_orders: (p) =>
      `${p.file} 里只有客户或商品资料，没有订单。请和订单表一起打开，或添加到已打开的数据里。`,
    unreachable: (p) =>
      `${p.file} 获取失败${p.value ? `（${p.value}）` : ''}。文件必须和本页放在同一个网站上。`,
    engine: (p) => `${p.file} 读取失败：${p.value ?? ''}`,
  },
} satisfies Messages['intake'];
