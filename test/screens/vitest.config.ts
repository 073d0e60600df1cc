import preact from '@preact/preset-vite'
import { playwright } from '@vitest/browser-playwright'
import icons from 'unplugin-icons/vite'
import { defineConfig } from 'vitest/config'
import { chromiumPath } from '../machine.mjs'
import { commands } from './support/commands.ts'
import { line } from './support/line.ts'

const executablePath = await chromiumPath()
if (!executablePath) throw new Error('No Chromium: run `node test/machine.mjs` first.')

const root = new URL('../..', import.meta.url).pathname

/** Screens in one running page of a real Chromium: no browser, no profile and no page load for each test. */
export default defineConfig({
  root,
  // The built product's own cache stays as it is.
  cacheDir: 'node_modules/.cache/screens',
  // Earlier than every invented instant: a clock before the build is doubted.
  define: { __BUILT__: JSON.stringify('2026-01-01T00:00:00.000Z') },
  plugins: [preact(), icons({ compiler: 'jsx', jsx: 'preact' }), line()],
  // All that is ever imported: a package found in the middle of a run would load the page anew.
  optimizeDeps: {
    include: [
      '@e965/xlsx',
      '@noble/ciphers/aes.js',
      'age-encryption',
      'argon2id',
      'axe-core',
      'dexie',
      'fflate',
      'papaparse',
      'pinyin-pro',
      'preact',
      'preact-iso',
      'preact-iso/router',
      'preact/debug',
      'preact/devtools',
      'preact/hooks',
      'preact/jsx-dev-runtime',
      'preact/jsx-runtime',
      'tus-js-client',
      'uqr',
      'uuid',
      'valibot',
      'workbox-window',
      'zustand/vanilla',
    ],
  },
  test: {
    include: ['test/screens/**/*.test.{ts,tsx}'],
    setupFiles: ['test/screens/support/setUp.ts'],
    fileParallelism: false,
    // These bounds only end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    browser: {
      enabled: true,
      headless: true,
      ui: false,
      isolate: false,
      screenshotFailures: false,
      viewport: { width: 390, height: 844 },
      commands,
      instances: [{ browser: 'chromium' }],
      provider: playwright({
        actionTimeout: 30_000,
        contextOptions: {
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          hasTouch: true,
          reducedMotion: 'reduce',
          // Larger than every screen that is shown in it, so that none is scaled down.
          viewport: { width: 1400, height: 1400 },
        },
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
            // A microphone that hums, and a browser that asks nobody about it.
            '--use-fake-device-for-media-stream',
            '--use-fake-ui-for-media-stream',
          ],
        },
      }),
    },
  },
})
