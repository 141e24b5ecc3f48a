import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Plugin, runnerImport } from 'vite';
import { defineConfig } from 'vitest/config';
import type * as Catalogue from './src/engine/catalogue.ts';
import type * as Pack from './src/pack/pack.ts';

/** Serves and ships the engine gzip-compressed: hosts refuse files over 25 MB, and not all of them compress wasm. */
function compressedEngine(): Plugin {
  const id = '\0virtual:duckdb-wasm';
  const name = 'duckdb-eh.wasm.gz';
  const read = () =>
    gzipSync(readFileSync(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')));
  let building = false;
  return {
    name: 'compressed-engine',
    configResolved: (config) => void (building = config.command === 'build'),
    resolveId: (source) => (source === 'virtual:duckdb-wasm' ? id : null),
    load(source) {
      if (source !== id) return null;
      if (!building) return `export default '/${name}'`;
      const file = this.emitFile({ type: 'asset', name, source: read() });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    configureServer(server) {
      server.middlewares.use(`/${name}`, (_, response) => response.end(read()));
    },
  };
}

/** Runs a module of the sources as the page would. */
async function run<Module>(path: string): Promise<Module> {
  return (await runnerImport<Module>(path, { configFile: false })).module;
}

/** Ships what the pack creates as a file, which the browser copies instead of running the pack. */
function preparedCatalogue(): Plugin {
  const id = '\0virtual:catalogue';
  let building = false;
  return {
    name: 'prepared-catalogue',
    configResolved: (config) => void (building = config.command === 'build'),
    resolveId: (source) => (source === 'virtual:catalogue' ? id : null),
    async load(source) {
      if (source !== id) return null;
      if (!building) return 'export default null';
      try {
        const { catalogueOf } = await run<typeof Catalogue>('./src/engine/catalogue.ts');
        const { packSql } = await run<typeof Pack>('./src/pack/pack.ts');
        const content = gzipSync(await catalogueOf(packSql()));
        const file = this.emitFile({ type: 'asset', name: 'catalogue.db.gz', source: content });
        return `export default import.meta.ROLLUP_FILE_URL_${file}`;
      } catch (error) {
        this.warn(
          `Every visit will run the pack, which takes a second: it could not be prepared (${error}).`,
        );
        return 'export default null';
      }
    },
  };
}

/**
 * The page's own policy: nothing is loaded from, and nothing can be sent to, another origin. Whoever hosts the page may
 * allow other hosts for `data=` links by listing their origins in REGULARS_DATA_ORIGINS when building.
 */
function contentSecurityPolicy(): Plugin {
  const origins = process.env.REGULARS_DATA_ORIGINS ?? '';
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' blob: ${origins}`.trim(),
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Ships the sample shops under the addresses they have while developing. */
function sampleData(): Plugin {
  const folder = new URL('./sample-data/', import.meta.url);
  return {
    name: 'sample-data',
    apply: 'build',
    buildStart() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv')))
        this.emitFile({
          type: 'asset',
          fileName: `sample-data/${name}`,
          source: readFileSync(new URL(name, folder)),
        });
    },
  };
}

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [svelte(), compressedEngine(), preparedCatalogue(), sampleData(), contentSecurityPolicy()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ['test/core/**/*.test.ts'],
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    ...(process.env.CORE_TALLY && {
      reporters: ['default', 'json'],
      outputFile: { json: process.env.CORE_TALLY },
    }),
  },
});
