import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { writeFileSync } from 'node:fs';

/** Leaves the numbers of a run where `.ci/run` adds them up. */
export default class Tally implements Reporter {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  #outcomes = new Map<string, TestResult['status']>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#outcomes.set(test.id, result.status);
  }

  onEnd(): void {
    for (const status of this.#outcomes.values())
      this.#counts[status === 'passed' || status === 'skipped' ? status : 'failed'] += 1;
    if (process.env.TALLY) writeFileSync(process.env.TALLY, JSON.stringify(this.#counts));
  }
}
