import { readFileSync } from 'node:fs'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/**
 * Says beside a failure what stood on the page. A machine that only keeps what was printed has nothing else to find the cause by,
 * and what fails once in a hundred runs may not fail again where somebody can look.
 */
export default class WhatStood implements Reporter {
  onTestEnd(test: TestCase, { attachments }: TestResult): void {
    for (const { name, path } of attachments) {
      if (name !== 'error-context' || path === undefined) continue
      const [, page] = readFileSync(path, 'utf8').match(/```yaml\n(.*?)```/s) ?? []
      if (page !== undefined) process.stdout.write(`What stood on the page of “${test.title}”:\n${page}\n`)
    }
  }

  printsToStdio(): boolean {
    // The list is the one that tells of the run.
    return false
  }
}
