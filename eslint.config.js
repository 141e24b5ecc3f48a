import { dirname, relative, resolve, sep } from 'node:path';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const SOURCES = resolve(import.meta.dirname, 'src');

/** The rooms data walks through: what each may import besides itself, rooms or single files. */
const ROOMS = {
  workers: [],
  engine: ['workers'],
  tables: ['engine'],
  intake: ['engine', 'tables', 'workers'],
  mining: ['workers', 'models/random.ts'],
  models: ['workers'],
  pack: ['engine', 'tables', 'analyses/sql.ts'],
  messages: ['intake'],
  state: ['engine', 'intake', 'messages', 'pack', 'ui/theme.ts', 'workers'],
  chart: ['state', 'ui/theme.ts', 'workers/pause.ts'],
  ui: ['engine', 'intake', 'state'],
  lessons: ['analyses', 'chart', 'engine', 'messages', 'mining', 'models', 'state', 'ui', 'workers'],
};

/** Rooms that know nothing of the page. */
const NO_PAGE = ['workers', 'engine', 'tables', 'intake', 'mining', 'models', 'pack'];

const rooms = {
  create(context) {
    const from = relative(SOURCES, context.filename).split(sep);
    const allowed = ROOMS[from[0]];
    const check = ({ source }) => {
      if (!source) return;
      const name = source.value;
      const report = (message) => context.report({ node: source, message });
      if (name.startsWith('@duckdb/') && from[0] !== 'engine') report('Only src/engine knows the engine.');
      if (/^svelte(\/|$)/.test(name) && NO_PAGE.includes(from[0])) report(`src/${from[0]} knows no Svelte.`);
      if (!allowed || !name.startsWith('.')) return;
      const to = relative(SOURCES, resolve(dirname(context.filename), name.split('?')[0]))
        .split(sep)
        .join('/');
      if (![from[0], ...allowed].some((room) => to === room || to.startsWith(`${room}/`)))
        report(`src/${from[0]} may import only from ${allowed.join(', ') || 'itself'}.`);
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: ({ source }) => source.type === 'Literal' && check({ source }),
    };
  },
};

export default ts.config(
  { ignores: ['dist', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  { rules: { 'no-undef': 'off', '@typescript-eslint/consistent-type-imports': 'error' } },
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { regulars: { rules: { rooms } } },
    rules: { 'regulars/rooms': 'error' },
  },
);
