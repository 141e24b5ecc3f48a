import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeGoods } from './home-goods/file.ts';
import { supermarket } from './supermarket/file.ts';

/** The sample files, name to text. Nothing but fixed seeds goes in, so every call gives the same bytes. */
export function sampleFiles(): Map<string, string> {
  return new Map([
    ['home-goods-zh.csv', homeGoods()],
    ['supermarket.csv', supermarket('en')],
    ['supermarket-zh.csv', supermarket('zh')],
  ]);
}

/** Writes every sample file to `folder`. */
export function main([folder = 'sample-data']: readonly string[] = []): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of sampleFiles()) writeFileSync(join(folder, name), text);
}
