export default {
  title: 'Ask in SQL',
  lead: 'Everything the other pages show comes from these tables and macros. Write your own question; Ctrl + Enter runs it.',
  run: 'Run',
  running: 'Running',
  tables: 'Tables',
  macros: 'Macros of the analyses',
  insert: (p: { name: string }) => `Put ${p.name} into the editor`,
  pack: 'Download regulars.sql',
  packAbout:
    'All macros in one file, for DuckDB on your own machine when the data set is too large for a tab.',
  result: (p: { rows: string; seconds: string }) => `${p.rows} rows in ${p.seconds} s`,
  done: (p: { seconds: string }) => `Done in ${p.seconds} s`,
  at: (p: { line: string; column: string }) => `Line ${p.line}, column ${p.column}`,
  caption: 'Result',
};
