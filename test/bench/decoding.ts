import { toUtf8 } from '../../src/intake/decode/transcode.ts';
import { encode } from '../fixtures/encode.ts';
import { median } from './native.ts';

const LINE =
  '230500000000000001,2024-01-05 10:11:12,买家一二三,红色 陶瓷马克杯,厨房用品,2,12.50,25.00,交易成功,浙江省 杭州市\n';
const BYTES = 50_000_000;

/** Seconds of turning 50 MB of a Chinese order list from GB18030 into UTF-8: here, and by TextDecoder and TextEncoder. */
export async function benchDecoding(): Promise<{ megabytes: number; ours: number; reference: number }> {
  const line = encode(LINE, 'gb18030');
  const lines = Math.round(BYTES / line.length);
  const bytes = new Uint8Array(lines * line.length);
  for (let i = 0; i < lines; i++) bytes.set(line, i * line.length);
  const blob = new Blob([bytes]);
  const ours: number[] = [];
  const reference: number[] = [];
  for (let run = 0; run < 3; run++) {
    ours.push(await seconds(() => toUtf8(blob, 'gb18030', 'orders.csv', () => {})));
    reference.push(
      await seconds(() =>
        new TextEncoder().encode(new TextDecoder('gb18030', { fatal: true }).decode(bytes)),
      ),
    );
  }
  return { megabytes: bytes.length / 1e6, ours: median(ours), reference: median(reference) };
}

async function seconds(job: () => unknown): Promise<number> {
  const start = performance.now();
  await job();
  return (performance.now() - start) / 1000;
}
