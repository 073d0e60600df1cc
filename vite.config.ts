import preact from '@preact/preset-vite'
import icons from 'unplugin-icons/vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

/** The floor: older HarmonyOS tablets and installed apps of iOS 16. */
const TARGETS = ['chrome99', 'safari16']

export default defineConfig({
  define: { __BUILT__: JSON.stringify(new Date().toISOString()) },
  plugins: [
    preact(),
    icons({ compiler: 'jsx', jsx: 'preact' }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      // The person decides when a new version takes over; registering is device/update.ts.
      registerType: 'prompt',
      injectRegister: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
        // What reads the old kind of tables is heavier than the whole start, and nobody makes new ones.
        globIgnores: ['assets/xls-*.js'],
        minify: true,
      },
      manifest: {
        id: '/',
        name: '邻边',
        short_name: '邻边',
        description: '桶边督导、上门走访、居民意见，没网也能记。',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#F8F3E9',
        theme_color: '#F8F3E9',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  build: {
    outDir: 'dist/client',
    target: TARGETS,
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    // Says what loads what: `npm run size` adds up from it what stands between a tap on the icon and Today.
    manifest: true,
    // Only styles are named to the start beforehand: a screen's further files follow from its own, and every name costs the start.
    modulePreload: { resolveDependencies: (_file, files) => files.filter((one) => one.endsWith('.css')) },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The start is one file: on a bad line each further file costs a way there and back, and packs worse.
          groups: [
            { name: 'start', test: /\/src\/main\.tsx$/, priority: 3 },
            // What is written every day: a start with something unsent fetches it beside the disk, the others behind the screen.
            { name: 'kinds', test: /\/src\/domain\/kindsAtHand\.ts$/, priority: 2 },
            { name: 'words-en', test: /\/src\/ui\/words\/en\/first\.ts$/, priority: 2 },
            // The list of what goes where is of two screens, and heavier than all that others share.
            { name: 'which-bin', test: /\/src\/domain\/whichBin(\/|\.ts)/, priority: 2 },
            // What several screens share (keys, fields, icons) is small: one file rather than fifty.
            {
              name: 'shared',
              test: /\/src\/(ui|queries|commands|domain)\/|~icons\//,
              minShareCount: 2,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/screens/**'],
    globalSetup: ['test/support/postgresOnce.ts'],
    // All kinds in force, as behind every first screen.
    setupFiles: ['src/domain/catalogue.ts'],
    // One worker for many files: each file then starts in milliseconds. State of a module is reset by the test that needs it so.
    isolate: false,
    // It remembers once for all whether the processor has vectors: a test that says it has none needs it anew.
    server: { deps: { inline: ['argon2id'] } },
    // A file for each core, also where there are two: the runner would leave one to itself.
    maxWorkers: '100%',
    // These bounds only end what hangs. How long something takes says how busy the machine is, and is the bench's to tell.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
