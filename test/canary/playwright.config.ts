import { defineConfig } from '@playwright/test'
import browser from '../browser/playwright.config.ts'

/** One long story in one browser: the tool that runs it tells in one line what became of it. */
export default defineConfig(browser, {
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/canary',
  workers: 1,
  timeout: 900_000,
  reporter: [['line']],
})
