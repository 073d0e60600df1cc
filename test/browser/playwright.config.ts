import { defineConfig } from '@playwright/test'
import { chromiumPath } from '../machine.mjs'
import { NEEDS_BROWSER } from './needsBrowser.ts'

const executablePath = await chromiumPath()
if (!executablePath) throw new Error('No Chromium: run `node test/machine.mjs` first.')

export default defineConfig({
  testDir: '.',
  testMatch: process.env['EVERY_SPEC'] ? '*.spec.ts' : NEEDS_BROWSER.map((name) => `**/${name}.spec.ts`),
  outputDir: '../../test-results',
  // One for each core of a small machine: much of a test is waiting for what a person would see.
  workers: 2,
  // These bounds only end what hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./support/whatStood.ts']],
  use: {
    actionTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
