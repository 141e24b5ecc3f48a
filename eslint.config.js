import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The rooms data walks through; a room imports only from those named with it. */
const ROOMS = {
  engine: ['workers'],
  workers: [],
  tables: ['engine'],
  intake: ['engine', 'tables', 'workers'],
  mining: ['workers'],
  messages: ['intake'],
  state: ['engine', 'tables', 'intake', 'messages', 'pack', 'ui/theme.ts', 'workers'],
  chart: ['state', 'ui/theme.ts'],
  ui: ['engine', 'intake', 'messages', 'state'],
  pack: ['engine', 'tables', 'analyses'],
};

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => ({
  files: [`src/${room}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\./(?!${[...allowed, room].map((name) => name.replace('.', '\\.')).join('|') || '$'})[a-z]`,
            message: `src/${room} may import only from ${allowed.join(', ') || 'itself'}.`,
          },
          ...(room === 'engine'
            ? []
            : [{ group: ['@duckdb/duckdb-wasm*'], message: 'Only src/engine knows the engine.' }]),
          ...(['engine', 'workers', 'tables', 'intake', 'mining', 'pack'].includes(room)
            ? [{ group: ['svelte', 'svelte/*'], message: `src/${room} knows no Svelte.` }]
            : []),
        ],
      },
    ],
  },
}));

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
  ...roomRules,
);
